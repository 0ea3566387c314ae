import type { ColumnType, Generated } from 'kysely';
import type { JobChoice, JobItemState, JobReason, JobState } from '#core/booking-job/booking-job.ts';
import type { Instant, LocalDate } from '#core/time-types.ts';

interface JobRow {
  tenant_id: string;
  id: string;
  /** The order in which they were started, across all tenants. */
  ordinal: Generated<number>;
  state: JobState;
  choice: ColumnType<JobChoice, string, string>;
  from_date: LocalDate;
  breathing_minutes: number;
  started_by: string;
  started_at: Instant;
  settled_at: Instant | null;
}

interface JobItemRow {
  tenant_id: string;
  job_id: string;
  pair_id: string;
  supervisor_id: string;
  employee_id: string;
  booking_id: string;
  state: JobItemState;
  reason: JobReason | null;
  /** Until when one process has it to itself. */
  lease_until: Generated<Instant | null>;
}

/** Booking for many pairs at once. */
export interface JobTables {
  job: JobRow;
  job_item: JobItemRow;
}
