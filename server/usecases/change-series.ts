import { requireAct } from '#core/access/access.ts';
import { whileTheyMeet } from '#core/people/pause.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { departures, type SeriesRule } from '#core/series/reassign.ts';
import { localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import type { AgreeNeeds } from './agree-agenda.ts';
import { applyRule, type SeriesScope } from './apply-rule.ts';
import { requirePossibleMoves, requirePossiblePlan } from './book-series.ts';
import { checkBooking } from './check-booking.ts';
import type { Needs } from './needs.ts';
import { packForEmployee } from './pack-for-employee.ts';
import { lockedPair } from './pair-scope.ts';

type ChangeNeeds = AgreeNeeds & Pick<Needs, 'calendar'>;

/** The running series of a pair the actor supervises, behind the pair's lock. @throws Refusal `series-missing`, `only-supervisor`, `pair-ended`, `not-found` */
export async function runningSeries(tx: Transaction, actor: Actor, pairId: string): Promise<SeriesScope> {
  const { pair, role } = await lockedPair(tx, actor, pairId);
  requireAct('schedule', role, null);
  const series = await tx.series.current(pair.id);
  if (series === null || series.state === 'gone') throw new Refusal('series-missing');
  return { pair, series };
}

/**
 * Moves a pair's one-to-ones from here on: another weekday, time, length or rhythm (OUT-3, OUT-1, OD3a-9). In place in Outlook, and
 * meetings keep their agendas. The same change again changes nothing.
 * @throws Refusal `series-missing`, `series-not-booked`, `slot-in-past`, `slot-outside-hours`, `only-supervisor`, `bad-request`
 */
export async function changeSeries(
  needs: ChangeNeeds,
  actor: Actor,
  input: { readonly pairId: string; readonly rule: SeriesRule; readonly reason: string | null },
) {
  const { rule } = input;
  const packFor = await packForEmployee(needs, actor);
  requirePossiblePlan(rule.plan);
  requirePossibleMoves(rule, needs.clock.now());
  await checkBooking(needs, actor, { pairId: input.pairId, booking: { id: '', ...rule } });
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await runningSeries(tx, actor, input.pairId);
    // Where they meet is not what changes; the promise names it only where there is a place.
    const { place } = scope.series.plan;
    const wanted = whileTheyMeet(scope.pair, rule.plan);
    const plan = place === undefined ? wanted : { ...wanted, place };
    const isChanged = await applyRule(tx, needs, packFor, actor, scope, { ...rule, plan }, input.reason);
    return { seq: isChanged ? await tx.changed(scope.pair.id, 'series-changed') : await tx.pairs.seq(scope.pair.id) };
  });
}

/**
 * Lets a series go on longer, or end sooner, at the same times; what was moved or called off stays so. In place, before it runs out or after.
 * @throws Refusal `series-missing`, `series-not-booked`, `only-supervisor`, `bad-request`
 */
export async function extendSeries(
  needs: AgreeNeeds,
  actor: Actor,
  input: { readonly pairId: string; readonly untilDate: LocalDate },
) {
  const packFor = await packForEmployee(needs, actor);
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await runningSeries(tx, actor, input.pairId);
    const { pair, series } = scope;
    const today = localDateOf(needs.clock.now(), series.plan.zone);
    const plan = whileTheyMeet(pair, { ...series.plan, untilDate: input.untilDate });
    requirePossiblePlan({ ...plan, startDate: today });
    const rule = { plan, ...departures(await tx.meetings.ofPair(pair.id), series.id, series.plan.startDate) };
    const isChanged = await applyRule(tx, needs, packFor, actor, scope, rule, null);
    return { seq: isChanged ? await tx.changed(pair.id, 'series-changed') : await tx.pairs.seq(pair.id) };
  });
}
