import type { Clock } from '#server/ports/system.ts';

/** The machine's own clock, in UTC with milliseconds. */
export function systemClock(): Clock {
  return { now: () => new Date().toISOString() };
}
