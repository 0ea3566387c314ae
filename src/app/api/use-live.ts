import { useConnection } from './connection.ts';
import type { LiveState } from './live.ts';
import { useStore } from './store.ts';

/** How the line to the server stands. */
export function useLive(): LiveState & { tryNow: () => void } {
  const { live, outbox } = useConnection();
  const tryNow = () => {
    live.tryNow();
    outbox.tryNow();
  };
  return { ...useStore(live.status), tryNow };
}
