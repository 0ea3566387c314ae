import type { QueryClient } from '@tanstack/react-query';
import { changesPath } from '#contract/api.ts';
import { changeEvent, type ChangeEvent } from '#contract/changes.ts';
import type { TokenWish } from '../host/host.ts';
import { refreshEverything, refreshPair, takeMeeting } from './stale.ts';
import { createStore, type Store } from './store.ts';
import { noteWriting } from './writing.ts';

export interface LiveState {
  /** `away`: the last try failed; what is on the screen may be old. */
  readonly state: 'starting' | 'live' | 'away';
  /** When the server was last heard from, in milliseconds since 1970 on this device. */
  readonly heardAt: number | null;
}

/** The open line to the server. */
export interface Live {
  readonly status: Store<LiveState>;
  start(): void;
  stop(): void;
  /** Tries at once instead of waiting. */
  tryNow(): void;
  /** Something else found nobody at the other end: looks whether the line still stands. */
  doubt(): void;
}

interface LiveNeeds {
  readonly getToken: (wish?: TokenWish) => Promise<string>;
  readonly fetch: typeof fetch;
  readonly queryClient: QueryClient;
  /** Called when the line stands again after having been lost. */
  readonly onBack: () => void;
}

const firstWait = 500;
const longestWait = 15_000;
// The server says something every 20 seconds or so; longer silence means a dead line that nobody reported.
const silenceMilliseconds = 50_000;

/** A live stream that stays open once started: what changed elsewhere is read again, and a screen that was away catches up. */
export function createLive({ getToken, fetch, queryClient, onBack }: LiveNeeds): Live {
  const status = createStore<LiveState>({ state: 'starting', heardAt: null });
  let generation = 0;
  let isRunning = false;
  let attempts = 0;
  let current = new AbortController();
  let wake: (() => void) | undefined;

  const tryNow = () => wake?.();
  const doubt = () => {
    if (status.get().state === 'live') current.abort();
  };
  return {
    status,
    tryNow,
    doubt,
    start() {
      if (isRunning) return;
      isRunning = true;
      generation += 1;
      window.addEventListener('online', tryNow);
      window.addEventListener('offline', doubt);
      document.addEventListener('visibilitychange', tryNow);
      void run(generation);
    },
    stop() {
      isRunning = false;
      window.removeEventListener('online', tryNow);
      window.removeEventListener('offline', doubt);
      document.removeEventListener('visibilitychange', tryNow);
      current.abort();
      wake?.();
    },
  };

  async function run(own: number): Promise<void> {
    const isMine = () => isRunning && generation === own;
    let wish: TokenWish = {};
    while (isMine()) {
      const outcome = await listen(wish);
      wish = outcome === 'refused' ? { fresh: true } : {};
      if (!isMine()) return;
      if (outcome === 'ended') attempts = 0;
      else status.set({ ...status.get(), state: 'away' });
      await pause(Math.min(firstWait * 2 ** attempts, longestWait));
      attempts += 1;
    }
  }

  async function listen(wish: TokenWish): Promise<'ended' | 'lost' | 'refused'> {
    current = new AbortController();
    const { signal } = current;
    let heard = false;
    const watchdog = createWatchdog(() => {
      current.abort();
    });
    try {
      const answer = await fetch(changesPath, {
        headers: { authorization: `Bearer ${await getToken(wish)}` },
        signal,
        cache: 'no-store',
      });
      if (answer.status === 401) return 'refused';
      if (!answer.ok || answer.body === null) return 'lost';
      for await (const line of linesOf(answer.body, watchdog.fed)) {
        heard = true;
        take(line);
      }
      return heard ? 'ended' : 'lost';
    } catch {
      return heard ? 'ended' : 'lost';
    } finally {
      watchdog.stop();
    }
  }

  function take(line: string): void {
    const event = readEvent(line);
    const before = status.get().state;
    status.set({ state: 'live', heardAt: Date.now() });
    attempts = 0;
    if (before === 'away') onBack();
    if (event === null) return;
    if (event.kind === 'writing') noteWriting(event.meetingId, event.personId);
    else if (event.kind === 'changed') {
      if (event.meeting !== undefined) takeMeeting(queryClient, event.meeting);
      void refreshPair(queryClient, event.pairId, event.seq);
    } else if (Object.keys(event.seqs).length === 0) void refreshEverything(queryClient);
    else for (const [pairId, seq] of Object.entries(event.seqs)) void refreshPair(queryClient, pairId, seq);
  }

  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function readEvent(line: string): ChangeEvent | null {
  if (line.trim() === '') return null;
  try {
    const parsed = changeEvent.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>, fed: () => void): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    fed();
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

function createWatchdog(onSilence: () => void): { fed: () => void; stop: () => void } {
  let timer = setTimeout(onSilence, silenceMilliseconds);
  return {
    fed() {
      clearTimeout(timer);
      timer = setTimeout(onSilence, silenceMilliseconds);
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
