/** Entries known by id. */
export type Named = readonly { readonly id: string }[];

/** Whether one of the list before is missing from the one now. */
export function lacks(now: readonly string[], before: readonly string[]): boolean {
  return before.some((one) => !now.includes(one));
}

/** The same of entries known by id. */
export function drops(now: Named, before: Named): boolean {
  return lacks(
    now.map(({ id }) => id),
    before.map(({ id }) => id),
  );
}

/** Whether an entry of the list before is missing from the one now, or no longer holds what it held. */
export function loses<T extends { readonly id: string }>(
  now: readonly T[],
  before: readonly T[],
  isLess: (now: T, before: T) => boolean,
): boolean {
  return before.some((old) => {
    const kept = now.find(({ id }) => id === old.id);
    return kept === undefined || isLess(kept, old);
  });
}

/** Whether something that was asked no longer is, or is something else. */
export function isGone(now: unknown, before: unknown): boolean {
  return before !== null && before !== false && now !== before;
}
