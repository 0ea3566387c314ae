import type { PersonTerms } from '#core/people/person.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import type { UnitStandard } from '#core/policy/standard.ts';
import type { Activation, PolicyVersion } from '#core/policy/versions.ts';
import type { Instant, LocalDate, Zone } from '#core/time-types.ts';

/** The policy that holds for somebody on a day; null: none. */
export type PackFor = (person: PersonTerms, on: LocalDate) => Promise<PolicyPack | null>;

/** What a tenant's policies say of anybody on any day, read beforehand, so that it may be asked within a transaction. */
export type Packs = (tenantId: string) => Promise<PackFor>;

/** The policies of each tenant, and the days nobody works there. Answers from memory, so it may be asked within a transaction. */
export interface Policies {
  /** The pack in force on a day of the organisation; left out, today. @throws Refusal `policy-missing` */
  inForce(tenantId: string, on?: LocalDate): Promise<PolicyPack>;
  /** The same for one person, with the standard of their unit. @throws Refusal `policy-missing` */
  packFor(tenantId: string, person: PersonTerms, on?: LocalDate): Promise<PolicyPack>;
  /** The policy that what was made then goes on being read by, with the standard that held at that moment; null: there is no such version. */
  madeUnder(
    tenantId: string,
    made: { readonly id: string; readonly version: string },
    person: PersonTerms,
    at: Instant,
  ): Promise<PolicyPack | null>;
  /** The standards of units that hold on a day, the latest of a unit last. */
  standards(tenantId: string, on: LocalDate): Promise<readonly UnitStandard[]>;
  /** What a kept standard says; null: it no longer fits. */
  standardIn(kept: KeptStandard): UnitStandard | null;
  /** A version that was loaded, without any unit's standard; null: there is none. */
  versionOf(tenantId: string, packId: string, version: string): Promise<PolicyPack | null>;
  /** Today in the organisation's own zone: the day that decides what is in force. */
  today(tenantId: string): LocalDate;
  /** That zone. */
  readonly zone: Zone;
  /** Reads the tenant's policies anew; answered once what was committed before is what the others answer from. */
  renew(tenantId: string): Promise<void>;
  /** Day → name. */
  holidays(tenantId: string): Promise<Readonly<Record<LocalDate, string>>>;
}

/** A version with its text, byte for byte. */
export interface KeptVersion extends PolicyVersion {
  readonly text: string;
}

/** A unit's standard as it was loaded, byte for byte; what it asks never changes. */
export interface KeptStandard {
  readonly id: string;
  readonly unit: string;
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
  /** The day the standard names, or the day it was loaded where that is later. */
  readonly from: LocalDate;
  readonly loadedBy: string;
  readonly loadedAt: Instant;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Instant | null;
}

/** All that a tenant's policies are made of. */
export interface PolicyHistory {
  /** Raised by each change: who decides on what they saw names it. */
  readonly revision: number;
  /** In the order they were loaded. */
  readonly versions: readonly KeptVersion[];
  /** In the order they were made, withdrawn ones included. */
  readonly activations: readonly Activation[];
  /** In the order they were loaded, withdrawn ones included. */
  readonly standards: readonly KeptStandard[];
}

/** Policies within a transaction. Everybody of the tenant may read them; the database lets only an administrator write. */
export interface PolicyRecords {
  history(): Promise<PolicyHistory>;
  /** Takes the tenant's policies for this transaction, so that changes happen one after the other, and tells of it once committed. Returns the new revision. */
  revise(): Promise<number>;
  /** Returns it with its hash. @throws Refusal `duplicate-id` for a version there already */
  addVersion(version: Omit<KeptVersion, 'hash'>): Promise<KeptVersion>;
  addActivation(activation: Activation): Promise<void>;
  withdraw(activation: Activation): Promise<void>;
  addStandard(standard: Omit<KeptStandard, 'hash'>): Promise<void>;
  withdrawStandard(standard: KeptStandard): Promise<void>;
}

/** Where the policies of tenants lie, for the process as a whole. */
export interface PolicyShelf {
  read(tenantId: string): Promise<PolicyHistory>;
  /** What a tenant begins with, done by the installation and nobody of its people. */
  install<T>(tenantId: string, work: (records: PolicyRecords) => Promise<T>): Promise<T>;
  /** Told whose policies changed, in any process; null: any tenant's may have. */
  onChange(listener: (tenantId: string | null) => void): () => void;
}
