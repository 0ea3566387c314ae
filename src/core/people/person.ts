import type { LocalDate, Zone } from '../time-types.ts';

export type Contract = 'full-time' | 'part-time';

/** Someone in the tenant's directory, as Duologue knows them. Known by tenant and object id, never by an address. */
export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly mail: string | null;
  readonly jobTitle: string | null;
  /** The organisation's own grade code, read from the directory; policies group people by it. */
  readonly grade: string | null;
  readonly contract: Contract | null;
  readonly zone: Zone;
  readonly joinedOn: LocalDate | null;
  /** The unit they work in, as the directory names it; a unit may have a standard of its own (OD3a-3). */
  readonly unit: string | null;
  /** The number the organisation knows them by (FORM-6). */
  readonly employeeNumber: string | null;
  /** A day their pay step fell or falls on; its day of the year is the incremental date (CAREER-4). */
  readonly incrementalOn: LocalDate | null;
  /** True when the directory lists people reporting to them. Null: not looked at yet. */
  readonly hasReports: boolean | null;
}

/** What rules look at of a person: no name, no address. */
export type PersonTerms = Pick<
  Person,
  'grade' | 'contract' | 'zone' | 'joinedOn' | 'unit' | 'incrementalOn' | 'hasReports'
>;

/** Who acts: the identity of a validated token, nothing else. */
export interface Actor {
  readonly tenantId: string;
  readonly personId: string;
  /** Whether the token names the application role that looks after the organisation's policies. Left out: no. */
  readonly isAdministrator?: boolean;
  /** Whether it names the role that looks after one-to-ones in the organisation. Left out: no. */
  readonly isHr?: boolean;
}
