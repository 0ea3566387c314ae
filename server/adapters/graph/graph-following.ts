import { positionOf } from '#core/following/base.ts';
import type { OutlookEvent, OutlookOccurrence, OutlookRule, OutlookSeries } from '#core/following/outlook.ts';
import { sameData } from '#core/same-data.ts';
import { occurrenceDates } from '#core/series/occurrences.ts';
import { addDays, localDateOf, localTimeOf, minutesBetween } from '#core/time.ts';
import type { Instant, LocalDate, Zone } from '#core/time-types.ts';
import type { Gone, HadSeries, MadeSeries, OutlookItem } from '#server/ports/outlook.ts';
import { Failure } from '#server/ports/failures.ts';
import {
  followedEventAnswer,
  followedInstanceAnswer,
  followedSeriesAnswer,
  madeSeriesAnswer,
  type FollowedInstanceAnswer,
  type FollowedSeriesAnswer,
} from './graph-following-schemas.ts';
import type { GraphCaller } from './graph-http.ts';
import { invitedFrom } from './graph-invited.ts';
import { odataText } from './graph-marks.ts';
import { patternOfOutlook } from './graph-recurrence.ts';
import { idAnswer, type RecurrenceAnswer } from './graph-schemas.ts';
import { inUtc, instantOfOutlook, instantOfText } from './graph-time.ts';
import { zoneOfOutlook } from './graph-zone.ts';

const eventFields = 'id,iCalUId,start,end,originalStartTimeZone,isCancelled,recurrence,attendees';
const instanceFields = 'id,start,end,originalStart,originalStartTimeZone,isCancelled,attendees,type';

/** Longest a counted series is followed in order to know its last day. */
const longestDays = 3660;

/** What Graph says where there is no mailbox any more. */
const mailboxGone = new Set([
  'MailboxNotEnabledForRESTAPI',
  'ErrorInvalidUser',
  'Request_ResourceNotFound',
  'ResourceNotFound',
]);

function pathOf(eventId: string): string {
  return `/me/events/${encodeURIComponent(eventId)}`;
}

async function unlessMissing<T>(read: () => Promise<T>): Promise<T | Gone> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'outlook-missing') throw error;
    return mailboxGone.has(error.details.outsideCode ?? '') ? 'mailbox-gone' : 'gone';
  }
}

/** An item that went to another folder has another id, but is known by the one all copies share. */
async function idAfterMove(caller: GraphCaller, item: OutlookItem): Promise<string | null> {
  if (item.iCalUid === null) return null;
  const filter = encodeURIComponent(`iCalUId eq '${odataText(item.iCalUid)}'`);
  const found = await caller.readAll(`/me/events?$filter=${filter}&$select=id`, idAnswer);
  const id = found[0]?.id ?? null;
  return id === item.eventId ? null : id;
}

/** Reads an item, by another id where it has one now. */
async function readItem<T>(
  caller: GraphCaller,
  item: OutlookItem,
  read: (eventId: string) => Promise<T>,
): Promise<T | Gone> {
  const found = await unlessMissing(() => read(item.eventId));
  if (found !== 'gone') return found;
  const other = await idAfterMove(caller, item);
  return other === null ? 'gone' : unlessMissing(() => read(other));
}

function lastDate(
  { range }: RecurrenceAnswer,
  pattern: OutlookRule['pattern'],
  startDate: LocalDate,
): LocalDate | null {
  if (range.type === 'endDate') return range.endDate ?? null;
  if (range.type !== 'numbered' || pattern === null) return null;
  const days = occurrenceDates(pattern, startDate, addDays(startDate, longestDays));
  return days.slice(0, range.numberOfOccurrences ?? 0).at(-1) ?? startDate;
}

function ruleFrom(master: FollowedSeriesAnswer, recurrence: RecurrenceAnswer, fallback: Zone): OutlookRule {
  const zone =
    zoneOfOutlook(recurrence.range.recurrenceTimeZone) ?? zoneOfOutlook(master.originalStartTimeZone) ?? fallback;
  const start = instantOfOutlook(master.start, fallback);
  const startDate = localDateOf(start, zone);
  const pattern = patternOfOutlook(recurrence);
  return {
    pattern,
    wording: pattern === null ? JSON.stringify(recurrence.pattern) : null,
    zone,
    startDate,
    startTime: localTimeOf(start, zone),
    minutes: minutesBetween(start, instantOfOutlook(master.end, fallback)),
    untilDate: lastDate(recurrence, pattern, startDate),
  };
}

function occurrenceFrom(
  instance: FollowedInstanceAnswer,
  zone: Zone,
  fallback: Zone,
  attendeeMail: string | null,
): OutlookOccurrence {
  const start = instantOfOutlook(instance.start, fallback);
  return {
    originalDate: localDateOf(instance.originalStart ? instantOfText(instance.originalStart) : start, zone),
    start,
    end: instantOfOutlook(instance.end, fallback),
    invited: invitedFrom(instance.attendees, attendeeMail, fallback),
    ...(instance.type == null ? {} : { isOfItsOwn: instance.type === 'exception' }),
  };
}

interface ReadSpan {
  readonly from: Instant;
  readonly until: Instant;
  readonly now: Instant;
}

