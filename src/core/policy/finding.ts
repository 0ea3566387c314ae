import type { Party } from '../people/pair.ts';
import type { MeetingKind } from '../meeting/meeting.ts';
import type { Instant, LocalDate } from '../time-types.ts';
import type { RuleKind } from './rules.ts';

/** Kinds of rule whose keeping can be told from facts; the others are shown, and never judged. */
export const judgedKinds = [
  'cadence',
  'agreement',
  'coverage',
  'scheduled',
  'summary-mail',
  'meeting-kind',
  'leave',
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
  | 'kind-held'
  | 'kind-planned'
  | 'kind-due'
  | 'kind-late'
  | 'kind-not-yet'
  | 'kind-start-unknown'
  | 'kind-before-pair'
  | 'leave-building-up'
  | 'leave-even'
  | 'leave-not-noted'
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

/** When meetings of one kind were held and are planned, each oldest first. */
export interface KindDays {
  readonly heldOn: readonly LocalDate[];
  readonly plannedOn: readonly LocalDate[];
}

export type OtherMeetings = Readonly<Partial<Record<Exclude<MeetingKind, 'one-to-one'>, KindDays>>>;

/** What the evaluation needs to know about a pair. Facts, no opinions. */
export interface PairFacts {
  readonly today: LocalDate;
  readonly pairFrom: LocalDate;
  readonly joinedOn: LocalDate | null;
  /** The day the person's pay goes up by; null: nobody has said it. */
  readonly incrementalOn: LocalDate | null;
  readonly paused: { readonly until: LocalDate | null } | null;
  /** Days on which a one-to-one was held, oldest first. */
  readonly heldOn: readonly LocalDate[];
  /** Days on which one is planned, today included, oldest first. */
  readonly plannedOn: readonly LocalDate[];
  /** Days of meetings of other kinds: the policy says whether they count, and when it asks for one (OD3a-2, CAREER-1). */
  readonly otherKinds: OtherMeetings;
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
  /** Per line of the form the number of days last noted in it, and the day of that meeting. Left out: not looked at. */
  readonly daysNoted?: Readonly<Record<string, { readonly days: number; readonly on: LocalDate }>>;
  /** Per topic id the last day on which it was covered. */
  readonly coveredOn: Readonly<Record<string, LocalDate>>;
}
