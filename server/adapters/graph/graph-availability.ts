import type { Actor } from '#core/people/person.ts';
import type { Availability, BusyStatus, BusyTime, WorkingHours } from '#core/slots/slot.ts';
import { usualHours } from '#core/slots/working-hours.ts';
import { addMinutes, instantOf, minutesBetween } from '#core/time.ts';
import type { Instant, Weekday, Zone } from '#core/time-types.ts';
import type { GraphCaller } from './graph-http.ts';
import type { Span } from './graph-occurrences.ts';
import { weekdayOfOutlook } from './graph-recurrence.ts';
import { schedulesAnswer, viewedEventAnswer } from './graph-schemas.ts';
import type { FreeBusyAnswer, ScheduleAnswer, ViewedEventAnswer } from './graph-schemas.ts';
import { inUtc, instantOfOutlook, utcTimeOf } from './graph-time.ts';
import { zoneOfOutlook } from './graph-zone.ts';

/** getSchedule takes less than 62 days and no more than 20 mailboxes at once. */
const windowMinutes = 60 * 24 * 60;
const mostMailboxes = 20;
/** What a mailbox answers for itself when a window holds more than a thousand entries: asked again in halves, down to a day. */
const tooManyEntries = '5006';
const shortestWindowMinutes = 24 * 60;

interface Mailbox {
  readonly personId: string;
  readonly mail: string;
}

const statusOf: Readonly<Record<FreeBusyAnswer, BusyStatus | null>> = {
  free: null,
  workingElsewhere: null,
  tentative: 'tentative',
  busy: 'busy',
  oof: 'away',
  unknown: 'busy',
};

/** Busy times and working hours over a span of any length; the actor's own are labelled with their subjects, which takes further calls. Null: nobody's are wanted. */
export async function readAvailability(
  caller: GraphCaller,
  fallback: Zone,
  actor: Actor | null,
  people: readonly Mailbox[],
  span: Span,
): Promise<{ readonly available: readonly Availability[]; readonly unread: readonly string[] }> {
  const groups = chunks(people, mostMailboxes);
  const asked = windowsOf(span).flatMap((window) => groups.map((group) => readSchedules(caller, group, window)));
  const isActorAsked = people.some((one) => one.personId === actor?.personId);
  const [answers, own] = await Promise.all([Promise.all(asked), isActorAsked ? readOwnEvents(caller, span) : []]);
  const schedules = Map.groupBy(answers.flat(), (one) => one.scheduleId.toLowerCase());

  const available: Availability[] = [];
  const unread: string[] = [];
  for (const { personId, mail } of people) {
    const parts = schedules.get(mail.toLowerCase()) ?? [];
    if (parts.length === 0 || parts.some((part) => part.error != null)) {
      unread.push(personId);
      continue;
    }
    const workingHours = workingHoursOf(parts[0]?.workingHours, fallback);
    const busy =
      personId === actor?.personId
        ? own.flatMap((one) => ownBusyTime(one, workingHours.zone))
        : parts.flatMap(busyTimesOf);
    available.push({ personId, workingHours, busy: withoutRepeats(busy) });
  }
  return { available, unread };
}

async function readSchedules(caller: GraphCaller, people: readonly Mailbox[], window: Span): Promise<ScheduleAnswer[]> {
  const body = {
    schedules: people.map((one) => one.mail),
    startTime: utcTimeOf(window.from),
    endTime: utcTimeOf(window.until),
    availabilityViewInterval: 60,
  };
  const { answer, holder } = await caller.readNoting(
    { method: 'POST', path: '/me/calendar/getSchedule', body, headers: inUtc },
    schedulesAnswer,
  );
  const read = holder === 'person' ? answer.value : answer.value.map(withoutSubjects);
  const tooFull = read.filter(({ error }) => error?.responseCode === tooManyEntries);
  const halves = halvesOf(window);
  if (tooFull.length === 0 || halves === null) return read;
  const parts = tooFull.flatMap(({ scheduleId }) => {
    const person = people.find(({ mail }) => mail.toLowerCase() === scheduleId.toLowerCase());
    return person === undefined ? [] : halves.map((half) => readSchedules(caller, [person], half));
  });
  return [...read.filter((one) => !tooFull.includes(one)), ...(await Promise.all(parts)).flat()];
}

