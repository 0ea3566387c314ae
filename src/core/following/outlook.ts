import type { Occurrence, SeriesPattern } from '../series/series.ts';
import type { Instant, LocalDate, LocalTime, Zone } from '../time-types.ts';

/** From when until when. */
export interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

/** How somebody answered an invitation. */
export type Answer = 'none' | 'accepted' | 'tentative' | 'declined';

/** Somebody on an invitation who is neither of the two. */
export interface Guest {
  readonly name: string;
  readonly mail: string;
  /** Left out: none. */
  readonly answer?: Answer;
}

/** Who is asked to come besides the organiser, and what the other of the two said. */
export interface Invited {
  /** Whether the other of the two is on the invitation. */
  readonly isThere: boolean;
  readonly answer: Answer;
  /** Another time the other of the two asked for. */
  readonly proposal: Span | null;
  readonly guests: readonly Guest[];
}

/** The rule of a series as Outlook keeps it: a wall-clock time in a zone. */
export interface OutlookRule {
  /** Null: a rule Duologue does not make itself, such as daily. Its days are followed as Outlook lists them. */
  readonly pattern: SeriesPattern | null;
  /** The pattern as Outlook words it, to tell one such rule from another; null where nobody looked. */
  readonly wording: string | null;
  readonly zone: Zone;
  /** Day of the first occurrence. */
  readonly startDate: LocalDate;
  readonly startTime: LocalTime;
  readonly minutes: number;
  /** Last day an occurrence may fall on; null: no end. */
  readonly untilDate: LocalDate | null;
}

/** One occurrence as it stands in the organiser's calendar. */
export interface OutlookOccurrence extends Occurrence {
  readonly invited: Invited;
  /** False: it differs in nothing from its series, so nothing that was put on this one alone stands there; left out: not known. */
  readonly isOfItsOwn?: boolean;
}

/** A series as it stands in the organiser's calendar. */
export interface OutlookSeries {
  readonly eventId: string;
  readonly rule: OutlookRule;
  readonly invited: Invited;
  /** All that stand in the calendar up to `readUntil`, by start. */
  readonly occurrences: readonly OutlookOccurrence[];
  /** When reading began: what Outlook was told since may be missing. */
  readonly readAt: Instant;
  readonly readUntil: Instant;
}

/** An event that is no part of a series, as it stands in its owner's calendar. */
export interface OutlookEvent extends Span {
  readonly eventId: string;
  readonly invited: Invited;
  readonly readAt: Instant;
}
