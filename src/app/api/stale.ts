import { QueryCache, QueryClient, type Query } from '@tanstack/react-query';
import type { MeetingResponse } from '#contract/meetings.ts';
import type { HomeResponse, PairLine, PairResponse } from '#contract/pairs.ts';
import { Offline } from './api-error.ts';

const tries = 3;
/** What answers with the pair and its sequence number beside what it shows of it. */
const numbered = new Set(['agreement', 'objectives', 'form', 'duties', 'signOff', 'outlookNews', 'rescheduling']);
const kindsOfPair = new Set(['betterTimes', 'home', 'homeNews', 'pair', 'meeting', 'findMeeting', ...numbered]);

/**
 * The store of what the server answered. The live stream says what is out of date, so nothing grows stale by age alone.
 * An answer that was on its way while something changed is behind when it lands, and is read once more.
 */
export function createQueryClient(): QueryClient {
  const chased = new Map<string, number>();
  const cache = new QueryCache({
    onSuccess(data, query) {
      for (const [pairId, seq] of knownSeqs(client)) {
        const chase = `${query.queryHash} ${pairId}`;
        if ((chased.get(chase) ?? -1) >= seq || !isBehind(String(query.queryKey[0]), data, pairId, seq)) continue;
        chased.set(chase, seq);
        void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
      }
    },
  });
  const client: QueryClient = new QueryClient({
    queryCache: cache,
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        networkMode: 'always',
        retry: (count, error) => error instanceof Offline && count < tries,
        retryDelay: (count) => Math.min(1000 * 2 ** count, 8000),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
}

/**
 * Reads again what shows a pair and is behind `seq`, the number of its last change. A read already on its way is left to land:
 * should it be behind too, it is read once more.
 */
export async function refreshPair(client: QueryClient, pairId: string, seq: number): Promise<void> {
  const seqs = knownSeqs(client);
  seqs.set(pairId, Math.max(seq, seqs.get(pairId) ?? 0));
  const filter = { predicate: ({ queryKey, state }: Query) => isBehind(String(queryKey[0]), state.data, pairId, seq) };
  await client.invalidateQueries(filter, { cancelRefetch: false });
}

/** Takes a meeting as the live stream brought it, where a screen shows it and knows nothing newer. */
export function takeMeeting(client: QueryClient, meeting: MeetingResponse): void {
  client.setQueryData<MeetingResponse>(['meeting', meeting.meeting.id], (shown) =>
    shown === undefined || shown.seq >= meeting.seq ? undefined : meeting,
  );
}

/** Reads again all that changes with any pair. */
export async function refreshEverything(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ predicate: ({ queryKey }) => kindsOfPair.has(String(queryKey[0])) });
}

const known = new WeakMap<QueryClient, Map<string, number>>();

function knownSeqs(client: QueryClient): Map<string, number> {
  const seqs = known.get(client) ?? new Map<string, number>();
  known.set(client, seqs);
  return seqs;
}

function isBehind(kind: string, data: unknown, pairId: string, seq: number): boolean {
  if (data === undefined || data === null) return false;
  if (kind === 'home') return homeIsBehind(data as HomeResponse, pairId, seq);
  if (kind === 'pair') {
    const line = (data as PairResponse).pair;
    return line.pairId === pairId && line.seq < seq;
  }
  if (kind === 'meeting') {
    const answer = data as MeetingResponse;
    return answer.meeting.pairId === pairId && answer.seq < seq;
  }
  if (numbered.has(kind)) {
    const answer = data as { pairId: string; seq: number };
    return answer.pairId === pairId && answer.seq < seq;
  }
  if (kind === 'homeNews') return ((data as { seqs: Record<string, number> }).seqs[pairId] ?? 0) < seq;
  return kind === 'findMeeting' && (data as { meetingId: string | null }).meetingId === null;
}

function homeIsBehind(home: HomeResponse, pairId: string, seq: number): boolean {
  const line: PairLine | undefined = [...home.people, ...home.mine].find((one) => one.pairId === pairId);
  return line === undefined || line.seq < seq;
}
