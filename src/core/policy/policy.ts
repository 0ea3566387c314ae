import type { LocalDate } from '../time-types.ts';
import type { CadenceRule } from './meeting-rules.ts';
import type { PolicyRule } from './rules.ts';

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

/** What a unit's standard made of a policy: which rules are the unit's, and how often the organisation itself asks for (OD3a-3). */
export interface StandardWithin {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly ruleIds: readonly string[];
  readonly floor: readonly CadenceRule[];
}

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
  /** Never in a file: the standard of somebody's unit, where one holds. */
  readonly standard?: StandardWithin | undefined;
}
