import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { minutesBetween } from '#core/time.ts';
import type { LocalTenant, Someone } from './local-tenant.ts';
import { startTenant } from './local-tenant.ts';

const from = '2026-11-23T00:00:00.000Z';
const until = '2027-05-24T00:00:00.000Z';

let tenant: LocalTenant;
let priya: Someone;
let bethan: Someone;

beforeAll(async () => {
  tenant = await startTenant();
  priya = await tenant.signIn('priya');
  bethan = await tenant.signIn('bethan');
});
afterEach(() => tenant.noFaults());
afterAll(() => tenant.close());

function mailbox(someone: Someone): { personId: string; mail: string } {
  return { personId: someone.actor.personId, mail: someone.mail };
}

async function makeEvent(someone: Someone, event: Readonly<Record<string, unknown>>): Promise<void> {
  const token = await tenant.graphToken(someone.actor, ['Calendars.ReadWrite']);
  const answer = await fetch(`${tenant.m365.graphBase}/me/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(event),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
}

describe('availability', () => {
  it('covers six months of two people, with their own working hours', async () => {
    const { available, unread } = await tenant.calendar.availability(
      priya.actor,
      [mailbox(priya), mailbox(bethan)],
      from,
      until,
    );
    expect(unread).toEqual([]);
    expect(available.map(({ personId, workingHours }) => ({ personId, workingHours }))).toEqual([
      {
        personId: priya.actor.personId,
        workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00', zone: 'Europe/London' },
      },
      {
        personId: bethan.actor.personId,
        workingHours: { days: [2, 3, 4], start: '09:30', end: '16:30', zone: 'Europe/London' },
      },
    ]);
    for (const { busy } of available) {
      expect(busy.length).toBeGreaterThan(20);
      expect(busy).toEqual(busy.toSorted((a, b) => (a.start < b.start ? -1 : 1)));
      expect(busy.every((one) => minutesBetween(one.start, one.end) > 0)).toBe(true);
      expect(busy.at(-1)?.start.slice(0, 4)).toBe('2027');
    }
  });

  it('counts a busy time once where two windows of the reading meet in it', async () => {
    const seam = new Date(Date.parse(from) + 60 * 86_400_000);
    const time = (minutes: number): unknown => ({
      dateTime: new Date(seam.getTime() + minutes * 60_000).toISOString().slice(0, 19),
      timeZone: 'UTC',
    });
    await makeEvent(bethan, { subject: 'Across the seam', start: time(-30), end: time(30) });
    const { available } = await tenant.calendar.availability(priya.actor, [mailbox(bethan)], from, until);
    const across = available[0]?.busy.filter((one) => one.start < seam.toISOString() && one.end > seam.toISOString());
    expect(across).toHaveLength(1);
  });

  it("labels the actor's own time and keeps everybody's private things to themselves", async () => {
    const at = (hour: string): unknown => ({ dateTime: `2026-11-28T${hour}:00`, timeZone: 'UTC' });
    await makeEvent(priya, { subject: 'Choir', start: at('10:00'), end: at('11:00') });
    await makeEvent(priya, { subject: 'Dentist', sensitivity: 'private', start: at('11:00'), end: at('12:00') });
    await makeEvent(priya, { subject: 'Perhaps', showAs: 'tentative', start: at('12:00'), end: at('13:00') });
    await makeEvent(priya, { subject: 'Free', showAs: 'free', start: at('13:00'), end: at('14:00') });
    await makeEvent(priya, { subject: 'At home', showAs: 'workingElsewhere', start: at('14:00'), end: at('15:00') });
    const day = ['2026-11-28T00:00:00.000Z', '2026-11-29T00:00:00.000Z'] as const;

    const own = await tenant.calendar.availability(priya.actor, [mailbox(priya)], ...day);
    expect(own.available[0]?.busy.map((one) => [one.start.slice(11, 16), one.status, one.label])).toEqual([
      ['10:00', 'busy', 'Choir'],
      ['11:00', 'busy', null],
      ['12:00', 'tentative', 'Perhaps'],
    ]);
    const seenByBethan = await tenant.calendar.availability(bethan.actor, [mailbox(priya)], ...day);
    expect(seenByBethan.available[0]?.busy.map((one) => one.label)).toEqual([null, null, null]);
  });

  it('takes a whole day off as that day where its owner is', async () => {
    const mei = await tenant.signIn('mei');
    const hannah = await tenant.signIn('hannah');
    const whole = { dateTime: '2027-07-05T00:00:00', timeZone: 'Romance Standard Time' };
    await makeEvent(hannah, {
      subject: 'Fiesta',
      isAllDay: true,
      showAs: 'oof',
      start: whole,
      end: { ...whole, dateTime: '2027-07-06T00:00:00' },
    });
    const expected = { start: '2027-07-04T22:00:00.000Z', end: '2027-07-05T22:00:00.000Z', status: 'away' };
    for (const asker of [hannah, mei]) {
      const { available } = await tenant.calendar.availability(
        asker.actor,
        [mailbox(hannah)],
        '2027-07-01T00:00:00.000Z',
        '2027-07-10T00:00:00.000Z',
      );
      expect(available[0]?.busy).toContainEqual(expect.objectContaining(expected));
    }
  });

  it('names those it cannot read and still gives the others', async () => {
    const stranger = { personId: 'nobody', mail: 'nobody@elsewhere.example' };
    const { available, unread } = await tenant.calendar.availability(
      priya.actor,
      [stranger, mailbox(bethan)],
      from,
      until,
    );
    expect(unread).toEqual(['nobody']);
    expect(available.map((one) => one.personId)).toEqual([bethan.actor.personId]);
  });

  it('asks for no more than twenty mailboxes at once', async () => {
    const many = Array.from({ length: 45 }, (_, index) => ({
      personId: String(index),
      mail: `p${String(index)}@elsewhere.example`,
    }));
    const { unread } = await tenant.calendar.availability(priya.actor, many, from, until);
    expect(unread).toHaveLength(45);
  });

  it('falls back on Monday to Friday, nine to five, where a mailbox keeps no working hours', async () => {
    await tenant.fault({
      path: '/v1.0/me/calendar/getSchedule',
      status: 200,
      body: { value: [{ scheduleId: bethan.mail.toUpperCase(), scheduleItems: [] }] },
    });
    const { available } = await tenant.calendar.availability(
      priya.actor,
      [mailbox(bethan)],
      from,
      '2026-11-30T00:00:00.000Z',
    );
    expect(available).toEqual([
      {
        personId: bethan.actor.personId,
        workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00', zone: 'Europe/London' },
        busy: [],
      },
    ]);
  });

  it('reads a calendar that is too full for one answer in parts', async () => {
    const nadia = await tenant.signIn('nadia');
    // Twenty-two a day for two months: more than a thousand in one window.
    for (let hour = 0; hour < 22; hour += 1) {
      const at = (minute: string) => ({
        dateTime: `2026-12-01T${String(hour).padStart(2, '0')}:${minute}:00`,
        timeZone: 'UTC',
      });
      const range = { type: 'endDate', startDate: '2026-12-01', endDate: '2027-02-05', recurrenceTimeZone: 'UTC' };
      const recurrence = { pattern: { type: 'daily', interval: 1 }, range };
      await makeEvent(nadia, { subject: 'Shift', start: at('00'), end: at('30'), showAs: 'busy', recurrence });
    }
    const { available, unread } = await tenant.calendar.availability(
      priya.actor,
      [mailbox(priya), mailbox(nadia)],
      from,
      until,
    );
    expect(unread).toEqual([]);
    const shifts = available
      .find(({ personId }) => personId === nadia.actor.personId)
      ?.busy.filter(({ start, end }) => minutesBetween(start, end) === 30 && start.slice(14, 16) === '00');
    expect(shifts?.length).toBeGreaterThanOrEqual(67 * 22);
    expect(new Set(shifts?.map(({ start }) => start.slice(0, 10))).size).toBeGreaterThanOrEqual(67);
  });
});
