import { requireAct } from '#core/access/access.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { requireDayWithout } from '#core/rescheduling/put-in.ts';
import type { Instant } from '#core/time-types.ts';
import type { Needs } from './needs.ts';
import { lockedPair, meetingForAct, pairScope, peopleOf } from './pair-scope.ts';
import { planSingle } from './plan-meeting.ts';

/** Of how many moves the two are told. */
const mostMoved = 5;

/** Who of a pair wants clashing meetings moved without being asked, and what was moved so. */
export async function readRescheduling(
  needs: Pick<Needs, 'store'>,
  actor: Actor,
  { pairId }: { readonly pairId: string },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { pair } = await pairScope(tx, actor, pairId);
    const wishes = await tx.reschedulings.wishes([pair.id]);
    const moved = await tx.reschedulings.moved([pair.id]);
    return {
      pairId: pair.id,
      seq: await tx.pairs.seq(pair.id),
      mine: wishes.some(({ personId }) => personId === actor.personId),
      theirs: wishes.some(({ personId }) => personId !== actor.personId),
      moved: moved
        .slice(0, mostMoved)
        .map(({ meetingId, was, start, because, at }) => ({ meetingId, was, start, because, at })),
    };
  });
}

/** Asks that clashing meetings of the pair be moved, or asks it no longer. Both have to have asked; either ends it at once. */
export async function wishRescheduling(
  needs: Pick<Needs, 'store' | 'clock'>,
  actor: Actor,
  { pairId, wanted }: { readonly pairId: string; readonly wanted: boolean },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { pair, role } = await lockedPair(tx, actor, pairId);
    requireAct('agree-how-to-meet', role, null);
    if (pair.to !== null) throw new Refusal('pair-ended');
    if (wanted) await tx.reschedulings.wish(pair.id, role === 'supervisor', needs.clock.now());
    else await tx.reschedulings.withdraw(pair.id);
    return { seq: await tx.changed(pair.id, 'rescheduling-wish') };
  });
}

/** Says that a meeting stays where it is, whatever stands in its way. @throws Refusal `not-found`, `meeting-closed` … */
export async function keepMeeting(
  needs: Pick<Needs, 'store' | 'clock'>,
  actor: Actor,
  { meetingId }: { readonly meetingId: string },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { pair, meeting } = await meetingForAct(tx, actor, meetingId, 'move');
    await tx.reschedulings.keep(pair.id, { meetingId: meeting.id, start: meeting.start }, needs.clock.now());
    return { seq: await tx.changed(pair.id, 'meeting-kept') };
  });
}

/**
 * Puts one more one-to-one in before the next, in an event of its own. The same id again changes nothing.
 * @throws Refusal as `planSingle`, and `one-to-one-that-day`, `only-supervisor`, `not-found`
 */
export async function putInMeeting(
  needs: Pick<Needs, 'store' | 'clock' | 'ids' | 'policies'>,
  actor: Actor,
  {
    pairId,
    id,
    start,
    end,
  }: { readonly pairId: string; readonly id: string; readonly start: Instant; readonly end: Instant },
) {
  await needs.policies.inForce(actor.tenantId);
  return needs.store.asPerson(actor, async (tx) => {
    const { pair, role } = await lockedPair(tx, actor, pairId);
    requireAct('schedule', role, null);
    const known = await tx.meetings.find(id);
    if (known?.pairId === pair.id && known.seriesId === null) return { seq: await tx.pairs.seq(pair.id) };
    const { supervisor } = await peopleOf(tx, pair);
    requireDayWithout(await tx.meetings.ofPair(pair.id), start, supervisor.zone);
    await planSingle(tx, needs, actor, pair, { id, kind: 'one-to-one', start, end, note: '' });
    return { seq: await tx.changed(pair.id, 'meeting-planned') };
  });
}
