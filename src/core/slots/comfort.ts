import type { Calendar, Stretch } from './calendars.ts';

const dayMilliseconds = 86_400_000;
const hour = 3_600_000;

function isComfortable(calendar: Calendar, at: Stretch): boolean {
  const wall = calendar.clock.wallOf(at.start);
  const start = wall - Math.floor(wall / dayMilliseconds) * dayMilliseconds;
  const end = start + (at.end - at.start);
  const overLunch = start < 13 * hour && end > 12 * hour;
  return start >= 9.5 * hour && end <= 16 * hour && !overLunch;
}

/** For how many people a time is early, late or over lunch: before 09:30, after 16:00, or between 12:00 and 13:00 by their own clock. */
export function discomfort(calendars: readonly Calendar[], at: Stretch): number {
  return calendars.filter((calendar) => !isComfortable(calendar, at)).length;
}
