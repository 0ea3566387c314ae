import type { Meeting } from '../meeting/meeting.ts';
import type { Instant } from '../time-types.ts';
import type { Series } from './series.ts';

/** Whether the last meeting of a booked series is over, or it is gone from Outlook: Outlook has nothing more to do with it, and the next may be booked. */
export function isRunOut(
  series: Pick<Series, 'id' | 'state'>,
  meetings: readonly Pick<Meeting, 'seriesId' | 'state' | 'end'>[],
  now: Instant,
): boolean {
  if (series.state === 'gone') return true;
  if (series.state !== 'booked') return false;
  return !meetings.some(
    ({ seriesId, state, end }) => seriesId === series.id && (state === 'open' || (state === 'planned' && end >= now)),
  );
}
