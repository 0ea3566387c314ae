import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChangeEvent } from '#contract/changes.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

type Changed = Extract<ChangeEvent, { kind: 'changed' }>;

let started: Started;
let priya: PersonClient;
let tomasz: PersonClient;
let meetingId: string;
let pairId: string;

beforeAll(async () => {
  started = await startDuologue();
  [priya, tomasz] = [await started.as('priya'), await started.as('tomasz')];
  pairId = (await priya.call('home')).people.find(({ other }) => other.id === tomasz.personId)?.pairId ?? '';
  meetingId = (await priya.call('pair', { params: { pairId } })).pair.next?.id ?? '';
  await priya.call('openMeeting', { params: { meetingId } });
});
afterAll(() => started.close());

/** An open stream that has said hello, and its next word of this pair. */
async function listening(person: PersonClient) {
  const stop = new AbortController();
  const stream = person.changes(stop.signal);
  await stream.next();
  const next = async (): Promise<Changed | null> => {
    for (;;) {
      const said = await stream.next();
      if (said.done === true) return null;
      if (said.value.kind === 'changed' && said.value.pairId === pairId) return said.value;
    }
  };
  return {
    next,
    stop: () => {
      stop.abort();
    },
  };
}

function point(text: string) {
  return { params: { meetingId }, request: { id: randomUUID(), text, itemId: null, topicId: null, mark: null } };
}

describe('the live stream', () => {
  test('[C3] brings the meeting a person looks at as it is now, in that person’s own eyes', async () => {
    await priya.call('addJotting', { params: { meetingId }, request: { id: randomUUID(), text: 'Hers alone' } });
    await tomasz.call('addJotting', { params: { meetingId }, request: { id: randomUUID(), text: 'His alone' } });
    await tomasz.call('meeting', { params: { meetingId } });
    const his = await listening(tomasz);
    await priya.call('addPoint', point('Said just now'));
    const event = await his.next();
    const read = await tomasz.call('meeting', { params: { meetingId } });
    expect(event?.meeting).toEqual(read);
    expect(event?.meeting?.points.map(({ text }) => text)).toContain('Said just now');
    const jottings = event?.meeting?.jottings.map(({ text }) => text);
    expect(jottings).toContain('His alone');
    expect(jottings).not.toContain('Hers alone');
    expect(event?.meeting?.supervising).toBe(false);
    his.stop();
  });

  test('tells a person who looks at something else no more than that something changed', async () => {
    const elsewhere = await started.as('priya');
    const kwame = (await elsewhere.call('home')).people.find(({ other }) => other.id === started.idOf('kwame'));
    await elsewhere.call('meeting', { params: { meetingId: kwame?.next?.id ?? '' } });
    const hers = await listening(elsewhere);
    await tomasz.call('addPoint', point('Said meanwhile'));
    expect(await hers.next()).toEqual({ kind: 'changed', pairId, seq: expect.any(Number) as number });
    hers.stop();
  });

  test('brings the last of several changes at once, whatever was on its way', async () => {
    await tomasz.call('meeting', { params: { meetingId } });
    const his = await listening(tomasz);
    const texts = Array.from({ length: 12 }, (_, index) => `Quick one ${index}`);
    await Promise.all(texts.map((text) => priya.call('addPoint', point(text))));
    let seen: readonly string[] = [];
    while (!texts.every((text) => seen.includes(text))) {
      seen = (await his.next())?.meeting?.points.map(({ text }) => text) ?? seen;
    }
    his.stop();
  });

  test('ends with the token it was opened with', async () => {
    const his = await listening(tomasz);
    started.clock.forward(24 * 60);
    await priya.call('addPoint', point('Said the day after'));
    expect(await his.next()).toBeNull();
    his.stop();
  });
});
