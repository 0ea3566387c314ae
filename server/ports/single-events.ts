import type { SingleEvent } from '#core/event/single-event.ts';

/** Events that are no part of a series: meetings of their own, and time kept to prepare. */
export interface SingleEvents {
  find(id: string): Promise<SingleEvent | null>;
  /** Those not ended. */
  ofMeetings(meetingIds: readonly string[]): Promise<readonly SingleEvent[]>;
  /** Those of one meeting that stand no more. */
  endedOf(meetingId: string): Promise<readonly SingleEvent[]>;
  /** The meeting Teams knows by this chat. */
  byChat(chatId: string): Promise<SingleEvent | null>;
  /** The meeting Outlook knows by this id, in the organiser's calendar. */
  byEvent(eventId: string): Promise<SingleEvent | null>;
  save(event: SingleEvent): Promise<void>;
}
