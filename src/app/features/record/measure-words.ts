import type { MeasureView } from '#contract/measures.ts';
import { sayMonth, sayDayOfMonth } from '../../text/dates.ts';
import { daysBetween } from '#core/time.ts';
import { say } from '../../text/say.ts';

const monthsApart = 45;
const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** "26 days", "84%". */
export function amount(value: number, unit: string): string {
  if (unit === '') return number.format(value);
  return unit === '%' ? `${number.format(value)}%` : `${number.format(value)} ${unit}`;
}

/** "Down 7 since Jun"; nothing before there are two readings. */
export function trendWords(measure: MeasureView, today: string): string {
  const first = measure.readings.at(0);
  const { trend } = measure;
  if (trend === null || first === undefined || measure.readings.length < 2) return '';
  const day = daysBetween(first.on, today) > monthsApart ? sayMonth(first.on) : sayDayOfMonth(first.on);
  if (trend.direction === 'steady') return say('record.trendSteady', { day });
  const change = number.format(Math.abs(trend.change));
  return trend.direction === 'up' ? say('record.trendUp', { change, day }) : say('record.trendDown', { change, day });
}
