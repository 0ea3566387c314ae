import type { Party } from '../people/pair.ts';
import type { PointMark } from '../record/point.ts';
import type { Choice, Explained } from './choice.ts';
import type { RuleBase } from './rule-base.ts';
import type { StandingItem, Topic } from './topic.ts';

/** What meetings cover; what was left out is visible before closing (OUT-2). */
export interface CoverageRule extends RuleBase {
  readonly kind: 'coverage';
  readonly topics: readonly Topic[];
}

export interface StandingItemsRule extends RuleBase {
  readonly kind: 'standing-items';
  readonly items: readonly StandingItem[];
}

/** How the agenda comes about (OD3a-11, OD3a-12). The list of kinds is open: an item may have none. */
export interface AgendaRule extends RuleBase {
  readonly kind: 'agenda';
  readonly itemKinds: readonly Choice[];
  /** The two agree how long the meeting will take. */
  readonly lengthAgreed: boolean;
  /** What is adjourned gets a date then and there. */
  readonly adjournedGetDate: boolean;
}

export type PreparationSource = 'behaviours' | 'objectives' | 'measures' | 'last-meeting';

/** What each thinks about before the meeting, for themselves until shared (ESS-3), and time kept free for it (ESS-4). */
export interface PreparationRule extends RuleBase {
  readonly kind: 'preparation';
  readonly prompts: readonly Explained[];
  readonly shows: readonly PreparationSource[];
  /** Minutes kept free in the calendar, if wanted; null: none. */
  readonly minutes: number | null;
}

/** The organisation's own behaviours or values, to point at (ESS-10, CAREER-1). */
export interface BehavioursRule extends RuleBase {
  readonly kind: 'behaviours';
  readonly title: string;
  readonly behaviours: readonly Explained[];
}

/** Ways to hold the conversation, at hand for one of the two (ESS-6). */
export interface HintsRule extends RuleBase {
  readonly kind: 'hints';
  readonly for: Party;
  readonly hints: readonly Explained[];
}

/** Words or a mark that may read like a formal process, where such a matter belongs, and the right to be represented there (OUT-6, OD3a-7, FORM-8). */
export interface Caution {
  readonly id: string;
  readonly title: string;
  /** Whole words, any case; an asterisk at the end stands for any ending. */
  readonly phrases: readonly string[];
  readonly marks: readonly PointMark[];
  readonly route: string;
  readonly representation: string | null;
}

export interface CautionsRule extends RuleBase {
  readonly kind: 'cautions';
  readonly cautions: readonly Caution[];
}

/** How the conversation should feel: shown, never measured (OUT-5). */
export interface ToneRule extends RuleBase {
  readonly kind: 'tone';
}

/** Something to know, said by its clause alone: confidentiality, equality, what help there is. */
export interface GuidanceRule extends RuleBase {
  readonly kind: 'guidance';
  readonly for: Party | 'both';
}
