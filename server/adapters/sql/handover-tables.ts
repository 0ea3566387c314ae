import type { Instant, LocalDate } from '#core/time-types.ts';
import type { Belonging } from './belonging.ts';

interface HandoverRow extends Belonging {
  id: string;
  to_id: string;
  to_pair_id: string;
  from_date: LocalDate;
  until_date: LocalDate | null;
  by_id: string;
  at: Instant;
  followed: boolean;
}

/** The table of what pairs handed over. */
export interface HandoverTables {
  handover: HandoverRow;
}
