import * as z from 'zod/mini';
import { meetingKinds } from '#core/meeting/meeting.ts';
import { pairRoles } from '#core/people/pair.ts';
import { agreementParts } from '#core/policy/meeting-rules.ts';
import { fieldSources, stages } from '#core/policy/record-form.ts';
import { pointMarks } from '#core/record/point.ts';
import { cadenceSchema } from './cadence.ts';
import { topicSchema } from './topic.ts';

const key = z.string().check(z.regex(/^[\w-]{1,64}$/, 'letters, digits, - and _ only, at most 64'));
const title = z.string().check(z.minLength(1), z.maxLength(200));
const sentence = z.string().check(z.minLength(1), z.maxLength(2000));
const days = z.int().check(z.gte(1), z.lte(366));
const choice = z.strictObject({ id: key, title });
const explained = z.strictObject({ id: key, title, words: z.nullable(sentence) });
const party = z.enum(['supervisor', 'employee']);
const anyParty = z.enum(['supervisor', 'employee', 'both']);
const meetingKind = z.enum(meetingKinds);
const dayOfYear = z
  .strictObject({ month: z.int().check(z.gte(1), z.lte(12)), day: z.int().check(z.gte(1), z.lte(31)) })
  .check(
    z.refine(({ month, day }) => day <= ([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] ?? 0), {
      message: 'a day that every year has',
    }),
  );
const base = { id: key, clause: z.string() };
const choices = z.readonly(z.array(choice).check(z.minLength(1), z.maxLength(60)));
const explanations = z.readonly(z.array(explained).check(z.minLength(1), z.maxLength(60)));

const standingItem = z.strictObject({
  id: key,
  title,
  topicId: z.nullable(key),
  minutes: z.int().check(z.gte(1), z.lte(120)),
  shows: z.nullable(z.enum(['last-actions', 'measures'])),
});

const field = z.strictObject({ id: key, label: title, source: z.enum(fieldSources), filledBy: anyParty });
const section = z.strictObject({
  id: key,
  title,
  hint: z.nullable(sentence),
  holds: z.enum(['points', 'progress', 'actions', 'duties']),
  topicIds: z.readonly(z.array(key)),
  writtenBy: z.nullable(party),
  notApplicable: z.boolean(),
  stage: z.nullable(z.enum(stages)),
});

const caution = z.strictObject({
  id: key,
  title,
  phrases: z.readonly(
    z.array(
      z.string().check(z.regex(/^[\p{L}\p{N}][\p{L}\p{N}’' -]*\*?$/u, 'words, with an asterisk only at the end')),
    ),
  ),
  marks: z.readonly(z.array(z.enum(pointMarks))),
  route: sentence,
  representation: z.nullable(sentence),
});

const meetingRules = [
  z.strictObject({ ...base, kind: z.literal('scope'), excludedGroups: z.readonly(z.array(key)) }),
  z.strictObject({
    ...base,
    kind: z.literal('cadence'),
    groupId: key,
    when: z.optional(
      z.strictObject({
        roles: z.optional(z.readonly(z.array(z.enum(pairRoles)).check(z.minLength(1)))),
        monthsInPostUnder: z.optional(z.int().check(z.gte(1), z.lte(60))),
        during: z.optional(z.enum(['support', 'procedure'])),
      }),
    ),
    cadence: cadenceSchema,
    firstWithinDays: z.optional(days),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('meeting-kind'),
    meetingKind,
    title,
    counts: z.boolean(),
    due: z.nullable(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('after-start'), days }),
        z.strictObject({
          kind: z.literal('yearly'),
          anchor: z.union([z.enum(['start', 'increment']), dayOfYear]),
          windowDays: days,
        }),
      ]),
    ),
    topics: z.readonly(z.array(topicSchema)),
    apart: z.boolean(),
  }),
  z.strictObject({ ...base, kind: z.literal('interval-reasons'), reasons: choices }),
  z.strictObject({
    ...base,
    kind: z.literal('agreement'),
    title,
    asks: z.readonly(z.array(z.enum(agreementParts)).check(z.minLength(1))),
    reviewAfterMonths: z.int().check(z.gte(1), z.lte(36)),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('supervisors'),
    roles: z.readonly(z.array(z.enum(pairRoles))),
    threeWay: z.boolean(),
  }),
  z.strictObject({ ...base, kind: z.literal('request') }),
  z.strictObject({ ...base, kind: z.literal('help-routes'), steps: explanations }),
  z.strictObject({ ...base, kind: z.literal('scheduled') }),
] as const;

