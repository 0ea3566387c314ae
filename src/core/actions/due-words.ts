import { addDays, addMonths, endOfMonth, isLocalDate, startOfWeek, weekdayOf } from '../time.ts';
import type { LocalDate } from '../time-types.ts';

/** What a wording means: the day to be done by, and the first day of what it names, for "before". */
export interface NamedDay {
  readonly on: LocalDate;
  readonly begins: LocalDate;
}

/** A way people name a day, as a pattern body without its word boundaries. */
export interface DayWording {
  readonly body: string;
  /** True: clear enough to open a sentence without "by" or "on". */
  readonly clear: boolean;
  readonly read: (words: Readonly<Record<string, string | undefined>>, today: LocalDate) => NamedDay | null;
}

const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekday = String.raw`(?<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)`;
const month = String.raw`(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`;
const countWords = [
  'a',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const count = String.raw`(?<count>\d{1,3}|an?|the\s+next|${countWords.slice(1).join('|')}|a\s+couple\s+of|a\s+few)`;
const anyWeekday = weekday.replace('?<weekday>', '?:');

const just = (date: LocalDate): NamedDay => ({ on: date, begins: date });
const indexOf = (names: readonly string[], word: string | undefined): number =>
  names.indexOf((word ?? '').slice(0, 3).toLowerCase());

function countOf(words: string | undefined): number {
  const word = (words ?? '').toLowerCase().replace(/\s+/g, ' ');
  if (/^\d+$/.test(word)) return Number(word);
  if (word === 'a couple of') return 2;
  if (word === 'a few') return 3;
  return Math.max(1, countWords.indexOf(word));
}

/** The last day from Monday to Friday on or before a day. */
export function workingDayUpTo(date: LocalDate): LocalDate {
  return addDays(date, -Math.max(0, weekdayOf(date) - 5));
}

function workingDayFrom(date: LocalDate): LocalDate {
  return weekdayOf(date) > 5 ? addDays(startOfWeek(date), 7) : date;
}

/** The next day of that name after today. */
function coming(today: LocalDate, name: string | undefined): LocalDate {
  const day = indexOf(weekdayNames, name) + 1;
  return addDays(today, ((day - weekdayOf(today) + 6) % 7) + 1);
}

/** The Friday of the week so many weeks on; this week's is next week's once Friday has gone by. */
function week(today: LocalDate, weeksOn: number): NamedDay {
  const monday = addDays(startOfWeek(today), 7 * weeksOn);
  const friday = addDays(monday, 4);
  return friday < today ? { on: addDays(friday, 7), begins: addDays(monday, 7) } : { on: friday, begins: monday };
}

const endingOn = (date: LocalDate): NamedDay => ({ on: date, begins: addDays(date, 1) });

/** The last working day of a month, or its very last day when only that is left. */
function monthEnd(date: LocalDate, today: LocalDate): LocalDate {
  const working = workingDayUpTo(endOfMonth(date));
  return working < today ? endOfMonth(date) : working;
}

const firstOfMonth = (date: LocalDate): LocalDate => `${date.slice(0, 8)}01`;
const pad = (number: number | string): string => String(number).padStart(2, '0');

/** The first day that is written like this and not over: in this year or the next ones. Null when no year has it. */
function yearless(day: string, monthNumber: number, today: LocalDate): NamedDay | null {
  const year = Number(today.slice(0, 4));
  for (let later = year; later <= year + 8; later += 1) {
    const date = `${pad(later)}-${pad(monthNumber)}-${pad(day)}`;
    if (isLocalDate(date) && date >= today) return just(date);
  }
  return null;
}

function dated(day: string, monthNumber: number, year: string | undefined, today: LocalDate): NamedDay | null {
  if (year === undefined) return yearless(day, monthNumber, today);
  const date = `${year.length === 2 ? `20${year}` : year}-${pad(monthNumber)}-${pad(day)}`;
  return isLocalDate(date) && date >= today ? just(date) : null;
}

function dayOfMonth(day: string, today: LocalDate): NamedDay | null {
  for (let later = 0; later < 3; later += 1) {
    const date = `${addMonths(firstOfMonth(today), later).slice(0, 8)}${pad(day)}`;
    if (isLocalDate(date) && date >= today) return just(date);
  }
  return null;
}

/** Every way of naming a day that is understood, in British English. Dates are day before month. */
export const dayWordings: readonly DayWording[] = [
  {
    body: String.raw`today|tonight|this\s+(?:morning|afternoon|evening)|(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+)?(?:day|play|business)`,
    clear: true,
    read: (_, today) => just(today),
  },
  { body: 'tomorrow', clear: true, read: (_, today) => just(addDays(today, 1)) },
  { body: String.raw`(?:the\s+)?day\s+after\s+tomorrow`, clear: true, read: (_, today) => just(addDays(today, 2)) },
  {
    body: String.raw`(?:(?:the\s+)?(?:end|close)\s+of\s+(?:day|play|business)\s+(?:on\s+)?)?${weekday}`,
    clear: false,
    read: (words, today) => just(coming(today, words['weekday'])),
  },
  {
    body: String.raw`this\s+(?:coming\s+)?${weekday}`,
    clear: true,
    read: (words, today) => just(coming(addDays(today, -1), words['weekday'])),
  },
  {
    body: String.raw`next\s+${weekday}|${anyWeekday.replace('(?:', '(?<later>')}\s+next\s+week`,
    clear: true,
    read: ({ weekday: next, later }, today) =>
      just(addDays(startOfWeek(today), 7 + indexOf(weekdayNames, next ?? later))),
  },
  {
    body: String.raw`${weekday}\s+week|(?:a\s+)?week\s+on\s+${anyWeekday.replace('(?:', '(?<later>')}`,
    clear: true,
    read: (words, today) => just(addDays(coming(today, words['weekday'] ?? words['later']), 7)),
  },
  {
    body: String.raw`(?:with)?in\s+${count}\s+(?<unit>day|week|fortnight|month)(?:s(?:['’])?)?(?:\s+time)?`,
    clear: true,
    read: ({ count: many, unit }, today) => {
      const number = countOf(many);
      if (unit?.toLowerCase() === 'month') return just(addMonths(today, number));
      return just(addDays(today, number * ({ day: 1, week: 7, fortnight: 14 }[unit?.toLowerCase() ?? 'day'] ?? 1)));
    },
  },
  {
    body: String.raw`${count}\s+(?<unit>week|fortnight)s?\s+(?:from\s+)?(?:today|now)`,
    clear: true,
    read: ({ count: many, unit }, today) =>
      just(addDays(today, countOf(many) * (unit?.toLowerCase() === 'week' ? 7 : 14))),
  },
  {
    body: String.raw`(?:(?:later|late)\s+|(?:the\s+)?end\s+of\s+)?(?:this|the)\s+week|end\s+of\s+week|(?:the|this)\s+weekend`,
    clear: false,
    read: (_, today) => endingOn(week(today, 0).on),
  },
  {
    body: String.raw`(?:(?:later|late)\s+|(?<end>(?:the\s+)?end\s+of\s+))?next\s+week`,
    clear: true,
    read: ({ end }, today) => (end === undefined ? week(today, 1) : endingOn(week(today, 1).on)),
  },
  {
    body: String.raw`(?:early|(?:the\s+)?(?:start|beginning)\s+of)\s+next\s+week`,
    clear: true,
    read: (_, today) => just(week(today, 1).begins),
  },
  {
    body: String.raw`(?:mid|(?:the\s+)?middle\s+of)\s+next\s+week`,
    clear: true,
    read: (_, today) => just(addDays(week(today, 1).begins, 2)),
  },
  { body: String.raw`(?:the\s+)?week\s+after\s+next`, clear: true, read: (_, today) => week(today, 2) },
  {
    body: String.raw`(?:(?:later\s+)?this\s+month|(?:the\s+)?end\s+of\s+(?:(?:the|this)\s+)?month|(?:the\s+)?month\s+end)`,
    clear: true,
    read: (_, today) => endingOn(monthEnd(today, today)),
  },
  {
    body: String.raw`(?<end>(?:the\s+)?end\s+of\s+)?next\s+month`,
    clear: true,
    read: ({ end }, today) => {
      const first = addMonths(firstOfMonth(today), 1);
      const last = workingDayUpTo(endOfMonth(first));
      return end === undefined ? { on: last, begins: first } : endingOn(last);
    },
  },
  {
    body: String.raw`(?:early|(?:the\s+)?(?:start|beginning)\s+of)\s+next\s+month`,
    clear: true,
    read: (_, today) => just(workingDayFrom(addMonths(firstOfMonth(today), 1))),
  },
  {
    body: String.raw`(?:(?:the\s+)?end\s+of|in)\s+${month}`,
    clear: false,
    read: (words, today) => {
      const number = indexOf(monthNames, words['month']) + 1;
      const year = Number(today.slice(0, 4)) + (number < Number(today.slice(5, 7)) ? 1 : 0);
      return endingOn(monthEnd(`${pad(year)}-${pad(number)}-01`, today));
    },
  },
  {
    body: String.raw`(?:the\s+)?(?:end\s+of\s+(?:the|this)\s+year|year\s+end)`,
    clear: true,
    read: (_, today) => endingOn(monthEnd(`${today.slice(0, 4)}-12-01`, today)),
  },
  {
    body: String.raw`(?:${anyWeekday},?\s+)?(?:the\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?${month}(?:,?\s+(?<year>20\d{2}))?`,
    clear: false,
    read: (words, today) => dated(words['day'] ?? '', indexOf(monthNames, words['month']) + 1, words['year'], today),
  },
  {
    body: String.raw`(?:${anyWeekday},?\s+)?${month}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<year>20\d{2}))?`,
    clear: false,
    read: (words, today) => dated(words['day'] ?? '', indexOf(monthNames, words['month']) + 1, words['year'], today),
  },
  {
    body: String.raw`(?:${anyWeekday},?\s+(?:the\s+)?|the\s+)(?<day>\d{1,2})(?:st|nd|rd|th)`,
    clear: false,
    read: (words, today) => dayOfMonth(words['day'] ?? '', today),
  },
  {
    body: String.raw`(?:${anyWeekday},?\s+)?(?<day>\d{1,2})[/.](?<number>\d{1,2})(?:[/.](?<year>20\d{2}|\d{2}))?(?![/.]\d)`,
    clear: false,
    read: (words, today) => dated(words['day'] ?? '', Number(words['number']), words['year'], today),
  },
  {
    body: String.raw`(?<iso>20\d{2}-\d{2}-\d{2})`,
    clear: false,
    read: ({ iso }, today) => (iso !== undefined && isLocalDate(iso) && iso >= today ? just(iso) : null),
  },
];

/** Days only meant with "by" or "before": a festival is no day to finish work on. */
export const festiveWordings: readonly DayWording[] = [
  {
    body: String.raw`christmas|xmas`,
    clear: false,
    read: (_, today) => {
      const eve = yearless('24', 12, today)?.on ?? today;
      return { on: eve, begins: addDays(eve, 1) };
    },
  },
  {
    body: String.raw`(?:the\s+)?new\s+year`,
    clear: false,
    read: (_, today) => endingOn(yearless('31', 12, today)?.on ?? today),
  },
];
