import { requireAct } from '#core/access/access.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Pair, Pause } from '#core/people/pair.ts';
import { hasEnded, isInPause, requirePause } from '#core/people/pause.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { goingOnFrom } from '#core/series/go-on.ts';
import { addDays, localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import type { AgreeNeeds } from './agree-agenda.ts';
import { applyRule } from './apply-rule.ts';
import { callOff } from './call-off.ts';
import { cutPair } from './cut-pair.ts';
import { dayInWords } from './day-in-words.ts';
import type { Needs } from './needs.ts';
import { packForEmployee, type PackForEmployee } from './pack-for-employee.ts';
import { lockedPair, pairScope, peopleOf } from './pair-scope.ts';

type EventNeeds = Pick<Needs, 'clock' | 'ids'>;

/** What Outlook tells the other of each meeting a pause takes out. */
function pauseComment({ from, until, reason }: Pause): string {
  const stretch = until === null ? `from ${dayInWords(from)}` : `from ${dayInWords(from)} to ${dayInWords(until)}`;
  return `Our one-to-ones pause ${stretch}. ${reason}`;
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

/** Whoever holds the one-to-ones meanwhile stops the day before they come back. */
async function takeBack(
  tx: Transaction,
  needs: AgreeNeeds,
  packFor: PackForEmployee,
  { tenantId }: Actor,
  pair: Pair,
  on: LocalDate,
): Promise<void> {
  const running = (await tx.handovers.ofPairs([pair.id])).filter(({ until }) => until !== null && until >= on);
  for (const { toPairId, toId } of running) {
    const stand = await tx.pairs.find(toPairId);
    if (stand === null || hasEnded(stand, on)) continue;
    const actor: Actor = { tenantId, personId: toId };
    const two = await peopleOf(tx, stand);
    const until = addDays(on, -1);
    const ended = { ...stand, to: until };
    await tx.pairs.save(ended);
    const [back] = await tx.people.find([pair.supervisorId]);
    const reason = `${back?.displayName ?? ''} is back from ${dayInWords(on)}.`;
    const cut = { pair: ended, from: on, zone: two.supervisor.zone };
    await cutPair(tx, needs, packFor, actor, cut, { reason, comment: reason });
    await tx.changed(stand.id, 'pair-ended');
  }
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
  const { pair: asked } = await needs.store.asPerson(actor, async (tx) => {
    const scope = await pairScope(tx, actor, input.pairId);
    requireAct('set-pause', scope.role, null);
    return scope;
  });
  // Whoever took over meanwhile holds another pair: the two have the employee in common, as whom both are changed at once.
  return needs.store.asPerson({ ...actor, personId: asked.employeeId }, async (tx) => {
    const { pair } = await lockedPair(tx, actor, input.pairId);
    const { supervisor } = await peopleOf(tx, pair);
    const { pause } = pair;
    const today = localDateOf(needs.clock.now(), supervisor.zone);
    if (pause === null || input.on < today || (pause.until !== null && input.on > pause.until))
      throw new Refusal('bad-request', { what: 'on' });
    const until = addDays(input.on, -1);
    const resumed = { ...pair, pause: until < pause.from ? null : { ...pause, until } };
    await tx.pairs.save(resumed);
    await takeBack(tx, needs, packFor, actor, resumed, input.on);
    const series = await tx.series.current(pair.id);
    // One that is gone from Outlook is not made again: there is nothing that could go on.
    if (series !== null && series.state !== 'gone') {
      const back = { today, on: input.on, reason: pause.reason };
      const rule = goingOnFrom(series, await tx.meetings.ofPair(pair.id), back);
      await applyRule(tx, needs, packFor, actor, { pair: resumed, series }, rule, null);
    }
    return { seq: await tx.changed(pair.id, 'pause-ended') };
  });
}
