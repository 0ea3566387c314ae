/** A clock that a test sets and moves by hand. */
export interface TestClock {
  readonly now: () => number;
  set(instant: string): void;
  forward(minutes: number): void;
}

/** Begins on a Thursday morning in November 2026, London time. */
export function testClock(start = '2026-11-26T09:40:00.000Z'): TestClock {
  let at = Date.parse(start);
  return {
    now: () => at,
    set: (instant) => {
      at = Date.parse(instant);
    },
    forward: (minutes) => {
      at += minutes * 60_000;
    },
  };
}
