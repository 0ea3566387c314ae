import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FormResponse } from '#contract/form.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

interface Pair {
  readonly started: Started;
  readonly priya: PersonClient;
  readonly tomasz: PersonClient;
  readonly pairId: string;
  /** Of the next one-to-one of the two. */
  readonly meetingId: string;
}

/** The policy whose employee writes up, and signatures beside it. */
function policyWithSigning(): string {
  const pack = JSON.parse(readFileSync('policies/ess.json', 'utf8')) as { rules: object[] };
  const signing = { signers: ['employee', 'supervisor'], remindAfterDays: 7, lapsesAfterDays: 28 };
  pack.rules.push({ kind: 'sign-off', id: 'signing', clause: 'ESS-7', ...signing });
  const file = join(mkdtempSync(join(tmpdir(), 'duologue-policy-')), 'ess.json');
  writeFileSync(file, JSON.stringify(pack));
  return file;
}

async function under(policy: string): Promise<Pair> {
  const started = await startDuologue({ policy });
  const [priya, tomasz] = [await started.as('priya'), await started.as('tomasz')];
  const line = (await priya.call('home')).people.find((one) => one.other.id === tomasz.personId);
  return { started, priya, tomasz, pairId: line?.pairId ?? '', meetingId: line?.next?.id ?? '' };
}

async function say(
  person: PersonClient,
  meetingId: string,
  text: string,
  more: { sectionId?: string; mark?: 'praise' | 'concern' } = {},
) {
  const id = randomUUID();
  const request = { id, text, itemId: null, topicId: null, sectionId: null, mark: null, ...more };
  await person.call('addPoint', { params: { meetingId }, request });
  return id;
}

async function close({ priya, meetingId }: Pair): Promise<void> {
  const { seq } = await priya.call('meeting', { params: { meetingId } });
  await priya.call('closeMeeting', { params: { meetingId }, request: { seq } });
}

/** Heading → what stands under it, in words. */
function under6(form: FormResponse): Record<string, string[]> {
  return Object.fromEntries(
    (form.form?.sections ?? []).map(({ id, points, actions, duties, notApplicable }) => [
      id,
      [...points, ...actions]
        .map(({ text }) => text)
        .concat(
          duties.map(({ title }) => title),
          notApplicable ? ['n/a'] : [],
        ),
    ]),
  );
}

