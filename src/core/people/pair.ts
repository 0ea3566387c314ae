import type { Instant, Interval, LocalDate } from '../time-types.ts';

export const pairRoles = ['line', 'specialist', 'delegated', 'temporary'] as const;
export type PairRole = (typeof pairRoles)[number];

/** One of the two, by what they are in the pair. */
export type Party = 'supervisor' | 'employee';

export const arrangementKinds = ['support', 'procedure', 'other'] as const;
/** What another interval is for: support, another procedure under way, or something else. */
export type ArrangementKind = (typeof arrangementKinds)[number];

/** Another interval agreed for a while, with the reasons both can read (OUT-1, OD3a-8, OD3a-9). */
export interface Arrangement {
  readonly since: LocalDate;
  readonly every: Interval;
  readonly kind: ArrangementKind;
  /** Of the policy's list of reasons, by id. */
  readonly reasons: readonly string[];
  /** In their own words; empty where the reasons say it all. */
  readonly reason: string;
}

/** An arrangement as it is kept for good: who agreed it when, and until when it held. */
export interface KeptArrangement extends Arrangement {
  readonly id: string;
  readonly by: string;
  readonly at: Instant;
  /** The first day on which it no longer held; null: it holds. */
  readonly until: LocalDate | null;
  readonly endedBy: string | null;
}

/** Somebody's absence that excuses the cadence while it lasts. */
export interface Pause {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly reason: string;
}

/** A supervisor and an employee whose one-to-ones run under a policy. */
export interface Pair {
  readonly id: string;
  readonly supervisorId: string;
  readonly employeeId: string;
  readonly role: PairRole;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly extraSupport: Arrangement | null;
  readonly pause: Pause | null;
}

/** What rules look at of a pair: nothing anybody wrote. */
export interface PairTerms extends Pick<Pair, 'role' | 'from' | 'to'> {
  readonly extraSupport: Pick<Arrangement, 'since' | 'every' | 'kind'> | null;
  readonly pause: Pick<Pause, 'from' | 'until'> | null;
}
