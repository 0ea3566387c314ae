import type { Party } from '../people/pair.ts';
import type { Instant, LocalDate } from '../time-types.ts';

/** When the two see each other's lists: in the meeting, or so many days before it. */
export type AgendaSharing = { readonly kind: 'at-meeting' } | { readonly kind: 'days-before'; readonly days: number };

/** What a pair agreed about how they meet. Null: not settled yet, or not asked for (OD3a-10). */
export interface AgreementTerms {
  readonly everyWeeks: number | null;
  readonly place: string | null;
  readonly minutes: number | null;
  /** How many days ahead they organise a meeting. */
  readonly noticeDays: number | null;
  readonly agendaSharing: AgendaSharing | null;
  readonly notesBy: Party | 'turns' | null;
  readonly notesDepth: 'actions' | 'everything' | null;
  readonly signed: boolean | null;
  readonly targetsSetOn: LocalDate | null;
  readonly targetsReviewedOn: LocalDate | null;
  readonly reviewOn: LocalDate | null;
}

/** One version of an agreement. It holds from the moment both have signed it until both have signed a later one. */
export interface Agreement {
  readonly id: string;
  readonly pairId: string;
  /** From 1. */
  readonly version: number;
  /** Raised by every change: what is signed is what was on the screen. */
  readonly revision: number;
  readonly terms: AgreementTerms;
  readonly begunAt: Instant;
  readonly begunBy: string;
  readonly signedBySupervisor: Instant | null;
  readonly signedByEmployee: Instant | null;
  /** The policy it was made under. */
  readonly packId: string;
  readonly packVersion: string;
}
