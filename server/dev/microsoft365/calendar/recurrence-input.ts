import { badRequest } from '../graph/error.ts';
import { inconvertible } from './body-shape.ts';
import type { Moment } from './event.ts';
import { isDate, toEpoch, toLocal } from './local-time.ts';
import { bodyValue, knownZone } from '../graph/request.ts';
import type { Recurrence, RecurrencePattern, Weekday } from './recurrence.ts';
import { PATTERN_TYPES, RANGE_TYPES, WEEKDAYS, WEEK_INDEXES, occurrenceDates } from './recurrence.ts';

/** What Graph writes for a date that has no meaning. */
const NO_DATE = '0001-01-01';

/** Reads a patterned recurrence and fills in what Graph fills in. @throws GraphError 400 when the rule is not one Outlook takes. */
export function recurrenceInput(value: unknown, start: Moment | null): Recurrence {
  const pattern = patternInput(bodyValue(value, 'pattern'));
  const asked = bodyValue(value, 'range');
  const type = choice(bodyValue(asked, 'type'), RANGE_TYPES, 'range type');
  const startDate = dateInput(bodyValue(asked, 'startDate'), 'startDate');
  const named = bodyValue(asked, 'recurrenceTimeZone');
  const recurrenceTimeZone = typeof named === 'string' && named !== '' ? named : (start?.zone ?? 'UTC');
  if (start !== null && !isFirstDay(startDate, start, knownZone(recurrenceTimeZone))) {
    throw badRequest(
      'The recurrence range start date must be the date of the first start.',
      'ErrorPropertyValidationFailure',
    );
  }
  const endDate = bodyValue(asked, 'endDate');
  if (typeof endDate === 'string' && !isDate(endDate)) {
    throw inconvertible(endDate, 'Edm.Date');
  }
  const range = {
    type,
    startDate,
    endDate: type === 'endDate' ? dateInput(endDate, 'endDate') : NO_DATE,
    recurrenceTimeZone,
    numberOfOccurrences:
      type === 'numbered' ? wholeNumber(bodyValue(asked, 'numberOfOccurrences'), 'numberOfOccurrences', 999) : 0,
  };
  const recurrence = { pattern, range };
  if (
    occurrenceDates(
      recurrence,
      startDate,
      type === 'endDate' ? range.endDate : `${String(Number(startDate.slice(0, 4)) + 5)}${startDate.slice(4)}`,
    ).length === 0
  ) {
    throw badRequest('The recurrence has no occurrences in its range.', 'ErrorRecurrenceHasNoOccurrence');
  }
  return recurrence;
}

/** The range begins on the date of the first start, as its own zone or the recurrence's has it. */
function isFirstDay(startDate: string, start: Moment, zone: string): boolean {
  return start.local.startsWith(startDate) || toLocal(toEpoch(start.local, start.zone), zone).startsWith(startDate);
}

function patternInput(value: unknown): RecurrencePattern {
  const type = choice(bodyValue(value, 'type'), PATTERN_TYPES, 'pattern type');
  const days = bodyValue(value, 'daysOfWeek');
  const daysOfWeek = Array.isArray(days)
    ? days.map((day: unknown) => choice(day, WEEKDAYS, 'daysOfWeek'))
    : ([] as Weekday[]);
  const firstDay = bodyValue(value, 'firstDayOfWeek');
  const index = bodyValue(value, 'index');
  if ((type === 'weekly' || type.startsWith('relative')) && daysOfWeek.length === 0) {
    throw badRequest('The recurrence pattern needs daysOfWeek.', 'ErrorPropertyValidationFailure');
  }
  return {
    type,
    interval: wholeNumber(bodyValue(value, 'interval'), 'interval', 999),
    month: type.endsWith('Yearly') ? wholeNumber(bodyValue(value, 'month'), 'month', 12) : 0,
    dayOfMonth: type.startsWith('absolute') ? wholeNumber(bodyValue(value, 'dayOfMonth'), 'dayOfMonth', 31) : 0,
    daysOfWeek,
    firstDayOfWeek:
      firstDay === undefined || firstDay === null ? 'sunday' : choice(firstDay, WEEKDAYS, 'firstDayOfWeek'),
    index: index === undefined || index === null ? 'first' : choice(index, WEEK_INDEXES, 'index'),
  };
}

function choice<Name extends string>(value: unknown, allowed: readonly Name[], what: string): Name {
  const found = allowed.find((one) => typeof value === 'string' && one.toLowerCase() === value.toLowerCase());
  if (found === undefined) {
    throw badRequest(
      `The recurrence has no ${what} that can be used: '${String(value).slice(0, 100)}'.`,
      'ErrorPropertyValidationFailure',
    );
  }
  return found;
}

function dateInput(value: unknown, what: string): string {
  if (typeof value !== 'string' || !isDate(value) || value < '1601' || value > '4500-12-31') {
    throw badRequest(
      `The recurrence range has no usable ${what}: '${String(value).slice(0, 100)}'.`,
      'ErrorPropertyValidationFailure',
    );
  }
  return value;
}

function wholeNumber(value: unknown, what: string, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > most) {
    throw badRequest(
      `The recurrence has no usable ${what}: '${String(value).slice(0, 100)}'.`,
      'ErrorPropertyValidationFailure',
    );
  }
  return value;
}
