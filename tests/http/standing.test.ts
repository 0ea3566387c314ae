import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RequestOf } from '#contract/api.ts';
import { addDays } from '#core/time.ts';
import { changesNoFact } from '#server/effects/keep-standing.ts';
import { eventually } from '#tests/support/eventually.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

const today = '2026-11-26';
let started: Started;
let priya: PersonClient;
let tomasz: PersonClient;
let nadia: PersonClient;
let pairId = '';
/** The pair of a new report, with whom nothing is booked. */
let newPairId = '';

const pairOf = (id = pairId) => priya.call('pair', { params: { pairId: id } });
const findingsOn = (on: string, id = pairId, by = priya) =>
  by.call('pairFindings', { params: { pairId: id }, request: { on } });

/** What is kept of how a pair stands says the same as what is made afresh from all that is kept of the pair. */
async function expectKept(id = pairId): Promise<void> {
  expect((await pairOf(id)).findings).toEqual((await findingsOn(today, id)).findings);
}

type Arranged = NonNullable<RequestOf<'setExtraSupport'>['extraSupport']>;

function arrange(extraSupport: Arranged | null) {
  return { params: { pairId }, request: { extraSupport } };
}

beforeAll(async () => {
  started = await startDuologue({ policy: 'policies/od3a.json' });
  [priya, tomasz, nadia] = [await started.as('priya'), await started.as('tomasz'), await started.as('nadia')];
  const { people } = await priya.call('home');
  const idOf = (key: string) => people.find(({ other }) => other.id === started.idOf(key))?.pairId ?? '';
  [pairId, newPairId] = [idOf('tomasz'), idOf('yusuf')];
});
afterAll(() => started.close());

describe('how a pair stands', () => {
  test('[OD3a-1] is kept right by everything the two do, and is the same on home, the person’s page and in the meeting', async () => {
    const next = async () => (await pairOf()).pair.next?.id ?? '';
    const meetingId = await next();
    await expectKept();
    await tomasz.call('openMeeting', { params: { meetingId } });
    await expectKept();
    const point = { id: randomUUID(), text: 'Going well', itemId: null, topicId: 'development', mark: null };
    await tomasz.call('addPoint', { params: { meetingId }, request: point });
    await expectKept();
    const { seq } = await priya.call('meeting', { params: { meetingId } });
    await priya.call('closeMeeting', { params: { meetingId }, request: { seq } });
    await expectKept();
    const { meeting } = await priya.call('meeting', { params: { meetingId: await next() } });
    const times = await priya.call('moveOptions', { params: { meetingId: meeting.id } });
    const [time] = times.options;
    if (time === undefined) throw new Error('No other time');
    await priya.call('moveMeeting', { params: { meetingId: meeting.id }, request: { ...time, reason: 'A clash' } });
    await expectKept();
    await priya.call('cancelMeeting', { params: { meetingId: meeting.id }, request: { reason: 'Both away' } });
    await expectKept();
    await tomasz.call('missMeeting', { params: { meetingId: await next() }, request: { reason: 'Ill' } });
    await expectKept();
    const { pair } = await pairOf();
    const home = await priya.call('home');
    expect(home.people.find((one) => one.pairId === pairId)?.cadence).toEqual(pair.cadence);
    const shown = await tomasz.call('meeting', { params: { meetingId: await next() } });
    expect(shown.cadence).toEqual(pair.cadence);
    await priya.call('endSeries', { params: { pairId }, request: { reason: 'A new start' } });
    await expectKept();
  });

  test('[OD3a-1] changes with a first series, and every step of its way into Outlook', async () => {
    await expectKept(newPairId);
    const request = { rhythm: { kind: 'weekly', every: 12 } as const, minutes: 45, from: '2026-11-30' };
    const { offers } = await priya.call('findSlots', { params: { pairId: newPairId }, request });
    const plan = offers[0]?.plan;
    if (plan === undefined) throw new Error('No time to meet');
    const booking = { id: randomUUID(), plan, moves: [], skips: [], note: '' };
    await priya.call('bookSeries', { params: { pairId: newPairId }, request: booking });
    await expectKept(newPairId);
    await eventually(async () => (await pairOf(newPairId)).pair.series?.state === 'booked');
    await expectKept(newPairId);
  });

  test('is left alone only by changes that no finding is made of', () => {
    expect([...changesNoFact].filter((what) => /meeting|series|effect|pair|support|sign|agreement/.test(what))).toEqual(
      [],
    );
  });

  test('[OD3a-1] as of another day: gone by from what was held, to come from what is planned', async () => {
    const { pair } = await pairOf(newPairId);
    const first = pair.next?.start.slice(0, 10) ?? '';
    const cadenceOn = async (on: string) => {
      const { findings } = await findingsOn(on, newPairId);
      return findings.find(({ kind }) => kind === 'cadence');
    };
    expect((await cadenceOn(today))?.values).toMatchObject({ counted: 0 });
    expect((await cadenceOn(addDays(first, 1)))?.values).toMatchObject({ counted: 1, lastOn: first });
    const held = (await findingsOn('2026-10-01')).findings.find(({ kind }) => kind === 'cadence');
    expect(Number(held?.values['counted'])).toBeGreaterThan(0);
    expect(String(held?.values['lastOn']) <= '2026-10-01').toBe(true);
    expect((await findingsOn('2001-01-01')).findings).toEqual([]);
    expect((await findingsOn(today, newPairId)).today).toBe(today);
    expect(await priya.refused('pairFindings', { params: { pairId }, request: { on: '2026-02-30' } })).toMatchObject({
      code: 'bad-request',
    });
  });
});

