import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askLocal } from '#tests/support/at-work-in-outlook.ts';
import { eventually } from '#tests/support/eventually.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

let started: Started;
let priya: PersonClient;
let tomasz: PersonClient;

beforeAll(async () => {
  started = await startDuologue();
  [priya, tomasz] = (await Promise.all(['priya', 'tomasz'].map((key) => started.as(key)))) as [
    PersonClient,
    PersonClient,
  ];
  await Promise.all([priya.call('home'), tomasz.call('home')]);
});
afterAll(() => started.close());

async function newLink(person: PersonClient): Promise<string> {
  return (await person.call('makeFeed')).address;
}

interface SeenEvent {
  readonly uid: string;
  readonly summary: string;
  readonly start: string;
  readonly status: unknown;
  readonly sequence: number;
}

async function eventsAt(link: string): Promise<SeenEvent[]> {
  const answer = await fetch(link);
  expect(answer.status).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    return {
      uid: event.uid,
      summary: event.summary,
      start: event.startDate.toJSDate().toISOString(),
      status: one.getFirstPropertyValue('status'),
      sequence: event.sequence,
    };
  });
}

/** An answer as anybody sees it, but for what differs each time. */
async function seen(link: string, init?: RequestInit) {
  const answer = await fetch(link, init);
  const headers = Object.fromEntries(answer.headers);
  delete headers['date'];
  delete headers['x-request-id'];
  return { status: answer.status, headers, body: await answer.text() };
}

