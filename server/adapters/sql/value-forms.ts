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
