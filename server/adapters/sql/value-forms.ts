import pg from 'pg';
import type { Instant } from '#core/time-types.ts';

const timestamp = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?([+-]\d\d)(?::?(\d\d))?$/;

/** A timestamptz as PostgreSQL writes it (ISO date style), as our Instant. @throws RangeError for anything else */
export function instantFromSql(text: string): Instant {
  const [, date, time, fraction = '', hours, minutes = '00'] = timestamp.exec(text) ?? [];
  if (date === undefined || time === undefined || hours === undefined) throw new RangeError('Not a timestamp of ours');
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  if (hours === '+00' && minutes === '00') return `${date}T${time}.${milliseconds}Z`;
  return new Date(`${date}T${time}.${milliseconds}${hours}:${minutes}`).toISOString();
}

/** PostgreSQL's type numbers whose values we read in our own forms: date stays text, timestamptz becomes an Instant. */
export const readers: Readonly<Record<number, (text: string) => unknown>> = {
  1082: (text) => text,
  1184: instantFromSql,
};

/** How a value of that type is read from the text PostgreSQL sends. */
export function readerOf(type: number): (text: string) => unknown {
  return readers[type] ?? (pg.types.getTypeParser(type, 'text') as (text: string) => unknown);
}

/** A parameter as PostgreSQL reads it from text; null stays null. @throws TypeError for what no statement of ours takes */
export function textOf(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
      return String(value);
    default:
      if (value === null) return null;
      if (Array.isArray(value)) return `{${value.map(elementOf).join(',')}}`;
      throw new TypeError('A parameter is text, a number, a boolean, a list of texts, or null');
  }
}

function elementOf(element: unknown): string {
  return `"${String(element).replaceAll(/["\\]/g, '\\$&')}"`;
}
