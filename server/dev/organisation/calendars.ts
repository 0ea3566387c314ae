import { addLocalMinutes, dateOfDay, dayNumber } from '../microsoft365/calendar/local-time.ts';
import type { Recurrence } from '../microsoft365/calendar/recurrence.ts';
import { WEEKDAYS, occurrenceDates } from '../microsoft365/calendar/recurrence.ts';
import { adHocMeetings } from './ad-hoc.ts';
import { demoMonday, hireDate, leaveDates, localStart } from './calendar-week.ts';
import type { DemoSeries } from './demo-series.ts';
import { demoSeries } from './demo-series.ts';
import type { Organisation, Rhythm } from './organisation.ts';
import type { PlannedEvent } from './planned-event.ts';
import { personByKey } from './organisation.ts';

/** How far back the standing meetings began, in weeks. */
const RHYTHM_WEEKS_BACK = 28;

/**
 * Twelve months of believable calendars around an instant (epoch milliseconds), six back and six ahead: standing meetings,
 * one-to-ones, leave, bank holidays and ad hoc meetings. The same organisation and instant always give the same calendars.
 */
export function* plannedEvents(organisation: Organisation, now: number): Generator<PlannedEvent> {
  const everything = [
    ...holidays(organisation),
    ...leaveEvents(organisation, now),
    ...demoSeries(organisation, now).map(oneToOneEvent),
    ...organisation.rhythms.map((rhythm) => rhythmEvent(organisation, rhythm, now)),
  ];
  const standingOf = new Map<string, PlannedEvent[]>(organisation.people.map((one) => [one.key, []]));
  for (const planned of everything) {
    for (const key of [planned.organizerKey, ...planned.attendeeKeys]) standingOf.get(key)?.push(planned);
  }
  // Team by team, so that whoever fills calendars has few of them in hand at a time.
  for (const people of Map.groupBy(organisation.people, (one) => one.managerKey).values()) {
    const keys = new Set(people.map((one) => one.key));
    const standing = new Set(people.flatMap((one) => standingOf.get(one.key) ?? []));
    for (const planned of standing) {
      if (keys.has(planned.attendeeKeys[0] ?? planned.organizerKey)) yield planned;
    }
    yield* adHocMeetings(organisation, { people, standing }, now);
  }
}

const ALL_DAY = {
  recurrence: null,
  cancelledDates: [],
  isAllDay: true,
  sensitivity: 'normal',
  location: null,
  isOnline: false,
  series: null,
  attendeeKeys: [],
} as const;

function holidays(organisation: Organisation): PlannedEvent[] {
  return organisation.people.flatMap((person) =>
    organisation.holidays.map((holiday) => ({
      ...ALL_DAY,
      cancelledDates: [],
      attendeeKeys: [],
      key: `holiday ${holiday.date} ${person.key}`,
      organizerKey: person.key,
      subject: holiday.name,
      start: `${holiday.date}T00:00:00`,
      minutes: 1440,
      timeZone: person.timeZone,
      showAs: 'oof' as const,
    })),
  );
}

function leaveEvents(organisation: Organisation, now: number): PlannedEvent[] {
  return leaveDates(organisation, now).map((leave) => ({
    ...ALL_DAY,
    cancelledDates: [],
    attendeeKeys: [],
    key: `leave ${leave.from} ${leave.personKey}`,
    organizerKey: leave.personKey,
    subject: leave.subject,
    start: `${leave.from}T00:00:00`,
    minutes: 1440 * (dayNumber(leave.to) - dayNumber(leave.from) + 1),
    timeZone: personByKey(organisation, leave.personKey).timeZone,
    showAs: 'oof' as const,
  }));
}

function oneToOneEvent(series: DemoSeries): PlannedEvent {
  return {
    key: series.seriesKey,
    organizerKey: series.managerKey,
    attendeeKeys: [series.reportKey],
    subject: series.subject,
    start: series.firstStart,
    minutes: series.minutes,
    timeZone: series.timeZone,
    recurrence: series.recurrence,
    cancelledDates: series.cancelledDates,
    isAllDay: false,
    showAs: 'busy',
    sensitivity: 'normal',
    location: null,
    isOnline: true,
    series,
  };
}

function rhythmEvent(organisation: Organisation, rhythm: Rhythm, now: number): PlannedEvent {
  const organizer = personByKey(organisation, rhythm.organizer);
  const earliest = firstMonday(organisation, rhythm, now);
  const hired = hireDate(organisation, organizer.hired, now);
  const pattern = patternOf(rhythm);
  const range = {
    type: 'noEnd',
    startDate: earliest,
    endDate: '0001-01-01',
    recurrenceTimeZone: organizer.timeZone,
    numberOfOccurrences: 0,
  } as const;
  const searchFrom = hired > earliest ? hired : earliest;
  const first = occurrenceDates({ pattern, range }, searchFrom, dateOfDay(dayNumber(searchFrom) + 70))[0] ?? earliest;
  return {
    key: rhythm.key,
    organizerKey: rhythm.organizer,
    attendeeKeys: rhythm.attendees,
    subject: rhythm.subject,
    start: localStart(first, rhythm.start),
    minutes: rhythm.minutes,
    timeZone: organizer.timeZone,
    recurrence: { pattern, range: { ...range, startDate: first } },
    cancelledDates: organisation.holidays.map((holiday) => holiday.date),
    isAllDay: false,
    showAs: rhythm.showAs ?? 'busy',
    sensitivity: rhythm.sensitivity ?? 'normal',
    location: rhythm.location ?? null,
    isOnline: rhythm.online === true,
    series: null,
  };
}

function firstMonday(organisation: Organisation, rhythm: Rhythm, now: number): string {
  const offsetWeeks = rhythm.when.every === 'weeks' ? rhythm.when.offsetWeeks : 0;
  return addLocalMinutes(
    `${demoMonday(organisation, now)}T00:00:00`,
    (offsetWeeks - RHYTHM_WEEKS_BACK) * 7 * 1440,
  ).slice(0, 10);
}

function patternOf(rhythm: Rhythm): Recurrence['pattern'] {
  const { when } = rhythm;
  const filled = { interval: when.interval, month: 0, dayOfMonth: 0, firstDayOfWeek: WEEKDAYS[1] } as const;
  return when.every === 'weeks'
    ? { ...filled, type: 'weekly', daysOfWeek: when.weekdays, index: 'first' }
    : { ...filled, type: 'relativeMonthly', daysOfWeek: [when.weekday], index: when.index };
}
