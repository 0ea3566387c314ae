import type { Party } from '../people/pair.ts';
import type { Choice } from './choice.ts';
import type { RuleBase } from './rule-base.ts';

/** What the organisation asks of objectives (CAREER-3, FORM-7, OD3a-4). */
export interface ObjectivesRule extends RuleBase {
  readonly kind: 'objectives';
  /** Specific, measurable, achievable, relevant, time-bound. */
  readonly smart: boolean;
  /** One reached early leads to talking about a new one. */
  readonly newWhenEarly: boolean;
}

/** Ways to develop (FORM-9). */
export interface DevelopmentRule extends RuleBase {
  readonly kind: 'development';
  readonly ways: readonly Choice[];
}

/** What a person does beside the job, or has to have in date (FORM-10, ESS-6). The list is open. */
export interface DutiesRule extends RuleBase {
  readonly kind: 'duties';
  readonly title: string;
  readonly duties: readonly Choice[];
  /** Who says that they are done and in date; null: they are only listed. */
  readonly confirmedBy: Party | null;
}

/** Annual leave remaining, and when so much is left that it is piling up (FORM-4). */
export interface LeaveRule extends RuleBase {
  readonly kind: 'leave';
  readonly yearStarts: { readonly month: number; readonly day: number };
  readonly entitlementDays: number;
  /** So many days more than an even spread would leave. */
  readonly buildUpDays: number;
}

/** Absence since the last meeting is noted and talked about (FORM-5). */
export interface AbsenceRule extends RuleBase {
  readonly kind: 'absence';
}

/** What has to be shown before performance is managed formally (OUT-7 to OUT-13). */
export interface PerformanceRule extends RuleBase {
  readonly kind: 'performance';
  readonly hrFirst: boolean;
  readonly evidence: readonly Choice[];
  readonly script: boolean;
}

/** The yearly conversation: whose it is, how it is rated, what a pay step asks, and how to appeal (CAREER-4 to CAREER-8). */
export interface YearlyConversationRule extends RuleBase {
  readonly kind: 'yearly-conversation';
  readonly drivenBy: Party;
  readonly colleagueFeedback: boolean;
  readonly ratings: readonly Choice[];
  readonly payStep: readonly Choice[];
  readonly appeal: { readonly withinDays: number; readonly acknowledgedWithinDays: number; readonly to: string } | null;
}
