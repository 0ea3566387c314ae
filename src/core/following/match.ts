import type { Meeting } from '../meeting/meeting.ts';
import type { Instant } from '../time-types.ts';
import type { OutlookOccurrence } from './outlook.ts';

/** Which meeting an occurrence is. */
export interface Matched {
  readonly meeting: Meeting;
  readonly occurrence: OutlookOccurrence;
}

/** Meetings and occurrences brought together, and what is left of each. */
export interface Matching {
  readonly pairs: readonly Matched[];
  /** Meetings still to come that no occurrence stands for. */
  readonly absent: readonly Meeting[];
  /** Occurrences still to come that no meeting stands for. */
  readonly unknown: readonly OutlookOccurrence[];
}

/** Of several meetings of one day the one still to be held, then one that was, then one that was called off. */
const precedence: Record<Meeting['state'], number> = { planned: 0, open: 1, closed: 1, missed: 2, cancelled: 3 };

/** Meetings whose content is settled: an occurrence of theirs is accounted for, and nothing about them changes. */
function isHeld({ state }: Meeting): boolean {
  return state === 'open' || state === 'closed' || state === 'missed';
}

function isAhead(meeting: Meeting, now: Instant): boolean {
  return meeting.state === 'planned' && meeting.end > now;
}

/** Brings together what stands for the same day of the rule. */
export function matchByDay(
  meetings: readonly Meeting[],
  occurrences: readonly OutlookOccurrence[],
  now: Instant,
): Matching {
  const byDay = Map.groupBy(
    meetings.toSorted((a, b) => precedence[a.state] - precedence[b.state]),
    ({ originalDate }) => originalDate,
  );
  const pairs: Matched[] = [];
  const unknown: OutlookOccurrence[] = [];
  const matched = new Set<string>();
  for (const occurrence of occurrences) {
    const meeting = byDay.get(occurrence.originalDate)?.[0];
    if (meeting === undefined) {
      if (occurrence.end > now) unknown.push(occurrence);
      continue;
    }
    matched.add(meeting.id);
    if (!isHeld(meeting)) pairs.push({ meeting, occurrence });
  }
  return { pairs, absent: meetings.filter((one) => isAhead(one, now) && !matched.has(one.id)), unknown };
}

/** Brings together in order, after the rule has changed: the next meeting is the next occurrence, and so on. */
export function matchInOrder(
  meetings: readonly Meeting[],
  occurrences: readonly OutlookOccurrence[],
  now: Instant,
): Matching {
  const ahead = meetings.filter((one) => isAhead(one, now)).toSorted((a, b) => (a.start < b.start ? -1 : 1));
  // What is being held just now, or was held before its time, is not held again.
  const held = new Set(meetings.filter((one) => isHeld(one) && one.end > now).map(({ originalDate }) => originalDate));
  const coming = occurrences
    .filter((one) => one.end > now && !held.has(one.originalDate))
    .toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const pairs = ahead.flatMap((meeting, index) => {
    const occurrence = coming[index];
    return occurrence === undefined ? [] : [{ meeting, occurrence }];
  });
  return { pairs, absent: ahead.slice(coming.length), unknown: coming.slice(ahead.length) };
}
