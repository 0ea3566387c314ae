import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { Json, SignedIn } from '../local-microsoft365.ts';
import { at, items, seriesBody, signIn, startLocal } from '../local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
let yusuf: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
  yusuf = await signIn(m365, 'yusuf');
});
afterAll(() => m365.close());

const IMMUTABLE = { Prefer: 'IdType="ImmutableId"' };
const REFERRAL = { '@odata.type': 'microsoft.graph.openTypeExtension', extensionName: 'Com.Duologue.Meeting' };

async function newMeeting(subject: string, extra: Json = {}): Promise<Json> {
  const single = seriesBody({ subject, ...extra, recurrence: null });
  return (await priya.graph('POST', '/me/events', single)).body;
}

function eventPath(event: Json, below = ''): string {
  return `/me/events/${encodeURIComponent(String(event['id']))}${below}`;
}

async function copyOf(event: Json, query = ''): Promise<Json> {
  const filter = encodeURIComponent(`iCalUId eq '${String(event['iCalUId'])}'`);
  return items(await yusuf.graph('GET', `/me/events?$filter=${filter}${query}`))[0] ?? {};
}

describe('open extensions', () => {
  test('come with a new event, are read, changed and taken away, and stay on their own copy', async () => {
    const meeting = await newMeeting('Extended', { extensions: [{ ...REFERRAL, kind: 'one-to-one', minutes: 30 }] });
    const id = 'microsoft.graph.openTypeExtension.Com.Duologue.Meeting';
    expect(meeting['extensions']).toEqual([
      {
        '@odata.type': '#microsoft.graph.openTypeExtension',
        id,
        extensionName: 'Com.Duologue.Meeting',
        kind: 'one-to-one',
        minutes: 30,
      },
    ]);
    expect((await priya.graph('GET', eventPath(meeting))).body['extensions']).toBeUndefined();
    const expand = encodeURIComponent(
      "extensions($filter=id eq 'microsoft.graph.openTypeExtension.Com.Duologue.Meeting')",
    );
    expect(at((await priya.graph('GET', eventPath(meeting, `?$expand=${expand}`))).body, 'extensions', 0, 'kind')).toBe(
      'one-to-one',
    );
    expect(at(await copyOf(meeting, '&$expand=extensions'), 'extensions')).toEqual([]);
    const changed = await priya.graph('PATCH', eventPath(meeting, `/extensions/${id}`), {
      '@odata.type': REFERRAL['@odata.type'],
      minutes: 45,
      kind: null,
      of: 'two',
    });
    expect({
      status: changed.status,
      minutes: changed.body['minutes'],
      kind: changed.body['kind'],
      of: changed.body['of'],
    }).toEqual({
      status: 200,
      minutes: 45,
      kind: undefined,
      of: 'two',
    });
    expect((await priya.graph('GET', eventPath(meeting, '/extensions/Com.Duologue.Meeting'))).body).toMatchObject({
      minutes: 45,
    });
    expect((await priya.graph('DELETE', eventPath(meeting, '/extensions/Com.Duologue.Meeting'))).status).toBe(204);
    expect(items(await priya.graph('GET', eventPath(meeting, '/extensions')))).toEqual([]);
    expect((await priya.graph('GET', eventPath(meeting, '/extensions/Com.Duologue.Meeting'))).status).toBe(404);
  });

  test('an occurrence has its own, and two of one name are refused', async () => {
    const series = (await priya.graph('POST', '/me/events', seriesBody({ subject: 'Series with data', attendees: [] })))
      .body;
    const range = '?startDateTime=2026-12-01T00:00:00Z&endDateTime=2026-12-31T00:00:00Z';
    const [first = {}, second = {}] = items(await priya.graph('GET', eventPath(series, `/instances${range}`)));
    const add = () => priya.graph('POST', eventPath(first, '/extensions'), { ...REFERRAL, meeting: 'm-1' });
    expect((await add()).status).toBe(201);
    expect((await add()).status).toBe(409);
    expect(items(await priya.graph('GET', eventPath(first, '/extensions')))).toMatchObject([{ meeting: 'm-1' }]);
    expect(items(await priya.graph('GET', eventPath(second, '/extensions')))).toEqual([]);
    expect(items(await priya.graph('GET', eventPath(series, '/extensions')))).toEqual([]);
  });

  test.each([
    ['without a type', { extensionName: 'Com.Duologue.Other' }],
    ['without a name', { '@odata.type': 'microsoft.graph.openTypeExtension' }],
  ])('one %s is refused', async (_case, body) => {
    const meeting = await newMeeting('Wrong data');
    expect((await priya.graph('POST', eventPath(meeting, '/extensions'), body)).status).toBe(400);
  });
});

