import type { MeasureView } from '#contract/measures.ts';
import { daysBetween } from '#core/time.ts';

/** Where figures fall in a picture: every point between 0 and 1, the bottom being the lowest value shown and not zero. */
export interface Scale {
  readonly points: readonly { readonly x: number; readonly y: number; readonly on: string; readonly value: number }[];
  readonly target: number;
  readonly low: number;
  readonly high: number;
}

/** Lays a measure's figures and target out by day and value, with a little air above and below. */
export function scaleOf({ readings, target }: MeasureView): Scale {
  const values = [...readings.map((reading) => reading.value), target];
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const air = (highest - lowest || Math.abs(highest) || 1) * 0.15;
  const low = lowest - air;
  const high = highest + air;
  const first = readings[0]?.on ?? '';
  const span = Math.max(1, daysBetween(first === '' ? '2000-01-01' : first, readings.at(-1)?.on ?? '2000-01-02'));
  const y = (value: number) => (value - low) / (high - low);
  const points = readings.map(({ on, value }) => ({ on, value, x: daysBetween(first, on) / span, y: y(value) }));
  return { points, target: y(target), low, high };
}
