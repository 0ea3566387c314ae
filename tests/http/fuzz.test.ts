import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api, type RouteName } from '#contract/api.ts';
import { problem } from '#contract/problem.ts';
import type { Route } from '#contract/route.ts';
import { mixedPolicy } from '#tests/support/mixed-policy.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';
import { fitting } from './fitting-bodies.ts';

let started: Started;
let priya: PersonClient;
let nadia: PersonClient;
const theirs: Record<string, string> = {};
/** A closed record of the same two. */
const closed = { meetingId: '', contentHash: '0'.repeat(64) };
const ofClosed: readonly RouteName[] = ['shareRecord', 'confirmRecord', 'signRecord', 'addAddendum'];

/** A body of each route that nearly fits; leaves are replaced by what nobody would send by mistake. */
function nearly(name: RouteName): unknown {
  const plan = {
    pattern: { kind: 'weekly', every: 2, weekday: 2 },
    zone: 'Europe/London',
    startDate: '2026-12-01',
    startTime: '10:00',
    minutes: 30,
    untilDate: '2027-05-30',
  };
  const move = { originalDate: '2026-12-01', start: '2026-12-02T10:00:00.000Z', end: '2026-12-02T10:30:00.000Z' };
  const booking = { id: randomUUID(), plan, moves: [move], skips: ['2026-12-15'], note: '' };
  const text = { id: randomUUID(), text: 'Words', itemId: null, topicId: 'tasks', mark: null };
  const bodies: Partial<Record<RouteName, unknown>> = {
    setExtraSupport: { extraSupport: { every: { weeks: 1 }, reason: 'New in post' } },
    findSlots: { rhythm: { kind: 'weekly', every: 2 }, minutes: 30, from: '2026-12-01', most: 3 },
    bookSeries: booking,
    proposeAll: { from: '2026-12-01', breathingMinutes: 10 },
    bookAll: { bookings: [{ pairId: theirs['pairId'], booking }] },
    saveMeasure: { id: randomUUID(), name: 'Figure', unit: '%', target: 1, better: 'higher' },
    addReading: { on: '2026-11-26', value: 1 },
    addObjective: {
      ...{ id: randomUUID(), title: 'Aim', specific: '', measured: 'By count', achievable: '', relevant: '' },
      dueOn: '2026-12-18',
    },
    changeObjective: { title: 'Aim', measured: 'By count', dueOn: '2026-12-18' },
    changeAgreement: {
      version: null,
      terms: {
        ...{ everyWeeks: 2, place: 'Here', minutes: 30, noticeDays: 5, notesBy: 'turns', notesDepth: 'actions' },
        ...{ agendaSharing: { kind: 'days-before', days: 2 }, signed: true, targetsSetOn: null, reviewOn: null },
      },
    },
    signAgreement: { version: 1, revision: 1 },
    stepObjective: { step: { kind: 'carried', to: '2026-12-20' } },
    saveNeed: { id: randomUUID(), text: 'To learn', wayId: null, objectiveId: theirs['objectiveId'], met: false },
    addItem: { id: randomUUID(), title: 'Item', note: null, topicId: null, urgency: 'normal', minutes: 5 },
    orderItems: { itemIds: [theirs['itemId']] },
    changeItem: { title: 'Item', note: null, topicId: null, urgency: 'normal', minutes: 5, state: 'open' },
    addJotting: { id: randomUUID(), text: 'Mine' },
    changeJotting: { text: 'Mine' },
    shareJotting: { itemId: randomUUID(), title: 'Item', minutes: 5, urgency: 'normal' },
    agreeAgenda: { agendaVersion: 1 },
    addPoint: text,
    changePoint: { text: 'Words', mark: 'praise' },
    addAction: {
      id: randomUUID(),
      text: 'Do it',
      ownerId: priya.personId,
      dueOn: '2026-12-01',
      itemId: null,
      topicId: null,
    },
    changeAction: { meetingId: null, step: { kind: 'new-date', dueOn: '2026-12-01' } },
    fillField: { fieldId: 'leave', value: { kind: 'days', days: 12.5 } },
    sayNotApplicable: { sectionId: 'responsibilities', notApplicable: true },
    saveDuty: {
      id: randomUUID(),
      kindId: 'first-aid',
      title: 'First aid',
      since: null,
      validUntil: null,
      ended: false,
    },
    confirmDuty: { id: randomUUID(), validUntil: '2027-01-01' },
    coverTopic: { topicId: 'tasks', covered: true },
    closeMeeting: { seq: 1 },
    moveMeeting: { start: move.start, end: move.end, reason: 'Because' },
    cancelMeeting: { reason: 'Because' },
    missMeeting: { reason: 'Because' },
    retryDelivery: { again: true },
    findTimes: { kind: 'follow-up', minutes: 30, from: '2026-12-01', days: 7, perDay: 1, near: move.start },
    planMeeting: { id: randomUUID(), kind: 'follow-up', start: move.start, end: move.end, note: 'Bring the plan' },
    addStandingItem: { id: randomUUID(), title: 'Every time', kindId: null, minutes: 5 },
    adjournItem: {
      newItemId: randomUUID(),
      to: { kind: 'follow-up', meetingId: randomUUID(), start: move.start, end: move.end },
    },
    keepPreparationTime: { keep: 'each' },
    loadPolicy: { id: randomUUID(), text: '{}' },
    activatePolicy: { id: randomUUID(), from: '2026-12-01', revision: 1 },
    withdrawActivation: { revision: 1 },
    signRecord: { contentHash: closed.contentHash, words: 'My view' },
    addAddendum: { id: randomUUID(), text: 'Words' },
    loadStandard: { id: randomUUID(), text: '{}', revision: 1 },
    withdrawStandard: { revision: 1 },
  };
  return bodies[name] ?? fitting[name] ?? {};
}

