import type { DevelopmentRule } from '../policy/person-rules.ts';
import { Refusal } from '../refusal.ts';
import type { Instant, LocalDate } from '../time-types.ts';

/** Something an employee wants or needs to learn: by which way, and for which objective where it is tied to one (FORM-9). */
export interface DevelopmentNeed {
  readonly id: string;
  readonly pairId: string;
  readonly text: string;
  /** One of the policy's ways; null: not settled yet. */
  readonly wayId: string | null;
  readonly objectiveId: string | null;
  readonly addedBy: string;
  readonly createdAt: Instant;
  /** Null: still wanted. */
  readonly metOn: LocalDate | null;
}

/**
 * A need as it may be kept: it says something, and its way is one of the policy's, or the one it had under an earlier policy.
 * @throws Refusal bad-request
 */
export function checkedNeed(
  need: DevelopmentNeed,
  rule: DevelopmentRule | null,
  known: DevelopmentNeed | null,
): DevelopmentNeed {
  const text = need.text.trim();
  if (text === '') throw new Refusal('bad-request', { field: 'text' });
  const ways = new Set((rule?.ways ?? []).map(({ id }) => id));
  if (need.wayId !== null && !ways.has(need.wayId) && need.wayId !== known?.wayId) {
    throw new Refusal('bad-request', { field: 'wayId' });
  }
  return { ...need, text };
}
