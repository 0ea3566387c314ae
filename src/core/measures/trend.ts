import type { Measure, Reading } from './measure.ts';

/** Which way a measure has gone since its first reading. `change` is in the measure's own unit; up is more, not better. */
export interface Trend {
  readonly first: Reading;
  readonly last: Reading;
  readonly change: number;
  readonly direction: 'up' | 'down' | 'steady';
  /** Whether the last reading meets the target. */
  readonly reached: boolean;
}

/** The trend of a measure, or null before its first reading (OUT-2). */
export function trendOf(measure: Measure): Trend | null {
  const first = measure.readings[0];
  const last = measure.readings.at(-1);
  if (first === undefined || last === undefined) return null;
  // 80.1 - 79.8 must read 0.3.
  const change = Number((last.value - first.value).toFixed(6));
  const direction = change === 0 ? 'steady' : change > 0 ? 'up' : 'down';
  const reached = measure.better === 'higher' ? last.value >= measure.target : last.value <= measure.target;
  return { first, last, change, direction, reached };
}
