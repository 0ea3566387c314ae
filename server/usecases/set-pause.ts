import { requireAct } from '#core/access/access.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Pair, Pause } from '#core/people/pair.ts';
import { isInPause, requirePause } from '#core/people/pause.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { goingOnFrom } from '#core/series/go-on.ts';
import { addDays, localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import type { AgreeNeeds } from './agree-agenda.ts';
import { applyRule, withdrawOvertaken } from './apply-rule.ts';
import { leaveItems } from './carry-items.ts';
import { dayInWords } from './day-in-words.ts';
import { cancelInOutlook } from './meeting-event.ts';
import type { Needs } from './needs.ts';
import { packForEmployee } from './pack-for-employee.ts';
import { lockedPair, peopleOf } from './pair-scope.ts';

type EventNeeds = Pick<Needs, 'clock' | 'ids'>;

/** What Outlook tells the other of each meeting a pause takes out. */
function pauseComment({ from, until, reason }: Pause): string {
  const stretch = until === null ? `from ${dayInWords(from)}` : `from ${dayInWords(from)} to ${dayInWords(until)}`;
  return `Our one-to-ones pause ${stretch}. ${reason}`;
}

/**
 * Calls off the planned meetings of a stretch of days, here and in Outlook. What stood on them goes to the first meeting after it.
 */
export async function callOff(
  tx: Transaction,
  needs: EventNeeds,
  actor: Actor,
  pair: Pair,
  isCalledOff: (meeting: Meeting) => boolean,
  said: { readonly reason: string; readonly comment: string },
): Promise<void> {
  const now = needs.clock.now();
  const called = (await tx.meetings.ofPair(pair.id)).filter(
    (one) => one.state === 'planned' && one.start > now && isCalledOff(one),
  );
  await tx.meetings.save(called.map((one) => ({ ...one, state: 'cancelled' as const, reason: said.reason })));
  await withdrawOvertaken(tx, now, pair.id, new Set(called.map(({ id }) => id)), false);
  for (const meeting of called) {
    await leaveItems(tx, needs.ids, meeting);
    await cancelInOutlook(tx, needs, actor, pair, meeting, said.comment);
  }
}

/**
 * Pauses a pair's one-to-ones for an absence: what falls into it is called off in Outlook with a word why, what was on it waits for
 * the first meeting after, and nothing is asked of the two meanwhile (OUT-1). Set again, it is another pause.
 * @throws Refusal `only-supervisor`, `reason-needed`, `bad-request`, `not-found`
 */
export async function setPause(
  needs: EventNeeds & Pick<Needs, 'store'>,
  actor: Actor,
  input: { readonly pairId: string; readonly pause: Pause },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { pair, role } = await lockedPair(tx, actor, input.pairId);
    requireAct('set-pause', role, null);
    const { supervisor } = await peopleOf(tx, pair);
    const pause = requirePause(input.pause, localDateOf(needs.clock.now(), supervisor.zone));
    const paused = { ...pair, pause };
    await tx.pairs.save(paused);
    const isInside = ({ start }: Meeting): boolean => isInPause(pause, localDateOf(start, supervisor.zone));
    await callOff(tx, needs, actor, paused, isInside, { reason: pause.reason, comment: pauseComment(pause) });
    return { seq: await tx.changed(pair.id, 'pause-set') };
  });
}

/**
 * Ends a pause: from a day on the one-to-ones go on, in the series they had. What Outlook was told to call off after that day cannot be
 * called back there one by one, so the series begins anew in place on its first day from then on.
 * @throws Refusal `only-supervisor`, `series-not-booked`, `bad-request` where nothing is paused then, `not-found`
 */
export async function endPause(
  needs: AgreeNeeds,
  actor: Actor,
  input: { readonly pairId: string; readonly on: LocalDate },
) {
  const packFor = await packForEmployee(needs, actor);
  return needs.store.asPerson(actor, async (tx) => {
    const { pair, role } = await lockedPair(tx, actor, input.pairId);
    requireAct('set-pause', role, null);
    const { supervisor } = await peopleOf(tx, pair);
    const { pause } = pair;
    const today = localDateOf(needs.clock.now(), supervisor.zone);
    if (pause === null || input.on < today || (pause.until !== null && input.on > pause.until))
      throw new Refusal('bad-request', { what: 'on' });
    const until = addDays(input.on, -1);
    const resumed = { ...pair, pause: until < pause.from ? null : { ...pause, until } };
    await tx.pairs.save(resumed);
    const series = await tx.series.current(pair.id);
    if (series !== null) {
      const back = { today, on: input.on, reason: pause.reason };
      const rule = goingOnFrom(series, await tx.meetings.ofPair(pair.id), back);
      await applyRule(tx, needs, packFor, actor, { pair: resumed, series }, rule, null);
    }
    return { seq: await tx.changed(pair.id, 'pause-ended') };
  });
}
