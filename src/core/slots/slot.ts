import type { Instant, LocalDate, LocalTime, Weekday, Zone } from '../time-types.ts';
import type { SeriesPattern, SeriesPlan } from '../series/series.ts';

export type BusyStatus = 'busy' | 'tentative' | 'away';

/** A stretch of somebody's calendar that is taken. */
export interface BusyTime {
  readonly start: Instant;
  readonly end: Instant;
  readonly status: BusyStatus;
  /** What it is, where the asker may know; null otherwise. */
  readonly label: string | null;
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

/** How often somebody wants to meet; the weekday is what is being looked for. */
export type SlotRhythm =
  { readonly kind: 'weekly'; readonly every: number } | { readonly kind: 'monthly'; readonly every: number };

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
}

export type ClashKind = 'busy' | 'tentative' | 'away' | 'holiday';

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
  /** A nearby time both can make, when this one clashes. */
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
