import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RequestOf } from '#contract/api.ts';
import { eventually } from '#tests/support/eventually.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

let started: Started;
let priya: PersonClient;
let yusuf: PersonClient;
let pairId = '';
let params = { pairId };

beforeAll(async () => {
  started = await startDuologue({ policy: 'policies/od3a.json' });
  [priya, yusuf] = [await started.as('priya'), await started.as('yusuf')];
  const { people } = await priya.call('home');
  pairId = people.find(({ other }) => other.id === yusuf.personId)?.pairId ?? '';
  params = { pairId };
});
afterAll(() => started.close());

const read = (person: PersonClient) => person.call('agreement', { params });

async function settle(person: PersonClient, terms: RequestOf<'changeAgreement'>['terms']) {
  const { draft } = await read(person);
  await person.call('changeAgreement', { params, request: { version: draft?.version ?? null, terms } });
}

async function sign(person: PersonClient) {
  const { draft } = await read(person);
  await person.call('signAgreement', {
    params,
    request: { version: draft?.version ?? 0, revision: draft?.revision ?? 0 },
  });
}

describe('how two people meet', () => {
  test('[OD3a-10] is asked for at the first meeting, and begins with what the policy asks', async () => {
    expect(await read(yusuf)).toMatchObject({
      asks: { clause: 'OD3a-10' },
      most: { weeks: 12, clause: 'OD3a-1' },
      finding: { kind: 'agreement', state: 'due', reason: 'agreement-none-yet', clause: 'OD3a-10' },
      ...{ inForce: null, draft: null, earlier: [] },
    });
    await settle(yusuf, {});
    const { draft } = await read(priya);
    expect(draft).toMatchObject({
      version: 1,
      begunBy: yusuf.personId,
      terms: { everyWeeks: 12, minutes: 60, place: null, reviewOn: '2027-11-26' },
    });
    await settle(priya, {});
    expect((await read(yusuf)).draft).toEqual(draft);
  });

  test('[OD3a-10] is filled in by both at once, never less often than the policy asks', async () => {
    const seldom = { version: 1, terms: { everyWeeks: 13 } };
    expect(await priya.refused('changeAgreement', { params, request: seldom })).toMatchObject({
      code: 'agreement-too-seldom',
      details: { clause: 'OD3a-1', mostWeeks: 12 },
    });
    await Promise.all([
      settle(priya, { everyWeeks: 4, place: 'Room 4', noticeDays: 7 }),
      settle(yusuf, { minutes: 45, agendaSharing: { kind: 'days-before', days: 2 } }),
    ]);
    expect(await priya.refused('signAgreement', { params, request: { version: 1, revision: 3 } })).toMatchObject({
      code: 'agreement-incomplete',
      details: { part: 'notes-by' },
    });
    await settle(yusuf, { notesBy: 'turns', notesDepth: 'actions', signed: false });
    const { draft } = await read(priya);
    expect(draft).toMatchObject({ revision: 4, open: [], terms: { everyWeeks: 4, place: 'Room 4', minutes: 45 } });
  });

  test('[OD3a-10] is signed by both as it stands, and a change voids what one of them signed', async () => {
    await sign(yusuf);
    expect((await read(priya)).finding).toMatchObject({ reason: 'agreement-being-signed' });
    const seen = (await read(priya)).draft?.revision ?? 0;
    await settle(yusuf, { place: 'Room 7' });
    const old = { version: 1, revision: seen };
    expect((await priya.refused('signAgreement', { params, request: old })).code).toBe('agreement-changed');
    expect((await read(priya)).draft).toMatchObject({ signedBySupervisor: null, signedByEmployee: null });
    await sign(priya);
    await sign(yusuf);
    expect(await read(priya)).toMatchObject({
      draft: null,
      inForce: { version: 1, terms: { place: 'Room 7' } },
      finding: { state: 'met', reason: 'agreement-holds', dueOn: '2027-11-26' },
    });
    const late = { version: 1, terms: { place: 'Elsewhere' } };
    expect((await yusuf.refused('changeAgreement', { params, request: late })).code).toBe('agreement-changed');
  });

  test('[OD3a-10] drives the times offered, the place in Outlook, and the day to share lists by', async () => {
    const request = { rhythm: { kind: 'weekly', every: 4 } as const, minutes: 45, from: '2026-11-27' };
    const { offers, lookedFrom } = await priya.call('findSlots', { params, request });
    expect(lookedFrom).toBe('2026-12-03');
    const [offer] = offers;
    if (offer === undefined) throw new Error('no offer');
    expect(offer.occurrences.every(({ start }) => start >= '2026-12-03')).toBe(true);
    const booking = { id: randomUUID(), moves: [], skips: [], note: '' };
    await priya.call('bookSeries', { params, request: { ...booking, plan: { ...offer.plan, place: 'Room 7' } } });
    await eventually(async () => (await priya.call('pair', { params })).pair.series?.state === 'booked');
    const span = 'startDateTime=2026-12-01T00:00:00Z&endDateTime=2027-06-30T00:00:00Z';
    const view = await yusuf.graph(`/me/calendarView?${span}&$top=50&$filter=subject eq 'One-to-one: Priya and Yusuf'`);
    const events = view['value'] as { location: { displayName: string } }[];
    expect(events.length).toBeGreaterThan(2);
    expect(new Set(events.map(({ location }) => location.displayName))).toEqual(new Set(['Room 7']));
    const line = (await yusuf.call('home')).mine[0];
    const startsOn = line?.next?.start.slice(0, 10) ?? '';
    expect(line?.shareBy).toBe(new Date(Date.parse(startsOn) - 2 * 86_400_000).toISOString().slice(0, 10));
  });

  test('[OD3a-10] drives when a meeting may go: no time sooner than the notice is offered', async () => {
    const meetingId = (await priya.call('home')).people.find((one) => one.pairId === pairId)?.next?.id ?? '';
    const { options, notice } = await priya.call('moveOptions', { params: { meetingId } });
    expect(notice).toEqual({ days: 7, until: '2026-12-03', clause: 'OD3a-10' });
    expect(options.length).toBeGreaterThan(0);
    expect(options.every(({ start }) => start >= '2026-12-03')).toBe(true);
  });

  test('[OD3a-10] drives who takes the notes, and whether they are signed', async () => {
    const meetingId = (await priya.call('home')).people.find((one) => one.pairId === pairId)?.next?.id ?? '';
    const of = { params: { meetingId } };
    expect((await yusuf.call('form', of)).writing).toMatchObject({ writes: 'supervisor', clause: 'OD3a-10' });
    await priya.call('openMeeting', of);
    const { seq } = await priya.call('meeting', of);
    await priya.call('closeMeeting', { ...of, request: { seq } });
    expect((await yusuf.call('signOff', of)).signers).toEqual([]);
    const next = (await priya.call('home')).people.find((one) => one.pairId === pairId)?.next?.id ?? '';
    expect((await yusuf.call('form', { params: { meetingId: next } })).writing.writes).toBe('employee');
  });

  test('[OD3a-10] goes on as signed while a change is agreed, which can be let go', async () => {
    await settle(yusuf, { everyWeeks: 2 });
    expect(await read(priya)).toMatchObject({
      inForce: { version: 1 },
      draft: { version: 2, terms: { everyWeeks: 2 } },
    });
    await priya.call('dropAgreementDraft', { params });
    await priya.call('dropAgreementDraft', { params });
    expect(await read(yusuf)).toMatchObject({ inForce: { version: 1, terms: { everyWeeks: 4 } }, draft: null });
    await settle(yusuf, { everyWeeks: 2, signed: true });
    await sign(yusuf);
    await sign(priya);
    expect(await read(yusuf)).toMatchObject({
      inForce: { version: 2, terms: { everyWeeks: 2, place: 'Room 7' } },
      earlier: [{ version: 1, terms: { everyWeeks: 4 } }],
    });
    const closed = (await priya.call('pair', { params })).meetings.find(({ state }) => state === 'closed');
    const then = await yusuf.call('signOff', { params: { meetingId: closed?.id ?? '' } });
    expect(then.signers).toEqual([]);
  });

  test('[OD3a-10] is found due for review on its day, and late after it', async () => {
    started.clock.set('2027-11-13T09:00:00.000Z');
    expect((await read(yusuf)).finding).toMatchObject({
      state: 'due',
      reason: 'agreement-review',
      dueOn: '2027-11-26',
    });
    started.clock.set('2027-11-27T09:00:00.000Z');
    expect((await read(yusuf)).finding).toMatchObject({ state: 'overdue', reason: 'agreement-review' });
  });
});
