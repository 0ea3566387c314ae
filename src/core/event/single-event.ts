import type { Instant } from '../time-types.ts';

export type SingleEventState = 'being-booked' | 'booked' | 'ended';

/** What an event is for: a meeting of its own, or time one of the two keeps free to prepare for one (ESS-4). */
export type SingleEventPurpose = 'meeting' | 'preparation';

/** One event in Outlook that is no part of a series, and what Outlook knows it as once it is there. */
export interface SingleEvent {
  readonly id: string;
  readonly pairId: string;
  readonly meetingId: string;
  readonly purpose: SingleEventPurpose;
  /** Whose calendar it stands in first; a meeting's is the supervisor's. */
  readonly ownerId: string;
  readonly state: SingleEventState;
  readonly start: Instant;
  readonly end: Instant;
  readonly eventId: string | null;
  readonly iCalUid: string | null;
  readonly joinUrl: string | null;
  readonly chatId: string | null;
}
