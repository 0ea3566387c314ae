import type { Cadence } from '../cadence/cadence-kind.ts';
import type { LocalDate } from '../time-types.ts';

/** A clause of the organisation's own document: its number there, and what it asks in our words. */
export interface Clause {
  readonly id: string;
  readonly title: string;
  readonly words: string;
}

/** Whom a rule is for. A person belongs to the first group whose conditions all hold. */
export interface PolicyGroup {
  readonly id: string;
  readonly title: string;
  /** Grade codes of the directory. Left out: any grade. */
  readonly grades?: readonly string[] | undefined;
  /** True: only people others report to. */
  readonly hasReports?: boolean | undefined;
  readonly contract?: 'full-time' | 'part-time' | undefined;
}

/** Something a meeting should touch on (OUT-2). */
export interface Topic {
  readonly id: string;
  readonly title: string;
  /** Ways in, offered where nothing has been said yet. */
  readonly prompts: readonly string[];
  /** True: the topic shows the pair's measures. */
  readonly measures?: boolean | undefined;
}

/** An item every agenda starts with. */
export interface StandingItem {
  readonly id: string;
  readonly title: string;
  readonly topicId: string | null;
  readonly minutes: number;
  /** What the item shows beside its title: last time's actions, or the measures. */
  readonly shows: 'last-actions' | 'measures' | null;
}

interface RuleBase {
  readonly id: string;
  readonly clause: string;
}

/** How often to meet at the least (OUT-1, OD3a-1, FORM-1, ESS-1). */
export interface CadenceRule extends RuleBase {
  readonly kind: 'cadence';
  readonly groupId: string;
  readonly cadence: Cadence;
  /** The first meeting within so many days of joining or of the pair beginning. Left out: as the cadence itself asks. */
  readonly firstWithinDays?: number | undefined;
}

/** What meetings cover; what was left out is visible before closing (OUT-2). */
export interface CoverageRule extends RuleBase {
  readonly kind: 'coverage';
  readonly topics: readonly Topic[];
}

export interface StandingItemsRule extends RuleBase {
  readonly kind: 'standing-items';
  readonly items: readonly StandingItem[];
}

/** Every one-to-one stands in the calendar as a recurring invitation (OUT-3). */
export interface ScheduledRule extends RuleBase {
  readonly kind: 'scheduled';
}

/** A note of the agreed actions goes to the employee by email after each meeting (OUT-4). */
export interface SummaryMailRule extends RuleBase {
  readonly kind: 'summary-mail';
}

/** How the conversation should feel: shown, never measured (OUT-5). */
export interface ToneRule extends RuleBase {
  readonly kind: 'tone';
}

/** Known kinds of rule. A new kind does not compile until every place handles it. */
export type PolicyRule = CadenceRule | CoverageRule | StandingItemsRule | ScheduledRule | SummaryMailRule | ToneRule;

export type RuleKind = PolicyRule['kind'];

/** What an organisation asks of its one-to-ones, as data with a version. */
export interface PolicyPack {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly approvedBy: string | null;
  readonly issuedOn: LocalDate | null;
  readonly reviewOn: LocalDate | null;
  readonly source: string;
  readonly defaults: { readonly minutes: number };
  readonly clauses: readonly Clause[];
  readonly groups: readonly PolicyGroup[];
  readonly rules: readonly PolicyRule[];
}
