import type { Interval, LocalDate } from '../time-types.ts';

export const pairRoles = ['line', 'specialist', 'delegated', 'temporary'] as const;
export type PairRole = (typeof pairRoles)[number];

/** One of the two, by what they are in the pair. */
export type Party = 'supervisor' | 'employee';

/** More frequent meetings agreed for a while, with the reason both can read (OUT-1, OD3a-9). */
export interface ExtraSupport {
  readonly since: LocalDate;
  readonly every: Interval;
  readonly reason: string;
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
  readonly extraSupport: ExtraSupport | null;
  readonly pause: Pause | null;
}
