import type { Party } from '../people/pair.ts';
import type { Choice } from './choice.ts';
import type { RuleBase } from './rule-base.ts';

/** Who writes the record up, and who confirms it (ESS-7). */
export interface WriterRule extends RuleBase {
  readonly kind: 'writer';
  readonly writes: Party | 'both';
  readonly confirms: Party | null;
}

/** Who signs a closed record (OD3a-13, FORM-6). It is never a condition for the actions email. */
export interface SignOffRule extends RuleBase {
  readonly kind: 'sign-off';
  readonly signers: readonly Party[];
  readonly remindAfterDays: number;
  /** After so many days unsigned it stands as it is, and says so. */
  readonly lapsesAfterDays: number;
}

/** Who keeps a copy of the record (FORM-2). */
export interface CopiesRule extends RuleBase {
  readonly kind: 'copies';
  readonly holders: readonly Party[];
}

/** How actions come back (FORM-3, ESS-7). */
export interface ActionsRule extends RuleBase {
  readonly kind: 'actions';
  /** Looked at before anything else. */
  readonly reviewedFirst: boolean;
  /** Each is asked a date. */
  readonly dateAsked: boolean;
}

/** A note of the agreed actions goes to the employee by email after each meeting (OUT-4). */
export interface SummaryMailRule extends RuleBase {
  readonly kind: 'summary-mail';
}

/** How long records are kept, by whom, and what comes after (CAREER-10, ESS-8). */
export interface RetentionRule extends RuleBase {
  readonly kind: 'retention';
  readonly keptFor: 'employment' | { readonly years: number };
  readonly keptBy: 'supervisor' | 'organisation';
  readonly then: 'hand-over' | 'erase';
}

/** Who reads a record, and for what reasons somebody else may (OD3a-6, CAREER-9, ESS-8). */
export interface VisibilityRule extends RuleBase {
  readonly kind: 'visibility';
  readonly readers: readonly ('pair' | 'line-management')[];
  readonly hrSeesContent: boolean;
  readonly exceptions: readonly Choice[];
}

/** What HR looks at from findings and counts, who owns it, and what is done about shortfalls (OD3a-20, CAREER-13). */
export interface MonitoringRule extends RuleBase {
  readonly kind: 'monitoring';
  readonly what: string;
  readonly owner: string;
  readonly every: 'quarter' | 'year' | null;
  readonly route: string;
  readonly shortfall: string | null;
}

/** What the employee's file holds (OD3a-14 to OD3a-17). */
export interface FileRule extends RuleBase {
  readonly kind: 'file';
  readonly holds: readonly Choice[];
}
