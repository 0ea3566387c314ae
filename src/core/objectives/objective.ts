import type { Instant, LocalDate } from '../time-types.ts';

/** What makes an objective SMART: each part said (CAREER-3). */
export const smartParts = ['specific', 'measured', 'achievable', 'relevant', 'dueOn'] as const;
export type SmartPart = (typeof smartParts)[number];

export type ObjectiveState = 'open' | 'reached' | 'reached-early' | 'no-longer-relevant';

/** How an objective is put. A part left empty has not been said yet. */
export interface ObjectiveWords {
  readonly title: string;
  /** What exactly is to be achieved. */
  readonly specific: string;
  /** How the two will know. */
  readonly measured: string;
  readonly achievable: string;
  readonly relevant: string;
  readonly dueOn: LocalDate | null;
}

export type ObjectiveChange =
  | { readonly kind: 'set' }
  /** What it said before, of what was changed. */
  | { readonly kind: 'reworded'; readonly was: Partial<ObjectiveWords> }
  | { readonly kind: 'progress'; readonly text: string }
  | { readonly kind: 'still-relevant' }
  | { readonly kind: 'carried'; readonly from: LocalDate | null; readonly to: LocalDate }
  | { readonly kind: 'reached'; readonly early: boolean }
  | { readonly kind: 'no-longer-relevant'; readonly reason: string }
  | { readonly kind: 'reopened' };

/** One step in an objective's life: what, who, when. */
export interface ObjectiveStep {
  readonly at: Instant;
  readonly by: string;
  readonly change: ObjectiveChange;
}

/** What an employee works towards, with everything that became of it (OD3a-4, CAREER-3, FORM-7). */
export interface Objective extends ObjectiveWords {
  readonly id: string;
  readonly pairId: string;
  readonly state: ObjectiveState;
  readonly settledOn: LocalDate | null;
  /** Why it is no longer relevant. */
  readonly reason: string | null;
  /** The day the two last agreed that it still matters; at first the day it was set. */
  readonly lookedAtOn: LocalDate;
  /** How often it was taken on to a later day. */
  readonly timesCarried: number;
  /** The agenda item that asks for a new one, once this was reached early (FORM-7). */
  readonly followUpItemId: string | null;
  readonly createdAt: Instant;
  readonly history: readonly ObjectiveStep[];
}
