import type { Term } from '../cadence/cadence-kind.ts';
import type { SeriesPattern, SeriesPlan } from '../series/series.ts';
import type { Instant, LocalDate, LocalTime, Weekday, Zone } from '../time-types.ts';

export type BusyStatus = 'busy' | 'tentative' | 'away';

/** A stretch of somebody's calendar that is taken. */
export interface BusyTime {
  readonly start: Instant;
  readonly end: Instant;
  readonly status: BusyStatus;
  /** What it is, where the asker may know; null otherwise. */
  readonly label: string | null;
  /** Kept free for oneself in Duologue: nothing new is put there, and what was booked before is not in its way. */
  readonly isKeptFree?: true;
}

export interface WorkingHours {
  readonly days: readonly Weekday[];
  readonly start: LocalTime;
  readonly end: LocalTime;
  readonly zone: Zone;
}

/** What one person's calendar says about the horizon. */
export interface Availability {
  readonly personId: string;
  readonly workingHours: WorkingHours;
  readonly busy: readonly BusyTime[];
}

/** Every so many weeks, on the same weekday. */
export interface WeeklyRhythm {
  readonly kind: 'weekly';
  readonly every: number;
}

/** How often somebody wants to meet; the day and the hour are what is being looked for. */
export type SlotRhythm =
  | WeeklyRhythm
  /** On the same weekday of every so many months: the second Tuesday. */
  | { readonly kind: 'monthly'; readonly every: number }
  /** On the same day of every so many months: the 15th. */
  | { readonly kind: 'dated'; readonly every: number }
  /** Again after so many weeks and within so many: whichever step between suits best (ESS-1). */
  | { readonly kind: 'window'; readonly from: number; readonly to: number }
  /** At least so many in every stretch of so many months, evenly apart (OD3a-1). */
  | { readonly kind: 'rolling'; readonly count: number; readonly months: number }
  /** At least one in each term of the request (FORM-1). */
  | { readonly kind: 'term' };

/** A time at which a one-to-one must not stand, whatever calendars say: a meeting that is to stand apart from them (OUT-11). */
export interface ApartTime {
  readonly start: Instant;
  readonly end: Instant;
  readonly label: string | null;
}

export interface SlotRequest {
  readonly people: readonly Availability[];
  readonly rhythm: SlotRhythm;
  readonly minutes: number;
  /** Zone in which the series is kept: the organiser's. */
  readonly zone: Zone;
  readonly from: LocalDate;
  readonly weeks: number;
  /** Nothing before this moment is offered. */
  readonly notBefore: Instant;
  /** Days nobody works, with their name. */
  readonly holidays: Readonly<Record<LocalDate, string>>;
  readonly stepMinutes: number;
  /** How many offers at most. */
  readonly most: number;
  /** The terms that want a meeting, in order; for a rhythm by terms. */
  readonly terms?: readonly Term[] | undefined;
  readonly apart?: readonly ApartTime[] | undefined;
  /** The day by which the first meeting is asked for: the best time that begins by then is among the offers, where there is one. */
  readonly firstBy?: LocalDate | undefined;
}

/** Why an occurrence cannot be held as the rule puts it. `off`: not in somebody's working hours; `apart`: another meeting stands there that one-to-ones keep clear of; `term`: not in the term it is for. */
export type ClashKind = BusyStatus | 'holiday' | 'off' | 'apart' | 'term';

export interface Clash {
  readonly personId: string | null;
  readonly kind: ClashKind;
  readonly label: string | null;
}

export interface OfferedOccurrence {
  readonly originalDate: LocalDate;
  readonly start: Instant;
  readonly end: Instant;
  readonly clashes: readonly Clash[];
  /** A nearby time everybody can make, when this one clashes. */
  readonly alternative: { readonly start: Instant; readonly end: Instant } | null;
}

/** A recurring time, with every occurrence looked at. */
export interface SlotOffer {
  readonly plan: SeriesPlan;
  readonly pattern: SeriesPattern;
  readonly occurrences: readonly OfferedOccurrence[];
  readonly freeCount: number;
  /** Longest stretch between two meetings if every clash is moved to its alternative, in days. */
  readonly longestGapDays: number;
}
