import { isDeepStrictEqual } from 'node:util';
import type { SeriesPlan } from '#core/series/series.ts';
import { addDays, localDateOf } from '#core/time.ts';
import type { Instant, Zone } from '#core/time-types.ts';
import type { BookedSeries, MadeByUs, SeriesInvitation } from '#server/ports/calendar.ts';
import { Failure } from '#server/ports/failures.ts';
import type { Logger } from '#server/ports/system.ts';
import type { GraphCaller } from './graph-http.ts';
import { effectFilter, effectMark } from './graph-marks.ts';
import { patternOfOutlook, recurrenceOf } from './graph-recurrence.ts';
import { seriesAnswer, seriesRangeAnswer } from './graph-schemas.ts';
import type { SeriesAnswer } from './graph-schemas.ts';
import { noteHtml, oneLine } from './graph-text.ts';
import { inUtc, instantOfOutlook } from './graph-time.ts';
import { zoneOfOutlook } from './graph-zone.ts';

const seriesFields = 'id,iCalUId,isOnlineMeeting,onlineMeeting,isCancelled';

/** The event to be made. Sent again after a doubt it must be the same to the byte, so nothing here may depend on when. */
function eventFor(invitation: SeriesInvitation): unknown {
  const { start, end, recurrence } = recurrenceOf(invitation.plan);
  return {
    subject: oneLine(invitation.subject),
    body: { contentType: 'HTML', content: noteHtml(invitation.note) },
    start,
    end,
    recurrence,
    ...locationOf(invitation.plan),
    attendees: [
      {
        type: 'required',
        emailAddress: { name: oneLine(invitation.attendee.name), address: invitation.attendee.mail },
      },
    ],
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    responseRequested: true,
    allowNewTimeProposals: true,
    isReminderOn: true,
    reminderMinutesBeforeStart: 15,
    showAs: 'busy',
    categories: invitation.categories,
    transactionId: invitation.effectId,
    singleValueExtendedProperties: [effectMark(invitation.effectId)],
  };
}

/** Where the two meet; nothing at all where they meet in Teams alone, so that an older promise stays the same to the byte. */
function locationOf({ place }: SeriesPlan): object {
  return place === undefined ? {} : { location: { displayName: oneLine(place) } };
}

/** Makes an event or a series, or finds the one this promise made before. `look` sees what was made just now. */
export async function makeOnce(
  caller: GraphCaller,
  effectId: string,
  body: unknown,
  look: (made: SeriesAnswer) => void,
): Promise<BookedSeries> {
  try {
    const made = await caller.write({ method: 'POST', path: '/me/events', body, headers: inUtc }, seriesAnswer);
    look(made);
    return bookedFrom(made);
  } catch (error) {
    if (!(error instanceof Failure) || error.details.outsideCode !== 'ErrorDuplicateTransactionId') throw error;
    const earlier = await findSeries(caller, effectId);
    if (earlier === null) throw new Failure('outlook-unavailable', { ...error.details, ambiguous: true }, error);
    return earlier;
  }
}

/** Makes the series, once. */
export async function createSeries(caller: GraphCaller, invitation: SeriesInvitation, log: Logger): Promise<MadeByUs> {
  const { effectId, plan } = invitation;
  let version: string | null = null;
  const booked = await makeOnce(caller, effectId, eventFor(invitation), (made) => {
    version = made['@odata.etag'] ?? null;
    if (made.isOnlineMeeting !== true) log.warn('series-without-teams', { effectId });
    if (!keepsRule(made, plan)) log.warn('series-differs', { effectId });
  });
  return { ...booked, version };
}

/** The series that carries the promise's mark; null: none, or one since cancelled. */
export async function findSeries(caller: GraphCaller, effectId: string): Promise<BookedSeries | null> {
  const query = `$filter=${encodeURIComponent(effectFilter(effectId))}&$select=${seriesFields}`;
  const found = await caller.readAll(`/me/events?${query}`, seriesAnswer);
  const live = found.find((one) => one.isCancelled !== true);
  return live === undefined ? null : bookedFrom(live);
}

/** Outlook mends a rule it does not like rather than refuse it. */
export function keepsRule(made: SeriesAnswer, { pattern, untilDate }: SeriesPlan): boolean {
  if (made.recurrence == null) return true;
  const kept = patternOfOutlook(made.recurrence);
  return made.recurrence.range.endDate === untilDate && kept !== null && isDeepStrictEqual(kept, pattern);
}

/** What is kept of an event Outlook has made. */
function bookedFrom(series: SeriesAnswer): BookedSeries {
  return {
    eventId: series.id,
    iCalUid: series.iCalUId,
    joinUrl: series.isOnlineMeeting === true ? (series.onlineMeeting?.joinUrl ?? null) : null,
  };
}

/**
 * Ends a series. One that has not begun is cancelled, with the comment. One that has is shortened to yesterday, so that
 * what was held stays in both calendars; Outlook takes no comment with that.
 */
export async function endSeries(
  caller: GraphCaller,
  fallback: Zone,
  eventId: string,
  comment: string,
  now: Instant,
): Promise<void> {
  const path = `/me/events/${encodeURIComponent(eventId)}`;
  await unlessGone(async () => {
    const fields = 'id,start,originalStartTimeZone,isCancelled,recurrence';
    const series = await caller.read(
      { method: 'GET', path: `${path}?$select=${fields}`, headers: inUtc },
      seriesRangeAnswer,
    );
    if (series.isCancelled === true) return;
    if (instantOfOutlook(series.start, fallback) > now) {
      await caller.writeOnly({ method: 'POST', path: `${path}/cancel`, body: { comment } });
      return;
    }
    const { pattern, range } = series.recurrence;
    const zone = zoneOfOutlook(range.recurrenceTimeZone) ?? zoneOfOutlook(series.originalStartTimeZone) ?? fallback;
    const endDate = addDays(localDateOf(now, zone), -1);
    if (range.type === 'endDate' && range.endDate != null && range.endDate <= endDate) return;
    await caller.writeOnly({
      method: 'PATCH',
      path,
      body: { recurrence: { pattern, range: { ...range, type: 'endDate', endDate } } },
    });
  });
}

/** Runs a change that has nothing left to do once its item is gone. */
export async function unlessGone(change: () => Promise<void>): Promise<void> {
  try {
    await change();
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'outlook-missing') throw error;
  }
}
