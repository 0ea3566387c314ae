import type { MeasureView } from '#contract/measures.ts';
import { sayMonth } from '../../text/dates.ts';
import { say } from '../../text/say.ts';

/** A figure with its unit: "86%", "24 days". */
export function sayFigure(value: number, unit: string): string {
  const text = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }).format(value);
  if (unit === '') return text;
  return unit === '%' ? `${text}%` : say('measure.figureWith', { value: text, unit });
}

/** "Down 7 since Jun". */
export function sayTrend({ trend, readings, unit }: MeasureView): string {
  const first = readings[0];
  if (trend === null || first === undefined) return say('measure.none');
  if (readings.length === 1) return say('measure.one');
  const since = sayMonth(first.on);
  if (trend.direction === 'steady') return say('measure.steady', { since });
  const size = Math.round(Math.abs(trend.change) * 100) / 100;
  const change = unit === '%' ? say('measure.points', { count: size }) : sayFigure(size, unit);
  return trend.direction === 'up' ? say('measure.up', { change, since }) : say('measure.down', { change, since });
}

/** The latest figure, or nothing yet. */
export function sayLatest({ readings, unit }: MeasureView): string {
  const last = readings.at(-1);
  return last === undefined ? say('measure.none') : sayFigure(last.value, unit);
}
