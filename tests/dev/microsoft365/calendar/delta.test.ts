import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { GraphAnswer, Json, SignedIn } from '../local-microsoft365.ts';
import { at, items, seriesBody, signIn, startLocal } from '../local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
let path: string;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
});
afterAll(() => m365.close());

const WINDOW = 'startDateTime=2026-12-01T00:00:00Z&endDateTime=2026-12-31T00:00:00Z';
const FORTNIGHTLY = { attendees: [], isOnlineMeeting: false };

/** A calendar of its own for each test, so that nothing else stands in the window. */
beforeEach(async ({ task }) => {
  const made = await priya.graph('POST', '/me/calendars', { name: task.name });
  path = `/me/calendars/${encodeURIComponent(String(made.body['id']))}`;
});

async function add(body: Json): Promise<Json> {
  return (await priya.graph('POST', `${path}/events`, body)).body;
}

function eventPath(event: Json): string {
  return `/me/events/${encodeURIComponent(String(event['id']))}`;
}

/** Follows next links until the delta link. */
async function read(
  from: string,
  headers: Record<string, string> = {},
): Promise<{ changes: Json[]; next: string; pages: number }> {
  const changes: Json[] = [];
  let address = from;
  for (let pages = 1; ; pages += 1) {
    const answer: GraphAnswer = await priya.graph('GET', address, undefined, headers);
    expect(answer.status).toBe(200);
    changes.push(...items(answer));
    const next = answer.body['@odata.nextLink'];
    const link = String(next ?? answer.body['@odata.deltaLink']).slice(m365.graphBase.length);
    if (next === undefined) {
      return { changes, next: link, pages };
    }
    address = link;
  }
}

function begin(headers: Record<string, string> = {}): ReturnType<typeof read> {
  return read(`${path}/calendarView/delta?${WINDOW}`, headers);
}

function inShort(changes: readonly Json[]): string[] {
  return changes.map((one) =>
    one['@removed'] === undefined
      ? `${String(one['type'])} ${String(at(one, 'start', 'dateTime')).slice(0, 10)}`
      : `removed ${String(at(one, '@removed', 'reason'))}`,
  );
}

describe('changes in a calendar view', () => {
  test('a series comes as its master in full and its occurrences as stubs, then nothing', async () => {
    const series = await add(seriesBody(FORTNIGHTLY));
    const first = await begin();
    expect(inShort(first.changes)).toEqual([
      'seriesMaster 2026-12-01',
      'occurrence 2026-12-01',
      'occurrence 2026-12-15',
      'occurrence 2026-12-29',
    ]);
    expect(first.changes[0]).toMatchObject({ id: series['id'], subject: series['subject'] });
    expect(Object.keys(first.changes[1] ?? {}).toSorted()).toEqual([
      '@odata.etag',
      '@odata.type',
      'end',
      'id',
      'seriesMasterId',
      'start',
      'type',
    ]);
    expect((await read(first.next)).changes).toEqual([]);
  });

  test('pages are as long as asked for, and together hold everything once', async () => {
    await add(
      seriesBody({
        ...FORTNIGHTLY,
        recurrence: {
          pattern: { type: 'daily', interval: 1 },
          range: { type: 'numbered', startDate: '2026-12-01', numberOfOccurrences: 20 },
        },
      }),
    );
    const { changes, pages } = await begin({ Prefer: 'odata.maxpagesize=6' });
    expect(pages).toBe(4);
    expect(new Set(changes.map((one) => one['id'])).size).toBe(21);
    expect(changes).toHaveLength(21);
  });

  test('a changed occurrence comes in full, the others do not come again', async () => {
    await add(seriesBody(FORTNIGHTLY));
    const { changes, next } = await begin();
    await priya.graph('PATCH', eventPath(changes[2] ?? {}), { subject: 'Only this' });
    const after = await read(next);
    expect(inShort(after.changes)).toEqual(['exception 2026-12-15']);
    expect(after.changes[0]).toMatchObject({ id: changes[2]?.['id'], subject: 'Only this' });
  });

  test('an occurrence taken out is only to be seen in its master', async () => {
    await add(seriesBody(FORTNIGHTLY));
    const { changes, next } = await begin();
    await priya.graph('DELETE', eventPath(changes[2] ?? {}));
    const after = await read(next);
    expect(inShort(after.changes)).toEqual(['seriesMaster 2026-12-01']);
    const master = await priya.graph('GET', `${eventPath(changes[0] ?? {})}?$select=cancelledOccurrences`);
    expect(master.body['cancelledOccurrences']).toEqual([`OID.${String(changes[0]?.['id'])}.2026-12-15`]);
  });

  test('what was deleted or moved out of the window is removed, what was moved in comes', async () => {
    const single = (subject: string, date: string) =>
      add(
        seriesBody({
          ...FORTNIGHTLY,
          subject,
          recurrence: null,
          start: { dateTime: `${date}T10:00:00`, timeZone: 'UTC' },
          end: { dateTime: `${date}T10:30:00`, timeZone: 'UTC' },
        }),
      );
    const [goes, moves, comes] = [
      await single('Goes', '2026-12-03'),
      await single('Moves', '2026-12-04'),
      await single('Comes', '2027-03-01'),
    ];
    const { next } = await begin();
    await priya.graph('DELETE', eventPath(goes));
    const to = (date: string) => ({
      start: { dateTime: `${date}T10:00:00`, timeZone: 'UTC' },
      end: { dateTime: `${date}T10:30:00`, timeZone: 'UTC' },
    });
    await priya.graph('PATCH', eventPath(moves), to('2027-03-04'));
    await priya.graph('PATCH', eventPath(comes), to('2026-12-05'));
    const { changes } = await read(next);
    expect(inShort(changes)).toEqual(['singleInstance 2026-12-05', 'removed deleted', 'removed deleted']);
    expect(
      changes
        .slice(1)
        .map((one) => one['id'])
        .toSorted(),
    ).toEqual([goes['id'], moves['id']].map(String).toSorted());
  });

  test('a series that is gone is removed with its occurrences', async () => {
    const series = await add(seriesBody(FORTNIGHTLY));
    const { next } = await begin();
    await priya.graph('DELETE', eventPath(series));
    expect(inShort((await read(next)).changes)).toEqual(Array.from({ length: 4 }, () => 'removed deleted'));
  });

  test('ids are immutable when preferred, and the same link serves both kinds', async () => {
    const series = await add(seriesBody(FORTNIGHTLY));
    const { changes, next } = await begin({ Prefer: 'IdType="ImmutableId"' });
    expect(changes[0]?.['id']).not.toBe(series['id']);
    await priya.graph('PATCH', eventPath(changes[0] ?? {}), { subject: 'Renamed' });
    expect((await read(next)).changes.map((one) => one['id'])).toEqual([series['id']]);
  });

  test('a link nobody gave has to begin again, and a page size that is no number is no wish', async () => {
    await add(seriesBody(FORTNIGHTLY));
    const lost = await priya.graph('GET', '/me/calendarView/delta?$deltatoken=nobody-gave-this');
    expect({ status: lost.status, code: at(lost.body, 'error', 'code') }).toEqual({
      status: 410,
      code: 'SyncStateNotFound',
    });
    for (const size of ['0', '-1', 'many', '1e99']) {
      const answer = await priya.graph('GET', `${path}/calendarView/delta?${WINDOW}`, undefined, {
        Prefer: `odata.maxpagesize=${size}`,
      });
      expect(items(answer)).toHaveLength(4);
    }
  });
});
