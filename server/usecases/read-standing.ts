import type { Finding } from '#core/policy/finding.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Instant } from '#core/time-types.ts';
import { findingsNow, remakeStandings } from '../effects/keep-standing.ts';
import type { PackFor } from '../ports/policies.ts';
import type { Transaction } from '../ports/store.ts';

/** How pairs stand now, by pair. One that was never looked at is looked at, and kept. */
export async function findingsOfPairs(
  tx: Transaction,
  pairs: readonly Pick<Pair, 'id'>[],
  packFor: PackFor,
  now: Instant,
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const pairIds = pairs.map(({ id }) => id);
  const kept = await tx.standings.ofPairs(pairIds);
  const known = new Set(kept.map(({ pairId }) => pairId));
  const unknown = pairIds.filter((id) => !known.has(id));
  const made = await remakeStandings(tx, unknown, packFor, now);
  const findings = await Promise.all(
    [...kept, ...made].map(async (standing) => [standing.pairId, await findingsNow(standing, packFor, now)] as const),
  );
  return new Map(findings);
}
