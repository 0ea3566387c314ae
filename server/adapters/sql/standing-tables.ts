import type { ColumnType, Generated } from 'kysely';
import type { ArrangementKind } from '#core/people/pair.ts';
import type { Finding } from '#core/policy/finding.ts';
import type { StandingFacts } from '#core/policy/standing.ts';
import type { Instant, Interval, LocalDate } from '#core/time-types.ts';

/** Kept as JSON text; read back as the value. */
type Json<T> = ColumnType<T, string, string>;

interface StandingRow {
  tenant_id: string;
  pair_id: string;
  facts: Json<StandingFacts>;
  findings: Json<readonly Finding[]>;
  on_day: LocalDate;
  /** The next day one of the findings stands another way; the moment it begins where the employee is. */
  changes_on: LocalDate | null;
  changes_at: Instant | null;
  pack_id: string | null;
  pack_version: string | null;
  /** The last time everybody was looked at again that reached it. */
  run: Generated<number>;
}

interface PolicyRunRow {
  tenant_id: string;
  run: Generated<number>;
  due_at: Instant;
  total: number | null;
  done: Generated<number>;
  started_at: Instant | null;
  finished_at: Instant | null;
}

interface ArrangementRow {
  tenant_id: string;
  pair_id: string;
  id: string;
  since: LocalDate;
  every: Json<Interval>;
  kind: ArrangementKind;
  reasons: Json<readonly string[]>;
  words: string;
  by_id: string;
  at: Instant;
  until: LocalDate | null;
  ended_by: string | null;
}

/** How pairs stand, how far looking at everybody again is, and the intervals that were arranged. */
export interface StandingTables {
  standing: StandingRow;
  policy_run: PolicyRunRow;
  arrangement: ArrangementRow;
}
