import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NewsView } from '#contract/following.ts';
import { askLocal, eventAt, eventPath, hoursLater, utc, workInOutlook } from '#tests/support/at-work-in-outlook.ts';
import { eventually } from '#tests/support/eventually.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

let started: Started;
let priya: PersonClient;
let tomasz: PersonClient;
let pairId = '';
let params = { meetingId: '' };

beforeAll(async () => {
  started = await startDuologue();
  [priya, tomasz] = [await started.as('priya'), await started.as('tomasz')];
});
afterAll(() => started.close());

test('[OUT-3] [C2] an agenda on its way while its meeting is moved in Outlook stands where the meeting now is, and comes back when Outlook clears it', async () => {
  const home = await priya.call('home');
  pairId = home.people.find(({ other }) => other.id === tomasz.personId)?.pairId ?? '';
  await eventually(async () => (await priya.call('outlookNews', { params: { pairId } })).lookedAt);
  const { meetings } = await priya.call('pair', { params: { pairId } });
  const next = meetings.filter(({ state, kind }) => state === 'planned' && kind === 'one-to-one').at(-2);
  if (next === undefined) throw new Error('nothing planned');
  params = { meetingId: next.id };
  const isSettled = (kind: string, state: string): Promise<boolean> =>
    eventually(async () => {
      started.trial.duologue.wake();
      const { deliveries } = await priya.call('meeting', { params });
      return deliveries.some((one) => one.kind === kind && one.state === state);
    }, 8_000);
  // What Outlook tells of our own change is looked at for up to two minutes.
  const isLookedThrough = (): Promise<boolean> =>
    eventually(async () => {
      await askLocal(started, 'POST', '/deliveries/run');
      const afterLease = new Date(started.clock.now() + 130_000).toISOString();
      return (await started.trial.duologue.followQueue.due(afterLease, 1)).length === 0;
    });
  const item = { id: randomUUID(), title: 'What moved', note: null, topicId: null, minutes: 5 };
  await priya.call('addItem', { params, request: { ...item, urgency: 'normal' } });
  const by = (hours: number) => ({ start: hoursLater(next.start, hours), end: hoursLater(next.end, hours) });
  const [from, to] = [by(-1), by(-2)];
  await priya.call('moveMeeting', { params, request: { ...from, reason: 'A visit' } });
  await isSettled('move-occurrence', 'done');
  await isLookedThrough();
  await askLocal(started, 'POST', '/faults', { path: '/notifications/*', copies: 0, times: 'always' });
  const event = await eventAt(started, priya, from.start, 'Tomasz');
  await workInOutlook(started, priya, 'PATCH', eventPath(event), { start: utc(to.start), end: utc(to.end) });
  const { agendaVersion } = (await priya.call('meeting', { params })).meeting;
  for (const one of [priya, tomasz]) await one.call('agreeAgenda', { params, request: { agendaVersion } });
  await isSettled('publish-agenda', 'parked');
  started.clock.forward(11);
  await isSettled('publish-agenda', 'done');
  const moved = await eventAt(started, tomasz, to.start, 'Tomasz');
  expect(JSON.stringify(moved['body'])).toContain('What moved');
  // A change of the whole series clears what stood on single days.
  const { seriesMasterId } = await eventAt(started, priya, to.start, 'Tomasz');
  const master = { id: String(seriesMasterId) };
  const { start, end } = await workInOutlook(started, priya, 'GET', eventPath(master));
  const later = (at: unknown): object => utc(hoursLater(`${(at as { dateTime: string }).dateTime.slice(0, 19)}Z`, 0.5));
  await workInOutlook(started, priya, 'PATCH', eventPath(master), { start: later(start), end: later(end) });
  started.clock.forward(11);
  const again = by(0.5).start;
  await eventually(async () => {
    started.trial.duologue.wake();
    const { meeting } = await priya.call('meeting', { params });
    return (
      meeting.start === again && JSON.stringify(await eventAt(started, tomasz, again, 'Tomasz')).includes('What moved')
    );
  }, 8_000);
});

