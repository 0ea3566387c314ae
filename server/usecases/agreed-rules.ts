import { inForceAt } from '#core/agreement/agreement-life.ts';
import { withAgreement } from '#core/agreement/what-it-drives.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { PolicyRule } from '#core/policy/rules.ts';
import type { Transaction } from '../ports/store.ts';

/**
 * A meeting's rules with what its two agreed put in: who takes the notes, and whether they are signed (OD3a-10). A closed meeting
 * keeps to what held when it closed.
 */
export async function agreedRules(
  tx: Transaction,
  rules: readonly PolicyRule[],
  meeting: Pick<Meeting, 'pairId' | 'start' | 'closedAt'>,
): Promise<readonly PolicyRule[]> {
  const [versions, meetings] = await Promise.all([
    tx.agreements.ofPairs([meeting.pairId]),
    tx.meetings.ofPair(meeting.pairId),
  ]);
  const terms = inForceAt(versions, meeting.closedAt)?.terms ?? null;
  const before = meetings.filter(({ state, start }) => state === 'closed' && start < meeting.start);
  return withAgreement(rules, terms, before.length);
}