/** The two halves of a window, in whole minutes; null for one that is too short to hold too much. */
function halvesOf({ from, until }: Span): Span[] | null {
  const minutes = minutesBetween(from, until);
  if (minutes <= shortestWindowMinutes) return null;
  const middle = addMinutes(from, Math.floor(minutes / 2));
  return [
    { from, until: middle },
    { from: middle, until },
  ];
}

/** An application may be shown subjects that the person themselves would not be. */
function withoutSubjects(schedule: ScheduleAnswer): ScheduleAnswer {
  return { ...schedule, scheduleItems: (schedule.scheduleItems ?? []).map((item) => ({ ...item, subject: null })) };
}

function readOwnEvents(caller: GraphCaller, span: Span): Promise<ViewedEventAnswer[]> {
  const fields = 'subject,start,end,showAs,isAllDay,isCancelled,sensitivity';
  return caller.readAll(
    `/me/calendarView?startDateTime=${span.from}&endDateTime=${span.until}&$select=${fields}&$top=500`,
    viewedEventAnswer,
    inUtc,
  );
}

function ownBusyTime(event: ViewedEventAnswer, zone: Zone): BusyTime[] {
  const status = statusOf[event.showAs];
  if (status === null || event.isCancelled) return [];
  const isPrivate = event.sensitivity === 'private' || event.sensitivity === 'confidential';
  // Whole days come as midnight of no zone in particular: they are days where their owner is.
  const momentOf = (time: ViewedEventAnswer['start']): Instant =>
    event.isAllDay && time.dateTime.slice(11, 16) === '00:00'
      ? instantOf(time.dateTime.slice(0, 10), '00:00', zone)
      : instantOfOutlook(time, zone);
  return [{ start: momentOf(event.start), end: momentOf(event.end), status, label: isPrivate ? null : event.subject }];
}

function busyTimesOf(schedule: ScheduleAnswer): BusyTime[] {
  return (schedule.scheduleItems ?? []).flatMap((item) => {
    const status = statusOf[item.status];
    if (status === null) return [];
    const label = item.isPrivate === true ? null : item.subject;
    return [{ start: instantOfOutlook(item.start, 'UTC'), end: instantOfOutlook(item.end, 'UTC'), status, label }];
  });
}

type SaidHours = NonNullable<ScheduleAnswer['workingHours']>;

/** What a mailbox says of when its owner works; the usual hours where it says nothing. */
export function workingHoursOf(given: SaidHours | null | undefined, fallback: Zone): WorkingHours {
  const days = (given?.daysOfWeek ?? []).map(weekdayOfOutlook).filter((day): day is Weekday => day !== null);
  const start = given?.startTime?.slice(0, 5);
  const end = given?.endTime?.slice(0, 5);
  const zone = zoneOfOutlook(given?.timeZone?.name) ?? fallback;
  if (days.length === 0 || start === undefined || end === undefined || start >= end) return usualHours(zone);
  return { days: days.toSorted((a, b) => a - b), start, end, zone };
}

/** Schedules of some people around a moment, for the zones they work in. */
export async function schedulesAround(
  caller: GraphCaller,
  people: readonly Mailbox[],
  now: Instant,
): Promise<ScheduleAnswer[]> {
  const span = { from: now, until: addMinutes(now, 60) };
  return (await Promise.all(chunks(people, mostMailboxes).map((group) => readSchedules(caller, group, span)))).flat();
}

function withoutRepeats(busy: readonly BusyTime[]): BusyTime[] {
  const seen = new Map(busy.map((one) => [`${one.start} ${one.end} ${one.status} ${one.label ?? ''}`, one]));
  return [...seen.values()].toSorted((a, b) => (a.start < b.start ? -1 : 1));
}

function windowsOf(span: Span): Span[] {
  const windows: Span[] = [];
  for (let from = span.from; from < span.until;) {
    const next = addMinutes(from, windowMinutes);
    const until = next < span.until ? next : span.until;
    windows.push({ from, until });
    from = until;
  }
  return windows;
}

function chunks<T>(all: readonly T[], size: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
