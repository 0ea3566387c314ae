import { useCallback } from 'react';
import type { RouteName } from '#contract/api.ts';
import type { CallOptions } from './call-api.ts';
import { useConnection } from './connection.ts';
import type { Unsent } from './outbox.ts';
import { useStore } from './store.ts';

/**
 * Sends what a person wrote through the outbox: kept until the server has it, in order within `lane` (a meeting's id), and never
 * lost with the connection. Resolves once the server has it and the screen has read it back; rejects when the server said no, and
 * then it stays in the outbox until sent again or discarded.
 */
export function useSend(
  lane: string,
  pairId: string | null,
): <Name extends RouteName>(name: Name, id: string, options: CallOptions<Name>) => Promise<unknown> {
  const { outbox } = useConnection();
  return useCallback((name, id, options) => outbox.send({ id, lane, pairId }, name, options), [outbox, lane, pairId]);
}

/** What waits in a lane to be sent or read back, oldest first. */
export function useUnsent(lane: string): readonly Unsent[] {
  const { outbox } = useConnection();
  return useStore(outbox.entries).filter((entry) => entry.lane === lane);
}

/** How much of what was written the server does not have yet. */
export function useUnsentCount(): number {
  const { outbox } = useConnection();
  return useStore(outbox.entries).filter((entry) => entry.state !== 'sent').length;
}
