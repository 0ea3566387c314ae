import type { Occurrence } from '#core/series/series.ts';
import { addMinutes, localDateOf } from '#core/time.ts';
import type { Instant, LocalDate, Zone } from '#core/time-types.ts';
import { Failure } from '#server/ports/failures.ts';
import type { GraphCaller } from './graph-http.ts';
import { instanceAnswer } from './graph-schemas.ts';
import type { InstanceAnswer } from './graph-schemas.ts';
import { unlessGone } from './graph-series.ts';
import { inUtc, instantOfOutlook, instantOfText, outlookTimeOf, utcTimeOf } from './graph-time.ts';
import { zoneOfOutlook } from './graph-zone.ts';

const dayMinutes = 24 * 60;
/** A moved occurrence stays between its neighbours; the rarest series has one every quarter. */
const searchMinutes = 100 * dayMinutes;

export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** An occurrence as Outlook has it now. */
export interface FoundOccurrence extends Occurrence {
  readonly eventId: string;
  readonly cancelled: boolean;
  /** Where the rule puts it. */
  readonly originalStart: Instant;
  /** The zone its times are kept in; null for one of somebody's own making. */
  readonly zone: Zone | null;
}

/** The occurrences of a series within a span, moved ones where they now are. */
export async function occurrencesBetween(
  caller: GraphCaller,
  fallback: Zone,
  eventId: string,
  span: Span,
): Promise<FoundOccurrence[]> {
  const fields = 'id,start,end,originalStart,originalStartTimeZone,isCancelled';
  const path = `/me/events/${encodeURIComponent(eventId)}/instances?startDateTime=${span.from}&endDateTime=${span.until}&$select=${fields}&$top=100`;
  const instances = await caller.readAll(path, instanceAnswer, inUtc);
  return instances.map((one) => foundFrom(one, fallback)).toSorted((a, b) => (a.start < b.start ? -1 : 1));
}

function foundFrom(instance: InstanceAnswer, fallback: Zone): FoundOccurrence {
  const start = instantOfOutlook(instance.start, fallback);
  const originalStart = instance.originalStart ? instantOfText(instance.originalStart) : start;
  const zone = zoneOfOutlook(instance.originalStartTimeZone);
  return {
    eventId: instance.id,
    originalDate: localDateOf(originalStart, zone ?? fallback),
    originalStart,
    start,
    end: instantOfOutlook(instance.end, fallback),
    cancelled: instance.isCancelled === true,
    zone,
  };
}

/** The occurrence that stands at a moment or, if none does, the one the rule puts there; null: neither. */
export async function occurrenceAt(
  caller: GraphCaller,
  fallback: Zone,
  eventId: string,
  start: Instant,
): Promise<FoundOccurrence | null> {
  const span = { from: addMinutes(start, -searchMinutes), until: addMinutes(start, searchMinutes) };
  const found = await occurrencesBetween(caller, fallback, eventId, span);
  return found.find((one) => one.start === start) ?? found.find((one) => one.originalStart === start) ?? null;
}

/** Moves the occurrence of a day. @throws Failure `outlook-missing` when the series has none for it */
export async function moveOccurrence(
  caller: GraphCaller,
  fallback: Zone,
  eventId: string,
  move: { readonly originalDate: LocalDate; readonly was: Instant; readonly start: Instant; readonly end: Instant },
): Promise<void> {
  const span = { from: addMinutes(move.was, -searchMinutes), until: addMinutes(move.was, searchMinutes) };
  const found = await occurrencesBetween(caller, fallback, eventId, span);
  const occurrence =
    found.find((one) => one.originalDate === move.originalDate) ?? found.find((one) => one.start === move.was);
  if (occurrence === undefined || occurrence.cancelled)
    throw new Failure('outlook-missing', { outsideCode: 'no-such-occurrence' });
  if (occurrence.start === move.start && occurrence.end === move.end) return;
  const timeOf = (instant: Instant): unknown =>
    occurrence.zone === null ? utcTimeOf(instant) : outlookTimeOf(instant, occurrence.zone);
  const body = { start: timeOf(move.start), end: timeOf(move.end) };
  await caller.writeOnly({ method: 'PATCH', path: `/me/events/${encodeURIComponent(occurrence.eventId)}`, body });
}

/** Cancels the occurrence at a moment. */
export async function cancelOccurrence(
  caller: GraphCaller,
  fallback: Zone,
  eventId: string,
  start: Instant,
  comment: string,
): Promise<void> {
  await unlessGone(async () => {
    const occurrence = await occurrenceAt(caller, fallback, eventId, start);
    if (occurrence === null || occurrence.cancelled) return;
    const path = `/me/events/${encodeURIComponent(occurrence.eventId)}/cancel`;
    await caller.writeOnly({ method: 'POST', path, body: { comment } });
  });
}
