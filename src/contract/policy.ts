import * as z from 'zod/mini';
import { pairRoles } from '#core/people/pair.ts';
import { judgedKinds } from '#core/policy/finding.ts';
import { cadenceSchema, interval } from './cadence.ts';
import { ruleSchema } from './policy-rules.ts';
import { count, instant, localDate } from './scalars.ts';

export const clauseSchema = z.strictObject({ id: z.string(), title: z.string(), words: z.string() });

/** Why a finding stands as it does: numbers and dates, worded by the client. */
export const findingView = z.object({
  ruleId: z.string(),
  kind: z.enum(judgedKinds),
  clause: z.string(),
  state: z.enum(['met', 'due', 'overdue', 'excused', 'not-applicable']),
  reason: z.enum([
    'met-within',
    'next-keeps-to-it',
    'next-too-late',
    'nothing-booked',
    'gap-too-long',
    'first-due-by',
    'first-overdue',
    'count-kept',
    'count-due',
    'count-short',
    'term-due',
    'term-missed',
    'terms-unknown',
    'paused',
    'series-booked',
    'series-missing',
    'series-being-booked',
    'summary-sent',
    'summary-waiting',
    'summary-unconfirmed',
    'summary-none-yet',
    'topic-covered',
    'topic-not-since',
    'topic-never',
    'agreement-none-yet',
    'agreement-being-filled',
    'agreement-being-signed',
    'agreement-holds',
    'agreement-review',
    'agreement-too-seldom',
    'kind-held',
    'kind-planned',
    'kind-due',
    'kind-late',
    'kind-not-yet',
    'kind-start-unknown',
    'kind-before-pair',
    'leave-building-up',
    'leave-even',
    'leave-not-noted',
    'tone',
    'no-rule-for-group',
  ]),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  dueOn: z.nullable(localDate),
});
export type FindingView = z.infer<typeof findingView>;

/** As of which day: any that the calendar has, on the employee's. */
export const findingsRequest = z.strictObject({ on: localDate });
export const findingsResponse = z.object({
  on: localDate,
  today: localDate,
  policy: z.nullable(z.object({ title: z.string(), version: z.string() })),
  findings: z.array(findingView),
});

/** How far looking at everybody again is, after what is asked has changed; null: never asked for. */
export const policyProgressResponse = z.object({
  run: z.nullable(
    z.object({
      dueAt: instant,
      total: z.nullable(count),
      done: count,
      startedAt: z.nullable(instant),
      finishedAt: z.nullable(instant),
    }),
  ),
});

/** What the policy asks of a pair: the cadence, and the interval that, kept to, always meets it. */
export const askedView = z.object({ cadence: cadenceSchema, every: interval, clause: z.string() });
export type AskedView = z.infer<typeof askedView>;

export const intervalView = interval;
export type IntervalView = z.infer<typeof interval>;

/** As of which day; left out, today. */
export const policyRequest = z.strictObject({ on: z.optional(localDate) });

const groupView = z.object({ id: z.string(), title: z.string() });
const standardView = z.object({ title: z.string(), version: z.string() });

export const policyResponse = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  on: localDate,
  approvedBy: z.nullable(z.string()),
  issuedOn: z.nullable(localDate),
  reviewOn: z.nullable(localDate),
  pastReview: z.boolean(),
  /** Whether it is for the reader at all (CAREER-15). */
  covered: z.boolean(),
  /** The reader's group in it. */
  group: z.nullable(z.string()),
  /** Their unit's standard, and which of the rules are its own. */
  standard: z.nullable(z.object({ ...standardView.shape, ruleIds: z.array(z.string()) })),
  clauses: z.array(clauseSchema),
  groups: z.array(groupView),
  rules: z.array(ruleSchema),
  cadences: z.array(z.object({ group: z.string(), cadence: cadenceSchema, clause: z.string() })),
});
export type PolicyResponse = z.infer<typeof policyResponse>;

const because = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('grade'), grade: z.string() }),
  z.object({ kind: z.literal('contract'), contract: z.enum(['full-time', 'part-time']) }),
  z.object({ kind: z.literal('has-reports'), has: z.boolean() }),
  z.object({ kind: z.literal('role'), role: z.enum(pairRoles) }),
  z.object({ kind: z.literal('months-in-post-under'), months: z.int() }),
  z.object({ kind: z.literal('during'), what: z.enum(['support', 'procedure']), since: localDate }),
  z.object({ kind: z.literal('meeting-more-often'), since: localDate }),
]);
/** Where a rule comes from, and why it is this person's. */
const sourceView = z.object({
  from: z.enum(['organisation', 'unit']),
  because: z.readonly(z.array(because)),
});
export type SourceView = z.infer<typeof sourceView>;

/** What is asked of one pair on a day: the rules in force for it, of every kind, with the clauses they come from. */
export const pairPolicyResponse = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  on: localDate,
  reviewOn: z.nullable(localDate),
  pastReview: z.boolean(),
  /** The employee's group in this policy. */
  group: z.nullable(z.string()),
  /** Whether it is for the employee at all (CAREER-15). */
  covered: z.boolean(),
  /** The standard of the employee's unit, where one holds. */
  standard: z.nullable(standardView),
  clauses: z.array(clauseSchema),
  groups: z.array(groupView),
  rules: z.array(ruleSchema),
  /** Where each rule comes from, by its id. */
  sources: z.record(z.string(), sourceView),
});
