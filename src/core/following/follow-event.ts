import type { SingleEvent } from '../event/single-event.ts';
import type { Meeting } from '../meeting/meeting.ts';
import type { Instant } from '../time-types.ts';
import type { CalledOff, MeetingBase } from './base.ts';
import { unanswered } from './base.ts';
import { followAbsent, followPresent, sameTime } from './follow-meeting.ts';
import { invitationNews } from './invitation-news.ts';
import type { NewsFact } from './news.ts';
import type { OutlookEvent } from './outlook.ts';

/** What Duologue has of an event that is no part of a series. */
export interface OwnEvent {
  readonly event: SingleEvent;
  /** Null: time one of the two keeps to prepare; the other is shown nothing of it. */
  readonly meeting: Meeting | null;
  readonly base: MeetingBase | undefined;
  /** Whether a promise of ours explains that Outlook still has it where it was. */
  readonly isPromised: boolean;
}

/** What following Outlook does to a single event. */
export interface FollowedEvent {
  readonly event: SingleEvent;
  readonly meeting: Meeting | null;
  readonly base: MeetingBase | null;
  readonly news: readonly NewsFact[];
  readonly isOvertaken: boolean;
}

/** Never looked at, Outlook has it as it was asked for: where it is ours while nothing is on its way, else wherever it is. */
function expected({ event, base, isPromised }: OwnEvent, theirs: OutlookEvent): MeetingBase {
  const place = isPromised ? theirs : event;
  return base ?? { start: place.start, end: place.end, isGone: false, invited: unanswered };
}

function followPreparation(own: OwnEvent, theirs: OutlookEvent | 'gone'): FollowedEvent {
  const { event, isPromised } = own;
  const nothing = { meeting: null, news: [], isOvertaken: false } as const;
  if (theirs === 'gone') {
    // Kept in mind, so that time somebody let go is not kept for them again.
    const gone = { start: event.start, end: event.end, isGone: true, invited: unanswered };
    return { ...nothing, event: { ...event, state: 'ended' }, base: gone, isOvertaken: isPromised };
  }
  const base = { start: theirs.start, end: theirs.end, isGone: false, invited: unanswered };
  const isUntouched = sameTime(theirs, expected(own, theirs));
  if (sameTime(theirs, event) || (isPromised && isUntouched))
    return { ...nothing, event: { ...event, eventId: theirs.eventId }, base };
  const moved = { ...event, start: theirs.start, end: theirs.end, eventId: theirs.eventId };
  return { ...nothing, event: moved, base, isOvertaken: isPromised };
}

/** Whether a meeting was called off only because the mailbox it stands in went: it may be back with it. */
export function mayComeBack(
  { state, start }: Pick<Meeting, 'state' | 'start'>,
  calledOff: CalledOff | undefined,
  now: Instant,
): boolean {
  return state === 'cancelled' && calledOff?.by === null && start > now;
}

/** Follows an event of its own: a meeting that is no part of a series, or time kept to prepare. An open or closed meeting never changes. */
export function followEvent(own: OwnEvent, theirs: OutlookEvent | 'gone' | 'mailbox-gone'): FollowedEvent {
  const { event, meeting, base, isPromised } = own;
  const isGone = theirs === 'gone' || theirs === 'mailbox-gone';
  if (meeting === null) return followPreparation(own, isGone ? 'gone' : theirs);
  const isBack = !isGone && mayComeBack(meeting, base?.calledOff, theirs.readAt);
  if (meeting.state !== 'planned' && !isBack) return { event, meeting, base: null, news: [], isOvertaken: false };
  const gone = { start: event.start, end: event.end, isGone: false, invited: unanswered };
  if (isGone) {
    const followed = followAbsent({ meeting, base: base ?? gone, isPromised }, theirs === 'gone' ? 'organiser' : null);
    return { ...followed, event: { ...event, state: 'ended' } };
  }
  const before = expected(own, theirs);
  const followed = followPresent({ meeting, base: before, isPromised }, theirs, null);
  const { start, end } = followed.meeting;
  return {
    ...followed,
    base: followed.base ?? { start: before.start, end: before.end, isGone: before.isGone, invited: theirs.invited },
    event: { ...event, start, end, eventId: theirs.eventId, ...(isBack ? { state: 'booked' as const } : {}) },
    news: [...followed.news, ...invitationNews(before.invited, theirs.invited, meeting.id)],
  };
}
