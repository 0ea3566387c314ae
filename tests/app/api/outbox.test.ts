import { describe, expect, test, vi } from 'vitest';
import { createCallApi } from '../../../src/app/api/call-api.ts';
import { createOutbox, type Outbox } from '../../../src/app/api/outbox.ts';
import { answering, giving, refusing, silence, type Answering } from '../support/answering.ts';
import { idOf } from '../support/views.ts';

const lane = idOf(500);
const params = { meetingId: lane };

function outboxFor(server: Answering): Outbox {
  const callApi = createCallApi({ fetch: server.fetch, getToken: () => Promise.resolve('token') });
  return createOutbox(callApi, () => Promise.resolve());
}

function addPoint(outbox: Outbox, number: number, text: string): Promise<unknown> {
  const id = idOf(number);
  return outbox.send({ id, lane, pairId: idOf(1) }, 'addPoint', {
    params,
    request: { id, text, itemId: null, topicId: null, mark: null },
  });
}

function textsOf(server: Answering): string[] {
  return server.callsOf('addPoint').map((call) => (call.body as { text: string }).text);
}

describe('what was written and not yet sent', () => {
  test('is kept while nobody answers, and goes in order with the same ids when somebody does', async () => {
    const server = answering({ addPoint: silence });
    const outbox = outboxFor(server);
    const first = addPoint(outbox, 1, 'Two flats wait for a gas check');
    const second = addPoint(outbox, 2, 'Hallam can do both on Monday');
    await vi.waitFor(() => {
      expect(outbox.entries.get().map((entry) => entry.state)).toEqual(['waiting', 'waiting']);
    });
    server.answers.addPoint = () => giving({ seq: 9 });
    outbox.tryNow();
    await Promise.all([first, second]);
    expect(textsOf(server)).toEqual([
      'Two flats wait for a gas check',
      'Two flats wait for a gas check',
      'Hallam can do both on Monday',
    ]);
    expect(server.callsOf('addPoint').map((call) => (call.body as { id: string }).id)).toEqual([
      idOf(1),
      idOf(1),
      idOf(2),
    ]);
    expect(outbox.entries.get()).toEqual([]);
  });

  test('goes again by itself after a while', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const server = answering({ addPoint: silence });
      const outbox = outboxFor(server);
      const sent = addPoint(outbox, 1, 'Kept');
      await vi.waitFor(() => {
        expect(outbox.entries.get()[0]?.state).toBe('waiting');
      });
      server.answers.addPoint = () => giving({ seq: 9 });
      await vi.advanceTimersByTimeAsync(1000);
      await expect(sent).resolves.toEqual({ seq: 9 });
    } finally {
      vi.useRealTimers();
    }
  });

  test('stays with its text when the server says no, and what follows still goes', async () => {
    const server = answering({
      addPoint: (call) =>
        (call.body as { text: string }).text === 'Too late' ? refusing('meeting-closed', 409) : giving({ seq: 9 }),
    });
    const outbox = outboxFor(server);
    const refused = addPoint(outbox, 1, 'Too late');
    const sent = addPoint(outbox, 2, 'In time');
    await expect(refused).rejects.toMatchObject({ code: 'meeting-closed' });
    await sent;
    expect(outbox.entries.get()).toMatchObject([{ id: idOf(1), state: 'refused', request: { text: 'Too late' } }]);
    outbox.discard(idOf(1));
    expect(outbox.entries.get()).toEqual([]);
  });

  test('one that was refused goes again when asked', async () => {
    const server = answering({ addPoint: () => refusing('not-signed-in', 401) });
    const outbox = outboxFor(server);
    await expect(addPoint(outbox, 1, 'Kept')).rejects.toMatchObject({ code: 'not-signed-in' });
    server.answers.addPoint = () => giving({ seq: 9 });
    outbox.again(idOf(1));
    await vi.waitFor(() => {
      expect(outbox.entries.get()).toEqual([]);
    });
  });
});
