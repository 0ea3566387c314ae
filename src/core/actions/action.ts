import type { Instant, LocalDate } from '../time-types.ts';

export type ActionState = 'open' | 'done' | 'dropped';

export type ActionChange =
  | { readonly kind: 'agreed'; readonly dueOn: LocalDate | null }
  | { readonly kind: 'new-date'; readonly from: LocalDate | null; readonly to: LocalDate | null }
  | { readonly kind: 'came-back' }
  | { readonly kind: 'done' }
  | { readonly kind: 'reopened' }
  | { readonly kind: 'dropped'; readonly reason: string }
  | { readonly kind: 'reworded'; readonly from: string };

/** One step in an action's life, with the meeting it happened in where there was one. */
export interface ActionStep {
  readonly at: Instant;
  readonly by: string;
  readonly meetingId: string | null;
  readonly change: ActionChange;
}

/** Who does what by when; keeps its history across meetings. */
export interface Action {
  readonly id: string;
  readonly pairId: string;
  readonly raisedInId: string;
  readonly itemId: string | null;
  readonly topicId: string | null;
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: LocalDate | null;
  readonly state: ActionState;
  readonly settledOn: LocalDate | null;
  readonly droppedReason: string | null;
  /** How many meetings closed while it stayed open, not counting the one it was raised in. */
  readonly timesCarried: number;
  readonly createdAt: Instant;
  readonly history: readonly ActionStep[];
}
