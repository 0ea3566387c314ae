import type { Instant, LocalDate } from '../time-types.ts';

export const meetingKinds = [
  'one-to-one',
  'follow-up',
  'induction',
  'mid-point-review',
  'yearly-conversation',
  'performance-review',
] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export type MeetingState = 'planned' | 'open' | 'closed' | 'missed' | 'cancelled';

/** That a meeting of a series is left out by intent: who said so, when, and what its reason was before, as of a move. */
export interface Skip {
  readonly by: string;
  readonly at: Instant;
  readonly was: string | null;
}

/** One conversation of a pair, bound to an occurrence of its series. */
export interface Meeting {
  readonly id: string;
  readonly pairId: string;
  readonly seriesId: string | null;
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  /** The occurrence's name: the day the rule gave. Stays when the meeting moves. */
  readonly originalDate: LocalDate;
  readonly start: Instant;
  readonly end: Instant;
  /** Why it was missed, moved or cancelled, in somebody's words. */
  readonly reason: string | null;
  readonly movedFrom: Instant | null;
  /** Cancelled by passing it over, and when; null: not skipped. */
  readonly skipped: Skip | null;
  readonly agendaVersion: number;
  /** Which version of the agenda each has agreed to; null: not yet. */
  readonly agreedBySupervisor: number | null;
  readonly agreedByEmployee: number | null;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** Policy in force when it closed. */
  readonly packId: string | null;
  readonly packVersion: string | null;
}
