import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '#tests/support/eventually.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

let started: Started;
let priya: PersonClient;
let tomasz: PersonClient;
const params = { meetingId: '' };

/** Holds the pair's next meeting: one line said, one action agreed, closed. */
async function hold(): Promise<string> {
  const line = (await priya.call('home')).people.find((one) => one.other.id === tomasz.personId);
  const meetingId = line?.next?.id ?? '';
  await tomasz.call('openMeeting', { params: { meetingId } });
  const about = { itemId: null, topicId: null };
  const point = { id: randomUUID(), text: 'Six flats still need a date.', mark: null, ...about };
  await tomasz.call('addPoint', { params: { meetingId }, request: point });
  const action = { id: randomUUID(), text: 'Ring the contractor', ownerId: tomasz.personId, dueOn: null, ...about };
  await priya.call('addAction', { params: { meetingId }, request: action });
  const { seq } = await priya.call('meeting', { params: { meetingId } });
  await priya.call('closeMeeting', { params: { meetingId }, request: { seq } });
  return meetingId;
}

const statesOf = async (person: PersonClient) =>
  (await person.call('signOff', { params })).signers.map(({ person: one, state }) => [one.givenName, state]);

async function waitingFor(person: PersonClient): Promise<string[]> {
  return (await person.call('home')).toSign
    .filter(({ meetingId }) => meetingId === params.meetingId)
    .map(({ clause }) => clause);
}

/** The college's policy, and the actions by mail beside it. */
function policyWithMail(): string {
  const pack = JSON.parse(readFileSync('policies/form.json', 'utf8')) as { rules: object[] };
  pack.rules.push({ kind: 'summary-mail', id: 'by-mail', clause: 'FORM-2' });
  const file = join(mkdtempSync(join(tmpdir(), 'duologue-policy-')), 'form.json');
  writeFileSync(file, JSON.stringify(pack));
  return file;
}

beforeAll(async () => {
  started = await startDuologue({ policy: policyWithMail() });
  [priya, tomasz] = [await started.as('priya'), await started.as('tomasz')];
  params.meetingId = await hold();
});
afterAll(() => started.close());

