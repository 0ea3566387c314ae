import type { SingleEvent } from '#core/event/single-event.ts';
import { firstMissing, unanswered, type MeetingBase } from '#core/following/base.ts';
import { followEvent, mayComeBack } from '#core/following/follow-event.ts';
import type { OutlookEvent } from '#core/following/outlook.ts';
import type { Pair } from '#core/people/pair.ts';
import { hasEnded, isPausedOn } from '#core/people/pause.ts';
import type { Actor } from '#core/people/person.ts';
import { localDateOf } from '#core/time.ts';
import type { Instant } from '#core/time-types.ts';
import type { Gone } from '../ports/outlook.ts';
import type { Transaction } from '../ports/store.ts';
import { leaveItems } from './carry-items.ts';
import { keepNews, withdraw } from './keep-news.ts';
import { endEvent, movePreparation } from './meeting-event.ts';
import type { Needs } from './needs.ts';

function stillMeet(pair: Pair, at: Instant): boolean {
  const day = localDateOf(at, 'UTC');
  return !hasEnded(pair, day) && !isPausedOn(pair, day);
}

/** What is back with its mailbox, on a day on which the two do not meet any more, is called off there too. */
async function endWhatIsBack(
  tx: Transaction,
  needs: Pick<Needs, 'clock' | 'ids'>,
  actor: Actor,
  event: SingleEvent,
): Promise<void> {
  const { id, pairId, start, end } = event;
  const base: MeetingBase = { start, end, isGone: true, invited: unanswered };
  await tx.following.saveMeetingBases(pairId, new Map([[id, base]]));
  await endEvent(tx, needs, actor, event, '');
}

/** Follows one event that is no part of a series, as its owner's calendar has it. */
export async function applyEvent(
  needs: Pick<Needs, 'store' | 'clock' | 'ids'>,
  actor: Actor,
  which: { readonly pairId: string; readonly singleEventId: string },
  truth: OutlookEvent | Gone,
): Promise<void> {
  await needs.store.asPerson(actor, async (tx) => {
    await tx.pairs.lock(which.pairId);
    const [pair, event] = await Promise.all([tx.pairs.find(which.pairId), tx.singleEvents.find(which.singleEventId)]);
    if (pair === null || event === null) return;
    const found = await tx.meetings.find(event.meetingId);
    const meeting = event.purpose === 'meeting' ? found : null;
    const base = (await tx.following.meetingBases(pair.id)).get(event.id);
    if (event.state === 'ended') {
      const isThere = truth !== 'gone' && truth !== 'mailbox-gone';
      if (!isThere || meeting === null || !mayComeBack(meeting, base?.calledOff, needs.clock.now())) return;
      if (!stillMeet(pair, truth.start)) {
        await endWhatIsBack(tx, needs, actor, event);
        return;
      }
    }
    const effects = (await tx.effects.ofPair(pair.id)).filter(({ lane }) => lane === `event:${event.id}`);
    const open = effects.filter(({ state }) => state === 'promised' || state === 'parked');
    const readAt = truth === 'gone' || truth === 'mailbox-gone' ? null : truth.readAt;
    const isPromised =
      open.length > 0 ||
      effects.some(
        ({ body, state, settledAt }) =>
          body.kind !== 'create-event' && state === 'done' && settledAt !== null && settledAt >= (readAt ?? settledAt),
      );
    if (truth === 'mailbox-gone') {
      const seen = base ?? { start: event.start, end: event.end, isGone: false, invited: unanswered };
      const missing = firstMissing(seen, needs.clock.now());
      if (missing !== null) {
        // While ours is on its way nobody knows where Outlook has it.
        if (!isPromised) await tx.following.saveMeetingBases(pair.id, new Map([[event.id, missing]]));
        return;
      }
    }
    const followed = followEvent({ event, meeting, base, isPromised }, truth);
    if (JSON.stringify(followed.event) !== JSON.stringify(event)) await tx.singleEvents.save(followed.event);
    if (followed.base !== null) await tx.following.saveMeetingBases(pair.id, new Map([[event.id, followed.base]]));
    if (followed.isOvertaken)
      await withdraw(
        tx,
        needs,
        open.map(({ id }) => id),
      );
    if (meeting !== null && followed.meeting !== null && followed.meeting !== meeting) {
      await tx.meetings.save([followed.meeting]);
      if (followed.meeting.state === 'cancelled') {
        await leaveItems(tx, needs.ids, meeting);
        for (const one of await tx.singleEvents.ofMeetings([meeting.id])) await endEvent(tx, needs, actor, one, '');
      } else if (followed.meeting.start !== meeting.start)
        await movePreparation(tx, needs, actor, followed.meeting, meeting.start);
    }
    await keepNews(tx, needs, { pairId: pair.id, seriesId: null }, followed.news);
    const isChanged =
      followed.meeting !== meeting || followed.event.start !== event.start || followed.event.state !== event.state;
    if (isChanged || followed.news.length > 0) await tx.changed(pair.id, 'outlook-followed');
  });
}
