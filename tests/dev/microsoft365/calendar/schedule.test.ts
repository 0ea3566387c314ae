import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { Json, SignedIn } from '../local-microsoft365.ts';
import { at, items, mailOf, seriesBody, signIn, startLocal } from '../local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
let yusuf: SignedIn;
let kwame: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
  yusuf = await signIn(m365, 'yusuf');
  kwame = await signIn(m365, 'kwame');
});
afterAll(() => m365.close());

/** A Sunday on which nobody has anything. */
const DAY = '2027-06-06';

function moment(time: string): Json {
  return { dateTime: `${DAY}T${time}:00`, timeZone: 'Europe/London' };
}

async function put(subject: string, from: string, to: string, extra: Json = {}): Promise<Json> {
  const body = seriesBody({
    subject,
    recurrence: null,
    isOnlineMeeting: false,
    attendees: [],
    start: moment(from),
    end: moment(to),
    ...extra,
  });
  return (await priya.graph('POST', '/me/events', body)).body;
}

async function seen(by: SignedIn, body: Json = {}): Promise<Json> {
  const asked = {
    schedules: [mailOf('priya')],
    startTime: moment('08:00'),
    endTime: moment('18:00'),
    availabilityViewInterval: 60,
    ...body,
  };
  return items(await by.graph('POST', '/me/calendar/getSchedule', asked))[0] ?? {};
}

async function clear(): Promise<void> {
  const window = `startDateTime=${DAY}T00:00:00Z&endDateTime=2027-06-07T00:00:00Z&$top=100`;
  for (const one of items(await priya.graph('GET', `/me/calendarView?${window}`))) {
    await priya.graph('DELETE', `/me/events/${encodeURIComponent(String(one['id']))}`);
  }
}

function subjectsOf(schedule: Json): unknown[] {
  return (schedule['scheduleItems'] as Json[]).map((one) => one['subject']);
}

describe('free and busy times', () => {
  test('show each kind of time, the strongest where several meet, and elsewhere as free', async () => {
    await clear();
    await put('Tentative', '08:00', '09:00', { showAs: 'tentative' });
    await put('Busy', '09:00', '11:00');
    await put('Also tentative', '10:00', '12:00', { showAs: 'tentative' });
    await put('Away', '12:00', '13:00', { showAs: 'oof' });
    await put('Elsewhere', '13:00', '14:00', { showAs: 'workingElsewhere' });
    await put('Free', '14:00', '15:00', { showAs: 'free' });
    await put('A moment', '15:30', '15:45');
    expect((await seen(yusuf))['availabilityView']).toBe('1221300200');
    expect(
      (await seen(yusuf, { availabilityViewInterval: 30, startTime: moment('15:00'), endTime: moment('16:30') }))[
        'availabilityView'
      ],
    ).toBe('020');
  });

  test('a private meeting is only a time to everybody else, even to whoever is invited', async () => {
    await clear();
    const attendees = [{ emailAddress: { address: mailOf('yusuf') }, type: 'required' }];
    await put('Between us', '09:00', '10:00', {
      sensitivity: 'private',
      attendees,
      location: { displayName: 'Room 2' },
    });
    await put('Together', '11:00', '12:00', { attendees });
    await put('Confidential', '13:00', '14:00', { sensitivity: 'confidential', attendees });
    expect(subjectsOf(await seen(priya))).toEqual(['Between us', 'Together', 'Confidential']);
    expect(subjectsOf(await seen(yusuf))).toEqual([undefined, 'Together', 'Confidential']);
    expect(subjectsOf(await seen(kwame))).toEqual([undefined, undefined, undefined]);
    const hidden = at(await seen(yusuf), 'scheduleItems', 0);
    expect(hidden).toMatchObject({ isPrivate: true, status: 'busy' });
    expect(Object.keys(hidden as Json)).not.toContain('location');
  });

  test('a cancelled meeting is free for whoever was invited', async () => {
    await clear();
    const attendees = [{ emailAddress: { address: mailOf('yusuf') }, type: 'required' }];
    const meeting = await put('Called off', '09:00', '10:00', { attendees });
    const view = async () =>
      items(
        await kwame.graph('POST', '/me/calendar/getSchedule', {
          schedules: [mailOf('yusuf')],
          startTime: moment('09:00'),
          endTime: moment('10:00'),
          availabilityViewInterval: 60,
        }),
      )[0]?.['availabilityView'];
    expect(await view()).toBe('1');
    await priya.graph('POST', `/me/events/${encodeURIComponent(String(meeting['id']))}/cancel`, {});
    expect(await view()).toBe('0');
  });

  test('of somebody nobody knows, only that entry is an error', async () => {
    const answer = await priya.graph('POST', '/me/calendar/getSchedule', {
      schedules: ['nobody@elsewhere.example', mailOf('yusuf')],
      startTime: moment('09:00'),
      endTime: moment('10:00'),
    });
    expect(items(answer).map((one) => [one['scheduleId'], at(one, 'error', 'responseCode')])).toEqual([
      ['nobody@elsewhere.example', '5009'],
      [mailOf('yusuf'), undefined],
    ]);
  });

  test.each([
    ['without mailboxes', { schedules: [] }, 'ErrorInvalidParameter'],
    ['with a number for a mailbox', { schedules: [5] }, 'RequestBodyRead'],
    ['over nothing', { endTime: moment('08:00') }, 'ErrorInvalidTimeInterval'],
    ['backwards', { startTime: moment('19:00') }, 'ErrorInvalidTimeInterval'],
    ['by dates alone', { startTime: { dateTime: DAY, timeZone: 'UTC' } }, 'ErrorInvalidTimeInterval'],
    ['in steps of 4 minutes', { availabilityViewInterval: 4 }, 'ErrorInvalidMergedFreeBusyInterval'],
    ['in steps of more than a day', { availabilityViewInterval: 1441 }, 'ErrorInvalidMergedFreeBusyInterval'],
    ['in steps of nothing', { availabilityViewInterval: null }, 'ErrorInvalidMergedFreeBusyInterval'],
    [
      'in an unknown zone',
      { startTime: { dateTime: `${DAY}T08:00:00`, timeZone: 'Narnia' } },
      'TimeZoneNotSupportedException',
    ],
    ['without an end', { endTime: null }, 'ErrorPropertyValidationFailure'],
  ])('asked for %s are refused', async (_case, wrong, code) => {
    const asked = { schedules: [mailOf('priya')], startTime: moment('08:00'), endTime: moment('18:00'), ...wrong };
    const answer = await yusuf.graph('POST', '/me/calendar/getSchedule', asked);
    expect({ status: answer.status, code: at(answer.body, 'error', 'code') }).toEqual({ status: 400, code });
  });
});
