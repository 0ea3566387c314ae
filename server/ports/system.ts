import type { Instant } from '#core/time-types.ts';

export interface Clock {
  now(): Instant;
}

export interface Ids {
  /** A fresh uuid. */
  next(): string;
}

/** What opens a door to whoever has it. */
export interface Secrets {
  /** 256 random bits, as 43 letters that need no escaping in an address. */
  next(): string;
}

/** Facts only: codes, ids, durations. Nobody's words, no tokens, no addresses. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Logger {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  /** Once per bug, with its request id. */
  error(event: string, facts: LogFacts, cause: unknown): void;
}

/** The passing of time, apart from the calendar: for pacing and resting. */
export interface Timing {
  /** Milliseconds since some beginning; never goes back. */
  readonly now: () => number;
  /** Rests so long, or until the signal, if that comes first. Never rejects. */
  readonly pause: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}
