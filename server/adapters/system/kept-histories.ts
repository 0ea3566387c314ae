import type { PolicyHistory, PolicyShelf } from '#server/ports/policies.ts';
import type { Logger } from '#server/ports/system.ts';

/** What each tenant's policies are made of, in memory. */
export interface KeptHistories {
  of(tenantId: string): Promise<PolicyHistory>;
  /** Reads them anew. */
  renew(tenantId: string): Promise<PolicyHistory>;
  readonly close: () => void;
}

/**
 * Reads each tenant's policies once, and again whenever some process changed them. Meanwhile it is answered from what was known, so
 * that nobody who is within a transaction waits for another one.
 */
export function keptHistories(shelf: PolicyShelf, log: Logger): KeptHistories {
  const known = new Map<string, PolicyHistory>();
  const reading = new Map<string, Promise<PolicyHistory>>();

  async function read(tenantId: string): Promise<PolicyHistory> {
    const history = await shelf.read(tenantId);
    // Two readings may overtake one another: an older one never replaces a newer.
    const current = known.get(tenantId);
    if (current === undefined || current.revision <= history.revision) known.set(tenantId, history);
    return known.get(tenantId) ?? history;
  }

  function renew(tenantId: string): Promise<PolicyHistory> {
    const fresh = read(tenantId);
    reading.set(tenantId, fresh);
    const done = (): void => {
      if (reading.get(tenantId) === fresh) reading.delete(tenantId);
    };
    fresh.then(done, done);
    return fresh;
  }

  const close = shelf.onChange((changed) => {
    for (const tenantId of changed === null ? [...known.keys()] : [changed]) {
      renew(tenantId).catch((cause: unknown) => {
        // Answering from what is out of date would be worse than asking again, and being told.
        known.delete(tenantId);
        log.error('policies-not-renewed', {}, cause);
      });
    }
  });

  return {
    of: async (tenantId) => known.get(tenantId) ?? (await (reading.get(tenantId) ?? renew(tenantId))),
    renew,
    close,
  };
}
