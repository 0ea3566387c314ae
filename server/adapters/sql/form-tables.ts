import type { ColumnType } from 'kysely';
import type { FieldValue, FilledDuty } from '#core/record/filled-form.ts';
import type { Instant, LocalDate } from '#core/time-types.ts';

/** Kept as JSON text, byte for byte; read back as the value. */
type Json<T> = ColumnType<T, string, string>;

interface OfMeeting {
  tenant_id: string;
  pair_id: string;
  meeting_id: string;
}

interface FormValueRow extends OfMeeting {
  field_id: string;
  value: Json<FieldValue>;
  by_id: string;
  at: Instant;
}

interface NotApplicableRow extends OfMeeting {
  section_id: string;
  by_id: string;
  at: Instant;
}

interface WriteUpRow extends OfMeeting {
  duties: Json<readonly FilledDuty[]>;
  shared_by: string | null;
  shared_at: Instant | null;
  confirmed_by: string | null;
  confirmed_at: Instant | null;
}

interface DutyRow {
  tenant_id: string;
  pair_id: string;
  id: string;
  person_id: string;
  kind_id: string | null;
  title: string;
  since: LocalDate | null;
  valid_until: LocalDate | null;
  confirmed_by: string | null;
  confirmed_at: Instant | null;
  ended_on: LocalDate | null;
}

/** What the form of a record holds beside points and actions. */
export interface FormTables {
  form_value: FormValueRow;
  not_applicable: NotApplicableRow;
  write_up: WriteUpRow;
  duty: DutyRow;
}
