import type { Actor } from '#core/people/person.ts';
import type { Instant } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';

/**
 * Has everybody in the tenant looked at again because what is asked of them has changed: in the transaction that changes it, from
 * the moment it holds. The worker does it in batches, goes on where it was after a kill, and several processes share the work.
 */
export function reevaluateTenant(tx: Pick<Transaction, 'standings'>, from: Instant): Promise<void> {
  return tx.standings.askRun(from);
}

/** How far looking at everybody again is: counts and moments alone. */
export async function readPolicyProgress(needs: Pick<Needs, 'store' | 'clock'>, actor: Actor) {
  const run = await needs.store.asPerson(actor, (tx) => tx.standings.lastRun(needs.clock.now()));
  return { run: run === null ? null : { ...run } };
}