const conversationRules = [
  z.strictObject({ ...base, kind: z.literal('coverage'), topics: z.readonly(z.array(topicSchema)) }),
  z.strictObject({ ...base, kind: z.literal('standing-items'), items: z.readonly(z.array(standingItem)) }),
  z.strictObject({
    ...base,
    kind: z.literal('agenda'),
    itemKinds: choices,
    lengthAgreed: z.boolean(),
    adjournedGetDate: z.boolean(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('preparation'),
    prompts: explanations,
    shows: z.readonly(z.array(z.enum(['behaviours', 'objectives', 'measures', 'last-meeting']))),
    minutes: z.nullable(z.int().check(z.gte(5), z.lte(240))),
  }),
  z.strictObject({ ...base, kind: z.literal('behaviours'), title, behaviours: explanations }),
  z.strictObject({ ...base, kind: z.literal('hints'), for: party, hints: explanations }),
  z.strictObject({
    ...base,
    kind: z.literal('cautions'),
    cautions: z.readonly(z.array(caution).check(z.minLength(1))),
  }),
  z.strictObject({ ...base, kind: z.literal('tone') }),
  z.strictObject({ ...base, kind: z.literal('guidance'), for: anyParty }),
] as const;

export const recordFormSchema = z.strictObject({
  ...base,
  kind: z.literal('record-form'),
  meetingKinds: z.readonly(z.array(meetingKind).check(z.minLength(1))),
  title,
  look: z.enum(['notes', 'boxes', 'stages', 'list']),
  head: z.readonly(z.array(field).check(z.maxLength(30))),
  sections: z.readonly(z.array(section).check(z.minLength(1), z.maxLength(30))),
  foot: z.readonly(z.array(field).check(z.maxLength(30))),
  actionColumns: z.strictObject({ what: title, by: title }),
});

const recordRules = [
  recordFormSchema,
  z.strictObject({ ...base, kind: z.literal('writer'), writes: anyParty, confirms: z.nullable(party) }),
  z.strictObject({
    ...base,
    kind: z.literal('sign-off'),
    signers: z.readonly(z.array(party).check(z.minLength(1), z.maxLength(2))),
    remindAfterDays: days,
    lapsesAfterDays: days,
  }),
  z.strictObject({
    ...base,
    kind: z.literal('copies'),
    holders: z.readonly(z.array(party).check(z.minLength(1), z.maxLength(2))),
  }),
  z.strictObject({ ...base, kind: z.literal('actions'), reviewedFirst: z.boolean(), dateAsked: z.boolean() }),
  z.strictObject({ ...base, kind: z.literal('summary-mail') }),
  z.strictObject({
    ...base,
    kind: z.literal('retention'),
    keptFor: z.union([z.literal('employment'), z.strictObject({ years: z.int().check(z.gte(1), z.lte(50)) })]),
    keptBy: z.enum(['supervisor', 'organisation']),
    then: z.enum(['hand-over', 'erase']),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('visibility'),
    readers: z.readonly(z.array(z.enum(['pair', 'line-management'])).check(z.minLength(1))),
    hrSeesContent: z.boolean(),
    exceptions: z.readonly(z.array(choice)),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('monitoring'),
    what: sentence,
    owner: title,
    every: z.nullable(z.enum(['quarter', 'year'])),
    route: sentence,
    shortfall: z.nullable(sentence),
  }),
  z.strictObject({ ...base, kind: z.literal('file'), holds: choices }),
] as const;

const personRules = [
  z.strictObject({ ...base, kind: z.literal('objectives'), smart: z.boolean(), newWhenEarly: z.boolean() }),
  z.strictObject({ ...base, kind: z.literal('development'), ways: choices }),
  z.strictObject({ ...base, kind: z.literal('duties'), title, duties: choices, confirmedBy: z.nullable(party) }),
  z.strictObject({
    ...base,
    kind: z.literal('leave'),
    yearStarts: dayOfYear,
    entitlementDays: days,
    buildUpDays: days,
  }),
  z.strictObject({ ...base, kind: z.literal('absence') }),
  z.strictObject({
    ...base,
    kind: z.literal('performance'),
    hrFirst: z.boolean(),
    evidence: choices,
    script: z.boolean(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('yearly-conversation'),
    drivenBy: party,
    colleagueFeedback: z.boolean(),
    ratings: z.readonly(z.array(choice)),
    payStep: z.readonly(z.array(choice)),
    appeal: z.nullable(z.strictObject({ withinDays: days, acknowledgedWithinDays: days, to: title })),
  }),
] as const;

/** A rule of a policy, of any known kind. */
export const ruleSchema = z.discriminatedUnion('kind', [
  ...meetingRules,
  ...conversationRules,
  ...recordRules,
  ...personRules,
]);