describe('the record of a closed meeting', () => {
  let read = '';

  test('[FORM-6] [OD3a-13] waits for both signatures, at home too, and is not sealed yet', async () => {
    const signOff = await tomasz.call('signOff', { params });
    expect(signOff).toMatchObject({
      clause: 'FORM-6',
      policy: { id: 'form', version: '1' },
      myTurn: true,
      reminded: false,
      settled: false,
      seal: null,
      addenda: [],
    });
    expect(await statesOf(priya)).toEqual([
      ['Tomasz', 'waiting'],
      ['Priya', 'waiting'],
    ]);
    expect([await waitingFor(priya), await waitingFor(tomasz)]).toEqual([['FORM-6'], ['FORM-6']]);
    expect((await priya.call('checkRecord', { params })).sealed).toBe(false);
    read = signOff.contentHash;
  });

  test('[OUT-4] sends its actions by mail without waiting for any signature', async () => {
    await eventually(async () => {
      const { deliveries } = await priya.call('meeting', { params });
      return deliveries.find(({ kind }) => kind === 'send-summary')?.state === 'done';
    });
    const inbox = await tomasz.graph("/me/mailFolders/inbox/messages?$filter=startswith(subject,'Our one-to-one')");
    const [mail] = inbox['value'] as { body: { content: string } }[];
    expect(mail?.body.content).toContain('Ring the contractor');
    expect(await statesOf(tomasz)).toEqual([
      ['Tomasz', 'waiting'],
      ['Priya', 'waiting'],
    ]);
  });

  test('is signed by nobody who has read something else', async () => {
    const request = { contentHash: '0'.repeat(64), words: null };
    expect((await tomasz.refused('signRecord', { params, request })).code).toBe('record-changed');
    expect(await waitingFor(tomasz)).toEqual(['FORM-6']);
  });

  test('[FORM-6] is signed by one, once, however often it is sent, and is sealed with that', async () => {
    started.clock.forward(5);
    const request = { contentHash: read, words: null };
    const { seq } = await priya.call('signRecord', { params, request });
    expect(await priya.call('signRecord', { params, request })).toEqual({ seq });
    expect((await priya.refused('signRecord', { params, request: { ...request, words: 'Or rather' } })).code).toBe(
      'signed-already',
    );
    const signOff = await tomasz.call('signOff', { params });
    expect(signOff).toMatchObject({ contentHash: read, seal: { number: 1 }, myTurn: true, settled: false });
    expect([await waitingFor(priya), await waitingFor(tomasz)]).toEqual([[], ['FORM-6']]);
  });

  test('[OD3a-13] takes the other’s different view in their own words, and then nobody is waited for', async () => {
    const words = 'Not every case: two of them have a date. <b>&';
    await tomasz.call('signRecord', { params, request: { contentHash: read, words } });
    const signOff = await priya.call('signOff', { params });
    expect(signOff).toMatchObject({ settled: true, myTurn: false });
    expect(signOff.signers.find(({ party }) => party === 'employee')).toMatchObject({ state: 'different-view', words });
    expect(await waitingFor(tomasz)).toEqual([]);
  });

  test('[OD3a-13] keeps what is added later beside it, whoever adds it, and stays what was signed when its actions move on', async () => {
    const id = randomUUID();
    const request = { id, text: 'We looked again: three have a date.' };
    await priya.call('addAddendum', { params, request });
    await priya.call('addAddendum', { params, request });
    await tomasz.call('addAddendum', { params, request: { id: randomUUID(), text: 'Agreed.' } });
    const { newActions } = await tomasz.call('meeting', { params });
    const actionId = newActions[0]?.id ?? '';
    await tomasz.call('changeAction', { params: { actionId }, request: { meetingId: null, step: { kind: 'done' } } });
    const { addenda, contentHash } = await tomasz.call('signOff', { params });
    expect(addenda.map(({ authorId, text }) => [authorId, text])).toEqual([
      [priya.personId, 'We looked again: three have a date.'],
      [tomasz.personId, 'Agreed.'],
    ]);
    expect(contentHash).toBe(read);
    for (const person of [priya, tomasz])
      expect(await person.call('checkRecord', { params })).toEqual({
        sealed: true,
        intact: true,
        altered: [],
        contentHash: read,
      });
  });

  test('[FORM-2] [OD3a-13] both have the same copy of it, for Word and as PDF, and nobody else has any', async () => {
    for (const format of ['docx', 'pdf'] as const) {
      const [hers, his] = await Promise.all(
        [priya, tomasz].map((person) => person.call('recordDocument', { params, request: { format } })),
      );
      expect(hers).toEqual(his);
      const begins = Buffer.from(hers?.base64 ?? '', 'base64').toString('latin1', 0, 4);
      expect([hers?.name.endsWith(format), begins]).toEqual([true, format === 'pdf' ? '%PDF' : 'PK\u0003\u0004']);
    }
    const kwame = await started.as('kwame');
    expect((await kwame.refused('recordDocument', { params, request: { format: 'pdf' } })).code).toBe('not-found');
  });

  test('is neither read as one, signed nor checked while it is still written', async () => {
    const next = (
      await priya.call('pair', { params: { pairId: (await priya.call('meeting', { params })).meeting.pairId } })
    ).pair.next;
    const open = { meetingId: next?.id ?? '' };
    expect((await priya.refused('signOff', { params: open })).code).toBe('meeting-not-closed');
    const request = { contentHash: createHash('sha256').update('').digest('hex'), words: null };
    expect((await priya.refused('signRecord', { params: open, request })).code).toBe('meeting-not-closed');
    expect((await priya.refused('checkRecord', { params: open })).code).toBe('meeting-not-closed');
  });

  test('[FORM-6] the next one is chained to it, reminds after its days, and stands unsigned when they have passed', async () => {
    started.clock.forward(60 * 24 * 7);
    params.meetingId = await hold();
    started.clock.forward(60 * 24 * 7);
    const home = await tomasz.call('home');
    expect(home.toSign.find(({ meetingId }) => meetingId === params.meetingId)).toMatchObject({ reminded: true });
    started.clock.forward(60 * 24 * 21);
    expect(await statesOf(tomasz)).toEqual([
      ['Tomasz', 'lapsed'],
      ['Priya', 'lapsed'],
    ]);
    const { seal, settled, contentHash } = await tomasz.call('signOff', { params });
    expect([seal?.number, settled]).toEqual([2, true]);
    expect(await waitingFor(tomasz)).toEqual([]);
    expect((await tomasz.refused('signRecord', { params, request: { contentHash, words: null } })).code).toBe(
      'signing-lapsed',
    );
    expect(await tomasz.call('checkRecord', { params })).toMatchObject({ sealed: true, intact: true });
  });
});
