import type { Actor } from '#core/people/person.ts';
import { effectiveRules } from '#core/policy/resolve.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { Refusal } from '#core/refusal.ts';
import { addMinutes, localDateOf } from '#core/time.ts';
import { bookPreparation, endEvent } from './meeting-event.ts';
import type { Needs } from './needs.ts';
import { packForEmployee } from './pack-for-employee.ts';
import { meetingForAct, peopleOf } from './pair-scope.ts';

/** Time kept free to prepare: for this meeting alone, before each of the pair's, or none any more. */
export type PreparationTime = 'this' | 'each' | 'none';

/**
 * Keeps time free in one's own calendar to prepare for a meeting, where the policy sets it aside (ESS-4). Nobody else is told.
 * @throws Refusal `not-allowed` where the policy sets none aside, `slot-in-past`, `meeting-closed` and the like, `not-found`
 */
export async function keepPreparationTime(
  needs: Pick<Needs, 'store' | 'clock' | 'ids' | 'policies'>,
  actor: Actor,
  input: { readonly meetingId: string; readonly keep: PreparationTime },
) {
  const packFor = await packForEmployee(needs, actor);
  const now = needs.clock.now();
  return needs.store.asPerson(actor, async (tx) => {
    const { meeting, pair } = await meetingForAct(tx, actor, input.meetingId, 'keep-preparation-time');
    const { supervisor, employee } = await peopleOf(tx, pair);
    const isSupervisor = actor.personId === supervisor.id;
    const whose = isSupervisor ? { owner: supervisor, other: employee } : { owner: employee, other: supervisor };
    if (input.keep === 'none') {
      await tx.preparations.removeWish(pair.id, actor.personId);
      const planned = (await tx.meetings.ofPair(pair.id)).filter((one) => one.state === 'planned' && one.start > now);
      const kept = await tx.singleEvents.ofMeetings(planned.map(({ id }) => id));
      const own = kept.filter((one) => one.purpose === 'preparation' && one.ownerId === actor.personId);
      for (const event of own) await endEvent(tx, needs, actor, event, '');
      return { seq: await tx.changed(pair.id, 'preparation-time') };
    }
    const rules = effectiveRules(await packFor(employee), employee, pair, localDateOf(now, employee.zone));
    const minutes = ruleOf(rules, 'preparation')?.minutes ?? null;
    if (minutes === null) throw new Refusal('not-allowed', { what: 'preparation-time' });
    if (addMinutes(meeting.start, -minutes) <= now) throw new Refusal('slot-in-past');
    if (input.keep === 'each') await tx.preparations.saveWish({ pairId: pair.id, personId: actor.personId, minutes });
    else await tx.preparations.removeWish(pair.id, actor.personId);
    await bookPreparation(tx, needs, actor, meeting, minutes, whose);
    return { seq: await tx.changed(pair.id, 'preparation-time') };
  });
}