describe('somebody’s calendar link', () => {
  test('shows their own meetings, when and with whom, to whoever has it', async () => {
    const link = await newLink(priya);
    expect(link).toMatch(/^http:\/\/localhost:\d+\/feeds\/[\w-]{43}\.ics$/);
    const home = await priya.call('home');
    const events = await eventsAt(link);
    const meeting = [...home.people, ...home.mine].filter(({ last, next }) => last !== null || next !== null);
    const names = new Set(meeting.map(({ other }) => `One-to-one with ${other.givenName}`));
    expect(new Set(events.map(({ summary }) => summary))).toEqual(names);
    for (const { next } of home.people) {
      if (next === null) continue;
      expect(events).toContainEqual(expect.objectContaining({ uid: next.id, start: next.start, status: 'CONFIRMED' }));
    }
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(events.every(({ start }) => start > '2026-08-25' && start < '2027-11-28')).toBe(true);

    const his = await eventsAt(await newLink(tomasz));
    expect(new Set(his.map(({ summary }) => summary))).toEqual(new Set(['One-to-one with Priya']));
    const shared = his.map(({ uid }) => uid);
    expect(events.filter(({ uid }) => shared.includes(uid))).toHaveLength(his.length);
    expect(his.length).toBeLessThan(events.length);
  });

  test('holds nothing anybody wrote, and not even how to join', async () => {
    const text = await (await fetch(await newLink(priya))).text();
    const home = await priya.call('home');
    const line = home.people.find(({ series }) => series?.joinUrl !== null);
    const words = [...home.myActions, ...home.theirActions].map(({ action }) => action.text);
    expect(words.length).toBeGreaterThan(3);
    for (const hidden of [
      ...words,
      String(line?.series?.joinUrl),
      'DESCRIPTION',
      'LOCATION',
      'ATTENDEE',
      'ORGANIZER',
      'http',
      '@',
    ])
      expect(text).not.toContain(hidden);
  });

  test('says when a meeting is moved and when it is cancelled, under the same name', async () => {
    const link = await newLink(priya);
    const next = (await priya.call('home')).people.find((one) => one.other.givenName === 'Tomasz')?.next;
    const meetingId = next?.id ?? '';
    const [before] = (await eventsAt(link)).filter(({ uid }) => uid === meetingId);
    const { options } = await priya.call('moveOptions', { params: { meetingId } });
    const { start, end } = options[0] ?? { start: '', end: '' };
    await priya.call('moveMeeting', { params: { meetingId }, request: { start, end, reason: 'A secret reason' } });
    const [moved] = (await eventsAt(link)).filter(({ uid }) => uid === meetingId);
    expect(moved).toEqual({ ...before, start, sequence: (before?.sequence ?? 0) + 1 });
    await priya.call('cancelMeeting', { params: { meetingId }, request: { reason: 'A secret reason' } });
    const [cancelled] = (await eventsAt(link)).filter(({ uid }) => uid === meetingId);
    expect(cancelled).toEqual({ ...moved, status: 'CANCELLED', sequence: (moved?.sequence ?? 0) + 1 });
    expect(await (await fetch(link)).text()).not.toContain('secret');
  });

  test('is asked again cheaply: the same tag, and nothing sent, while nothing has changed', async () => {
    const link = await newLink(tomasz);
    const first = await fetch(link);
    const body = await first.text();
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'x-content-type-options': 'nosniff',
    });
    const head = await fetch(link, { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', tag]);
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(body)));
    const again = await fetch(link, { headers: { 'If-None-Match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await fetch(link, { headers: { 'If-None-Match': '"another"' } })).status).toBe(200);
  });

  test('is dead once it is revoked or replaced, and then no different from one that never was', async () => {
    const never = await seen(`${started.trial.origin}/feeds/${'A'.repeat(43)}.ics`);
    expect(never.status).toBe(404);
    const first = await newLink(tomasz);
    const second = await newLink(tomasz);
    expect(await seen(first)).toEqual(never);
    expect((await seen(second)).status).toBe(200);
    const now = '2026-11-26T09:40:00.000Z';
    expect(await tomasz.call('feed')).toEqual({ link: { madeAt: now, lastReadAt: now } });
    await tomasz.call('revokeFeed');
    expect(await seen(second)).toEqual(never);
    expect(await tomasz.call('feed')).toEqual({ link: null });
    await tomasz.call('revokeFeed');
    for (const odd of ['', 'x.ics', `${'A'.repeat(44)}.ics`, 'A'.repeat(43), '%E0%A4%A', '../api/me'])
      expect((await seen(`${started.trial.origin}/feeds/${odd}`)).status, odd).toBe(odd === '../api/me' ? 401 : 404);
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await seen(await newLink(tomasz), { method })).status, method).toBe(404);
  });

  test('is told once: the server keeps a fingerprint, and logs neither it nor the address', async () => {
    const link = await newLink(tomasz);
    const secret = /feeds\/(.{43})/.exec(link)?.[1] ?? '';
    expect(JSON.stringify(await tomasz.call('feed'))).not.toContain(secret);
    await fetch(link);
    await fetch(`${link}x`);
    expect(started.logged.filter((line) => line.includes(secret))).toEqual([]);
    expect(started.logged.filter((line) => line.includes('/feeds/'))).toEqual([]);
  });

  test('asks a calendar that comes too often to wait, and no other', async () => {
    const [busy, calm] = [await newLink(tomasz), await newLink(priya)];
    const wrong = `${started.trial.origin}/feeds/${'B'.repeat(43)}.ics`;
    for (const [link, status] of [
      [busy, 200],
      [wrong, 404],
    ] as const) {
      const statuses = [];
      for (let time = 0; time < 31; time += 1) statuses.push((await fetch(link)).status);
      expect(statuses).toEqual([...Array<number>(30).fill(status), 429]);
    }
    expect((await fetch(busy)).headers.get('retry-after')).toBe('25');
    expect((await fetch(calm)).status).toBe(200);
    started.clock.forward(1);
    expect((await fetch(busy)).status).toBe(200);
  });

  test('is dead while its person is barred from signing in, once the directory was read', async () => {
    const link = await newLink(tomasz);
    const account = (enabled: boolean) => bar(tomasz, !enabled);
    await account(false);
    expect((await fetch(link)).status).toBe(200);
    started.clock.forward(11);
    await priya.call('home');
    expect((await fetch(link)).status).toBe(404);
    await account(true);
    started.clock.forward(11);
    await priya.call('home');
    expect((await fetch(link)).status).toBe(200);
  });

  test('rests when its person has not opened Duologue for four months, and wakes when they come', async () => {
    const link = await newLink(tomasz);
    started.clock.forward(121 * 24 * 60);
    expect((await fetch(link)).status).toBe(404);
    await tomasz.call('me');
    await expect.poll(async () => (await fetch(link)).status).toBe(200);
  });
});

