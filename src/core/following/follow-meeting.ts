import type { Meeting } from '../meeting/meeting.ts';
import type { CalledOff, MeetingBase } from './base.ts';
import { newsOf, type NewsFact, type NewsKind } from './news.ts';
import type { Invited, Span } from './outlook.ts';

/** What following Outlook does to one meeting. */
export interface FollowedMeeting {
  /** The meeting now; the same object where nothing about it changed. */
  readonly meeting: Meeting;
  readonly base: MeetingBase | null;
  readonly news: readonly NewsFact[];
  /** Promises Outlook has overtaken. */
  readonly isOvertaken: boolean;
}

/** A meeting and what is known of it. */
export interface Watched {
  readonly meeting: Meeting;
  /** What was last seen of it. */
  readonly base: MeetingBase;
  /** Whether a promise of ours explains that Outlook still has it where it was. */
  readonly isPromised: boolean;
  /** Where Duologue itself put it one after the other, looked at since or not. */
  readonly ownPlaces?: readonly Span[];
  /** Where the last promise of ours put it, once that is kept; null: it is not, or put it nowhere. */
  readonly lastPlace?: Span | null;
}

/** Whether both stand at the same time. */
export function sameTime(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

function timeNews(from: Span, to: Span): NewsKind {
  if (from.start !== to.start) return 'meeting-moved';
  return to.end < from.end ? 'meeting-shortened' : 'meeting-lengthened';
}

function seen(span: Span, invited: Invited): MeetingBase {
  return { start: span.start, end: span.end, isGone: false, invited };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** The meeting where Outlook has it. `rulePlace`: where its rule would have it; null: it has none. */
function placed(meeting: Meeting, at: Span, rulePlace: Span | null): Meeting {
  const original = rulePlace?.start ?? meeting.movedFrom ?? meeting.start;
  return {
    ...meeting,
    state: 'planned',
    start: at.start,
    end: at.end,
    reason: null,
    movedFrom: original === at.start ? null : original,
    skipped: null,
  };
}

/** Follows a meeting that stands in the calendar. What it says stays with it, wherever it goes. */
export function followPresent(
  { meeting, base, isPromised, ownPlaces = [], lastPlace = null }: Watched,
  there: Span & { readonly invited: Invited },
  rulePlace: Span | null,
): FollowedMeeting {
  // A place of ours that another promise of ours follows may have been reached without having been looked at.
  const isOwnPlace = isPromised && ownPlaces.some((place) => sameTime(place, there));
  // Ours came last: it counts, even where Outlook's had been followed while it was sent.
  const hasArrived = lastPlace !== null && sameTime(lastPlace, there) && !sameTime(there, base);
  const wasTouched = base.isGone || hasArrived || !(sameTime(there, base) || isOwnPlace);
  const isOurs = meeting.state === 'planned' && sameTime(there, meeting);
  const now = { ...seen(there, there.invited) };
  if (isOurs) return { meeting, base: now, news: [], isOvertaken: false };
  if (isPromised && !wasTouched) return { meeting, base: null, news: [], isOvertaken: false };
  const from = spanOf(meeting);
  const to = spanOf(there);
  const about = { meetingId: meeting.id, by: 'organiser', from, to } as const;
  const kind =
    isPromised && wasTouched
      ? 'both-changed'
      : meeting.state === 'cancelled'
        ? 'meeting-restored'
        : timeNews(from, there);
  return {
    meeting: placed(meeting, there, rulePlace),
    base: now,
    news: [newsOf(kind, about)],
    isOvertaken: isPromised,
  };
}

/**
 * Follows a meeting that is in the calendar no more: it is called off, and what was to be talked about goes on to the next. `by`: whose
 * doing that is; null: nobody can say.
 */
export function followAbsent(
  { meeting, base, isPromised }: Watched,
  by: CalledOff['by'] = 'organiser',
): FollowedMeeting {
  const gone = { ...base, isGone: true };
  if (meeting.state === 'cancelled') return { meeting, base: gone, news: [], isOvertaken: false };
  return {
    meeting: { ...meeting, state: 'cancelled', reason: null },
    base: { ...gone, calledOff: { by } },
    news: [newsOf('meeting-cancelled', { meetingId: meeting.id, by, from: spanOf(meeting) })],
    isOvertaken: isPromised,
  };
}
