/** A moment, as ISO 8601 in UTC with milliseconds: `2026-11-26T10:00:00.000Z`. Text order is time order. */
export type Instant = string;

/** A day on a wall calendar: `2026-11-26`. Text order is time order. */
export type LocalDate = string;

/** A time on a wall clock, to the minute: `10:00`. */
export type LocalTime = string;

/** An IANA time zone name: `Europe/London`. */
export type Zone = string;

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A span between meetings, as policies word it. */
export type Interval = { readonly weeks: number } | { readonly months: number };
