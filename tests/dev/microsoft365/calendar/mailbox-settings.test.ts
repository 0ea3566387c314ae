import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ianaZone, toEpoch, windowsZone } from '#server/dev/microsoft365/calendar/local-time.ts';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { Json, SignedIn } from '../local-microsoft365.ts';
import { at, items, mailOf, signIn, startLocal } from '../local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
let kwame: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
  kwame = await signIn(m365, 'kwame');
});
afterAll(() => m365.close());

async function change(body: unknown): Promise<{ status: number; code: unknown; body: Json }> {
  const answer = await kwame.graph('PATCH', '/me/mailboxSettings', body);
  return { status: answer.status, code: at(answer.body, 'error', 'code'), body: answer.body };
}

describe('mailbox settings', () => {
  test('a change answers with what changed, and the rest stays', async () => {
    const before = (await kwame.graph('GET', '/me/mailboxSettings')).body;
    const changed = await change({ timeZone: 'Europe/Kyiv', dateFormat: 'yyyy-MM-dd' });
    expect(changed.status).toBe(200);
    expect(Object.keys(changed.body).toSorted()).toEqual(['@odata.context', 'dateFormat', 'timeZone']);
    expect((await kwame.graph('GET', '/me/mailboxSettings')).body).toEqual({
      ...before,
      timeZone: 'FLE Standard Time',
      dateFormat: 'yyyy-MM-dd',
    });
    expect((await kwame.graph('GET', '/me/mailboxSettings/timeZone')).body['value']).toBe('FLE Standard Time');
  });

  test('a custom zone of the working hours is kept, and others see it with the free and busy times', async () => {
    const timeZone = {
      '@odata.type': '#microsoft.graph.customTimeZone',
      bias: -300,
      name: 'Customized Time Zone',
      standardOffset: { time: '02:00:00', dayOccurrence: 2, dayOfWeek: 'Sunday', month: 10, year: 0 },
      daylightOffset: { daylightBias: 100, time: '02:00:00', dayOccurrence: 4, dayOfWeek: 'Sunday', month: 5, year: 0 },
    };
    await kwame.graph('PATCH', '/me/mailboxSettings', {
      workingHours: { endTime: '18:30:00.0000000', daysOfWeek: ['Monday', 'Saturday'], timeZone },
    });
    const kept = {
      daysOfWeek: ['monday', 'saturday'],
      startTime: '08:30:00.0000000',
      endTime: '18:30:00.0000000',
      timeZone: {
        ...timeZone,
        standardOffset: { ...timeZone.standardOffset, time: '02:00:00.0000000', dayOfWeek: 'sunday' },
        daylightOffset: { ...timeZone.daylightOffset, time: '02:00:00.0000000', dayOfWeek: 'sunday' },
      },
    };
    expect((await kwame.graph('GET', '/me/mailboxSettings')).body['workingHours']).toEqual(kept);
    const seen = await priya.graph('POST', '/me/calendar/getSchedule', {
      schedules: [mailOf('kwame')],
      startTime: { dateTime: '2026-11-23T00:00:00', timeZone: 'UTC' },
      endTime: { dateTime: '2026-11-24T00:00:00', timeZone: 'UTC' },
    });
    expect(at(items(seen), 0, 'workingHours')).toEqual(kept);
  });

  test('automatic replies are scheduled for a range ahead', async () => {
    const moment = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
    const replies = {
      status: 'Scheduled',
      internalReplyMessage: 'Back on Monday.',
      scheduledStartDateTime: moment('2026-12-03T18:00:00'),
      scheduledEndDateTime: moment('2026-12-06T18:00:00'),
    };
    expect((await change({ automaticRepliesSetting: replies })).body['automaticRepliesSetting']).toMatchObject({
      status: 'scheduled',
      externalAudience: 'none',
      internalReplyMessage: 'Back on Monday.',
      scheduledStartDateTime: { dateTime: '2026-12-03T18:00:00.0000000', timeZone: 'UTC' },
    });
    const past = { ...replies, scheduledEndDateTime: moment('2026-11-01T18:00:00') };
    expect((await change({ automaticRepliesSetting: past })).status).toBe(400);
  });

  test.each([
    ['a start that is no time', { workingHours: { startTime: '08' } }, 'RequestBodyRead'],
    [
      'a start after the end',
      { workingHours: { startTime: '20:00:00', endTime: '08:00:00' } },
      'ErrorInvalidTimeSettings',
    ],
    ['a day no week has', { workingHours: { daysOfWeek: ['RandomDay'] } }, 'InvalidArguments'],
    ['a zone nobody knows', { workingHours: { timeZone: { name: 'Narnia' } } }, 'InvalidTimeZone'],
    ['a mailbox zone nobody knows', { timeZone: 'tzone://Microsoft/Custom' }, 'InvalidTimeZone'],
    [
      'a custom zone that changes its clocks in month 13',
      {
        workingHours: {
          timeZone: {
            '@odata.type': '#microsoft.graph.customTimeZone',
            bias: 0,
            standardOffset: { time: '02:00:00', dayOccurrence: 1, dayOfWeek: 'sunday', month: 13 },
          },
        },
      },
      'InvalidTimeZone',
    ],
    ['a language nobody speaks', { language: { locale: 'not a language' } }, 'InvalidArguments'],
    ['a setting Graph does not have', { colour: 'blue' }, 'RequestBodyRead'],
    ['a number for a zone', { timeZone: 5 }, 'RequestBodyRead'],
  ])('%s is refused', async (_case, body, code) => {
    expect(await change(body)).toMatchObject({ status: 400, code });
  });
});

