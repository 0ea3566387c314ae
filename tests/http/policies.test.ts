import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

let started: Started | undefined;
afterEach(async () => {
  await started?.close();
  started = undefined;
});

async function under(name: string): Promise<PersonClient> {
  started = await startDuologue({ policy: `policies/${name}.json` });
  return started.as('priya');
}

async function askedOf(priya: PersonClient, key: string) {
  const { people } = await priya.call('home');
  const line = people.find((one) => one.other.id === started?.idOf(key));
  return { asked: line?.asked, cadence: line?.cadence };
}

test('[OD3a-1] under a policy of four a year, a manager sees how many were held, how many are missing, and by when', async () => {
  const priya = await under('od3a');
  const { asked, cadence } = await askedOf(priya, 'tomasz');
  expect(asked).toEqual({
    cadence: { kind: 'rolling', count: 4, months: 12, evenly: false },
    every: { months: 3 },
    clause: 'OD3a-1',
  });
  expect(cadence).toMatchObject({ clause: 'OD3a-1', reason: 'count-kept', state: 'met' });
  expect(cadence?.values['counted']).toBeGreaterThanOrEqual(4);
  const newcomer = await askedOf(priya, 'yusuf');
  expect(newcomer.cadence).toMatchObject({ state: 'due', reason: 'count-due', values: { counted: 0, remaining: 4 } });
  const { people } = await priya.call('home');
  const pairId = people.find((one) => one.other.id === started?.idOf('yusuf'))?.pairId ?? '';
  const request = { rhythm: { kind: 'weekly', every: 12 } as const, minutes: 60, from: '2026-11-30' };
  const { offers, lookedUntil } = await priya.call('findSlots', { params: { pairId }, request });
  expect(lookedUntil > '2027-11-20').toBe(true);
  expect(offers[0]?.occurrences.length).toBeGreaterThanOrEqual(4);
});

test('[ESS-1] under a policy of four to six weeks, the best times offered keep to six', async () => {
  const priya = await under('ess');
  const { asked, cadence } = await askedOf(priya, 'yusuf');
  expect(asked?.cadence).toEqual({ kind: 'window', from: { weeks: 4 }, to: { weeks: 6 } });
  expect(cadence).toMatchObject({ clause: 'ESS-1', values: { askedFromWeeks: 4, askedWeeks: 6 } });
  const { people } = await priya.call('home');
  const pairId = people.find((one) => one.other.id === started?.idOf('yusuf'))?.pairId ?? '';
  const slots = async (every: number) => {
    const request = { rhythm: { kind: 'weekly', every } as const, minutes: 45, from: '2026-11-30' };
    return priya.call('findSlots', { params: { pairId }, request });
  };
  expect((await slots(6)).asked?.every).toEqual({ weeks: 6 });
  expect((await slots(4)).offers.some((offer) => offer.keepsToPolicy)).toBe(true);
  expect((await slots(8)).offers.some((offer) => offer.keepsToPolicy)).toBe(false);
});

test('[FORM-1] under a policy by contract, part-time people are asked once a term and the others monthly on average', async () => {
  const priya = await under('form');
  const { people } = await priya.call('home');
  const kinds = people.map(({ contract, asked }) => [contract, asked?.cadence.kind]);
  expect(new Set(kinds.map(String))).toEqual(new Set(['full-time,rolling', 'part-time,term']));
});

test('[CAREER-16] a policy past its review date says so', async () => {
  const priya = await under('career');
  expect(await priya.call('policy')).toMatchObject({ reviewOn: '2023-08-31', pastReview: true, cadences: [] });
  const { asked, cadence } = await askedOf(priya, 'tomasz');
  expect([asked, cadence]).toEqual([null, null]);
});

test('[CAREER-15] whom a policy leaves out is told so, and nothing is asked of them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'duologue-policy-'));
  const file = join(folder, 'career.json');
  // The codes of the excluded group are an example of the pack's; here they are those of somebody in the organisation.
  await writeFile(file, (await readFile('policies/career.json', 'utf8')).replace('["MED", "DEN"]', '["A1"]'));
  started = await startDuologue({ policy: file });
  const priya = await started.as('priya');
  const yusuf = await started.as('yusuf');
  const pairOf = async (key: string) => {
    const { people } = await priya.call('home');
    return people.find((one) => one.other.id === started?.idOf(key))?.pairId ?? '';
  };
  const his = await priya.call('pairPolicy', { params: { pairId: await pairOf('yusuf') } });
  expect([his.covered, his.group, his.rules.map(({ kind }) => kind)]).toEqual([
    false,
    'Medical and dental colleagues',
    ['scope'],
  ]);
  const others = await priya.call('pairPolicy', { params: { pairId: await pairOf('tomasz') } });
  expect([others.covered, others.rules.length > 20]).toEqual([true, true]);
  expect(await yusuf.call('policy')).toMatchObject({ covered: false });
  expect(await priya.call('policy')).toMatchObject({ covered: true });
  await rm(folder, { recursive: true });
});

test('[OUT-1] what is asked of a pair is shown rule by rule, as of any day, with where each comes from', async () => {
  const priya = await under('out');
  const { people } = await priya.call('home');
  const pairId = people.find((one) => one.other.id === started?.idOf('yusuf'))?.pairId ?? '';
  const today = await priya.call('pairPolicy', { params: { pairId } });
  const then = await priya.call('pairPolicy', { params: { pairId }, request: { on: '2027-03-01' } });
  expect([today.on < then.on, then.on]).toEqual([true, '2027-03-01']);
  expect(Object.keys(today.sources)).toEqual(today.rules.map(({ id }) => id));
  expect(today.sources['junior-cadence']).toEqual({ from: 'organisation', because: [] });
  expect(today.rules.filter(({ kind }) => kind === 'cadence')).toHaveLength(1);
  expect((await priya.refused('pairPolicy', { params: { pairId }, request: { on: '2027-02-30' } })).code).toBe(
    'bad-request',
  );
});
