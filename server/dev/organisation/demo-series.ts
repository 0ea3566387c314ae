import { longJoinUrl, mailboxItemId, stableICalUId, stableThreadId } from '../microsoft365/tenant/identifiers.ts';
import { dateOfDay, dayNumber, toEpoch, weekdayOfDay } from '../microsoft365/calendar/local-time.ts';
import type { Recurrence } from '../microsoft365/calendar/recurrence.ts';
import { WEEKDAYS, occurrenceDates } from '../microsoft365/calendar/recurrence.ts';
import { demoToday, leaveDates, localStart } from './calendar-week.ts';
import type { OneToOne, Organisation } from './organisation.ts';
import { personByKey } from './organisation.ts';

type Leave = ReturnType<typeof leaveDates>[number];

/** How far ahead the demo's one-to-one series are booked. */
const WEEKS_AHEAD = 26;

/**
 * A one-to-one series that already stands in both Outlook calendars when the demo begins.
 * Dates are local dates (`YYYY-MM-DD`) in `timeZone`; the same organisation and instant always give the same series.
 */
export interface DemoSeries {
  seriesKey: string;
  /** Whether Duologue made it; the others were made by hand in Outlook. */
  ours: boolean;
  managerId: string;
  reportId: string;
  managerKey: string;
  reportKey: string;
  subject: string;
  /** IANA zone whose wall clock the series keeps. */
  timeZone: string;
  /** Local start of the first occurrence, `YYYY-MM-DDTHH:MM:SS`. */
  firstStart: string;
  minutes: number;
  everyWeeks: number;
  weekday: (typeof WEEKDAYS)[number];
  recurrence: Recurrence;
  /** Dates on which it stands in the calendar, from the first to the last. */
  dates: string[];
  /** Past dates taken out of both calendars, because of a bank holiday or somebody's leave. */
  cancelledDates: string[];
  /** Series master in the manager's mailbox. */
  eventId: string;
  /** Series master in the report's mailbox. */
  attendeeEventId: string;
  iCalUId: string;
  joinUrl: string;
  /** The meeting's chat, where Duologue is installed when the series is ours. */
  chatId: string;
}

/** The one-to-one series of the demo as they stand at an instant (epoch milliseconds). */
export function demoSeries(organisation: Organisation, now: number): DemoSeries[] {
  const leave = leaveDates(organisation, now);
  return organisation.oneToOnes.map((one) => seriesFrom(organisation, one, { now, leave }));
}

function seriesFrom(
  organisation: Organisation,
  one: OneToOne,
  { now, leave }: { now: number; leave: Leave[] },
): DemoSeries {
  const manager = personByKey(organisation, one.manager);
  const report = personByKey(organisation, one.report);
  const today = demoToday(organisation, now);
  const next = nextDay(one, today);
  const step = one.everyWeeks * 7;
  let first = next - Math.floor((one.historyWeeks * 7) / step) * step;
  while (isTakenOut(organisation, one, dateOfDay(first), leave)) {
    first += step;
  }
  const recurrence = recurrenceOf(one, first, next, leave);
  const all = occurrenceDates(recurrence, dateOfDay(first), dateOfDay(next + WEEKS_AHEAD * 7));
  const cancelledDates = all.filter(
    (date) => toEpoch(localStart(date, one.start), one.timeZone) < now && isTakenOut(organisation, one, date, leave),
  );
  const chatId = stableThreadId(organisation.tenant.id, one.seriesKey);
  return {
    seriesKey: one.seriesKey,
    ours: one.ours,
    managerId: manager.id,
    reportId: report.id,
    managerKey: manager.key,
    reportKey: report.key,
    subject: one.subject,
    timeZone: one.timeZone,
    firstStart: localStart(dateOfDay(first), one.start),
    minutes: one.minutes,
    everyWeeks: one.everyWeeks,
    weekday: weekdayOf(first),
    recurrence,
    dates: all.filter((date) => !cancelledDates.includes(date)),
    cancelledDates,
    eventId: mailboxItemId(manager.id, one.seriesKey),
    attendeeEventId: mailboxItemId(report.id, one.seriesKey),
    iCalUId: stableICalUId(organisation.tenant.id, one.seriesKey),
    joinUrl: longJoinUrl(chatId, organisation.tenant.id, manager.id),
    chatId,
  };
}

function weekdayOf(day: number): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[weekdayOfDay(day)] ?? 'monday';
}

/** The first wanted weekday on or after today, some weeks on. */
function nextDay(one: OneToOne, today: string): number {
  const day = dayNumber(today);
  const wanted = one.weekday === 'today' ? weekdayOfDay(day) : WEEKDAYS.indexOf(one.weekday);
  return day + ((wanted - weekdayOfDay(day) + 7) % 7) + one.nextInWeeks * 7;
}

function recurrenceOf(one: OneToOne, first: number, next: number, leave: Leave[]): Recurrence {
  const end = leave.find((each) => one.endsWithLeave === true && each.personKey === one.report);
  const lastDay = end === undefined ? next + WEEKS_AHEAD * 7 : dayNumber(end.from) - 1;
  return {
    pattern: {
      type: 'weekly',
      interval: one.everyWeeks,
      month: 0,
      dayOfMonth: 0,
      daysOfWeek: [weekdayOf(first)],
      firstDayOfWeek: 'monday',
      index: 'first',
    },
    range: {
      type: 'endDate',
      startDate: dateOfDay(first),
      endDate: dateOfDay(lastDay),
      recurrenceTimeZone: one.timeZone,
      numberOfOccurrences: 0,
    },
  };
}

function isTakenOut(organisation: Organisation, one: OneToOne, date: string, leave: Leave[]): boolean {
  const isAway = leave.some(
    (each) => (each.personKey === one.manager || each.personKey === one.report) && each.from <= date && date <= each.to,
  );
  return isAway || organisation.holidays.some((holiday) => holiday.date === date);
}
