import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api, changesPath, type RouteName } from '#contract/api.ts';
import type { AccessRule, Route } from '#contract/route.ts';
import { problem } from '#contract/problem.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';
import { fitting } from './fitting-bodies.ts';

let started: Started;
let priya: PersonClient;
let tomasz: PersonClient;
let kwame: PersonClient;
let nadia: PersonClient;
/** Things of the pair Priya and Tomasz, by the name of their path parameter. */
const theirs: Record<string, string> = {};

const routes = Object.entries(api) as [RouteName, Route][];
const ofAPair = routes.filter(
  ([, { access }]) => access !== 'anyone-signed-in' && access !== 'administrator' && access !== 'hr',
);
const changing = routes.filter(([, route]) => route.method !== 'GET');

function send(
  name: RouteName,
  options: { token?: string; params?: Record<string, string>; body?: string; type?: string } = {},
): Promise<Response> {
  const route: Route = api[name];
  const path = route.path.replaceAll(/:(\w+)/g, (_all, key: string) => options.params?.[key] ?? randomUUID());
  return fetch(started.trial.origin + path, {
    method: route.method,
    headers: {
      ...(options.token === undefined ? {} : { Authorization: `Bearer ${options.token}` }),
      ...(route.method === 'GET' ? {} : { 'Content-Type': options.type ?? 'application/json' }),
    },
    ...(route.method === 'GET' ? {} : { body: options.body ?? JSON.stringify(fitting[name] ?? {}) }),
  });
}

/** Everything Tomasz and Priya can see of their pair, to compare before and after. */
async function wholePair(): Promise<unknown> {
  const params = { meetingId: theirs['meetingId'] ?? '' };
  const meetings = await Promise.all([priya, tomasz].map((person) => person.call('meeting', { params })));
  return {
    pair: await priya.call('pair', { params: { pairId: theirs['pairId'] ?? '' } }),
    meetings: meetings.map((one) => ({ ...one, now: '' })),
  };
}

async function ofNeighbourhoods(administrator: PersonClient): Promise<string> {
  const text = readFileSync('policies/standards/neighbourhoods.json', 'utf8');
  const { revision } = await administrator.call('policies');
  return (await administrator.call('loadStandard', { request: { id: randomUUID(), text, revision } })).standardId;
}

beforeAll(async () => {
  started = await startDuologue();
  [priya, tomasz, kwame, nadia] = (await Promise.all(
    ['priya', 'tomasz', 'kwame', 'nadia'].map((key) => started.as(key)),
  )) as [PersonClient, PersonClient, PersonClient, PersonClient];
  const home = await priya.call('home');
  const line = home.people.find((one) => one.other.id === tomasz.personId);
  const pair = await priya.call('pair', { params: { pairId: line?.pairId ?? '' } });
  const meetingId = line?.next?.id ?? '';
  await tomasz.call('openMeeting', { params: { meetingId } });
  const pointId = randomUUID();
  await tomasz.call('addPoint', {
    params: { meetingId },
    request: { id: pointId, text: 'Ours alone', itemId: null, topicId: null, mark: null },
  });
  const objectiveId = randomUUID();
  const parts = { specific: '', measured: '', achievable: '', relevant: '', dueOn: null };
  await tomasz.call('addObjective', {
    params: { pairId: line?.pairId ?? '' },
    request: { id: objectiveId, title: 'Ours alone', ...parts },
  });
  const standingItemId = randomUUID();
  await tomasz.call('addStandingItem', {
    params: { pairId: line?.pairId ?? '' },
    request: { id: standingItemId, title: 'Ours every time', kindId: null, minutes: 5 },
  });
  const meeting = await tomasz.call('meeting', { params: { meetingId } });
  Object.assign(theirs, {
    jobId: randomUUID(),
    pairId: line?.pairId,
    meetingId,
    itemId: meeting.items.find((item) => item.standingId === null)?.id,
    jottingId: meeting.jottings[0]?.id,
    pointId,
    standingItemId,
    actionId: pair.openActions[0]?.id,
    measureId: pair.measures[0]?.id,
    objectiveId,
    effectId: pair.deliveries[0]?.effectId,
    versionId: (await nadia.call('policies')).versions[0]?.id,
    activationId: (await nadia.call('policies')).history[0]?.activationId,
    standardId: await ofNeighbourhoods(nadia),
  });
});
afterAll(() => started.close());

