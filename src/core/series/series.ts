import type { Instant, LocalDate, LocalTime, Weekday, Zone } from '../time-types.ts';

export type WeekIndex = 'first' | 'second' | 'third' | 'fourth' | 'last';

/** How a series repeats. Local wall-clock rule; instants are derived. */
export type SeriesPattern =
  | { readonly kind: 'weekly'; readonly every: number; readonly weekday: Weekday }
  | { readonly kind: 'monthly'; readonly every: number; readonly weekday: Weekday; readonly week: WeekIndex }
  /** On a day of the month; on the last day of a month that is too short for it, as Outlook does. */
  | { readonly kind: 'dated'; readonly every: number; readonly day: number };

/** A recurring one-to-one as planned: local start, zone and rule. */
export interface SeriesPlan {
  readonly pattern: SeriesPattern;
  readonly zone: Zone;
  readonly startDate: LocalDate;
  readonly startTime: LocalTime;
  readonly minutes: number;
  /** Where, as the two agreed; left out: in Teams alone. */
  readonly place?: string | undefined;
  /** Last day on which an occurrence may fall. */
  readonly untilDate: LocalDate;
}

/** One meeting of a series, where the rule puts it. */
export interface Occurrence {
  /** The day the rule gives; names the occurrence for good, even after a move. */
  readonly originalDate: LocalDate;
  readonly start: Instant;
  readonly end: Instant;
}

/** `gone`: taken away in Outlook, or its mailbox is; nothing is made again until somebody asks. */
export type SeriesState = 'being-booked' | 'booked' | 'ended' | 'parked' | 'gone';

/** A series of a pair, and what Outlook knows it as once it is there. */
export interface Series {
  readonly id: string;
  readonly pairId: string;
  readonly state: SeriesState;
  readonly plan: SeriesPlan;
  readonly subject: string;
  readonly note: string;
  readonly eventId: string | null;
  readonly iCalUid: string | null;
  readonly joinUrl: string | null;
  readonly chatId: string | null;
}