test('[OUT-3] [C2] an agenda that was shared goes to another day with its meeting, as it was agreed, though somebody has changed it since', async () => {
  const item = { id: randomUUID(), title: 'Not agreed yet', note: null, topicId: null, minutes: 5 };
  await tomasz.call('addItem', { params, request: { ...item, urgency: 'normal' } });
  const before = (await priya.call('meeting', { params })).meeting;
  const filesOn = (start: string): Promise<number> =>
    eventually(async () => {
      started.trial.duologue.wake();
      const { meeting, deliveries } = await priya.call('meeting', { params });
      if (meeting.start !== start || deliveries.some(({ state }) => state === 'promised')) return null;
      const event = await eventAt(started, tomasz, start, 'Tomasz');
      const { content } = event['body'] as { content: string };
      const day = new Date(start).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
      const files = (await workInOutlook(started, tomasz, 'GET', `${eventPath(event)}/attachments`))[
        'value'
      ] as object[];
      const isWhole = content.includes('What moved') && content.includes(`Agenda for ${day}`);
      return isWhole && !content.includes('Not agreed yet') && JSON.stringify(files).includes(`Agenda ${day}.pdf`)
        ? files.length
        : null;
    }, 8_000);
  // The organiser puts all of them on the day after.
  const { meetings } = await priya.call('pair', { params: { pairId } });
  const first = meetings.findLast(({ state, kind }) => state === 'planned' && kind === 'one-to-one');
  const [start, end] = [hoursLater(first?.start ?? '', 24), hoursLater(first?.end ?? '', 24)];
  const { seriesMasterId } = await eventAt(started, priya, before.start, 'Tomasz');
  const master = eventPath({ id: String(seriesMasterId) });
  const { recurrence } = await workInOutlook(started, priya, 'GET', master);
  const { pattern, range } = recurrence as { readonly pattern: object; readonly range: object };
  const day = new Date(start).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' }).toLowerCase();
  await workInOutlook(started, priya, 'PATCH', master, {
    ...{ start: utc(start), end: utc(end) },
    recurrence: { pattern: { ...pattern, daysOfWeek: [day] }, range: { ...range, startDate: start.slice(0, 10) } },
  });
  started.clock.forward(11);
  expect(await filesOn(hoursLater(before.start, 24))).toBe(1);
  // And back here.
  const { series } = (await priya.call('pair', { params: { pairId } })).pair;
  if (series?.plan.pattern.kind !== 'weekly') throw new Error('not weekly');
  const weekday = (series.plan.pattern.weekday - 1) as typeof series.plan.pattern.weekday;
  const plan = {
    ...series.plan,
    pattern: { ...series.plan.pattern, weekday },
    startDate: hoursLater(start, -24).slice(0, 10),
  };
  await priya.call('changeSeries', { params: { pairId }, request: { plan, moves: [], skips: [], reason: null } });
  expect(await filesOn(before.start)).toBe(1);
});

test('[C2] an agenda that was shared comes back though Outlook lost it without another time or rule to show for it', async () => {
  const { start } = (await priya.call('meeting', { params })).meeting;
  const agenda = async (): Promise<string> => JSON.stringify(await eventAt(started, tomasz, start, 'Tomasz'));
  expect(await agenda()).toContain('What moved');
  // What was put there once more is not missed before a day has passed.
  started.clock.forward(25 * 60);
  const { seriesMasterId } = await eventAt(started, priya, start, 'Tomasz');
  const master = eventPath({ id: String(seriesMasterId) });
  const { recurrence } = await workInOutlook(started, priya, 'GET', master);
  await workInOutlook(started, priya, 'PATCH', master, { recurrence });
  expect(await agenda()).not.toContain('What moved');
  await priya.call('me');
  started.clock.forward(11);
  await eventually(async () => {
    started.trial.duologue.wake();
    return (await agenda()).includes('What moved');
  }, 8_000);
});

describe('a mailbox whose time zone changed', () => {
  async function zoneNews(person: PersonClient): Promise<NewsView[]> {
    const { news } = await person.call('outlookNews', { params: { pairId } });
    return news.filter(({ kind }) => kind === 'mailbox-zone-changed');
  }

  /** Until the organiser’s mailbox was looked at once more, as happens every ten minutes. */
  async function looked(): Promise<void> {
    started.clock.forward(11);
    const from = new Date(started.clock.now()).toISOString();
    await eventually(async () => {
      started.trial.duologue.wake();
      const { lookedAt } = await priya.call('outlookNews', { params: { pairId } });
      return lookedAt !== null && lookedAt >= from;
    }, 10_000);
  }

  async function meetAt(startTime: string): Promise<void> {
    const { series } = (await priya.call('pair', { params: { pairId } })).pair;
    if (series === null) throw new Error('no series');
    const plan = { ...series.plan, startDate: '2026-12-01', startTime };
    await priya.call('changeSeries', { params: { pairId }, request: { plan, moves: [], skips: [], reason: null } });
    await eventually(async () => {
      started.trial.duologue.wake();
      const { deliveries } = await priya.call('pair', { params: { pairId } });
      return deliveries.every(({ state }) => state !== 'promised');
    });
  }

  test('[OUT-3] is told to both within the poll, once, and another time is offered while the series lies outside their hours', async () => {
    await looked();
    await meetAt('10:00');
    const zone = { timeZone: { name: 'Eastern Standard Time' } };
    const settings = { timeZone: 'Eastern Standard Time', workingHours: { ...zone, startTime: '09:00:00.0000000' } };
    await workInOutlook(started, tomasz, 'PATCH', '/me/mailboxSettings', settings);
    await looked();
    const told = await eventually(async () => (await zoneNews(priya))[0], 10_000);
    expect(told).toMatchObject({
      ...{ by: 'other', seen: false, step: 'retime' },
      zones: { from: 'Europe/London', to: 'America/New_York', series: 'Europe/London', isOutside: true },
    });
    expect(await zoneNews(tomasz)).toMatchObject([{ by: 'me', seen: false, step: null }]);
    await looked();
    await tomasz.call('home');
    for (const person of [priya, tomasz]) expect(await zoneNews(person)).toHaveLength(1);
    await meetAt('15:00');
    expect(await zoneNews(priya)).toMatchObject([{ step: null }]);
  });

  test('[OUT-3] is not taken to be where the organisation is, while it cannot be read', async () => {
    for (const path of ['*/mailboxSettings', '*/getSchedule'])
      await askLocal(started, 'POST', '/faults', { path, status: 403, code: 'ErrorAccessDenied', times: 'always' });
    await looked();
    expect(started.logged.some((line) => line.includes('zone-not-read'))).toBe(true);
    await askLocal(started, 'DELETE', '/faults');
    await priya.signInAgain();
    await priya.call('me');
    await looked();
    expect(await zoneNews(priya)).toHaveLength(1);
  });
});
