import { currentMeeting } from '#core/meeting/meeting-life.ts';
import type { Actor } from '#core/people/person.ts';
import type { Needs } from './needs.ts';

export interface MeetingHints {
  readonly chatId?: string | undefined;
  readonly eventId?: string | undefined;
  readonly start?: string | undefined;
}

/**
 * Which meeting a screen inside a chat, a meeting or an appointment is about.
 * What a host says is only a hint: only the actor's own pairs are looked through, and an attendee's event id differs from the organiser's,
 * so an appointment is known by when it starts.
 */
export async function findMeeting(needs: Pick<Needs, 'store' | 'clock'>, actor: Actor, hints: MeetingHints) {
  return needs.store.asPerson(actor, async (tx) => {
    const series =
      hints.chatId !== undefined
        ? await tx.series.byChat(hints.chatId)
        : hints.eventId !== undefined
          ? await tx.series.byEvent(hints.eventId)
          : null;
    if (series !== null) {
      const meetings = (await tx.meetings.ofPair(series.pairId)).filter((meeting) => meeting.seriesId === series.id);
      const meeting = meetings.find((one) => one.start === hints.start) ?? currentMeeting(meetings, needs.clock.now());
      return { meetingId: meeting?.id ?? null, pairId: series.pairId };
    }
    const event =
      hints.chatId !== undefined
        ? await tx.singleEvents.byChat(hints.chatId)
        : hints.eventId !== undefined
          ? await tx.singleEvents.byEvent(hints.eventId)
          : null;
    if (event !== null) return { meetingId: event.meetingId, pairId: event.pairId };
    if (hints.start === undefined) return { meetingId: null, pairId: null };
    const pairs = await tx.pairs.ofPerson(actor.personId);
    const meetings = await tx.meetings.ofPairs(pairs.map((pair) => pair.id));
    const meeting = meetings.find((one) => one.start === hints.start && one.state !== 'cancelled');
    return { meetingId: meeting?.id ?? null, pairId: meeting?.pairId ?? null };
  });
}
