import { addDays, addMonths, instantOf, localDateOf } from '../time.ts';
import type { MeetingState } from '../meeting/meeting.ts';
import type { Instant, Zone } from '../time-types.ts';

/** A person's calendar link, as they may see it: never the link itself, of which only a fingerprint is kept. */
export interface FeedLink {
  readonly madeAt: Instant;
  /** When a calendar last asked, to the hour; null: none has yet. */
  readonly lastReadAt: Instant | null;
}

/** What the feed is made of: when a meeting is and with whom, nothing of what it is about. */
export interface FeedMeeting {
  readonly id: string;
  readonly state: MeetingState;
  readonly start: Instant;
  readonly end: Instant;
  /** How often its time or its being held has changed. */
  readonly revision: number;
  readonly revisedAt: Instant;
  readonly otherName: string;
}

/** One event of the feed, in the words of iCalendar. */
export interface FeedEvent {
  readonly uid: string;
  readonly summary: string;
  readonly status: 'CONFIRMED' | 'CANCELLED';
  readonly start: Instant;
  readonly end: Instant;
  readonly sequence: number;
  readonly changedAt: Instant;
}

const monthsBack = 3;
const monthsAhead = 12;
/** Somebody who has not opened Duologue for so long may be gone from the organisation, so their link rests. */
const restsAfterDays = 120;
/** Of letters a calendar shows, none cut in two. */
const beginning = /^.{0,80}/u;

/** The days a feed shows: the last three months and the coming year, where the person is. */
export function feedWindow(now: Instant, zone: Zone): { readonly from: Instant; readonly until: Instant } {
  const today = localDateOf(now, zone);
  return {
    from: instantOf(addMonths(today, -monthsBack), '00:00', zone),
    until: instantOf(addDays(addMonths(today, monthsAhead), 1), '00:00', zone),
  };
}

/** Whether the person's last visit is so long ago that their link is not answered until they come again. */
export function isResting(lastVisit: Instant, now: Instant): boolean {
  return Date.parse(now) - Date.parse(lastVisit) > restsAfterDays * 86_400_000;
}

/** Left out of a name: what ends a line, hides, or turns the direction of what follows. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

function firstName(name: string): string {
  const plain = name.toWellFormed().replace(unseen, ' ').replace(/\s+/g, ' ').trim();
  return beginning.exec(plain)?.[0] ?? '';
}

/** A meeting as its event: the same words whatever kind it is, so the feed says no more than that the two meet. */
export function feedEvent(meeting: FeedMeeting): FeedEvent {
  const name = firstName(meeting.otherName);
  return {
    uid: meeting.id,
    summary: name === '' ? 'One-to-one' : `One-to-one with ${name}`,
    status: meeting.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    start: meeting.start,
    end: meeting.end,
    sequence: meeting.revision,
    changedAt: meeting.revisedAt,
  };
}
