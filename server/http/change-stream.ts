import type { Request, Response } from 'express';
import type { ChangeEvent } from '#contract/changes.ts';
import type { Actor } from '#core/people/person.ts';
import type { ChangeNotice, Store } from '../ports/store.ts';
import { actorOf } from './authenticate.ts';

const heartbeatMilliseconds = 20_000;

interface Listener {
  readonly actor: Actor;
  readonly response: Response;
}

/** Open screens, told that something changed, never what. */
export interface ChangeStream {
  open(request: Request, response: Response): Promise<void>;
  /** That somebody is writing just now: to the other screens of the pair in this process; nothing is kept. */
  sayWriting(tenantId: string, memberIds: readonly string[], event: Extract<ChangeEvent, { kind: 'writing' }>): void;
  close(): void;
}

export function changeStream(store: Store): ChangeStream {
  const listeners = new Set<Listener>();
  const tell = (listener: Listener, event: ChangeEvent): void =>
    void listener.response.write(`${JSON.stringify(event)}\n`);
  const concerned = (tenantId: string, memberIds: readonly string[]): Listener[] =>
    [...listeners].filter(({ actor }) => actor.tenantId === tenantId && memberIds.includes(actor.personId));
  const unsubscribe = store.onChange((notice: ChangeNotice) => {
    for (const listener of concerned(notice.tenantId, notice.memberIds))
      tell(listener, { kind: 'changed', pairId: notice.pairId, seq: notice.seq });
  });
  const heartbeat = setInterval(() => {
    for (const { response } of listeners) response.write('\n');
  }, heartbeatMilliseconds);
  heartbeat.unref();
  return {
    open: async (request, response) => {
      const listener: Listener = { actor: actorOf(response), response };
      response
        .status(200)
        .set({ 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
      response.flushHeaders();
      // Listening begins before the numbers are read, so nothing falls in between.
      listeners.add(listener);
      request.on('close', () => listeners.delete(listener));
      const seqs = await store.asPerson(listener.actor, (tx) => tx.pairs.seqs(listener.actor.personId));
      tell(listener, { kind: 'hello', seqs: { ...seqs } });
    },
    sayWriting: (tenantId, memberIds, event) => {
      for (const listener of concerned(tenantId, memberIds))
        if (listener.actor.personId !== event.personId) tell(listener, event);
    },
    close: () => {
      clearInterval(heartbeat);
      unsubscribe();
      for (const { response } of listeners) response.end();
      listeners.clear();
    },
  };
}