type Master = FollowedSeriesAnswer & { readonly recurrence: RecurrenceAnswer };

/** Tries to read a series while nobody changes it. */
const mostReadings = 3;

async function readMaster(caller: GraphCaller, path: string): Promise<Master> {
  const master = await caller.read(
    { method: 'GET', path: `${path}?$select=${eventFields}`, headers: inUtc },
    followedSeriesAnswer,
  );
  const { recurrence } = master;
  if (master.isCancelled === true || recurrence == null) throw new Failure('outlook-missing');
  return { ...master, recurrence };
}

/** Whether the days are just what the rule gives: then both were read of one and the same series. */
function isAsRuled({ rule, occurrences }: OutlookSeries, { from, until }: ReadSpan): boolean {
  if (rule.pattern === null) return false;
  const lastDay = localDateOf(until, rule.zone);
  const last = rule.untilDate !== null && rule.untilDate < lastDay ? rule.untilDate : lastDay;
  const expected = occurrenceDates(rule.pattern, rule.startDate, last)
    .map((day) => positionOf(rule, day))
    .filter(({ start, end }) => end > from && start < until);
  return (
    expected.length === occurrences.length &&
    expected.every(({ start, end }, index) => occurrences[index]?.start === start && occurrences[index].end === end)
  );
}

/**
 * A series as it stands: its master for the rule, then what it comes to, day by day. Somebody may change it in between: days of a new
 * rule under the old one would look like meetings called off. So where they differ, the master is read once more.
 */
export async function readSeries(
  caller: GraphCaller,
  fallback: Zone,
  item: OutlookItem,
  span: ReadSpan,
): Promise<OutlookSeries | Gone> {
  return readItem(caller, item, async (eventId) => {
    const path = pathOf(eventId);
    const query = `startDateTime=${span.from}&endDateTime=${span.until}&$select=${instanceFields}&$top=100`;
    let master = await readMaster(caller, path);
    for (let readings = 1; ; readings += 1) {
      const rule = ruleFrom(master, master.recurrence, fallback);
      const instances = await caller.readAll(`${path}/instances?${query}`, followedInstanceAnswer, inUtc);
      const series: OutlookSeries = {
        eventId: master.id,
        rule,
        invited: invitedFrom(master.attendees, item.attendeeMail, fallback),
        occurrences: instances
          .filter(({ isCancelled }) => isCancelled !== true)
          .map((one) => occurrenceFrom(one, rule.zone, fallback, item.attendeeMail))
          .toSorted((a, b) => (a.start < b.start ? -1 : 1)),
        readAt: span.now,
        readUntil: span.until,
      };
      if (isAsRuled(series, span)) return series;
      const now = await readMaster(caller, path);
      if (sameData(ruleFrom(now, now.recurrence, fallback), rule)) return series;
      if (readings === mostReadings) throw new Failure('outlook-unavailable', { outsideCode: 'series-keeps-changing' });
      master = now;
    }
  });
}

/** An event that is no part of a series, as it stands. */
export async function readEvent(
  caller: GraphCaller,
  fallback: Zone,
  item: OutlookItem,
  now: Instant,
): Promise<OutlookEvent | Gone> {
  return readItem(caller, item, async (eventId) => {
    const event = await caller.read(
      { method: 'GET', path: `${pathOf(eventId)}?$select=${eventFields}`, headers: inUtc },
      followedEventAnswer,
    );
    if (event.isCancelled === true) throw new Failure('outlook-missing');
    return {
      eventId: event.id,
      start: instantOfOutlook(event.start, fallback),
      end: instantOfOutlook(event.end, fallback),
      invited: invitedFrom(event.attendees, item.attendeeMail, fallback),
      readAt: now,
    };
  });
}

/**
 * Series of the caller's own that ask one person to come, and nobody else. Only those with a rule Duologue could have made itself; and the
 * one the two had, whatever became of it.
 */
export async function seriesWith(caller: GraphCaller, fallback: Zone, two: HadSeries): Promise<MadeSeries[]> {
  const filter = encodeURIComponent("type eq 'seriesMaster'");
  const fields = `${eventFields},isOrganizer,isOnlineMeeting,onlineMeeting`;
  const found = await caller.readAll(
    `/me/events?$filter=${filter}&$select=${fields}&$top=100`,
    madeSeriesAnswer,
    inUtc,
  );
  return found.flatMap((master) => {
    if (master.isOrganizer !== true || master.isCancelled === true || master.recurrence == null) return [];
    const isTheirs = master.id === two.eventId || (two.iCalUid !== null && master.iCalUId === two.iCalUid);
    const { isThere, guests } = invitedFrom(master.attendees, two.attendeeMail, fallback);
    // A team's meeting is nobody's one-to-one.
    if (!isTheirs && (!isThere || guests.length > 0)) return [];
    const rule = ruleFrom(master, master.recurrence, fallback);
    const joinUrl = master.isOnlineMeeting === true ? (master.onlineMeeting?.joinUrl ?? null) : null;
    return rule.pattern === null && !isTheirs
      ? []
      : [{ eventId: master.id, iCalUid: master.iCalUId ?? '', joinUrl, rule }];
  });
}