const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '\u0000',
    '\ud800',
    'x'.repeat(5000),
    '../../etc/passwd',
    "'; drop table meeting; --",
    '<script>alert(1)</script>',
    0,
    -1,
    1e308,
    0.5,
    Number.MAX_SAFE_INTEGER,
    true,
    [],
    {},
    [[[[]]]],
    { __proto__: { admin: true } },
    '9999-12-31',
    '0000-01-01',
    '2026-02-30',
    '9999-12-31T23:59:59.999Z',
    'Mars/Olympus',
    '25:00',
    'GMT+25',
    '00000000-0000-0000-0000-000000000000',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Every way to reach a leaf of a value. */
function leaves(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((one: unknown, index) => (String(index) === key ? replaced(one, rest, by) : one));
  const whole = value as Record<string, unknown>;
  return { ...whole, [key]: replaced(whole[key], rest, by) };
}

beforeAll(async () => {
  started = await startDuologue({
    policy: await mixedPolicy('form', {
      od3a: ['how-we-meet', 'follow-up'],
      ess: ['prepare', 'employee-writes'],
    }),
  });
  priya = await started.as('priya');
  nadia = await started.as('nadia');
  const { versions, history } = await nadia.call('policies');
  const withNext = async () =>
    (await priya.call('home')).people.find((one) => one.next !== null && one.openActions > 0);
  closed.meetingId = (await withNext())?.next?.id ?? '';
  const closing = { params: { meetingId: closed.meetingId } };
  await priya.call('openMeeting', closing);
  const { seq } = await priya.call('meeting', closing);
  await priya.call('closeMeeting', { ...closing, request: { seq } });
  closed.contentHash = (await priya.call('signOff', closing)).contentHash;
  const line = await withNext();
  const pair = await priya.call('pair', { params: { pairId: line?.pairId ?? '' } });
  const meetingId = line?.next?.id ?? '';
  const meeting = await priya.call('meeting', { params: { meetingId } });
  const jottingId = randomUUID();
  await priya.call('addJotting', { params: { meetingId }, request: { id: jottingId, text: 'Mine' } });
  const pointId = randomUUID();
  await priya.call('openMeeting', { params: { meetingId } });
  await priya.call('addPoint', {
    params: { meetingId },
    request: { id: pointId, text: 'Ours', itemId: null, topicId: null, mark: null },
  });
  const objectiveId = randomUUID();
  const unsaid = { specific: '', measured: '', achievable: '', relevant: '', dueOn: null };
  await priya.call('addObjective', {
    params: { pairId: line?.pairId ?? '' },
    request: { id: objectiveId, title: 'Ours', ...unsaid },
  });
  const standingItemId = randomUUID();
  await priya.call('addStandingItem', {
    params: { pairId: line?.pairId ?? '' },
    request: { id: standingItemId, title: 'Every time', kindId: null, minutes: 5 },
  });
  Object.assign(theirs, {
    standingItemId,
    objectiveId,
    pairId: line?.pairId,
    meetingId,
    itemId: meeting.items.at(-1)?.id,
    jottingId,
    pointId,
    actionId: pair.openActions[0]?.id,
    measureId: pair.measures[0]?.id,
    effectId: pair.deliveries[0]?.effectId,
    versionId: versions[0]?.id,
    activationId: history[0]?.activationId,
    standardId: randomUUID(),
  });
});
afterAll(() => started.close());

const changing = (Object.entries(api) as [RouteName, Route][])
  .filter(([, route]) => route.method !== 'GET')
  .map(([name]) => name);

test.each(changing)('%s answers whatever it is sent with a plain yes or no', async (name) => {
  const route: Route = api[name];
  const things = ofClosed.includes(name) ? { ...theirs, meetingId: closed.meetingId } : theirs;
  const path = route.path.replaceAll(/:(\w+)/g, (_all, key: string) => things[key] ?? randomUUID());
  await fc.assert(
    fc.asyncProperty(fc.nat(), hostile, async (pick, by) => {
      const body = nearly(name);
      const places = leaves(body);
      const sent = replaced(body, places[pick % places.length] ?? [], by);
      const answer = await fetch(started.trial.origin + path, {
        method: route.method,
        headers: {
          Authorization: `Bearer ${(route.access === 'administrator' || route.access === 'hr' ? nadia : priya).token()}`,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify(sent),
      });
      const said: unknown = await answer.json();
      if (answer.status >= 400) problem.parse(said);
      expect([answer.status < 500 || answer.status === 502 || answer.status === 503, sent]).toEqual([true, sent]);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 40) },
  );
  expect(started.logged.filter((line) => line.includes('-bug'))).toEqual([]);
});

test('an address nobody can decode, and a body that is not packed as it says, are refused like any other', async () => {
  const ask = async (path: string, init: { method: string; body: string; packed: string } | null) => {
    const headers = { Authorization: `Bearer ${priya.token()}`, 'Content-Type': 'application/json' };
    const body = init && { ...init, headers: { ...headers, 'Content-Encoding': init.packed } };
    const answer = await fetch(started.trial.origin + path, body ?? { headers });
    return [answer.status, problem.parse(await answer.json()).code];
  };
  expect(await ask('/api/pairs/%E0%A4%A', null)).toEqual([404, 'not-found']);
  for (const path of [`/api/pairs/${theirs['pairId'] ?? ''}/rescheduling`, '/graph/notifications'])
    for (const packed of ['gzip', 'br', 'deflate'])
      expect(await ask(path, { method: 'POST', body: '{}', packed })).toEqual([400, 'bad-request']);
  expect(started.logged.filter((line) => line.includes('-bug'))).toEqual([]);
});
