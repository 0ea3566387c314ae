import { Refusal } from '../refusal.ts';
import { instantFromMilliseconds, millisecondsOf } from '../time.ts';
import type { Instant } from '../time-types.ts';
import { requirePlanned } from './meeting-life.ts';
import type { Meeting, Skip } from './meeting.ts';

/** How long Outlook is not told yet, in seconds: so long a skip can be taken back as if it had never been. */
export const undoSeconds = 30;

/** Until when a skip can be taken back. */
export function undoEnds({ at }: Pick<Skip, 'at'>): Instant {
  return instantFromMilliseconds(millisecondsOf(at) + undoSeconds * 1000);
}

/** Whether a meeting was skipped and the skip can still be taken back: what is promised about it may yet be wanted. */
export function mayBeTakenBack({ skipped }: Pick<Meeting, 'skipped'>, now: Instant): boolean {
  return skipped !== null && now < undoEnds(skipped);
}

/**
 * Passes over one meeting of a series that is still to come. Unlike a meeting cancelled for a reason it needs none; words are for the other.
 * @throws Refusal bad-request for a meeting of no series, slot-in-past for one that has begun, and what keeps a meeting from being planned
 */
export function skipMeeting(meeting: Meeting, skip: Pick<Skip, 'by' | 'at'>, words: string | null): Meeting {
  requirePlanned(meeting);
  if (meeting.seriesId === null) throw new Refusal('bad-request', { what: 'series' });
  if (meeting.start <= skip.at) throw new Refusal('slot-in-past');
  const reason = words?.trim() ?? '';
  return {
    ...meeting,
    state: 'cancelled',
    reason: reason === '' ? null : reason,
    skipped: { ...skip, was: meeting.reason },
  };
}

/**
 * Takes a skip back while Outlook has not been told.
 * @throws Refusal bad-request for a meeting nobody skipped, skip-told once it is too late
 */
export function takeBackSkip(meeting: Meeting, now: Instant): Meeting {
  if (meeting.state !== 'cancelled' || meeting.skipped === null) throw new Refusal('bad-request', { what: 'skip' });
  if (!mayBeTakenBack(meeting, now) || meeting.start <= now) throw new Refusal('skip-told');
  return { ...meeting, state: 'planned', reason: meeting.skipped.was, skipped: null };
}
