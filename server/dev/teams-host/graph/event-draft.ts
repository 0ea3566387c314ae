import type { PatternedRecurrence } from '@microsoft/microsoft-graph-types';
import { Temporal } from 'temporal-polyfill';
import type { Session } from '../control/session.ts';
import { askGraph } from './graph-client.ts';
import type { WallTime } from './wall-time.ts';
import { addDays, dateOf, minutesBetween, addMinutes } from './wall-time.ts';

/** How often a new appointment repeats, of what Outlook offers at once. */
export type Repeat = 'never' | 'weekdays' | 'weekly' | 'fortnightly' | 'monthly-day' | 'monthly-weekday';

/** A new appointment, ready to be sent. Times on the wall of the person's own zone. */
export interface NewEvent {
  readonly subject: string;
  readonly start: WallTime;
  readonly end: WallTime;
  readonly isAllDay: boolean;
  readonly attendees: readonly { readonly name: string; readonly address: string }[];
  readonly location: string;
  readonly text: string;
  readonly isOnline: boolean;
  readonly repeat: Repeat;
  /** The last date it may fall on; empty for no end. */
  readonly until: string;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const places = ['first', 'second', 'third', 'fourth', 'last'] as const;

/** A repetition as Graph takes it, beginning on a date; the fifth weekday of a month is its last. */
export function recurrenceOf(repeat: Repeat, date: string, until: string): PatternedRecurrence | undefined {
  if (repeat === 'never') return undefined;
  const range: PatternedRecurrence['range'] =
    until === '' ? { type: 'noEnd', startDate: date } : { type: 'endDate', startDate: date, endDate: until };
  const day = Temporal.PlainDate.from(date);
  const daysOfWeek = [weekdays[day.dayOfWeek - 1] ?? 'monday'];
  switch (repeat) {
    case 'weekdays':
      return { pattern: { type: 'weekly', interval: 1, daysOfWeek: weekdays.slice(0, 5) }, range };
    case 'weekly':
    case 'fortnightly':
      return { pattern: { type: 'weekly', interval: repeat === 'weekly' ? 1 : 2, daysOfWeek }, range };
    case 'monthly-day':
      return { pattern: { type: 'absoluteMonthly', interval: 1, dayOfMonth: day.day }, range };
    case 'monthly-weekday':
      return { pattern: { type: 'relativeMonthly', interval: 1, daysOfWeek, index: placeOf(day) }, range };
  }
}

function placeOf(day: Temporal.PlainDate): (typeof places)[number] {
  return places[Math.ceil(day.day / 7) - 1] ?? 'last';
}

/** A series' rule when all of it moves by so many days: its weekdays or day of the month move along, and so do both ends. */
export function shiftedRecurrence(
  recurrence: PatternedRecurrence,
  firstDate: string,
  days: number,
): PatternedRecurrence {
  const { pattern, range } = recurrence;
  const first = Temporal.PlainDate.from(firstDate);
  const moved = (pattern?.daysOfWeek ?? []).map((name) => {
    const at = weekdays.indexOf(name);
    return weekdays[(((at + days) % 7) + 7) % 7] ?? name;
  });
  return {
    pattern: {
      ...pattern,
      ...(moved.length === 0 ? {} : { daysOfWeek: moved }),
      ...(pattern?.type === 'absoluteMonthly' || pattern?.type === 'absoluteYearly' ? { dayOfMonth: first.day } : {}),
      ...(pattern?.type === 'relativeMonthly' ? { index: placeOf(first) } : {}),
    },
    range: {
      ...range,
      startDate: firstDate,
      ...(range?.type === 'endDate' && range.endDate ? { endDate: addDays(range.endDate, days) } : {}),
    },
  };
}

/** A series' rule after it was edited; nothing where the rule stays as it was. `firstDate`: the date it began on before. */
export function editedRecurrence(
  before: PatternedRecurrence,
  edit: { readonly start: WallTime; readonly repeat: Repeat | undefined; readonly until: string },
  firstDate: string,
): PatternedRecurrence | undefined {
  const first = dateOf(edit.start);
  const days = Temporal.PlainDate.from(firstDate).until(first).days;
  const kept = days === 0 ? before : shiftedRecurrence(before, first, days);
  const rule = edit.repeat === undefined ? kept : (recurrenceOf(edit.repeat, first, edit.until) ?? kept);
  const endsBefore = before.range?.type === 'endDate' ? (before.range.endDate ?? '') : '';
  const ends = edit.until === '' || edit.until === endsBefore ? {} : { type: 'endDate' as const, endDate: edit.until };
  if (edit.repeat === undefined && days === 0 && !('endDate' in ends)) return undefined;
  const zone = before.range?.recurrenceTimeZone;
  return {
    ...rule,
    range: { ...rule.range, ...(zone == null ? {} : { recurrenceTimeZone: zone }), ...ends },
  };
}

/** Where a whole series goes when one of its occurrences is taken from one span to another. */
export function shiftedSpan(
  series: { readonly start: WallTime; readonly end: WallTime },
  from: { readonly start: WallTime; readonly end: WallTime },
  to: { readonly start: WallTime; readonly end: WallTime },
): { readonly start: WallTime; readonly end: WallTime; readonly days: number } {
  const start = addMinutes(series.start, minutesBetween(from.start, to.start));
  const length = minutesBetween(to.start, to.end);
  const days = Temporal.PlainDate.from(dateOf(series.start)).until(dateOf(start)).days;
  return { start, end: addMinutes(start, length), days };
}

/** Puts a new appointment into the person's calendar; Graph sends the invitations. @throws LocalProblem */
export async function createEvent(session: Session, event: NewEvent): Promise<void> {
  const { timeZone } = session.person;
  const recurrence = recurrenceOf(event.repeat, dateOf(event.start), event.until);
  const times = event.isAllDay
    ? { start: `${dateOf(event.start)}T00:00`, end: `${addDays(dateOf(event.end), 1)}T00:00` }
    : event;
  await askGraph(session, 'me/events', {
    method: 'POST',
    body: {
      subject: event.subject,
      body: { contentType: 'text', content: event.text },
      start: { dateTime: `${times.start}:00`, timeZone },
      end: { dateTime: `${times.end}:00`, timeZone },
      isAllDay: event.isAllDay,
      location: { displayName: event.location },
      attendees: event.attendees.map(({ name, address }) => ({ type: 'required', emailAddress: { name, address } })),
      ...(event.isOnline ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } : {}),
      ...(recurrence === undefined ? {} : { recurrence }),
      transactionId: crypto.randomUUID(),
    },
  });
}
