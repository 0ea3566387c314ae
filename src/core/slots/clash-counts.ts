import type { Clash, ClashKind } from './slot.ts';

/** How many meetings one reason keeps from being held where the rule puts them. */
export interface ClashCount {
  readonly kind: ClashKind;
  /** What stands in the calendar, where that may be known; null for days nobody works, whatever they are called. */
  readonly label: string | null;
  readonly count: number;
}

/** Why meetings of a recurring time clash, each counted once by its weightiest reason; most frequent first. */
export function clashCounts(occurrences: readonly { readonly clashes: readonly Clash[] }[]): ClashCount[] {
  const counts = new Map<string, ClashCount>();
  for (const { clashes } of occurrences) {
    const [first] = clashes;
    if (first === undefined) continue;
    const { kind } = first;
    const label = kind === 'holiday' || first.label === '' ? null : first.label;
    const key = `${kind} ${label ?? ''}`;
    counts.set(key, { kind, label, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((one, other) => other.count - one.count);
}
