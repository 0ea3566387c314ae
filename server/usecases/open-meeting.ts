import { openMeeting } from '#core/meeting/meeting-life.ts';
import type { Actor } from '#core/people/person.ts';
import type { Needs } from './needs.ts';
import { meetingForAct, meetingScope } from './pair-scope.ts';

/** Begins the meeting for both. The second of the two to press changes nothing. @throws Refusal `meeting-closed`, `meeting-cancelled`, `not-found` */
export async function beginMeeting(
  needs: Pick<Needs, 'store' | 'clock'>,
  actor: Actor,
  input: { readonly meetingId: string },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const seen = await meetingScope(tx, actor, input.meetingId);
    await tx.pairs.lock(seen.pair.id);
    const now = await meetingScope(tx, actor, input.meetingId);
    if (now.meeting.state === 'open') return { seq: await tx.pairs.seq(now.pair.id) };
    const { meeting, pair } = await meetingForAct(tx, actor, input.meetingId, 'open');
    await tx.meetings.save([openMeeting(meeting, needs.clock.now())]);
    return { seq: await tx.changed(pair.id, 'meeting-opened') };
  });
}
