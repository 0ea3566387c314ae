import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

let started: Started;
let priya: PersonClient;
let tomasz: PersonClient;
let pairId = '';
let params = { pairId };

const smart = {
  title: 'Void turnaround',
  specific: 'Every void at Alder Court relet within 21 days',
  measured: 'The monthly void report',
  achievable: 'Two contractors are in place',
  relevant: 'Families are waiting for homes',
  dueOn: '2026-12-18',
};

beforeAll(async () => {
  started = await startDuologue({ policy: 'policies/form.json' });
  [priya, tomasz] = [await started.as('priya'), await started.as('tomasz')];
  const { people } = await priya.call('home');
  pairId = people.find(({ other }) => other.id === tomasz.personId)?.pairId ?? '';
  params = { pairId };
});
afterAll(() => started.close());

const read = async (person: PersonClient) => (await person.call('objectives', { params })).objectives;

async function agendaTitles(): Promise<string[]> {
  const meetingId = (await priya.call('home')).people.find((one) => one.pairId === pairId)?.next?.id ?? '';
  return (await priya.call('meeting', { params: { meetingId } })).items.map(({ title }) => title);
}

describe('what an employee works towards', () => {
  const objectiveId = randomUUID();
  const of = { params: { objectiveId } };

  test('[CAREER-3] [OD3a-4] is set by either of the two as a draft or whole, and both see it', async () => {
    const draft = { ...smart, id: objectiveId, measured: '', dueOn: null };
    await tomasz.call('addObjective', { params, request: draft });
    await tomasz.call('addObjective', { params, request: { ...draft, title: 'Sent again' } });
    expect(await read(priya)).toMatchObject([{ title: 'Void turnaround', missing: ['measured', 'dueOn'] }]);
    await priya.call('changeObjective', { ...of, request: { measured: smart.measured, dueOn: smart.dueOn } });
    expect(await read(tomasz)).toEqual(await read(priya));
    expect((await read(tomasz))[0]).toMatchObject({ ...smart, state: 'open', missing: [], late: false });
  });

  test('[FORM-7] reached before its day puts a new one on the next agenda, once', async () => {
    const before = await agendaTitles();
    await tomasz.call('stepObjective', { ...of, request: { step: { kind: 'reached' } } });
    expect((await read(priya))[0]).toMatchObject({ state: 'reached-early', newAskedFor: true });
    expect(await agendaTitles()).toEqual([...before, 'A new objective, now that “Void turnaround” is reached']);
    expect((await priya.refused('stepObjective', { ...of, request: { step: { kind: 'reached' } } })).code).toBe(
      'objective-settled',
    );
    await priya.call('stepObjective', { ...of, request: { step: { kind: 'reopened' } } });
    await tomasz.call('stepObjective', { ...of, request: { step: { kind: 'reached' } } });
    expect(await agendaTitles()).toHaveLength(before.length + 1);
  });

  test('[FORM-7] reached on its day asks for nothing more', async () => {
    const id = randomUUID();
    await priya.call('addObjective', { params, request: { ...smart, id, title: 'Lettings', dueOn: '2026-11-26' } });
    const before = await agendaTitles();
    await priya.call('stepObjective', { params: { objectiveId: id }, request: { step: { kind: 'reached' } } });
    expect((await read(priya)).find((one) => one.id === id)).toMatchObject({ state: 'reached', newAskedFor: false });
    expect(await agendaTitles()).toEqual(before);
  });

  test('[OD3a-4] [CAREER-3] keeps what became of it, who said so and when', async () => {
    const id = randomUUID();
    const one = { params: { objectiveId: id } };
    await priya.call('addObjective', { params, request: { ...smart, id, title: 'Arrears' } });
    await tomasz.call('stepObjective', { ...one, request: { step: { kind: 'progress', text: 'Half way' } } });
    started.clock.forward(24 * 60);
    await tomasz.call('stepObjective', { ...one, request: { step: { kind: 'still-relevant' } } });
    await priya.call('stepObjective', { ...one, request: { step: { kind: 'carried', to: '2027-01-29' } } });
    await priya.call('stepObjective', { ...one, request: { step: { kind: 'no-longer-relevant', reason: 'Sold' } } });
    const kept = (await read(tomasz)).find((objective) => objective.id === id);
    expect(kept).toMatchObject({
      state: 'no-longer-relevant',
      reason: 'Sold',
      timesCarried: 1,
      lookedAtOn: '2026-11-27',
    });
    expect(kept?.history.map(({ by, change }) => [by === priya.personId ? 'priya' : 'tomasz', change.kind])).toEqual([
      ['priya', 'set'],
      ['tomasz', 'progress'],
      ['tomasz', 'still-relevant'],
      ['priya', 'carried'],
      ['priya', 'no-longer-relevant'],
    ]);
  });

  test('[FORM-9] a development need has one of the policy’s ways, and may be for an objective of the same pair', async () => {
    const { rules } = await tomasz.call('pairPolicy', { params });
    const rule = rules.find((one) => one.kind === 'development');
    const wayId = rule?.kind === 'development' ? (rule.ways[0]?.id ?? null) : null;
    const need = { id: randomUUID(), text: 'Chairing reviews', wayId, objectiveId, met: false };
    await tomasz.call('saveNeed', { params, request: need });
    await priya.call('saveNeed', { params, request: { ...need, met: true } });
    expect((await tomasz.call('objectives', { params })).needs).toMatchObject([
      { text: 'Chairing reviews', wayId, objectiveId, metOn: '2026-11-27', addedBy: tomasz.personId },
    ]);
    const stray = { ...need, id: randomUUID() };
    expect((await tomasz.refused('saveNeed', { params, request: { ...stray, wayId: 'sailing' } })).code).toBe(
      'bad-request',
    );
    expect((await tomasz.refused('saveNeed', { params, request: { ...stray, objectiveId: randomUUID() } })).code).toBe(
      'not-found',
    );
  });

  test('[OD3a-4] [FORM-3] [OUT-2] last time’s actions and the figures are on the table of the next meeting, with their history', async () => {
    const meetingId = (await priya.call('home')).people.find((one) => one.pairId === pairId)?.next?.id ?? '';
    const { lastActions, measures } = await tomasz.call('meeting', { params: { meetingId } });
    expect(lastActions.length).toBeGreaterThan(0);
    expect(lastActions.every(({ history }) => history.length > 0)).toBe(true);
    expect(measures.every(({ target, readings }) => typeof target === 'number' && Array.isArray(readings))).toBe(true);
  });
});
