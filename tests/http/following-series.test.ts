import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NewsView } from '#contract/following.ts';
import {
  askLocal,
  eventAt,
  eventPath,
  hoursLater,
  utc,
  workInOutlook,
  type Json,
} from '#tests/support/at-work-in-outlook.ts';
import { eventually } from '#tests/support/eventually.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';
import { calendar, startsOf } from './series-in-outlook.ts';

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
      const isWhole = content.includes('What moved') && content.includes(`Agenda ${day}.pdf`);
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
    // Moved on again: what was told before is put aside.
    const settings = { workingHours: { timeZone: { name: 'Central Standard Time' } } };
    await workInOutlook(started, tomasz, 'PATCH', '/me/mailboxSettings', settings);
    await looked();
    const [latest, earlier] = await eventually(async () => {
      const news = await zoneNews(priya);
      return news.length === 2 ? news : null;
    }, 10_000);
    expect([latest?.zones?.to, latest?.seen, earlier?.seen]).toEqual(['America/Chicago', false, true]);
  });
});

describe('a series that somebody changes as a whole in Outlook', () => {
  type Recurrence = Readonly<Record<'pattern' | 'range', Json>>;

  async function planned() {
    const { meetings } = await priya.call('pair', { params: { pairId } });
    const now = new Date(started.clock.now()).toISOString();
    return meetings
      .filter(({ state, kind, start }) => state === 'planned' && kind === 'one-to-one' && start > now)
      .toReversed();
  }

  async function nth(index: number) {
    const meeting = (await planned())[index];
    if (meeting === undefined) throw new Error('none planned');
    return meeting;
  }

  async function masterOf(person: PersonClient): Promise<{ readonly path: string; readonly event: Json }> {
    const { seriesMasterId } = await eventAt(started, person, (await nth(0)).start, 'Tomasz');
    const path = eventPath({ id: String(seriesMasterId) });
    return { path, event: await workInOutlook(started, person, 'GET', path) };
  }

  async function change(changes: (event: Json, recurrence: Recurrence) => object): Promise<void> {
    const { path, event } = await masterOf(priya);
    await workInOutlook(started, priya, 'PATCH', path, changes(event, event['recurrence'] as Recurrence));
  }

  /** Every meeting to come is one occurrence in both calendars, and every occurrence one meeting. */
  async function areOne(): Promise<void> {
    const [now, starts] = [new Date(started.clock.now()).toISOString(), (await planned()).map(({ start }) => start)];
    for (const person of [priya, tomasz]) {
      const all = startsOf(await calendar(person, 'One-to-one: Priya and Tomasz'));
      expect(all.filter((start) => start > now)).toEqual(starts);
    }
  }

  const hears = (person: PersonClient, kind: NewsView['kind'], meetingId: string | null = null): Promise<NewsView> =>
    eventually(async () => {
      const { news } = await person.call('outlookNews', { params: { pairId } });
      return news.find((one) => one.kind === kind && (one.meeting?.id ?? null) === meetingId);
    }, 10_000);

  const endAfter = ({ start }: Json, minutes: number) => {
    const { dateTime, timeZone } = start as { readonly dateTime: string; readonly timeZone: string };
    const end = hoursLater(`${dateTime.slice(0, 19)}Z`, minutes / 60).slice(0, 19);
    return { start, end: { dateTime: end, timeZone } };
  };

  test('[OUT-3] shortened, one or all, is as short here', async () => {
    await change((event) => endAfter(event, 25));
    expect(await hears(tomasz, 'series-shortened')).toMatchObject({ by: 'other', seen: false });
    const meetings = await planned();
    expect(meetings.every(({ start, end }) => Date.parse(end) - Date.parse(start) === 25 * 60_000)).toBe(true);
    const one = await nth(2);
    const event = await eventAt(started, priya, one.start, 'Tomasz');
    await workInOutlook(started, priya, 'PATCH', eventPath(event), { end: utc(hoursLater(one.start, 0.25)) });
    await hears(tomasz, 'meeting-shortened', one.id);
    expect(await nth(2)).toMatchObject({ id: one.id, start: one.start, end: hoursLater(one.start, 0.25) });
  });

  test('[OUT-3] [C2] several cancelled at once are called off here, each with its agenda taken on', async () => {
    const [second, third, fourth] = [await nth(1), await nth(2), await nth(3)];
    const item = { title: 'Kept twice', note: null, topicId: null, urgency: 'normal', minutes: 5 } as const;
    await tomasz.call('addItem', { params: { meetingId: second.id }, request: { id: randomUUID(), ...item } });
    for (const { start } of [second, third])
      await workInOutlook(started, priya, 'DELETE', eventPath(await eventAt(started, priya, start, 'Tomasz')));
    for (const { id } of [second, third]) {
      await hears(tomasz, 'meeting-cancelled', id);
      const { meeting } = await tomasz.call('meeting', { params: { meetingId: id } });
      expect(meeting.calledOff).toEqual({ by: priya.personId });
    }
    const { items } = await tomasz.call('meeting', { params: { meetingId: fourth.id } });
    expect(items.map(({ title }) => title)).toContain('Kept twice');
  });

  test('[OUT-3] accepted with doubt, forwarded or declined, one or all, is said, and nothing moves', async () => {
    const one = await nth(1);
    const copy = await eventAt(started, tomasz, one.start, 'Tomasz');
    await workInOutlook(started, tomasz, 'POST', `${eventPath(copy)}/tentativelyAccept`, {});
    expect(await hears(priya, 'tentative', one.id)).toMatchObject({ by: 'other', seen: false, step: null });
    const before = await planned();
    await workInOutlook(started, tomasz, 'POST', `${(await masterOf(tomasz)).path}/tentativelyAccept`, {});
    expect(await hears(priya, 'tentative')).toMatchObject({ by: 'other', seen: false, step: null, to: null });
    expect(await hears(tomasz, 'tentative')).toMatchObject({ by: 'me' });
    await areOne();
    const { mail } = await workInOutlook(started, await started.as('nadia'), 'GET', '/me');
    const toRecipients = [{ emailAddress: { address: mail } }];
    await workInOutlook(started, priya, 'POST', `${(await masterOf(priya)).path}/forward`, { toRecipients });
    for (const person of [priya, tomasz])
      expect(await hears(person, 'somebody-added')).toMatchObject({ guest: { mail } });
    await workInOutlook(started, tomasz, 'POST', `${(await masterOf(tomasz)).path}/decline`, {});
    expect(await hears(priya, 'declined')).toMatchObject({ by: 'other', meeting: null });
    expect(await planned()).toEqual(before);
  });

  test('[OUT-3] [C2] put into another time zone, cut short, or given another rhythm keeps its meetings in order', async () => {
    const before = await planned();
    await change((event, { pattern, range }) => {
      const timeZone = 'Romance Standard Time';
      const inParis = (at: unknown) => ({ ...(at as Json), timeZone });
      const times = { start: inParis(event['start']), end: inParis(event['end']) };
      return { ...times, recurrence: { pattern, range: { ...range, recurrenceTimeZone: timeZone } } };
    });
    await hears(tomasz, 'zone-changed');
    const last = (await planned()).at(-2);
    await change((_, { pattern, range }) => ({
      recurrence: { pattern, range: { ...range, endDate: last?.originalDate } },
    }));
    expect(await hears(tomasz, 'series-cut-short')).toMatchObject({ untilDate: last?.originalDate });
    const kept = await planned();
    // Outlook forgets what was cancelled where the rule changes: those two are back.
    const known = new Set(before.map(({ id }) => id));
    expect(kept.flatMap(({ id }) => (known.has(id) ? [id] : []))).toEqual(before.slice(0, -1).map(({ id }) => id));
    await hears(tomasz, 'meeting-restored', kept.find(({ id }) => !known.has(id))?.id);
    await change((_, { pattern, range }) => ({
      recurrence: { pattern: { ...pattern, interval: Number(pattern['interval']) * 2 }, range },
    }));
    await hears(tomasz, 'rule-changed');
    const rarer = await planned();
    expect(rarer.length).toBeLessThan(kept.length);
    expect(rarer.map(({ id }) => id)).toEqual(kept.slice(0, rarer.length).map(({ id }) => id));
  });

  test('[OUT-3] [C2] while Duologue changes it otherwise stands as in Outlook, and both are told', async () => {
    const duologue = '3f2b6c1e-5a4d-4f0e-9b57-6d1f0c8a2e11';
    const busy = { path: '/v1.0/me/events/*', method: 'PATCH', app: duologue, status: 503, times: 'always' };
    await askLocal(started, 'POST', '/faults', busy);
    const { series } = (await priya.call('pair', { params: { pairId } })).pair;
    if (series === null) throw new Error('no series');
    const { path, event } = await masterOf(priya);
    const plan = { ...series.plan, startDate: '2026-12-01', startTime: '16:30' };
    await priya.call('changeSeries', { params: { pairId }, request: { plan, moves: [], skips: [], reason: null } });
    await workInOutlook(started, priya, 'PATCH', path, endAfter(event, 40));
    for (const person of [priya, tomasz]) expect(await hears(person, 'both-changed')).toMatchObject({ seen: false });
    await askLocal(started, 'DELETE', '/faults');
    const { pair, deliveries } = await priya.call('pair', { params: { pairId } });
    expect(pair.series?.plan).toMatchObject({ startTime: series.plan.startTime, minutes: 40 });
    expect(deliveries.findLast(({ kind }) => kind === 'change-series')?.state).toBe('withdrawn');
  });

  test('[OUT-3] [C2] gone on with for longer has a new meeting for each new day, once, and each begins with what is always talked about', async () => {
    const before = await planned();
    const usual = (await priya.call('meeting', { params: { meetingId: before.at(-1)?.id ?? '' } })).items;
    const untilDate = '2027-12-31';
    await change((_, { pattern, range }) => ({ recurrence: { pattern, range: { ...range, endDate: untilDate } } }));
    expect(await hears(tomasz, 'series-extended')).toMatchObject({ by: 'other', seen: false, untilDate });
    const after = await planned();
    expect(after.slice(0, before.length)).toEqual(before);
    expect([after.length > before.length + 2, usual.length > 0]).toEqual([true, true]);
    await areOne();
    for (const { id } of after.slice(before.length)) {
      const { items } = await tomasz.call('meeting', { params: { meetingId: id } });
      expect(items.map(({ title }) => title)).toEqual(usual.map(({ title }) => title));
    }
  });

  test('[OUT-3] [C2] made daily, as Duologue itself never would, is followed day by day, each meeting with its own', async () => {
    const before = await planned();
    const startDate = before[0]?.start.slice(0, 10) ?? '';
    const endDate = hoursLater(before[0]?.start ?? '', 24 * (before.length + 2)).slice(0, 10);
    const pattern = { type: 'daily', interval: 1 };
    await change((_, { range }) => ({ recurrence: { pattern, range: { ...range, startDate, endDate } } }));
    await eventually(async () => {
      const { news } = await tomasz.call('outlookNews', { params: { pairId } });
      return news.filter(({ kind }) => kind === 'rule-changed').length === 2;
    }, 10_000);
    const after = await planned();
    expect(after.slice(0, before.length).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.length).toBe(before.length + 3);
    await areOne();
    const { id, start, end } = await nth(4);
    const to = { start: utc(hoursLater(start, 1)), end: utc(hoursLater(end, 1)) };
    await workInOutlook(started, priya, 'PATCH', eventPath(await eventAt(started, priya, start, 'Tomasz')), to);
    await hears(tomasz, 'meeting-moved', id);
    await areOne();
  });
});