describe('extended properties', () => {
  const id = 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name DuologueEffect';

  test('are found by value, also together with other conditions, and belong to one copy', async () => {
    const meeting = await newMeeting('Marked', { singleValueExtendedProperties: [{ id, value: 'marks-1' }] });
    const find = async (person: SignedIn, filter: string) =>
      items(await person.graph('GET', `/me/events?$filter=${encodeURIComponent(filter)}`)).map((one) => one['subject']);
    const marked = `singleValueExtendedProperties/Any(ep: ep/id eq '${id}' and ep/value eq 'marks-1')`;
    expect(await find(priya, marked)).toEqual(['Marked']);
    expect(await find(priya, `${marked} and subject eq 'Other'`)).toEqual([]);
    expect(await find(priya, marked.replace('DuologueEffect', 'duologueeffect'))).toEqual([]);
    expect(await find(yusuf, marked)).toEqual([]);
    await priya.graph('PATCH', eventPath(meeting), { singleValueExtendedProperties: [{ id, value: 'marks-2' }] });
    expect(await find(priya, marked)).toEqual([]);
  });

  test.each([[{ id: 'Name DuologueEffect', value: 'x' }], [{ id, value: 5 }], [{ value: 'x' }], ['not an object']])(
    'one like %j is refused',
    async (wrong) => {
      const body = seriesBody({ singleValueExtendedProperties: [wrong], recurrence: null });
      expect((await priya.graph('POST', '/me/events', body)).status).toBe(400);
    },
  );
});

describe('immutable ids', () => {
  test('are sent when preferred, differ from the usual ones, and both lead to the event', async () => {
    const series = (await priya.graph('POST', '/me/events', seriesBody({ subject: 'Two names' }))).body;
    const lasting = (await priya.graph('GET', eventPath(series), undefined, IMMUTABLE)).body;
    expect(lasting['id']).not.toBe(series['id']);
    expect((await priya.graph('GET', eventPath(lasting))).body['id']).toBe(series['id']);
    const range = '?startDateTime=2026-12-01T00:00:00Z&endDateTime=2026-12-31T00:00:00Z';
    const occurrences = items(await priya.graph('GET', eventPath(lasting, `/instances${range}`), undefined, IMMUTABLE));
    expect(new Set(occurrences.map((one) => one['seriesMasterId']))).toEqual(new Set([lasting['id']]));
    const changed = await priya.graph('PATCH', eventPath(occurrences[0] ?? {}), { subject: 'Renamed' }, IMMUTABLE);
    expect(changed.body).toMatchObject({ id: occurrences[0]?.['id'], type: 'exception', subject: 'Renamed' });
  });

  test('usual ids are translated to those that last, and back', async () => {
    const meeting = await newMeeting('Translated');
    const lasting = (await priya.graph('GET', eventPath(meeting), undefined, IMMUTABLE)).body['id'];
    const translate = async (inputIds: unknown[], sourceIdType: string, targetIdType: string) =>
      priya.graph('POST', '/me/translateExchangeIds', { inputIds, sourceIdType, targetIdType });
    const there = await translate([meeting['id']], 'restId', 'restImmutableEntryId');
    expect(items(there)).toEqual([{ sourceId: meeting['id'], targetId: lasting }]);
    const back = await translate([lasting], 'restImmutableEntryId', 'restId');
    expect(items(back)).toEqual([{ sourceId: lasting, targetId: meeting['id'] }]);
    expect((await translate([], 'restId', 'restImmutableEntryId')).status).toBe(400);
    expect((await translate(['x'], 'restId', 'nonsense')).status).toBe(400);
  });

  test.each(['no-id-at-all!', 'a b', '%00'])('"%s" is no id', async (id) => {
    const answer = await priya.graph('GET', `/me/events/${encodeURIComponent(id)}`);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('versions', () => {
  test('a deletion against an older version is refused with ErrorIrresolvableConflict, one against any is not', async () => {
    const meeting = await newMeeting('Versions');
    const newer = (await priya.graph('PATCH', eventPath(meeting), { subject: 'Versions 2' })).body;
    expect(newer['changeKey']).not.toBe(meeting['changeKey']);
    const old = await priya.graph('DELETE', eventPath(meeting), undefined, {
      'If-Match': String(meeting['@odata.etag']),
    });
    expect({ status: old.status, code: at(old.body, 'error', 'code') }).toEqual({
      status: 412,
      code: 'ErrorIrresolvableConflict',
    });
    expect((await priya.graph('DELETE', eventPath(meeting), undefined, { 'If-Match': '*' })).status).toBe(204);
  });
});

describe('what an event says of itself', () => {
  test('places, categories, reminders and sensitivity are kept as they were given', async () => {
    const meeting = await newMeeting('Details', {
      locations: [{ displayName: 'Room 4' }, { displayName: 'Annexe', locationUri: 'https://example.org/annexe' }],
      categories: ['Blue category'],
      reminderMinutesBeforeStart: 30,
      sensitivity: 'Private',
      importance: 'High',
    });
    expect(meeting).toMatchObject({
      location: { displayName: 'Room 4', uniqueId: 'Room 4', uniqueIdType: 'private' },
      locations: [{ displayName: 'Room 4' }, { displayName: 'Annexe', locationUri: 'https://example.org/annexe' }],
      categories: ['Blue category'],
      reminderMinutesBeforeStart: 30,
      sensitivity: 'private',
      importance: 'high',
    });
    const moved = await priya.graph('PATCH', eventPath(meeting), { location: { displayName: 'Café' } });
    expect(moved.body).toMatchObject({ location: { displayName: 'Café' }, locations: [{ displayName: 'Café' }] });
    expect((await copyOf(meeting))['categories']).toEqual([]);
  });

  test('a provider the calendar does not allow gives an event without an online meeting', async () => {
    const meeting = await newMeeting('No Skype', { onlineMeetingProvider: 'skypeForBusiness' });
    expect(meeting).toMatchObject({ isOnlineMeeting: false, onlineMeetingProvider: 'unknown', onlineMeeting: null });
  });
});
