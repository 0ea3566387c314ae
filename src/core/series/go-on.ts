import type { Meeting } from '../meeting/meeting.ts';
import { addDays } from '../time.ts';
import type { LocalDate } from '../time-types.ts';
import { occurrenceDates } from './occurrences.ts';
import { departures, type SeriesRule } from './reassign.ts';
import type { Series } from './series.ts';

/** A series that goes on after a pause has half a year before it again, where less than two months of it are left. */
const atLeastDays = 56;
const afreshDays = 182;

/**
 * The rule by which a series goes on after a pause, at its own times and in its own rhythm: earlier than it would have, because
 * the days called off for the pause from `on` are held again. Days called off for another reason stay so, and so do meetings
 * before the pause. `today`: no day before it is looked at.
 */
export function goingOnFrom(
  series: Pick<Series, 'id' | 'plan'>,
  meetings: readonly Meeting[],
  { today, on, reason }: { readonly today: LocalDate; readonly on: LocalDate; readonly reason: string },
): SeriesRule {
  const { plan } = series;
  const hasMeetingBefore = meetings.some(
    ({ seriesId, state, originalDate }) =>
      seriesId === series.id && state === 'planned' && originalDate >= today && originalDate < on,
  );
  const from = hasMeetingBefore ? today : on;
  const wanted = plan.untilDate >= addDays(on, atLeastDays) ? plan.untilDate : addDays(on, afreshDays);
  const dates = occurrenceDates(plan.pattern, plan.startDate, addDays(wanted, afreshDays));
  const startDate = dates.find((date) => date >= from) ?? from;
  // Outlook holds a day again that was called off only where the rule it is given is another one.
  const isSame = startDate === plan.startDate && wanted === plan.untilDate;
  const untilDate = isSame ? addDays(wanted, 1) : wanted;
  const standing = meetings.filter(
    (one) => one.state !== 'cancelled' || one.reason !== reason || one.originalDate < on,
  );
  return {
    plan: { ...plan, startDate, untilDate: untilDate < startDate ? startDate : untilDate },
    ...departures(standing, series.id, startDate),
  };
}
