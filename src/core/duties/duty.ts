import type { Instant, LocalDate } from '../time-types.ts';

/** What a person does beside the job, or has to have in date (FORM-10, ESS-6). Kept between meetings. */
export interface Duty {
  readonly id: string;
  /** The pair it was noted in. */
  readonly pairId: string;
  readonly personId: string;
  /** One of the organisation's list; null: in the two's own words. */
  readonly kindId: string | null;
  readonly title: string;
  readonly since: LocalDate | null;
  /** The last day on which it is in date; null: it does not run out. */
  readonly validUntil: LocalDate | null;
  /** When it was last said to be done and in date, and by whom; null: not yet. */
  readonly confirmed: { readonly by: string; readonly at: Instant } | null;
  /** The day it ended; null: it goes on. */
  readonly endedOn: LocalDate | null;
}

/** How a duty stands on a day: `due` when it has run out, or still waits to be confirmed where the policy wants that. */
export const dutyStandings = ['held', 'in-date', 'due', 'ended'] as const;
export type DutyStanding = (typeof dutyStandings)[number];

/** How a duty stands on a day (ESS-6). `confirmationAsked`: the policy says who confirms duties. */
export function standingOf(duty: Duty, confirmationAsked: boolean, today: LocalDate): DutyStanding {
  if (duty.endedOn !== null && duty.endedOn <= today) return 'ended';
  if (duty.validUntil !== null && duty.validUntil < today) return 'due';
  if (!confirmationAsked) return duty.validUntil === null ? 'held' : 'in-date';
  return duty.confirmed === null ? 'due' : 'in-date';
}
