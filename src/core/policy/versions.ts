import type { Instant, LocalDate } from '../time-types.ts';

/** One version of a pack as it was loaded; its content never changes. */
export interface PolicyVersion {
  readonly id: string;
  readonly packId: string;
  readonly version: string;
  readonly title: string;
  /** SHA-256 of the text as it was loaded, in hexadecimal. */
  readonly hash: string;
  /** Null: given when Duologue was started. */
  readonly loadedBy: string | null;
  readonly loadedAt: Instant;
}

/** That a version comes into force on a day. Of those of one day the last made holds. */
export interface Activation {
  readonly id: string;
  readonly versionId: string;
  readonly from: LocalDate;
  /** Null: done when Duologue was started. */
  readonly by: string | null;
  readonly at: Instant;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Instant | null;
}

/** A stretch of days under one version: from a day until the day before `until`; null: no end is known. */
export interface PolicyStretch {
  readonly activation: Activation;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

export type VersionState = 'in-force' | 'planned' | 'replaced' | 'rolled-back' | 'never-in-force';

/** Which version holds when, by days; `activations` in the order they were made. Of one day's, all but the last are empty stretches. */
export function stretchesOf(activations: readonly Activation[]): PolicyStretch[] {
  const kept = activations.filter((one) => one.withdrawnAt === null);
  const sorted = kept.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return sorted.map((activation, index) => ({
    activation,
    from: activation.from,
    until: sorted[index + 1]?.from ?? null,
  }));
}

/** The activation that holds on a day. Before the first there is only that one; null: there is none at all. */
export function activationOn(activations: readonly Activation[], day: LocalDate): Activation | null {
  const stretches = stretchesOf(activations);
  const held = stretches.findLast((one) => one.from <= day) ?? stretches[0];
  return held?.activation ?? null;
}

/** How a version stands on a day. Rolled back: what followed it was a version that had been in force before it. */
export function stateOfVersion(
  versionId: string,
  activations: readonly Activation[],
  today: LocalDate,
): { readonly state: VersionState; readonly since: LocalDate | null; readonly activationId: string | null } {
  const own = (one: PolicyStretch): boolean => one.activation.versionId === versionId;
  const stretches = stretchesOf(activations);
  const current = activationOn(activations, today);
  if (current?.versionId === versionId) return { state: 'in-force', since: current.from, activationId: current.id };
  const planned = stretches.find((one) => own(one) && one.from > today);
  if (planned !== undefined) return { state: 'planned', since: planned.from, activationId: planned.activation.id };
  const last = stretches.findLastIndex(own);
  if (last === -1) return { state: 'never-in-force', since: null, activationId: null };
  const next = stretches[last + 1]?.activation.versionId;
  const isBack = stretches.slice(0, last).some((one) => one.activation.versionId === next);
  const until = stretches[last]?.until ?? null;
  return { state: isBack ? 'rolled-back' : 'replaced', since: until, activationId: null };
}
