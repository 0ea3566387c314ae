import * as z from 'zod/mini';
import { dutyStandings } from '#core/duties/duty.ts';
import { fieldSources, stages } from '#core/policy/record-form.ts';
import { writeUpStates } from '#core/record/write-up.ts';
import { actionView } from './actions.ts';
import { recordFormSchema } from './policy-rules.ts';
import { pointView } from './record.ts';
import { count, id, instant, line, localDate, topicKey } from './scalars.ts';

/** What stands in a line of the form. */
export const fieldValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: line }),
  z.strictObject({ kind: z.literal('moment'), at: instant }),
  z.strictObject({ kind: z.literal('day'), on: localDate }),
  z.strictObject({ kind: z.literal('days'), days: z.number().check(z.gte(0), z.lte(366), z.multipleOf(0.5)) }),
]);
export type FieldValueView = z.infer<typeof fieldValue>;

const filledField = z.object({ id: z.string(), label: z.string(), value: z.nullable(fieldValue) });
const dutyStanding = z.enum(dutyStandings);

const filledSection = z.object({
  id: z.string(),
  title: z.string(),
  stage: z.nullable(z.enum(stages)),
  notApplicable: z.boolean(),
  points: z.array(pointView),
  actions: z.array(actionView),
  duties: z.array(z.object({ title: z.string(), validUntil: z.nullable(localDate), standing: dutyStanding })),
});

/** A record on its form, as screens show it and documents print it. */
export const filledFormView = z.object({
  title: z.string(),
  look: z.enum(['notes', 'boxes', 'stages', 'list']),
  head: z.array(filledField),
  sections: z.array(filledSection),
  foot: z.array(filledField),
  actionColumns: z.object({ what: z.string(), by: z.string() }),
});
export type FilledFormView = z.infer<typeof filledFormView>;

/** A duty of the pair's employee, between meetings (FORM-10, ESS-6). */
export const dutyView = z.object({
  id,
  kindId: z.nullable(z.string()),
  title: z.string(),
  since: z.nullable(localDate),
  validUntil: z.nullable(localDate),
  confirmedBy: z.nullable(z.string()),
  confirmedAt: z.nullable(instant),
  standing: dutyStanding,
});
export type DutyView = z.infer<typeof dutyView>;

/** How leave stands against an even spread over the year (FORM-4). */
export const leaveStanding = z.object({
  state: z.enum(['even', 'building-up', 'ahead']),
  daysLeft: z.number(),
  evenDays: z.number(),
  weeksToGo: count,
  yearEndsOn: localDate,
  clause: z.string(),
});

/** A meeting's record on its form, and who may fill what. */
export const formResponse = z.object({
  meetingId: id,
  pairId: id,
  seq: count,
  /** Am I the supervisor of this pair? */
  supervising: z.boolean(),
  /** Null: the policy has no form for this kind of meeting, and all below is empty. */
  rule: z.nullable(recordFormSchema),
  form: z.nullable(filledFormView),
  /** Every line of head and foot: what it is, whether the reader may fill it in now, and what it said at the last meeting. */
  fields: z.array(
    z.object({
      id: z.string(),
      source: z.enum(fieldSources),
      mayFill: z.boolean(),
      lastTime: z.nullable(z.object({ value: fieldValue, on: localDate })),
    }),
  ),
  /** Who said of a heading that it does not apply. */
  notApplicable: z.array(z.object({ sectionId: z.string(), by: z.string(), at: instant })),
  /** Headings with nothing under them and nothing said about them. */
  empty: z.array(z.object({ id: z.string(), title: z.string(), mayNotApply: z.boolean() })),
  writing: z.object({
    state: z.enum(writeUpStates),
    writes: z.enum(['supervisor', 'employee', 'both']),
    confirms: z.nullable(z.enum(['supervisor', 'employee'])),
    clause: z.nullable(z.string()),
    mayWrite: z.boolean(),
    mayShare: z.boolean(),
    mayConfirm: z.boolean(),
    shared: z.nullable(z.object({ by: z.string(), at: instant })),
    confirmed: z.nullable(z.object({ by: z.string(), at: instant })),
  }),
  leave: z.nullable(leaveStanding),
  absence: z.nullable(z.object({ clause: z.string(), days: z.nullable(z.number()) })),
  /** The policy in force for this record. */
  pack: z.object({ id: z.string(), version: z.string() }),
});
export type FormResponse = z.infer<typeof formResponse>;

/** Fills in a line of the form, or empties it with null. */
export const fillFieldRequest = z.strictObject({ fieldId: topicKey, value: z.nullable(fieldValue) });
export const notApplicableRequest = z.strictObject({ sectionId: topicKey, notApplicable: z.boolean() });

/** The duties of a pair's employee, and what the policy asks about them. */
export const dutiesResponse = z.object({
  pairId: id,
  seq: count,
  asked: z.nullable(
    z.object({
      title: z.string(),
      clause: z.string(),
      choices: z.array(z.object({ id: z.string(), title: z.string() })),
      confirmedBy: z.nullable(z.enum(['supervisor', 'employee'])),
    }),
  ),
  mayConfirm: z.boolean(),
  duties: z.array(dutyView),
});
export type DutiesResponse = z.infer<typeof dutiesResponse>;

export const saveDutyRequest = z.strictObject({
  id,
  kindId: z.nullable(topicKey),
  title: line,
  since: z.nullable(localDate),
  validUntil: z.nullable(localDate),
  /** True: it has ended, and is kept without being shown. */
  ended: z.boolean(),
});
/** Says that a duty is done and in date, until a day where it runs out. */
export const confirmDutyRequest = z.strictObject({ id, validUntil: z.nullable(localDate) });
