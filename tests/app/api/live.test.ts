import { QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openConnection } from '../../../src/app/api/open-connection.ts';
import type { Connection } from '../../../src/app/api/connection.ts';
import { answering, giving, silence, type Answering } from '../support/answering.ts';
import { meetingView, point } from '../support/meeting-view.ts';
import { home, idOf, pair } from '../support/views.ts';

interface Line {
  say(event: unknown): void;
  end(): void;
  /** As when the caller gives up, or the network goes. */
  readonly cut: () => void;
  readonly answer: Response;
}

function openLine(): Line {
  const encoder = new TextEncoder();
  let control: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      control = controller;
    },
  });
  return {
    say: (event) => control?.enqueue(encoder.encode(`${JSON.stringify(event)}\n`)),
    end: () => control?.close(),
    cut: () => control?.error(new DOMException('cut', 'AbortError')),
    answer: new Response(body),
  };
}

let connection: Connection | undefined;

afterEach(() => {
  connection?.live.stop();
  connection?.queryClient.clear();
});

/** A screen that shows home, the live line open. */
function watchHome(server: Answering): Connection {
  connection = openConnection(() => Promise.resolve('token'), server.fetch);
  const { callApi, queryClient } = connection;
  new QueryObserver(queryClient, { queryKey: ['home'], queryFn: () => callApi('home', {}) }).subscribe(() => undefined);
  connection.live.start();
  return connection;
}

function serverAt(seq: { now: number }, lines: Line[]): Answering {
  return answering({
    home: () => giving(home({ people: [pair({ seq: seq.now })] })),
    changes: ({ signal }) => {
      const line = openLine();
      lines.push(line);
      signal?.addEventListener('abort', line.cut);
      return line.answer;
    },
  });
}

describe('the live line', () => {
  test('what changed elsewhere is read again, once', async () => {
    const seq = { now: 1 };
    const lines: Line[] = [];
    const server = serverAt(seq, lines);
    const { live } = watchHome(server);
    await vi.waitFor(() => {
      expect(lines).toHaveLength(1);
      expect(server.callsOf('home')).toHaveLength(1);
    });
    lines[0]?.say({ kind: 'hello', seqs: { [idOf(1)]: 1 } });
    await vi.waitFor(() => {
      expect(live.status.get().state).toBe('live');
    });
    seq.now = 2;
    lines[0]?.say({ kind: 'changed', pairId: idOf(1), seq: 2 });
    lines[0]?.say({ kind: 'changed', pairId: idOf(1), seq: 2 });
    await vi.waitFor(() => {
      expect(connection?.queryClient.getQueryData(['home'])).toMatchObject({ people: [{ seq: 2 }] });
    });
    expect(server.callsOf('home')).toHaveLength(2);
  });

  test('a change that overtakes a read on its way is not missed', async () => {
    const lines: Line[] = [];
    const server = serverAt({ now: 1 }, lines);
    let answerHome: (response: Response) => void = () => undefined;
    server.answers.home = () =>
      new Promise((resolve) => {
        answerHome = resolve;
      });
    watchHome(server);
    await vi.waitFor(() => {
      expect(lines).toHaveLength(1);
      expect(server.callsOf('home')).toHaveLength(1);
    });
    lines[0]?.say({ kind: 'changed', pairId: idOf(1), seq: 2 });
    await vi.waitFor(() => {
      expect(connection?.live.status.get().state).toBe('live');
    });
    const late = answerHome;
    server.answers.home = () => giving(home({ people: [pair({ seq: 2 })] }));
    late(giving(home({ people: [pair({ seq: 1 })] })));
    await vi.waitFor(() => {
      expect(connection?.queryClient.getQueryData(['home'])).toMatchObject({ people: [{ seq: 2 }] });
    });
  });

  test('a call nobody answers makes the screen look whether the line still stands', async () => {
    const lines: Line[] = [];
    const server = serverAt({ now: 1 }, lines);
    const { live, callApi } = watchHome(server);
    await vi.waitFor(() => {
      expect(lines).toHaveLength(1);
    });
    lines[0]?.say({ kind: 'hello', seqs: { [idOf(1)]: 1 } });
    await vi.waitFor(() => {
      expect(live.status.get().state).toBe('live');
    });
    server.answers.changes = silence;
    server.answers.policy = silence;
    await expect(callApi('policy', {})).rejects.toThrow();
    await vi.waitFor(() => {
      expect(live.status.get().state).toBe('away');
    });
  });

  test('[C3] a meeting that comes along is shown without being asked for; an older one changes nothing', async () => {
    const lines: Line[] = [];
    const server = serverAt({ now: 1 }, lines);
    const first = meetingView({ seq: 4 });
    server.answers.meeting = () => giving(first);
    const { callApi, queryClient } = watchHome(server);
    const key = ['meeting', first.meeting.id];
    const params = { meetingId: first.meeting.id };
    new QueryObserver(queryClient, { queryKey: key, queryFn: () => callApi('meeting', { params }) }).subscribe(
      () => undefined,
    );
    await vi.waitFor(() => {
      expect(queryClient.getQueryData(key)).toMatchObject({ seq: 4 });
      expect(lines).toHaveLength(1);
    });
    const { pairId } = first.meeting;
    lines[0]?.say({ kind: 'changed', pairId, seq: 5, meeting: meetingView({ seq: 5, points: [point()] }) });
    await vi.waitFor(() => {
      expect(queryClient.getQueryData(key)).toMatchObject({ seq: 5, points: [point()] });
    });
    lines[0]?.say({ kind: 'changed', pairId, seq: 4, meeting: meetingView({ seq: 4 }) });
    lines[0]?.say({ kind: 'writing', pairId, meetingId: first.meeting.id, personId: idOf(2) });
    await vi.waitFor(() => {
      expect(queryClient.getQueryData(key)).toMatchObject({ seq: 5, points: [point()] });
    });
    expect(server.callsOf('meeting')).toHaveLength(1);
  });

  test('a screen that was away says so, and catches up from the numbers when it is back', async () => {
    const seq = { now: 1 };
    const lines: Line[] = [];
    const server = serverAt(seq, lines);
    const { live } = watchHome(server);
    await vi.waitFor(() => {
      expect(lines).toHaveLength(1);
    });
    lines[0]?.say({ kind: 'hello', seqs: { [idOf(1)]: 1 } });
    const { changes } = server.answers;
    server.answers.changes = silence;
    lines[0]?.end();
    await vi.waitFor(
      () => {
        expect(live.status.get().state).toBe('away');
      },
      { timeout: 5000 },
    );
    seq.now = 5;
    if (changes !== undefined) server.answers.changes = changes;
    live.tryNow();
    await vi.waitFor(() => {
      expect(lines).toHaveLength(2);
    });
    lines[1]?.say({ kind: 'hello', seqs: { [idOf(1)]: 5 } });
    await vi.waitFor(() => {
      expect(live.status.get().state).toBe('live');
      expect(connection?.queryClient.getQueryData(['home'])).toMatchObject({ people: [{ seq: 5 }] });
    });
  });
});
