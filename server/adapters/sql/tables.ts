import type { ColumnType, Generated, Kysely } from 'kysely';
import type { ActionChange, ActionState } from '#core/actions/action.ts';
import type { AgreementTerms } from '#core/agreement/agreement.ts';
import type { Measure } from '#core/measures/measure.ts';
import type { MeetingKind, MeetingState, Skip } from '#core/meeting/meeting.ts';
import type { ObjectiveChange, ObjectiveState } from '#core/objectives/objective.ts';
import type { Arrangement, PairRole, Pause } from '#core/people/pair.ts';
import type { KnownZone } from '#core/people/mailbox-clock.ts';
import type { Contract } from '#core/people/person.ts';
import type { PointMark } from '#core/record/point.ts';
import type { SeriesPlan, SeriesState } from '#core/series/series.ts';
import type { Instant, LocalDate, Zone } from '#core/time-types.ts';
import type { EffectBody, EffectState, ParkedFor } from '#server/ports/effect.ts';
import type { FollowingTables } from './following-tables.ts';
import type { FormTables } from './form-tables.ts';
import type { HandoverTables } from './handover-tables.ts';
import type { SignOffTables } from './sign-off-tables.ts';
import type { JobTables } from './job-tables.ts';
import type { AgendaTables } from './agenda-tables.ts';
import type { Belonging } from './belonging.ts';
import type { PolicyTables } from './policy-tables.ts';
import type { StandingTables } from './standing-tables.ts';
import type { TokenRefusalTables } from './token-refusal-tables.ts';

/** Kept as JSON text, byte for byte; read back as the value. */
type Json<T> = ColumnType<T, string, string>;
type NullableJson<T> = ColumnType<T | null, string | null, string | null>;

interface PersonRow {
  tenant_id: string;
  id: string;
  display_name: string;
  given_name: string;
  mail: string | null;
  job_title: string | null;
  grade: string | null;
  contract: Contract | null;
  zone: Zone;
  joined_on: LocalDate | null;
  unit: string | null;
  employee_number: string | null;
  incremental_on: LocalDate | null;
  has_reports: boolean | null;
  /** What each source last said of the zone. */
  zone_said: ColumnType<KnownZone['said'], string | undefined, string>;
}

interface PairRow {
  tenant_id: string;
  id: string;
  supervisor_id: string;
  employee_id: string;
  role: PairRole;
  from_date: LocalDate;
  to_date: LocalDate | null;
  extra_support: NullableJson<Arrangement>;
  pause: NullableJson<Pause>;
  seq: Generated<number>;
}

interface SeriesRow extends Belonging {
  id: string;
  state: SeriesState;
  plan: Json<SeriesPlan>;
  subject: string;
  note: string;
  event_id: string | null;
  ical_uid: string | null;
  join_url: string | null;
  chat_id: string | null;
}

interface MeetingRow extends Belonging {
  id: string;
  series_id: string | null;
  kind: MeetingKind;
  state: MeetingState;
  original_date: LocalDate;
  starts_at: Instant;
  ends_at: Instant;
  reason: string | null;
  moved_from: Instant | null;
  skipped: NullableJson<Skip>;
  agenda_version: number;
  agreed_by_supervisor: number | null;
  agreed_by_employee: number | null;
  opened_at: Instant | null;
  closed_at: Instant | null;
  pack_id: string | null;
  pack_version: string | null;
}

interface PointRow extends Belonging {
  id: string;
  meeting_id: string;
  item_id: string | null;
  topic_id: string | null;
  section_id: Generated<string | null>;
  author_id: string;
  words: string;
  mark: PointMark | null;
  behaviour_id: string | null;
  at: Instant;
}

interface CoverageTickRow extends Belonging {
  meeting_id: string;
  topic_id: string;
  by_id: string;
  at: Instant;
}

interface ActionRow extends Belonging {
  id: string;
  raised_in_id: string;
  item_id: string | null;
  topic_id: string | null;
  words: string;
  owner_id: string;
  due_on: LocalDate | null;
  state: ActionState;
  settled_on: LocalDate | null;
  dropped_reason: string | null;
  times_carried: number;
  created_at: Instant;
}

interface ActionStepRow extends Belonging {
  action_id: string;
  /** Its place in the action's history, from 0. */
  step: number;
  at: Instant;
  by_id: string;
  meeting_id: string | null;
  change: Json<ActionChange>;
}

interface MeasureRow extends Belonging {
  id: string;
  name: string;
  unit: string;
  target: number;
  better: Measure['better'];
}

interface ReadingRow extends Belonging {
  measure_id: string;
  on_date: LocalDate;
  value: number;
}

interface AgreementRow extends Belonging {
  id: string;
  version: number;
  revision: number;
  terms: Json<AgreementTerms>;
  begun_at: Instant;
  begun_by: string;
  signed_by_supervisor: Instant | null;
  signed_by_employee: Instant | null;
  pack_id: string;
  pack_version: string;
}

interface ObjectiveRow extends Belonging {
  id: string;
  title: string;
  specific: string;
  measured: string;
  achievable: string;
  relevant: string;
  due_on: LocalDate | null;
  state: ObjectiveState;
  settled_on: LocalDate | null;
  reason: string | null;
  looked_at_on: LocalDate;
  times_carried: number;
  follow_up_item_id: string | null;
  created_at: Instant;
}

interface ObjectiveStepRow extends Belonging {
  objective_id: string;
  /** Its place in the objective's history, from 0. */
  step: number;
  at: Instant;
  by_id: string;
  change: Json<ObjectiveChange>;
}

interface DevelopmentNeedRow extends Belonging {
  id: string;
  words: string;
  way_id: string | null;
  objective_id: string | null;
  added_by: string;
  created_at: Instant;
  met_on: LocalDate | null;
}

interface EffectRow extends Belonging {
  id: string;
  /** The order of promises, across all tenants. */
  ordinal: Generated<number>;
  acting_id: string;
  body: Json<EffectBody>;
  /** As in the body. */
  kind: EffectBody['kind'];
  meeting_id: string | null;
  series_id: string | null;
  state: EffectState;
  lane: string;
  attempts: number;
  next_at: Instant;
  submitted_at: Instant | null;
  parked_for: ParkedFor | null;
  claims: string | null;
  promised_at: Instant;
  settled_at: Instant | null;
  /** Until when one process has it to itself. */
  for_many: boolean;
  lease_until: Generated<Instant | null>;
}

interface ChangeRow extends Belonging {
  seq: number;
  what: string;
  by_id: string;
  at: Instant;
}

/** Every table. Each key starts with the tenant, and each row but a person's and the policies' belongs to a pair. */
export interface Tables
  extends
    AgendaTables,
    FollowingTables,
    FormTables,
    HandoverTables,
    JobTables,
    PolicyTables,
    SignOffTables,
    StandingTables,
    TokenRefusalTables {
  person: PersonRow;
  pair: PairRow;
  series: SeriesRow;
  meeting: MeetingRow;
  point: PointRow;
  coverage_tick: CoverageTickRow;
  action: ActionRow;
  action_step: ActionStepRow;
  measure: MeasureRow;
  reading: ReadingRow;
  agreement: AgreementRow;
  objective: ObjectiveRow;
  objective_step: ObjectiveStepRow;
  development_need: DevelopmentNeedRow;
  effect: EffectRow;
  change: ChangeRow;
}

/** An open transaction as a store sees it: whose it is, and where to ask. Never the database itself. */
export interface Scope {
  readonly tx: Kysely<Tables>;
  readonly tenantId: string;
  readonly personId: string;
}