describe('every route', () => {
  test('has the things it asks for in this test', () => {
    for (const [name, route] of routes) {
      for (const [, key] of route.path.matchAll(/:(\w+)/g))
        expect([name, theirs[key ?? '']]).toEqual([name, expect.any(String)]);
    }
  });

  test.each(routes.map(([name]) => name))('%s refuses somebody who is not signed in', async (name) => {
    for (const token of [undefined, 'not.a.token', `${priya.token()}x`]) {
      const answer = await send(name, { params: theirs, ...(token === undefined ? {} : { token }) });
      expect(answer.status).toBe(401);
      expect(problem.parse(await answer.json()).code).toBe('not-signed-in');
    }
  });

  test('of a pair looks empty to everybody else, and changes nothing for them', async () => {
    const before = await wholePair();
    for (const outsider of [kwame, nadia, await started.as('alistair')]) {
      for (const [name] of ofAPair) {
        const foreign = await send(name, { token: outsider.token(), params: theirs });
        const absent = await send(name, { token: outsider.token() });
        expect([name, foreign.status, absent.status]).toEqual([name, 404, 404]);
        const [one, other] = [problem.parse(await foreign.json()), problem.parse(await absent.json())];
        expect({ ...one, requestId: '' }).toEqual({ ...other, requestId: '' });
      }
    }
    expect(await wholePair()).toEqual(before);
  });

  test('of an administrator refuses everybody else, and changes nothing for them', async () => {
    const before = await nadia.call('policies');
    const administered = routes.filter(([, route]) => route.access === 'administrator');
    expect(administered.length).toBeGreaterThan(4);
    for (const person of [priya, tomasz, await started.as('alistair')]) {
      for (const [name] of administered) {
        const answer = await send(name, { token: person.token(), params: theirs });
        expect([name, answer.status, problem.parse(await answer.json()).code]).toEqual([name, 403, 'not-allowed']);
      }
      expect((await person.call('me')).isAdministrator).toBe(false);
    }
    expect(await nadia.call('policies')).toEqual(before);
    expect((await nadia.call('me')).isAdministrator).toBe(true);
  });

  test('of whoever looks after one-to-ones refuses everybody else, and changes nothing for them', async () => {
    const before = await nadia.call('bookingJobs');
    const kept = routes.filter(([, route]) => route.access === 'hr');
    expect(kept.length).toBeGreaterThan(3);
    for (const person of [priya, tomasz, await started.as('alistair')]) {
      for (const [name] of kept) {
        const answer = await send(name, { token: person.token(), params: theirs });
        expect([name, answer.status, problem.parse(await answer.json()).code]).toEqual([name, 403, 'not-allowed']);
      }
      expect((await person.call('me')).isHr).toBe(false);
    }
    expect(await nadia.call('bookingJobs')).toEqual(before);
    expect((await nadia.call('me')).isHr).toBe(true);
  });

  test('of the supervisor refuses the employee', async () => {
    const supervisors = routes.filter(
      ([, route]) => route.access === 'pair-supervisor' || route.access === 'meeting-supervisor',
    );
    expect(supervisors.length).toBeGreaterThan(4);
    for (const [name] of supervisors) {
      const answer = await send(name, { token: tomasz.token(), params: theirs });
      expect([name, answer.status]).toEqual([name, 403]);
    }
  });

  test('refuses the other half of the pair what only its author may change', async () => {
    for (const [name, status] of [
      ['changePoint', 403],
      ['removePoint', 403],
      ['changeJotting', 404],
      ['removeJotting', 404],
      ['shareJotting', 404],
    ] as const) {
      const answer = await send(name, { token: priya.token(), params: theirs });
      expect([name, answer.status]).toEqual([name, status]);
    }
  });

  test('mixing one’s own meeting with things of another pair is refused', async () => {
    const home = await kwame.call('home');
    const own = home.mine[0]?.next?.id ?? '';
    await kwame.call('openMeeting', { params: { meetingId: own } });
    const point = { id: randomUUID(), text: 'Mixed', itemId: theirs['itemId'] ?? '', topicId: null, mark: null };
    expect(await kwame.refused('addPoint', { params: { meetingId: own }, request: point })).toMatchObject({
      code: 'not-found',
    });
    const action = {
      id: randomUUID(),
      text: 'Mixed',
      ownerId: tomasz.personId,
      dueOn: null,
      itemId: null,
      topicId: null,
    };
    expect(await kwame.refused('addAction', { params: { meetingId: own }, request: action })).toMatchObject({
      code: 'action-owner-outside-pair',
    });
    const taken = { ...point, id: theirs['pointId'] ?? '', itemId: null };
    expect(await kwame.refused('addPoint', { params: { meetingId: own }, request: taken })).toMatchObject({
      code: 'duplicate-id',
    });
    expect(
      await kwame.refused('orderItems', { params: { meetingId: own }, request: { itemIds: [theirs['itemId'] ?? ''] } }),
    ).toMatchObject({ code: 'agenda-changed' });
  });

  test.each(changing.map(([name]) => name))(
    '%s refuses what is not JSON, or has more than it asks for',
    async (name) => {
      const sender: Partial<Record<AccessRule, PersonClient>> = {
        'jotting-author': tomasz,
        administrator: nadia,
        hr: nadia,
      };
      const token = (sender[api[name].access] ?? priya).token();
      expect(
        (await send(name, { token, params: theirs, body: 'a=1', type: 'application/x-www-form-urlencoded' })).status,
      ).toBe(400);
      expect((await send(name, { token, params: theirs, body: '{"a":1}', type: 'text/plain' })).status).toBe(400);
      expect((await send(name, { token, params: theirs, body: '{"half":' })).status).toBe(400);
      const more = await send(name, {
        token,
        params: theirs,
        body: JSON.stringify({ ...fitting[name], tenantId: 'x', isAdmin: true }),
      });
      expect([name, more.status]).toEqual([name, 400]);
      expect(problem.parse(await more.json()).code).toBe('bad-request');
    },
  );

  test('refuses a body that is far too large, and nobody’s words reach the log', async () => {
    const meetingId = theirs['meetingId'] ?? '';
    const body = JSON.stringify({
      id: randomUUID(),
      text: 'x'.repeat(400_000),
      itemId: null,
      topicId: null,
      mark: null,
    });
    expect((await send('addPoint', { token: priya.token(), params: { meetingId }, body })).status).toBe(413);
    expect(started.logged.filter((line) => /Ours alone|Hostile|Bearer/.test(line))).toEqual([]);
    expect(started.logged.filter((line) => line.includes('bug'))).toEqual([]);
  });
});

