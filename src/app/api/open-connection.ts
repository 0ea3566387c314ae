import type { RouteName } from '#contract/api.ts';
import type { TokenWish } from '../host/host.ts';
import { Offline } from './api-error.ts';
import { createCallApi, type CallApi } from './call-api.ts';
import type { Connection } from './connection.ts';
import { createLive } from './live.ts';
import { createOutbox } from './outbox.ts';
import { createQueryClient, refreshEverything, refreshPair } from './stale.ts';

/** What changes for the writer alone: a jotting raises no number, or the other would see that there is one. */
const onlyMine: ReadonlySet<RouteName> = new Set<RouteName>(['addJotting', 'changeJotting', 'removeJotting']);

/** Opens the line to the server: calls, what is kept of the answers, what waits to be sent, and the live stream, not started yet. */
export function openConnection(
  getToken: (wish?: TokenWish) => Promise<string>,
  fetchWith: typeof fetch = fetch.bind(window),
): Connection {
  const call = createCallApi({ getToken, fetch: fetchWith });
  const callApi: CallApi = async (name, options) => {
    try {
      return await call(name, options);
    } catch (error) {
      if (error instanceof Offline) live.doubt();
      throw error;
    }
  };
  const queryClient = createQueryClient();
  const outbox = createOutbox(callApi, (entry, answer) => {
    const seq = seqOf(answer);
    return entry.pairId === null || seq === null || onlyMine.has(entry.name)
      ? refreshEverything(queryClient)
      : refreshPair(queryClient, entry.pairId, seq);
  });
  const live = createLive({
    getToken,
    fetch: fetchWith,
    queryClient,
    onBack() {
      outbox.tryNow();
      void refreshEverything(queryClient);
    },
  });
  return { callApi, queryClient, outbox, live };
}

function seqOf(answer: unknown): number | null {
  return typeof answer === 'object' && answer !== null && 'seq' in answer && typeof answer.seq === 'number'
    ? answer.seq
    : null;
}
