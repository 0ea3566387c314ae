import type { Cadence } from '../cadence/cadence-kind.ts';
import type { MeetingKind } from '../meeting/meeting.ts';
import type { PairRole } from '../people/pair.ts';
import type { Choice, Explained } from './choice.ts';
import type { RuleBase } from './rule-base.ts';
import type { Topic } from './topic.ts';

/** Whom the policy does not cover, by group (CAREER-15). */
export interface ScopeRule extends RuleBase {
  readonly kind: 'scope';
  readonly excludedGroups: readonly string[];
}

/** When a cadence rule holds beside its group: all that is named must be so. */
export interface CadenceCondition {
  readonly roles?: readonly PairRole[] | undefined;
  /** Fewer than so many months in post. */
  readonly monthsInPostUnder?: number | undefined;
  /** While the pair meets more often for this reason (OUT-1, ESS-9, OD3a-8). */
  readonly during?: 'support' | 'procedure' | undefined;
}

/** How often to meet at the least (OUT-1, OD3a-1, FORM-1, ESS-1). The first of a group whose condition holds is the one asked. */
export interface CadenceRule extends RuleBase {
  readonly kind: 'cadence';
  readonly groupId: string;
  readonly when?: CadenceCondition | undefined;
  readonly cadence: Cadence;
  /** The first meeting within so many days of joining or of the pair beginning. Left out: as the cadence itself asks. */
  readonly firstWithinDays?: number | undefined;
}

/** The day a yearly meeting is counted from: the person's start, their incremental date, or a day of the calendar. */
export type YearlyAnchor = 'start' | 'increment' | { readonly month: number; readonly day: number };

export type MeetingDue =
  | { readonly kind: 'after-start'; readonly days: number }
  | { readonly kind: 'yearly'; readonly anchor: YearlyAnchor; readonly windowDays: number };

/** A kind of meeting the organisation knows, when one is asked for, and whether it counts as a one-to-one (OD3a-2, CAREER-1, CAREER-4). */
export interface MeetingKindRule extends RuleBase {
  readonly kind: 'meeting-kind';
  readonly meetingKind: MeetingKind;
  readonly title: string;
  readonly counts: boolean;
  readonly due: MeetingDue | null;
  readonly topics: readonly Topic[];
  /** Never held in the time of a one-to-one (OUT-11). */
  readonly apart: boolean;
}

/** What may be a reason to meet more or less often than usual (OD3a-9). */
export interface IntervalReasonsRule extends RuleBase {
  readonly kind: 'interval-reasons';
  readonly reasons: readonly Choice[];
}

/** What the two may settle between them at their first meeting (OD3a-10). */
export const agreementParts = [
  'frequency',
  'place',
  'duration',
  'notice',
  'agenda-sharing',
  'notes-by',
  'notes-depth',
  'signing',
  'targets-set',
  'targets-reviewed',
  'review',
] as const;
export type AgreementPart = (typeof agreementParts)[number];

/** An agreement on how the two meet, signed by both and looked at again (OD3a-10). */
export interface AgreementRule extends RuleBase {
  readonly kind: 'agreement';
  readonly title: string;
  readonly asks: readonly AgreementPart[];
  readonly reviewAfterMonths: number;
}

/** Who may hold one-to-ones beside the line manager (OD3a-8, OD3a-18, CAREER-11). */
export interface SupervisorsRule extends RuleBase {
  readonly kind: 'supervisors';
  readonly roles: readonly PairRole[];
  readonly threeWay: boolean;
}

/** The employee may ask for a one-to-one that is not happening (CAREER-12). */
export interface RequestRule extends RuleBase {
  readonly kind: 'request';
}

/** Where to turn, step by step, when it goes wrong between the two (OD3a-19). */
export interface HelpRoutesRule extends RuleBase {
  readonly kind: 'help-routes';
  readonly steps: readonly Explained[];
}

/** Every one-to-one stands in the calendar as a recurring invitation (OUT-3). */
export interface ScheduledRule extends RuleBase {
  readonly kind: 'scheduled';
}
