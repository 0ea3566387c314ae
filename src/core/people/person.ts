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
  /** True when the directory lists people reporting to them. Null: not looked at yet. */
  readonly hasReports: boolean | null;
}

/** Who acts: the identity of a validated token, nothing else. */
export interface Actor {
  readonly tenantId: string;
  readonly personId: string;
}
