import { occurrenceDates } from './recurrence.ts';
import type { Recurrence } from './recurrence.ts';
import { addLocalMinutes, dateOfDay, dayNumber, localMinutesBetween, toEpoch, toLocal } from './local-time.ts';
import { occurrenceICalUId, occurrenceId } from '../tenant/identifiers.ts';

export type ResponseKind = 'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';
export type FreeBusy = 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown';

/** Wall-clock time `YYYY-MM-DDTHH:MM:SS` and IANA zone. */
export interface Moment {
  local: string;
  zone: string;
}

export interface Response {
  response: ResponseKind;
  time: string;
}

export interface StoredAttendee {
  name: string;
  address: string;
  type: 'required' | 'optional' | 'resource';
  status: Response;
  proposedNewTime?: { start: Moment; end: Moment };
}

/** What one occurrence of a series may have different from the others. */
export interface EventContent {
  subject: string;
  /** The whole HTML document Outlook keeps. */
  body: string;
  start: Moment;
  end: Moment;
  isAllDay: boolean;
  location: string | null;
  showAs: FreeBusy;
  sensitivity: 'normal' | 'personal' | 'private' | 'confidential';
  importance: 'low' | 'normal' | 'high';
  categories: string[];
  isReminderOn: boolean;
  reminderMinutesBeforeStart: number;
  attendees: StoredAttendee[];
  /** Join address while the item is an online meeting, otherwise null. */
  joinUrl: string | null;
  response: Response;
  isCancelled: boolean;
  allowNewTimeProposals: boolean;
  responseRequested: boolean;
  hideAttendees: boolean;
  extendedProperties: Record<string, string>;
  /** Open extensions by name; like extended properties they stay on the copy they were put on. */
  extensions?: Record<string, Record<string, unknown>>;
  /** Every place as it was given, the first of them named in `location`. */
  places?: Record<string, unknown>[];
  changeNumber: number;
  modifiedAt: number;
}

/** One item in one person's calendar: a single event or the master of a series. */
export interface StoredEvent extends EventContent {
  id: string;
  mailbox: string;
  iCalUId: string;
  organizer: { name: string; address: string };
  isOrganizer: boolean;
  isDraft: boolean;
  createdAt: number;
  transactionId: string | null;
  /** The calendar it stands in; none is the default calendar. */
  calendarId?: string | null;
  recurrence: Recurrence | null;
  startZoneName: string;
  endZoneName: string;
  /** By original local date: what is different on that date. */
  exceptions: Record<string, Partial<EventContent>>;
  /** Original local dates taken out of the series. */
  cancelledDates: string[];
}

/** A single event, a series master, or one occurrence of a series, seen whole. */
export interface EventItem {
  event: StoredEvent;
  /** Original local date of the occurrence; null for a single event or a master. */
  date: string | null;
  content: EventContent;
}

/** Whether the item is one occurrence, the master of a series, or an event that does not recur. */
export function itemKind(item: EventItem): 'singleInstance' | 'seriesMaster' | 'occurrence' | 'exception' {
  if (item.date !== null) {
    return item.event.exceptions[item.date] === undefined ? 'occurrence' : 'exception';
  }
  return item.event.recurrence === null ? 'singleInstance' : 'seriesMaster';
}

export function itemId(item: EventItem): string {
  return item.date === null ? item.event.id : occurrenceId(item.event.id, item.date);
}

export function itemICalUId(item: EventItem): string {
  return item.date === null ? item.event.iCalUId : occurrenceICalUId(item.event.iCalUId, item.date);
}

/** The event or master itself. */
export function wholeItem(event: StoredEvent): EventItem {
  return { event, date: null, content: event };
}

/** The occurrence with this original date, or null when the series has none then. */
export function occurrenceItem(event: StoredEvent, date: string): EventItem | null {
  const exists =
    event.recurrence !== null &&
    !event.cancelledDates.includes(date) &&
    occurrenceDates(event.recurrence, date, date).length > 0;
  return exists ? occurrenceOn(event, date) : null;
}

function occurrenceOn(event: StoredEvent, date: string): EventItem {
  return { event, date, content: { ...event, ...originalTimes(event, date), ...event.exceptions[date] } };
}

/** Where the series' own rule puts the occurrence of a date. */
export function originalTimes(event: StoredEvent, date: string): { start: Moment; end: Moment } {
  const minutes = localMinutesBetween(event.start.local, event.end.local);
  const start = `${date}${event.start.local.slice(10)}`;
  return {
    start: { local: start, zone: event.start.zone },
    end: { local: addLocalMinutes(start, minutes), zone: event.end.zone },
  };
}

/** Instants (epoch milliseconds) an item runs from and to; an all-day item runs from midnight in its own zone. */
export function itemSpan(content: Pick<EventContent, 'start' | 'end'>): [from: number, to: number] {
  return [toEpoch(content.start.local, content.start.zone), toEpoch(content.end.local, content.end.zone)];
}

/** Every item of one event that touches a window of instants, occurrences in place of a master. */
export function itemsBetween(event: StoredEvent, from: number, to: number): EventItem[] {
  return expand(event, from, to).filter((item) => {
    const [start, end] = itemSpan(item.content);
    return start < to && (end > from || (start === end && start >= from));
  });
}

function expand(event: StoredEvent, from: number, to: number): EventItem[] {
  if (event.recurrence === null) {
    return [wholeItem(event)];
  }
  const lengthDays = Math.ceil(localMinutesBetween(event.start.local, event.end.local) / 1440);
  const first = shiftDate(toLocal(from, event.start.zone).slice(0, 10), -1 - lengthDays);
  const last = shiftDate(toLocal(to, event.start.zone).slice(0, 10), 1);
  const dates = new Set(occurrenceDates(event.recurrence, first, last));
  for (const date of Object.keys(event.exceptions)) {
    dates.add(date);
  }
  return [...dates]
    .filter((date) => !event.cancelledDates.includes(date))
    .toSorted()
    .map((date) => occurrenceOn(event, date));
}

function shiftDate(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

/** The event with one occurrence changed; the occurrence becomes an exception. */
export function withException(event: StoredEvent, date: string, change: Partial<EventContent>): StoredEvent {
  return { ...event, exceptions: { ...event.exceptions, [date]: { ...event.exceptions[date], ...change } } };
}