/** Lets somebody sign in no more, or again. */
function bar({ personId }: PersonClient, isBarred: boolean): Promise<Response> {
  return fetch(`${started.trial.microsoft365.origin}/_local/accounts/${personId}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ enabled: !isBarred }),
  });
}

describe('somebody who leaves the directory', () => {
  const hears = async (person: PersonClient) => {
    started.clock.forward(11);
    const { people } = await priya.call('home');
    const pairId = people.find(({ other }) => other.id === tomasz.personId)?.pairId ?? '';
    await person.call('home');
    const { news } = await person.call('outlookNews', { params: { pairId } });
    const { pair } = await person.call('pair', { params: { pairId } });
    return { next: pair.next?.id, left: news.filter(({ kind }) => kind === 'attendee-left') };
  };

  test('[C2] is said once to the other, again where they came back in between, and nothing is cancelled', async () => {
    const before = await hears(priya);
    await bar(tomasz, true);
    const first = await hears(priya);
    expect(first.left.slice(before.left.length)).toHaveLength(1);
    expect(first.left[0]).toMatchObject({ by: 'other', seen: false, meeting: null, step: null });
    expect(first.next).toBe(before.next);
    expect((await hears(priya)).left).toEqual(first.left);
    await bar(tomasz, false);
    expect((await hears(tomasz)).left[0]).toMatchObject({ by: 'me', seen: true });
    expect((await hears(priya)).left).toEqual(first.left);
    await bar(tomasz, true);
    expect((await hears(priya)).left).toHaveLength(first.left.length + 1);
    await bar(tomasz, false);
    await hears(priya);
  });
});

describe('a mailbox that answers as missing', () => {
  const missing = () =>
    askLocal(started, 'POST', '/faults', {
      path: '/v1.0/me/*',
      app: '3f2b6c1e-5a4d-4f0e-9b57-6d1f0c8a2e11',
      status: 404,
      code: 'MailboxNotEnabledForRESTAPI',
      times: 'always',
    });

  test('[C2] is looked at a second time, later, before its series is said to be gone', async () => {
    const { people } = await priya.call('home');
    const params = { pairId: people.find(({ other }) => other.id === tomasz.personId)?.pairId ?? '' };
    const seen = async () => {
      const { news } = await priya.call('outlookNews', { params });
      const { pair } = await priya.call('pair', { params });
      return { state: pair.series?.state ?? null, gone: news.filter(({ kind }) => kind === 'mailbox-gone') };
    };
    const lookAgain = async () => {
      started.clock.forward(11);
      const since = started.clock.now();
      await eventually(async () => {
        started.trial.duologue.wake();
        const { lookedAt } = await priya.call('outlookNews', { params });
        return Date.parse(lookedAt ?? '') >= since;
      }, 10_000);
      return seen();
    };
    const there = { state: 'booked', gone: [] };
    await missing();
    expect(await lookAgain()).toEqual(there);
    await askLocal(started, 'DELETE', '/faults');
    expect(await lookAgain()).toEqual(there);
    await missing();
    expect(await lookAgain()).toEqual(there);
    expect(await lookAgain()).toMatchObject({ state: null, gone: [{ seen: false, by: null, step: 'schedule' }] });
    await askLocal(started, 'DELETE', '/faults');
  });
});
