import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { Json, SignedIn } from './local-microsoft365.ts';
import { at, items, mailOf, seriesBody, signIn, startLocal } from './local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
});
afterAll(() => m365.close());

const WINDOW = 'startDateTime=2026-11-30T00:00:00Z&endDateTime=2027-06-30T00:00:00Z&$top=100';

function pathOf(event: Json | undefined): string {
  return `/me/events/${encodeURIComponent(String(event?.['id']))}`;
}

async function newSeries(extra: Json): Promise<Json> {
  return (await priya.graph('POST', '/me/events', seriesBody(extra))).body;
}

async function instancesOf(series: Json): Promise<Json[]> {
  return items(await priya.graph('GET', `${pathOf(series)}/instances?${WINDOW}`));
}

/** Who got how many mails about a subject since the ledger had so many lines. */
function mailsSince(from: number, subject: string): Record<string, number> {
  const mails: Record<string, number> = {};
  for (const entry of m365.ledger().slice(from)) {
    if (['invitation', 'update'].includes(entry.kind) && entry.subject === subject) {
      const who = entry.address ?? '';
      mails[who] = (mails[who] ?? 0) + 1;
    }
  }
  return mails;
}

test('a series without an end says so with the first date there is', async () => {
  const recurrence = {
    pattern: { type: 'daily', interval: 1 },
    range: { type: 'noEnd', startDate: '2026-12-01' },
  };
  expect(at(await newSeries({ recurrence, attendees: [] }), 'recurrence', 'range', 'endDate')).toBe('0001-01-01');
});

test('the 31st falls on the last day of a shorter month', async () => {
  const time = (hour: string) => ({ dateTime: `2026-12-31T${hour}:00:00`, timeZone: 'Europe/London' });
  const series = await newSeries({
    start: time('10'),
    end: time('11'),
    attendees: [],
    recurrence: {
      pattern: { type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 },
      range: { type: 'numbered', startDate: '2026-12-31', numberOfOccurrences: 4 },
    },
  });
  const dates = (await instancesOf(series)).map((one) => String(at(one, 'start', 'dateTime')).slice(0, 10));
  expect(dates).toEqual(['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31']);
});

test('changing only the attendees mails only those who were added', async () => {
  const subject = 'One more comes';
  const series = await newSeries({ subject });
  const from = m365.ledger().length;
  const attendees = [...(series['attendees'] as Json[]), { emailAddress: { address: mailOf('kwame') } }];
  await priya.graph('PATCH', pathOf(series), { attendees });
  expect(mailsSince(from, subject)).toEqual({ [mailOf('kwame')]: 1 });
});

test('changing a series mails once for it and once for each changed occurrence ahead', async () => {
  const subject = 'Mailed for each';
  const series = await newSeries({ subject });
  const [first, second] = await instancesOf(series);
  await priya.graph('PATCH', pathOf(first), { location: { displayName: 'Room 1' } });
  await priya.graph('PATCH', pathOf(second), { location: { displayName: 'Room 2' } });
  const from = m365.ledger().length;
  await priya.graph('PATCH', pathOf(series), { importance: 'high' });
  expect(mailsSince(from, subject)).toEqual({ [mailOf('yusuf')]: 3 });
});

test('another time for a series forgets what was changed in single occurrences', async () => {
  const series = await newSeries({ subject: 'Forgotten' });
  const [first] = await instancesOf(series);
  await priya.graph('PATCH', pathOf(first), { location: { displayName: 'Room 1' } });
  await priya.graph('PATCH', pathOf(series), {
    start: { dateTime: '2026-12-01T11:00:00', timeZone: 'Europe/London' },
    end: { dateTime: '2026-12-01T11:30:00', timeZone: 'Europe/London' },
  });
  expect(new Set((await instancesOf(series)).map((one) => one['type']))).toEqual(new Set(['occurrence']));
});

test.each(['$select=subject', "$filter=subject eq 'x'", '$expand=extensions', '$orderby=subject', '$search=x'])(
  'the delta of a calendar view takes no %s',
  async (option) => {
    const answer = await priya.graph('GET', `/me/calendarView/delta?${WINDOW}&${option}`);
    expect(answer.status).toBe(400);
  },
);

test('a delta token nobody gave is gone', async () => {
  expect((await priya.graph('GET', '/me/calendarView/delta?$deltatoken=made-up')).status).toBe(410);
});
