import type { Actor } from '#core/people/person.ts';
import type { Needs } from './needs.ts';

/** How far looking at everybody again is, after what is asked of them has changed: counts and moments alone. */
export async function readPolicyProgress(needs: Pick<Needs, 'store' | 'clock'>, actor: Actor) {
  const run = await needs.store.asPerson(actor, (tx) => tx.standings.lastRun(needs.clock.now()));
  return { run: run === null ? null : { ...run } };
}
