import type { Party } from '../people/pair.ts';
import type { Instant, LocalDate } from '../time-types.ts';
import type { RuleKind } from './rules.ts';

/** Kinds of rule whose keeping can be told from facts; the others are shown, and never judged. */
export const judgedKinds = [
  'cadence',
  'agreement',
  'coverage',
  'scheduled',
  'summary-mail',
  'tone',
] as const satisfies RuleKind[];
export type JudgedKind = (typeof judgedKinds)[number];

/** How what is asked stands today. */
export type FindingState = 'met' | 'due' | 'overdue' | 'excused' | 'not-applicable';

/** Why it stands so. The words are the client's; the arithmetic is in `values`. */
export type FindingReason =
  | 'met-within'
  | 'next-keeps-to-it'
  | 'next-too-late'
  | 'nothing-booked'
  | 'gap-too-long'
  | 'first-due-by'
  | 'first-overdue'
  | 'count-kept'
  | 'count-due'
  | 'count-short'
  | 'term-due'
  | 'term-missed'
  | 'terms-unknown'
  | 'paused'
  | 'series-booked'
  | 'series-missing'
  | 'series-being-booked'
  | 'summary-sent'
  | 'summary-waiting'
  | 'summary-unconfirmed'
  | 'summary-none-yet'
  | 'topic-covered'
  | 'topic-not-since'
  | 'topic-never'
  | 'agreement-none-yet'
  | 'agreement-being-filled'
  | 'agreement-being-signed'
  | 'agreement-holds'
  | 'agreement-review'
  | 'agreement-too-seldom'
  | 'tone'
  | 'no-rule-for-group';

/** What the effective policy asks of a pair, and how that stands on a day, always with clause and reason. */
export interface Finding {
  readonly ruleId: string;
  readonly kind: JudgedKind;
  readonly clause: string;
  readonly state: FindingState;
  readonly reason: FindingReason;
  /** Numbers and dates behind the reason: days, askedDays, lastOn, nextOn, dueOn, topic, count … */
  readonly values: Readonly<Record<string, string | number>>;
  readonly dueOn: LocalDate | null;
}

/** What the evaluation needs to know about a pair. Facts, no opinions. */
export interface PairFacts {
  readonly today: LocalDate;
  readonly pairFrom: LocalDate;
  readonly joinedOn: LocalDate | null;
  readonly paused: { readonly until: LocalDate | null; readonly reason: string } | null;
  /** Days on which a meeting that counts was held, oldest first. */
  readonly heldOn: readonly LocalDate[];
  /** Days on which one is planned, today included, oldest first. */
  readonly plannedOn: readonly LocalDate[];
  readonly series: 'none' | 'being-booked' | 'booked';
  readonly seriesUntil: LocalDate | null;
  /** The last closed meeting's summary. */
  readonly lastSummary: {
    readonly on: LocalDate;
    readonly state: 'sent' | 'waiting' | 'unconfirmed';
    readonly sentAt: Instant | null;
  } | null;
  /** What the two agreed on how they meet, and who alone has signed what they are agreeing. Left out: not looked at. */
  readonly agreement?: {
    readonly holds: {
      readonly since: LocalDate;
      readonly reviewOn: LocalDate | null;
      readonly everyWeeks: number | null;
    } | null;
    readonly draft: { readonly signedBy: Party | null } | null;
  };
  /** Per topic id the last day on which it was covered. */
  readonly coveredOn: Readonly<Record<string, LocalDate>>;
}
