import { addDays, addMinutes, minutesBetween } from '../graph/wall-time.ts';
import type { WallTime } from '../graph/wall-time.ts';

/** A stretch of the calendar, on the wall of the person's zone. */
export interface Span {
  readonly start: WallTime;
  readonly end: WallTime;
}

/** How finely the calendar takes times from a pointer or a key, in minutes. */
export const stepMinutes = 15;

const dayMinutes = 24 * 60;

/** Minutes of a day at the step below them. */
export function stepBelow(minutes: number): number {
  return Math.min(dayMinutes, Math.max(0, Math.floor(minutes / stepMinutes) * stepMinutes));
}

/** The stretch between two minutes of a day, whichever was first, at least half an hour unless the day ends. */
export function spanOf(date: string, one: number, other: number): Span {
  const from = Math.min(one, other, dayMinutes - stepMinutes);
  const to = Math.min(dayMinutes, Math.max(one, other, from + 30));
  return { start: addMinutes(`${date}T00:00`, from), end: addMinutes(`${date}T00:00`, to) };
}

/** The stretch moved by whole days and minutes, as long as it was. */
export function movedSpan(span: Span, days: number, minutes: number): Span {
  const start = addMinutes(`${addDays(span.start.slice(0, 10), days)}T${span.start.slice(11)}`, minutes);
  return { start, end: addMinutes(start, minutesBetween(span.start, span.end)) };
}

/** The stretch with its end moved, never shorter than a step. */
export function resizedSpan(span: Span, minutes: number): Span {
  const length = Math.max(stepMinutes, minutesBetween(span.start, span.end) + minutes);
  return { start: span.start, end: addMinutes(span.start, length) };
}

/** Whether two stretches are the same. */
export function sameSpan(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}
