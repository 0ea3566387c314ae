import { rightBefore } from '#core/event/preparation-time.ts';
import type { Actor } from '#core/people/person.ts';
import { effectiveRules } from '#core/policy/resolve.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { Refusal } from '#core/refusal.ts';
import { localDateOf } from '#core/time.ts';
import { Failure } from '../ports/failures.ts';
import type { Transaction } from '../ports/store.ts';
import { timeToPrepare } from './keep-hour.ts';
import { bookPreparation, endEvent } from './meeting-event.ts';
import type { Needs } from './needs.ts';
import { packForEmployee } from './pack-for-employee.ts';
import { meetingForAct, peopleOf, type MeetingScope } from './pair-scope.ts';

/** Time kept free to prepare: for this meeting alone, before each of the pair's, or none any more. */
export type PreparationTime = 'this' | 'each' | 'none';

/**
 * Keeps time free in one's own calendar to prepare for a meeting, where the policy sets it aside and the calendar has room (ESS-4).
 * Nobody else is told.
 * @throws Refusal `not-allowed` where the policy sets none aside, `slot-in-past`, `meeting-closed` and the like, `not-found`
 */
export async function keepPreparationTime(
  needs: Pick<Needs, 'store' | 'clock' | 'ids' | 'policies' | 'calendar'>,
  actor: Actor,
  input: { readonly meetingId: string; readonly keep: PreparationTime },
) {
  const packFor = await packForEmployee(needs, actor);
  const now = needs.clock.now();
  const whoseIn = async (tx: Transaction, { pair }: Pick<MeetingScope, 'pair'>) => {
    const { supervisor, employee } = await peopleOf(tx, pair);
    const isSupervisor = actor.personId === supervisor.id;
    const whose = isSupervisor ? { owner: supervisor, other: employee } : { owner: employee, other: supervisor };
    const rules = effectiveRules(await packFor(employee), employee, pair, localDateOf(now, employee.zone));
    return { ...whose, minutes: ruleOf(rules, 'preparation')?.minutes ?? null };
  };
  if (input.keep === 'none') {
    return needs.store.asPerson(actor, async (tx) => {
      const { pair } = await meetingForAct(tx, actor, input.meetingId, 'keep-preparation-time');
      await tx.preparations.removeWish(pair.id, actor.personId);
      const planned = (await tx.meetings.ofPair(pair.id)).filter((one) => one.state === 'planned' && one.start > now);
      const kept = await tx.singleEvents.ofMeetings(planned.map(({ id }) => id));
      const own = kept.filter((one) => one.purpose === 'preparation' && one.ownerId === actor.personId);
      for (const event of own) await endEvent(tx, needs, actor, event, '');
      return { seq: await tx.changed(pair.id, 'preparation-time') };
    });
  }
  const asked = await needs.store.asPerson(actor, async (tx) => {
    const scope = await meetingForAct(tx, actor, input.meetingId, 'keep-preparation-time');
    return { meeting: scope.meeting, ...(await whoseIn(tx, scope)) };
  });
  if (asked.minutes === null) throw new Refusal('not-allowed', { what: 'preparation-time' });
  const { meeting: seen, minutes } = asked;
  const found = await timeToPrepare(needs, actor, { ...asked, minutes }).catch((cause: unknown) => {
    // The promise to keep the time is made all the same, and says itself what Outlook wants.
    if (cause instanceof Failure) return rightBefore(seen.start, minutes, now);
    throw cause;
  });
  return needs.store.asPerson(actor, async (tx) => {
    const { meeting, pair } = await meetingForAct(tx, actor, input.meetingId, 'keep-preparation-time');
    const at = meeting.start === seen.start ? found : rightBefore(meeting.start, minutes, now);
    if (at === null) throw new Refusal('slot-in-past');
    if (input.keep === 'each') await tx.preparations.saveWish({ pairId: pair.id, personId: actor.personId, minutes });
    else await tx.preparations.removeWish(pair.id, actor.personId);
    await bookPreparation(tx, needs, actor, meeting, at, asked);
    return { seq: await tx.changed(pair.id, 'preparation-time') };
  });
}