describe('categories', () => {
  const path = '/me/outlook/masterCategories';
  const names = async (person: SignedIn) => items(await person.graph('GET', path)).map((one) => one['displayName']);

  test('are added, recoloured and taken away, for their own mailbox only', async () => {
    const standard = await names(priya);
    const added = await priya.graph('POST', path, { displayName: 'One-to-one', color: 'Preset5' });
    expect(added).toMatchObject({ status: 201, body: { displayName: 'One-to-one', color: 'preset5' } });
    expect(await names(priya)).toEqual([...standard, 'One-to-one']);
    expect(await names(kwame)).toEqual(standard);
    const one = `${path}/${String(added.body['id'])}`;
    expect((await priya.graph('PATCH', one, { color: 'preset7' })).body).toMatchObject({ color: 'preset7' });
    expect((await priya.graph('GET', one)).body).toMatchObject({ displayName: 'One-to-one', color: 'preset7' });
    expect((await priya.graph('PATCH', one, { displayName: 'Other' })).status).toBe(400);
    expect((await priya.graph('DELETE', one)).status).toBe(204);
    expect(await names(priya)).toEqual(standard);
  });

  test('of the same name, without a name or of a colour nobody knows are refused', async () => {
    const wrong = [{ displayName: 'BLUE category' }, { displayName: '' }, { displayName: 'New', color: 'vermilion' }];
    const answers = await Promise.all(wrong.map((body) => priya.graph('POST', path, body)));
    expect(answers.map(({ status }) => status)).toEqual([409, 400, 400]);
  });
});

describe('time zones', () => {
  test('the zones a mailbox takes are listed by Windows name, or by IANA name when asked', async () => {
    const windows = items(await priya.graph('GET', '/me/outlook/supportedTimeZones'));
    expect(windows).toContainEqual({
      alias: 'Dateline Standard Time',
      displayName: '(UTC-12:00) Dateline Standard Time',
    });
    expect(windows.map((one) => one['alias'])).toContain('GMT Standard Time');
    const iana = items(
      await priya.graph(
        'GET',
        "/me/outlook/supportedTimeZones(TimeZoneStandard=microsoft.graph.timeZoneStandard'Iana')",
      ),
    );
    expect(iana).toContainEqual({ alias: 'Europe/Kyiv', displayName: 'Europe/Kyiv' });
    expect(iana.map((one) => one['alias'])).not.toContain('GMT Standard Time');
    const wrong = "/me/outlook/supportedTimeZones(TimeZoneStandard=microsoft.graph.timeZoneStandard'Lunar')";
    expect((await priya.graph('GET', wrong)).status).toBe(400);
  });

  test('every zone that is listed is taken, and every documented extra one too', async () => {
    const listed = [
      ...items(await priya.graph('GET', '/me/outlook/supportedTimeZones')),
      ...items(await priya.graph('GET', "/me/outlook/supportedTimeZones(TimeZoneStandard='Iana')")),
    ].map((one) => String(one['alias']));
    expect(listed.length).toBeGreaterThan(400);
    expect([...listed, ...DOCUMENTED].filter((name) => ianaZone(name) === null)).toEqual([]);
  });

  test('renamed zones have the Windows name of their older names, and the same clock', () => {
    const pairs = [
      ['Europe/Kyiv', 'Europe/Kiev', 'FLE Standard Time'],
      ['Asia/Kolkata', 'Asia/Calcutta', 'India Standard Time'],
      ['Asia/Kathmandu', 'Asia/Katmandu', 'Nepal Standard Time'],
      ['Asia/Yangon', 'Asia/Rangoon', 'Myanmar Standard Time'],
      ['America/Argentina/Buenos_Aires', 'America/Buenos_Aires', 'Argentina Standard Time'],
      ['America/Indiana/Indianapolis', 'America/Indianapolis', 'US Eastern Standard Time'],
    ] as const;
    expect(pairs.map(([newer, older]) => [windowsZone(newer), windowsZone(older)])).toEqual(
      pairs.map(([, , windows]) => [windows, windows]),
    );
    expect(
      pairs.filter(([newer, older]) => toEpoch('2027-07-01T12:00:00', newer) !== toEpoch('2027-07-01T12:00:00', older)),
    ).toEqual([]);
  });

  test('a time the clocks skip moves forward, and a time they show twice is the first of the two', () => {
    expect(new Date(toEpoch('2027-03-28T01:30:00', 'Europe/London')).toISOString()).toBe('2027-03-28T01:30:00.000Z');
    expect(new Date(toEpoch('2027-10-31T01:30:00', 'Europe/London')).toISOString()).toBe('2027-10-31T00:30:00.000Z');
  });

  test.each(['Narnia', 'tzone://Microsoft/Custom', 'Customized Time Zone', '', 'Europe/'])(
    'an event in the zone "%s" is refused with the name of the zone',
    async (timeZone) => {
      const moment = { dateTime: '2026-12-01T10:00:00', timeZone };
      const answer = await priya.graph('POST', '/me/events', { subject: 'Where', start: moment, end: moment });
      expect({ status: answer.status, code: at(answer.body, 'error', 'code') }).toEqual({
        status: 400,
        code: 'TimeZoneNotSupportedException',
      });
      expect(String(at(answer.body, 'error', 'message'))).toContain(`not supported: '${timeZone}'`);
    },
  );
});

/** IANA names Graph's reference lists as additional time zones, spelt without the older name in brackets. */
const DOCUMENTED = (
  JSON.parse(readFileSync(new URL('./additional-time-zones.json', import.meta.url), 'utf8')) as string[]
).map((name) => name.replace(/ \(.*\)$/, ''));
