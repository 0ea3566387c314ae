import type { Generated } from 'kysely';
import type { Instant, LocalDate } from '#core/time-types.ts';

interface PolicyRevisionRow {
  tenant_id: string;
  revision: number;
}

interface PolicyVersionRow {
  tenant_id: string;
  id: string;
  /** The order of loading, across all tenants. */
  ordinal: Generated<number>;
  pack_id: string;
  pack_version: string;
  title: string;
  /** The file's text, byte for byte. */
  body: string;
  hash: string;
  loaded_by: string | null;
  loaded_at: Instant;
}

interface PolicyActivationRow {
  tenant_id: string;
  id: string;
  /** The order in which they were made, across all tenants. */
  ordinal: Generated<number>;
  version_id: string;
  from_date: LocalDate;
  by_id: string | null;
  at: Instant;
  withdrawn_by: string | null;
  withdrawn_at: Instant | null;
}

interface UnitStandardRow {
  tenant_id: string;
  id: string;
  /** The order of loading, across all tenants. */
  ordinal: Generated<number>;
  unit: string;
  /** The file's text, byte for byte. */
  body: string;
  hash: string;
  from_date: LocalDate;
  loaded_by: string;
  loaded_at: Instant;
  withdrawn_by: string | null;
  withdrawn_at: Instant | null;
}

/** Policies of a tenant: their versions, which is in force from when, and what units ask beyond. */
export interface PolicyTables {
  policy_revision: PolicyRevisionRow;
  policy_version: PolicyVersionRow;
  policy_activation: PolicyActivationRow;
  unit_standard: UnitStandardRow;
}