describe('a form with six headings', () => {
  let pair: Pair;
  const params = () => ({ meetingId: pair.meetingId });
  const read = () => pair.tomasz.call('form', { params: params() });
  const fill = (fieldId: string, days: number) =>
    pair.tomasz.call('fillField', { params: params(), request: { fieldId, value: { kind: 'days', days } } });
  beforeAll(async () => {
    pair = await under('policies/form.json');
  });
  afterAll(() => pair.started.close());

  test('[FORM-3] last time’s actions stand on it before the meeting has begun', async () => {
    const { lastActions, lastMeeting } = await pair.tomasz.call('meeting', { params: params() });
    expect(lastActions.length).toBeGreaterThan(0);
    expect(lastMeeting).not.toBeNull();
    expect(under6(await read())['progress']).toEqual(lastActions.map(({ text }) => text));
  });

  test('[FORM-4] [FORM-5] leave and absence are noted by either, and a build-up is worked out', async () => {
    expect((await read()).leave).toBeNull();
    await fill('leave', 27.5);
    await pair.priya.call('fillField', {
      params: params(),
      request: { fieldId: 'absence', value: { kind: 'days', days: 2 } },
    });
    const form = await read();
    expect(form.form?.head.map(({ id, value }) => [id, value])).toEqual([
      ['employee', { kind: 'text', text: 'Tomasz Zieliński' }],
      ['job-title', { kind: 'text', text: expect.any(String) as string }],
      ['staff-number', expect.anything()],
      ['manager', { kind: 'text', text: 'Priya Raman' }],
      ['leave', { kind: 'days', days: 27.5 }],
      ['absence', { kind: 'days', days: 2 }],
      ['held-on', expect.objectContaining({ kind: 'moment' })],
      ['previous', expect.objectContaining({ kind: 'moment' })],
    ]);
    expect(form.absence).toMatchObject({ days: 2, clause: 'FORM-5' });
    // 30 days over a year from September: late in November an even spread would leave about 23.
    expect(form.leave).toMatchObject({ state: 'even', clause: 'FORM-4', yearEndsOn: '2027-08-31' });
    const found = async () => {
      const { findings } = await pair.priya.call('pair', { params: { pairId: pair.pairId } });
      return findings.filter(({ kind }) => kind === 'leave');
    };
    expect(await found()).toMatchObject([{ state: 'met', reason: 'leave-even', clause: 'FORM-4' }]);
    await fill('leave', 29.5);
    expect(await found()).toMatchObject([{ state: 'due', reason: 'leave-building-up', values: { daysLeft: 29.5 } }]);
    expect((await read()).leave).toMatchObject({ state: 'building-up', daysLeft: 29.5 });
  });

  test('[FORM-6] what is known by itself, or is of another kind, or of no such line, cannot be typed', async () => {
    const refused = async (fieldId: string, value: { kind: 'text'; text: string } | { kind: 'days'; days: number }) =>
      (await pair.tomasz.refused('fillField', { params: params(), request: { fieldId, value } })).code;
    expect(await refused('employee', { kind: 'text', text: 'Somebody' })).toBe('not-allowed');
    expect(await refused('leave', { kind: 'text', text: 'lots' })).toBe('bad-request');
    expect(await refused('gone', { kind: 'days', days: 1 })).toBe('not-found');
    expect(await refused('leave', { kind: 'days', days: 1.3 })).toBe('bad-request');
    expect((await read()).fields.filter(({ mayFill }) => mayFill).map(({ id }) => id)).toEqual(['leave', 'absence']);
  });

  test('[FORM-6] a heading is said not to apply by one press, and adding a point under it takes that back', async () => {
    const apply = (sectionId: string, notApplicable: boolean) =>
      pair.priya.call('sayNotApplicable', { params: params(), request: { sectionId, notApplicable } });
    await expect(apply('responsibilities', true)).rejects.toThrow();
    await pair.priya.call('openMeeting', { params: params() });
    expect((await read()).empty.find(({ id }) => id === 'responsibilities')).toMatchObject({ mayNotApply: true });
    await apply('responsibilities', true);
    expect(under6(await read())['responsibilities']).toEqual(['n/a']);
    const pointId = await say(pair.tomasz, pair.meetingId, 'First aid cover in March', {
      sectionId: 'responsibilities',
    });
    expect(under6(await read())['responsibilities']).toEqual(['First aid cover in March']);
    await pair.tomasz.call('removePoint', { params: { pointId } });
    expect((await read()).notApplicable).toEqual([]);
    await expect(apply('concerns', true)).rejects.toThrow();
  });

  test('[FORM-10] duties are kept for the person and stand under their heading', async () => {
    const request = {
      id: randomUUID(),
      kindId: 'first-aid',
      title: 'First aid',
      since: null,
      validUntil: '2026-12-31',
      ended: false,
    };
    const of = { params: { pairId: pair.pairId } };
    await pair.tomasz.call('saveDuty', { ...of, request });
    expect((await pair.priya.call('duties', of)).duties).toMatchObject([{ title: 'First aid', standing: 'in-date' }]);
    expect(under6(await read())['responsibilities']).toEqual(['First aid']);
    const unheardOf = { ...of, request: { ...request, id: randomUUID(), kindId: '__proto__' } };
    expect((await pair.tomasz.refused('saveDuty', unheardOf)).code).toBe('bad-request');
    // Nobody confirms them under this policy.
    const confirm = { ...of, request: { id: request.id, validUntil: null } };
    expect((await pair.priya.refused('confirmDuty', confirm)).code).toBe('not-allowed');
  });

  test('[FORM-6] [FORM-3] closed, it stays as it was, and the next one begins with what is known', async () => {
    await say(pair.priya, pair.meetingId, 'Ahead on the repairs', { sectionId: 'performance' });
    const actionId = randomUUID();
    const action = { id: actionId, text: 'Book the course', ownerId: pair.tomasz.personId, dueOn: '2026-12-18' };
    await pair.tomasz.call('addAction', { params: params(), request: { ...action, itemId: null, topicId: null } });
    await close(pair);
    const of = { params: { pairId: pair.pairId } };
    const [duty] = (await pair.tomasz.call('duties', of)).duties;
    const ended = { id: duty?.id ?? '', kindId: null, title: 'First aid', since: null, validUntil: null, ended: true };
    await pair.tomasz.call('saveDuty', { ...of, request: ended });
    const closed = await read();
    expect(under6(closed)).toMatchObject({
      performance: ['Ahead on the repairs'],
      responsibilities: ['First aid'],
      'action-plan': ['Book the course'],
    });
    expect(closed.pack).toMatchObject({ id: 'form' });
    expect(closed.writing).toMatchObject({ state: 'shared', mayWrite: false });
    expect(closed.fields.every(({ mayFill }) => !mayFill)).toBe(true);
    await expect(fill('leave', 3)).rejects.toThrow();
    const { nextMeeting } = await pair.tomasz.call('meeting', { params: params() });
    const next = await pair.priya.call('form', { params: { meetingId: nextMeeting?.id ?? '' } });
    expect(under6(next)['progress']).toContain('Book the course');
    expect(under6(next)['responsibilities']).toEqual([]);
    const leave = next.fields.find(({ source }) => source === 'leave-remaining');
    expect(leave).toMatchObject({ mayFill: true, lastTime: { value: { kind: 'days', days: 29.5 } } });
  });

  test('[OD3a-5] what was said is found again by mark, by words as typed, and page by page, by the two alone', async () => {
    const { pairId, priya, tomasz, started } = pair;
    const meetingId = (await priya.call('meeting', { params: params() })).nextMeeting?.id ?? '';
    await priya.call('openMeeting', { params: { meetingId } });
    for (let index = 0; index < 30; index += 1) await say(tomasz, meetingId, `Repair ${String(index)} of 50% \\ done_`);
    const praised = await say(priya, meetingId, 'Thank you for the CALL-OUT on Sunday', { mark: 'praise' });
    const find = (request: Record<string, string>) => tomasz.call('findPoints', { params: { pairId }, request });
    const first = await find({ words: 'repair 50%' });
    expect(first.points).toHaveLength(25);
    const second = await find({ words: 'repair 50%', after: first.next ?? '' });
    expect(second).toMatchObject({ points: { length: 5 }, next: null });
    expect(new Set([...first.points, ...second.points].map(({ id }) => id)).size).toBe(30);
    expect((await find({ words: '5%0' })).points).toEqual([]);
    expect((await find({ words: '\\ done_' })).points).toHaveLength(25);
    const [found] = (await find({ words: 'call-out sunday', mark: 'praise' })).points;
    expect(found).toMatchObject({ id: praised, meetingId, authorId: priya.personId, mark: 'praise' });
    const on = found?.on ?? '';
    expect((await find({ mark: 'praise', from: on, until: on })).points.map(({ id }) => id)).toEqual([praised]);
    expect((await find({ mark: 'praise', from: '2027-12-31' })).points).toEqual([]);
    expect((await find({ mark: 'praise' })).points.length).toBeGreaterThan(1);
    const kwame = await started.as('kwame');
    expect((await kwame.refused('findPoints', { params: { pairId }, request: {} })).code).toBe('not-found');
  });
});