describe('another interval', () => {
  const weekly: Arranged = {
    every: { weeks: 2 },
    kind: 'support',
    reasons: ['time-in-post', 'complexity'],
    reason: 'Until the handover is done',
  };

  test('[OD3a-9] is agreed for reasons of the policy’s list and in words, which both see, with its history', async () => {
    await priya.call('setExtraSupport', arrange(weekly));
    await expectKept();
    expect((await pairOf()).findings.find(({ kind }) => kind === 'cadence')).toMatchObject({
      values: { askedWeeks: 2, extraSupportSince: today },
    });
    started.clock.forward(1);
    await priya.call(
      'setExtraSupport',
      arrange({ ...weekly, every: { months: 2 }, kind: 'other', reasons: ['contact'] }),
    );
    await priya.call('setExtraSupport', arrange(null));
    await expectKept();
    const { arrangements, extraSupport } = await tomasz.call('pair', { params: { pairId } });
    expect(extraSupport).toBeNull();
    expect(arrangements).toMatchObject([
      { every: { months: 2 }, kind: 'other', reasons: ['contact'], until: today, by: priya.personId },
      { ...weekly, since: today, until: today, by: priya.personId, endedBy: priya.personId },
    ]);
  });

  test('[OD3a-9] less often than the policy asks is refused with the clause, and without a reason too', async () => {
    expect(await priya.refused('setExtraSupport', arrange({ ...weekly, every: { months: 4 } }))).toMatchObject({
      code: 'less-often-than-asked',
      details: { clause: 'OD3a-1' },
    });
    const silent = { ...weekly, reasons: [], reason: ' ' };
    expect(await priya.refused('setExtraSupport', arrange(silent))).toMatchObject({ code: 'reason-needed' });
    expect(await priya.refused('setExtraSupport', arrange({ ...weekly, reasons: ['whim'] }))).toMatchObject({
      code: 'bad-request',
    });
    expect((await pairOf()).extraSupport).toBeNull();
  });
});

describe('after the policy changed', () => {
  test('everybody is looked at again by themselves, and administrators see how far that is', async () => {
    expect(await priya.refused('policyProgress')).toMatchObject({ code: 'not-allowed' });
    const text = readFileSync('policies/ess.json', 'utf8');
    const { versionId } = await nadia.call('loadPolicy', { request: { id: randomUUID(), text } });
    const { revision } = await nadia.call('policies');
    const before = (await nadia.call('policyProgress')).run?.finishedAt ?? null;
    started.clock.forward(1);
    await nadia.call('activatePolicy', {
      params: { versionId },
      request: { id: randomUUID(), from: today, revision },
    });
    expect((await pairOf()).findings.find(({ kind }) => kind === 'cadence')?.clause).toBe('ESS-1');
    const run = await eventually(async () => {
      const { run: last } = await nadia.call('policyProgress');
      return last !== null && last.finishedAt !== null && last.finishedAt !== before ? last : null;
    });
    expect(run.total).toBeGreaterThan(0);
    expect(run.done).toBe(run.total);
    await expectKept();
  });
});

describe('as days go by', () => {
  test('[ESS-1] what was met is due, and overdue, without anybody doing anything', async () => {
    const state = async () => (await pairOf()).findings.find(({ kind }) => kind === 'cadence')?.state;
    const due = (await pairOf()).findings.find(({ kind }) => kind === 'cadence')?.dueOn ?? '';
    started.clock.set(`${due}T12:00:00.000Z`);
    const fresh = await started.as('priya');
    priya = fresh;
    expect(await state()).toBe('due');
    started.clock.forward(24 * 60);
    expect(await state()).toBe('overdue');
  });
});