describe('what is remembered of whose a meeting is', () => {
  test('lets nobody else in, however often its own two have been', async () => {
    const params = { meetingId: theirs['meetingId'] ?? '' };
    for (let time = 0; time < 3; time += 1) {
      await tomasz.call('meeting', { params });
      await priya.call('meeting', { params });
      expect((await kwame.refused('sayWriting', { params })).code).toBe('not-found');
      expect((await kwame.refused('meeting', { params })).code).toBe('not-found');
    }
  });
});

describe('the live stream', () => {
  test('needs a token, and tells the two of a pair alone that something changed', async () => {
    expect((await fetch(started.trial.origin + changesPath)).status).toBe(401);
    const stop = new AbortController();
    const heard: Record<string, string[]> = { priya: [], kwame: [] };
    const listen = async (name: 'priya' | 'kwame', person: PersonClient, until: string): Promise<void> => {
      for await (const event of person.changes(stop.signal)) {
        if (event.kind === 'hello') heard[name]?.push(...Object.keys(event.seqs).map(() => 'hello'));
        else heard[name]?.push(event.pairId);
        if (event.kind === 'changed' && event.pairId === until) return;
      }
    };
    const kwames = (await kwame.call('home')).mine[0];
    const both = Promise.all([
      listen('priya', priya, theirs['pairId'] ?? ''),
      listen('kwame', kwame, kwames?.pairId ?? ''),
    ]);
    await tomasz.call('coverTopic', {
      params: { meetingId: theirs['meetingId'] ?? '' },
      request: { topicId: 'wellbeing', covered: true },
    });
    await kwame.call('coverTopic', {
      params: { meetingId: kwames?.next?.id ?? '' },
      request: { topicId: 'wellbeing', covered: true },
    });
    await both;
    stop.abort();
    expect(heard['priya']).toContain(theirs['pairId']);
    expect(heard['kwame']).not.toContain(theirs['pairId']);
  });
});
