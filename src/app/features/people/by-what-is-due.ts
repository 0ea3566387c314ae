import type { PairLine } from '#contract/pairs.ts';
import type { FindingState } from '#core/policy/finding.ts';

const ranks: Record<FindingState, number> = { overdue: 0, due: 1, met: 2, 'not-applicable': 3, excused: 4 };

/** Orders people by what is due next: overdue first, then by the day something is due or meant to happen, paused ones last. */
export function byWhatIsDue(pairs: readonly PairLine[]): PairLine[] {
  return [...pairs].sort(
    (a, b) =>
      rank(a) - rank(b) || dayOf(a).localeCompare(dayOf(b)) || a.other.displayName.localeCompare(b.other.displayName),
  );
}

function rank(pair: PairLine): number {
  return pair.cadence === null ? ranks['not-applicable'] : ranks[pair.cadence.state];
}

function dayOf(pair: PairLine): string {
  const days = [pair.cadence?.state === 'met' ? null : (pair.cadence?.dueOn ?? null), pair.next?.start ?? null].filter(
    (day) => day !== null,
  );
  return days.sort()[0] ?? '9999';
}
