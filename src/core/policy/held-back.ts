/** Groups of fewer people than this are not counted for anybody to see. */
export const smallestGroup = 5;

/**
 * Counts of groups that share nobody, with those of small groups held back as null. Where one could be worked out from the others and
 * the whole, the next smallest is held back as well.
 */
export function heldBack(counts: readonly number[]): (number | null)[] {
  const bySize = counts.map((count, index) => ({ count, index })).filter(({ count }) => count > 0);
  bySize.sort((a, b) => a.count - b.count);
  const held = new Set<number>();
  let people = 0;
  for (const { count, index } of bySize) {
    const isCovered = held.size === 0 || (held.size > 1 && people >= smallestGroup);
    if (count >= smallestGroup && isCovered) break;
    held.add(index);
    people += count;
  }
  return counts.map((count, index) => (held.has(index) ? null : count));
}
