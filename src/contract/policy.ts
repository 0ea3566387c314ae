import * as z from 'zod/mini';
import { judgedKinds } from '#core/policy/finding.ts';
import { cadenceSchema, interval } from './cadence.ts';
import { ruleSchema } from './policy-rules.ts';
import { localDate } from './scalars.ts';

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
    'tone',
    'no-rule-for-group',
  ]),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  dueOn: z.nullable(localDate),
});
export type FindingView = z.infer<typeof findingView>;

/** What the policy asks of a pair: the cadence, and the interval that, kept to, always meets it. */
export const askedView = z.object({ cadence: cadenceSchema, every: interval, clause: z.string() });
export type AskedView = z.infer<typeof askedView>;

export const intervalView = interval;
export type IntervalView = z.infer<typeof interval>;

export const policyResponse = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  approvedBy: z.nullable(z.string()),
  issuedOn: z.nullable(localDate),
  reviewOn: z.nullable(localDate),
  pastReview: z.boolean(),
  clauses: z.array(clauseSchema),
  cadences: z.array(z.object({ group: z.string(), cadence: cadenceSchema, clause: z.string() })),
});
export type PolicyResponse = z.infer<typeof policyResponse>;

/** What is asked of one pair: the rules in force for it, of every kind, with the clauses they come from. */
export const pairPolicyResponse = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  reviewOn: z.nullable(localDate),
  pastReview: z.boolean(),
  /** The employee's group in this policy. */
  group: z.nullable(z.string()),
  clauses: z.array(clauseSchema),
  rules: z.array(ruleSchema),
});
