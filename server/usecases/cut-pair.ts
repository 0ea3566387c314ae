import type { Meeting } from '#core/meeting/meeting.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Actor } from '#core/people/person.ts';
import { comingOf, departures } from '#core/series/reassign.ts';
import { addDays, localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import type { AgreeNeeds } from './agree-agenda.ts';
import { applyRule } from './apply-rule.ts';
import { callOff } from './call-off.ts';
import { endIn } from './end-series.ts';
import type { PackForEmployee } from './pack-for-employee.ts';

/**
 * Ends what a pair still has before it from a day on: its series cut short in place, or ended where nothing of it is left before that
 * day; meetings of other kinds called off. What was held stays, and what is held before that day stays planned.
 */
export async function cutPair(
  tx: Transaction,
  needs: AgreeNeeds,
  packFor: PackForEmployee,
  actor: Actor,
  { pair, from, zone }: { readonly pair: Pair; readonly from: LocalDate; readonly zone: string },
  said: { readonly reason: string; readonly comment: string },
): Promise<void> {
  const isAfter = ({ start }: Meeting): boolean => localDateOf(start, zone) >= from;
  await callOff(tx, needs, actor, pair, (one) => one.seriesId === null && isAfter(one), said);
  const series = await tx.series.current(pair.id);
  if (series === null) return;
  const meetings = await tx.meetings.ofPair(pair.id);
  const coming = comingOf(meetings, series.id, needs.clock.now());
  if (series.eventId === null || coming.every(isAfter)) {
    await endIn(tx, needs, actor, { pair, series }, said);
    return;
  }
  const plan = { ...series.plan, untilDate: addDays(from, -1) };
  const rule = { plan, ...departures(meetings, series.id, plan.startDate) };
  await applyRule(tx, needs, packFor, actor, { pair, series }, rule, said.reason);
}
