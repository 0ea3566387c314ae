import type { SeriesPlan } from '#core/series/series.ts';
import type { Zone } from '#core/time-types.ts';
import { Failure } from '#server/ports/failures.ts';
import type { Logger } from '#server/ports/system.ts';
import type { GraphCaller } from './graph-http.ts';
import { recurrenceOf } from './graph-recurrence.ts';
import { seriesAnswer, seriesSpanAnswer } from './graph-schemas.ts';
import { keepsRule } from './graph-series.ts';
import { inUtc, instantOfOutlook } from './graph-time.ts';

const wanted = 'id,iCalUId,start,end,isCancelled,recurrence';

/**
 * Gives a series another rule in place: one PATCH of its master, which is one update to the attendee. Nothing but times and rule
 * is sent, so the body with its join block keeps every byte. A doubt is settled by reading: a rule that is there is not sent again.
 */
export async function changeSeries(
  caller: GraphCaller,
  fallback: Zone,
  eventId: string,
  plan: SeriesPlan,
  log: Logger,
): Promise<void> {
  const path = `/me/events/${encodeURIComponent(eventId)}`;
  const series = await caller.read(
    { method: 'GET', path: `${path}?$select=${wanted}`, headers: inUtc },
    seriesSpanAnswer,
  );
  if (series.isCancelled === true) throw new Failure('outlook-missing', { outsideCode: 'no-such-event' });
  const { start, end, recurrence } = recurrenceOf(plan);
  const isAtTimes =
    instantOfOutlook(series.start, fallback) === instantOfOutlook(start, plan.zone) &&
    instantOfOutlook(series.end, fallback) === instantOfOutlook(end, plan.zone);
  if (isAtTimes && keepsRule(series, plan) && isAnchored(series, recurrence.range.startDate)) return;
  const body = isAtTimes ? { recurrence } : { start, end, recurrence };
  const changed = await caller.write({ method: 'PATCH', path, body, headers: inUtc }, seriesAnswer);
  if (!keepsRule(changed, plan)) log.warn('series-differs', { eventId });
}

function isAnchored(
  series: { readonly recurrence?: { readonly range: { readonly startDate: string } } | null | undefined },
  startDate: string,
): boolean {
  return series.recurrence == null || series.recurrence.range.startDate === startDate;
}