describe('a record the employee writes up', () => {
  let pair: Pair;
  const params = () => ({ meetingId: pair.meetingId });
  const writing = async (person: PersonClient) => (await person.call('form', { params: params() })).writing;
  const waitingFor = async (person: PersonClient) => {
    const { toWriteUp, toSign } = await person.call('home');
    const steps = [...toWriteUp, ...toSign.map((one) => ({ ...one, step: 'sign' as const }))];
    return steps.filter(({ meetingId }) => meetingId === pair.meetingId).map(({ step }) => step);
  };
  const signing = async (person: PersonClient) => {
    const { contentHash, beingWritten } = await person.call('signOff', { params: params() });
    return { beingWritten, call: { params: params(), request: { contentHash, words: null } } };
  };
  beforeAll(async () => {
    pair = await under(policyWithSigning());
  });
  afterAll(() => pair.started.close());

  test('[ESS-2] has three stages, and nothing forces every box', async () => {
    const { form, rule } = await pair.tomasz.call('form', { params: params() });
    expect(rule?.look).toBe('stages');
    const stages = form?.sections.map(({ stage }) => stage) ?? [];
    expect([...new Set(stages)]).toEqual(['preparation', 'conversation', 'agreement']);
    await pair.priya.call('openMeeting', { params: params() });
  });

  test('[ESS-6] the manager confirms that what has to be in date is, until a day', async () => {
    const of = { params: { pairId: pair.pairId } };
    const duty = { id: randomUUID(), kindId: 'risk-assessments', title: 'Risk assessments', since: null };
    await pair.tomasz.call('saveDuty', { ...of, request: { ...duty, validUntil: null, ended: false } });
    expect((await pair.priya.call('duties', of)).duties).toMatchObject([{ standing: 'due' }]);
    const confirm = (person: PersonClient, validUntil: string) =>
      person.call('confirmDuty', { ...of, request: { id: duty.id, validUntil } });
    await expect(confirm(pair.tomasz, '2027-06-30')).rejects.toThrow();
    await expect(confirm(pair.priya, '2026-01-01')).rejects.toThrow();
    await confirm(pair.priya, '2027-06-30');
    expect((await pair.tomasz.call('duties', of)).duties).toMatchObject([
      { standing: 'in-date', validUntil: '2027-06-30', confirmedBy: pair.priya.personId },
    ]);
  });

  test('[ESS-7] after closing the employee alone adds key points and actions, hands over, and the manager confirms', async () => {
    await say(pair.priya, pair.meetingId, 'Said together');
    await close(pair);
    expect(await writing(pair.tomasz)).toMatchObject({ state: 'being-written', mayWrite: true, mayShare: true });
    expect(await writing(pair.priya)).toMatchObject({ mayWrite: false, mayShare: false, mayConfirm: false });
    const request = { id: randomUUID(), text: 'Mine', itemId: null, topicId: null, mark: null };
    expect((await pair.priya.refused('addPoint', { params: params(), request })).code).toBe('not-the-writer');
    expect((await pair.priya.refused('confirmRecord', { params: params() })).code).toBe('record-being-written');
    expect((await pair.priya.refused('shareRecord', { params: params() })).code).toBe('not-the-writer');
    expect(await waitingFor(pair.tomasz)).toEqual(['write-up']);
    expect(await waitingFor(pair.priya)).toEqual([]);
    const pointId = await say(pair.tomasz, pair.meetingId, 'What I take from it', { sectionId: 'key-points' });
    const action = { id: randomUUID(), text: 'Send the plan', ownerId: pair.tomasz.personId, dueOn: null };
    await pair.tomasz.call('addAction', { params: params(), request: { ...action, itemId: null, topicId: null } });
    await pair.tomasz.call('shareRecord', { params: params() });
    await pair.tomasz.call('shareRecord', { params: params() });
    expect(await writing(pair.priya)).toMatchObject({ state: 'shared', mayConfirm: true });
    expect((await pair.tomasz.refused('confirmRecord', { params: params() })).code).toBe('not-the-writer');
    await pair.tomasz.call('changePoint', { params: { pointId }, request: { text: 'What I take along' } });
    expect(await waitingFor(pair.tomasz)).toEqual([]);
    expect(await waitingFor(pair.priya)).toEqual(['confirm']);
    const early = await signing(pair.tomasz);
    expect(early.beingWritten).toBe(true);
    expect((await pair.tomasz.refused('signRecord', early.call)).code).toBe('record-being-written');
    await pair.priya.call('confirmRecord', { params: params() });
    const { seq } = await pair.priya.call('confirmRecord', { params: params() });
    expect((await pair.tomasz.call('form', { params: params() })).seq).toBe(seq);
    expect(await writing(pair.tomasz)).toMatchObject({
      state: 'confirmed',
      mayWrite: false,
      confirmed: { by: pair.priya.personId },
    });
    expect((await pair.tomasz.refused('changePoint', { params: { pointId }, request: { text: 'Late' } })).code).toBe(
      'record-confirmed',
    );
    const form = under6(await pair.priya.call('form', { params: params() }));
    expect(form).toMatchObject({ 'key-points': ['What I take along'], actions: ['Send the plan'] });
    const { nextMeeting } = await pair.priya.call('meeting', { params: params() });
    const next = await pair.priya.call('meeting', { params: { meetingId: nextMeeting?.id ?? '' } });
    expect(next.lastActions.map(({ text }) => text)).toContain('Send the plan');
  });

  test('[ESS-7] once it is confirmed it waits for signatures, and both sign', async () => {
    expect(await waitingFor(pair.priya)).toEqual(['sign']);
    expect(await waitingFor(pair.tomasz)).toEqual(['sign']);
    for (const person of [pair.tomasz, pair.priya]) {
      const { beingWritten, call } = await signing(person);
      expect(beingWritten).toBe(false);
      await person.call('signRecord', call);
      expect(await waitingFor(person)).toEqual([]);
    }
    expect(await pair.priya.call('signOff', { params: params() })).toMatchObject({ settled: true });
  });
});
