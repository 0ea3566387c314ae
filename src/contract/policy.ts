import * as z from 'zod/mini';
import { localDate } from './scalars.ts';

const interval = z.union([
  z.object({ weeks: z.int().check(z.gte(1), z.lte(52)) }),
  z.object({ months: z.int().check(z.gte(1), z.lte(12)) }),
]);
const term = z.strictObject({ title: z.string(), from: localDate, to: localDate });

/** How often a policy asks two people to meet, of any known kind. */
export const cadenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('interval'), every: interval }),
  z.strictObject({ kind: z.literal('window'), from: interval, to: interval }),
  z
    .strictObject({
      kind: z.literal('rolling'),
      count: z.int().check(z.gte(1), z.lte(60)),
      months: z.int().check(z.gte(1), z.lte(24)),
      evenly: z.boolean(),
    })
    .check(
      z.refine(({ count, months, evenly }) => !evenly || months % count === 0, {
        message: 'an even count divides its months: 12 in 12, 4 in 12, 6 in 12',
      }),
    ),
  z.strictObject({ kind: z.literal('term'), terms: z.readonly(z.array(term)) }),
]);
export type CadenceView = z.infer<typeof cadenceSchema>;

const ruleBase = { id: z.string(), clause: z.string() };

export const clauseSchema = z.object({ id: z.string(), title: z.string(), words: z.string() });

export const topicSchema = z.object({
  id: z.string(),
  title: z.string(),
  prompts: z.array(z.string()),
  measures: z.optional(z.boolean()),
});

const standingItem = z.object({
  id: z.string(),
  title: z.string(),
  topicId: z.nullable(z.string()),
  minutes: z.int().check(z.gte(1), z.lte(120)),
  shows: z.nullable(z.enum(['last-actions', 'measures'])),
});

const rule = z.discriminatedUnion('kind', [
  z.strictObject({
    ...ruleBase,
    kind: z.literal('cadence'),
    groupId: z.string(),
    cadence: cadenceSchema,
    firstWithinDays: z.optional(z.int().check(z.gte(1), z.lte(366))),
  }),
  z.strictObject({ ...ruleBase, kind: z.literal('coverage'), topics: z.array(topicSchema) }),
  z.strictObject({ ...ruleBase, kind: z.literal('standing-items'), items: z.array(standingItem) }),
  z.strictObject({ ...ruleBase, kind: z.literal('scheduled') }),
  z.strictObject({ ...ruleBase, kind: z.literal('summary-mail') }),
  z.strictObject({ ...ruleBase, kind: z.literal('tone') }),
]);

/** A policy pack as a file holds it. References between its parts are checked as well as shapes. */
export const policyPackSchema = z
  .strictObject({
    $schema: z.optional(z.string()),
    id: z.string(),
    title: z.string(),
    version: z.string(),
    approvedBy: z.nullable(z.string()),
    issuedOn: z.nullable(localDate),
    reviewOn: z.nullable(localDate),
    source: z.string(),
    defaults: z.strictObject({ minutes: z.int().check(z.gte(5), z.lte(240)) }),
    clauses: z.array(clauseSchema),
    groups: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        grades: z.optional(z.array(z.string())),
        hasReports: z.optional(z.boolean()),
        contract: z.optional(z.enum(['full-time', 'part-time'])),
      }),
    ),
    rules: z.array(rule),
  })
  .check(
    z.superRefine((pack, context) => {
      const clauses = new Set(pack.clauses.map((clause) => clause.id));
      const groups = new Set(pack.groups.map((group) => group.id));
      pack.rules.forEach((one, index) => {
        if (!clauses.has(one.clause)) {
          context.addIssue({
            code: 'custom',
            input: one,
            path: ['rules', index, 'clause'],
            message: `no clause ${one.clause} in this pack`,
          });
        }
        if (one.kind === 'cadence' && !groups.has(one.groupId)) {
          context.addIssue({
            code: 'custom',
            input: one,
            path: ['rules', index, 'groupId'],
            message: `no group ${one.groupId} in this pack`,
          });
        }
      });
    }),
  );

/** Why a finding stands as it does: numbers and dates, worded by the client. */
export const findingView = z.object({
  ruleId: z.string(),
  kind: z.enum(['cadence', 'coverage', 'standing-items', 'scheduled', 'summary-mail', 'tone']),
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
