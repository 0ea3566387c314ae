import * as z from 'zod/mini';
import { agreementParts } from '#core/policy/meeting-rules.ts';
import { personView } from './people.ts';
import { findingView } from './policy.ts';
import { count, id, instant, localDate } from './scalars.ts';

const agendaSharing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at-meeting') }),
  z.strictObject({ kind: z.literal('days-before'), days: z.int().check(z.gte(1), z.lte(30)) }),
]);

const terms = {
  everyWeeks: z.nullable(z.int().check(z.gte(1), z.lte(26))),
  place: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
  minutes: z.nullable(z.int().check(z.gte(10), z.lte(240))),
  noticeDays: z.nullable(z.int().check(z.gte(0), z.lte(90))),
  agendaSharing: z.nullable(agendaSharing),
  notesBy: z.nullable(z.enum(['supervisor', 'employee', 'turns'])),
  notesDepth: z.nullable(z.enum(['actions', 'everything'])),
  signed: z.nullable(z.boolean()),
  targetsSetOn: z.nullable(localDate),
  targetsReviewedOn: z.nullable(localDate),
  reviewOn: z.nullable(localDate),
};

/** What a pair settled about how they meet. Null: not yet, or not asked. */
export const agreementTerms = z.object(terms);
export type AgreementTermsView = z.infer<typeof agreementTerms>;

/** One version: who has signed it, and when. */
export const agreementVersion = z.object({
  version: count,
  revision: count,
  terms: agreementTerms,
  begunAt: instant,
  begunBy: z.string(),
  signedBySupervisor: z.nullable(instant),
  signedByEmployee: z.nullable(instant),
  packVersion: z.string(),
  /** What is still to be settled before it can be signed. */
  open: z.array(z.enum(agreementParts)),
});
export type AgreementVersionView = z.infer<typeof agreementVersion>;

/** How a pair meets: what they agreed, what is being agreed, and what was before. */
export const agreementResponse = z.object({
  pairId: id,
  seq: count,
  today: localDate,
  me: personView,
  other: personView,
  supervising: z.boolean(),
  /** Null: the policy asks for no agreement. */
  asks: z.nullable(z.object({ clause: z.string(), title: z.string(), parts: z.array(z.enum(agreementParts)) })),
  /** The most weeks between two meetings the policy allows, and the clause that says so. */
  most: z.nullable(z.object({ weeks: count, clause: z.string() })),
  finding: z.nullable(findingView),
  /** How many of the pair's meetings are closed: whose turn it is to take notes goes by it. */
  held: count,
  inForce: z.nullable(agreementVersion),
  draft: z.nullable(agreementVersion),
  /** Newest first. */
  earlier: z.array(agreementVersion),
});
export type AgreementResponse = z.infer<typeof agreementResponse>;

/** Settles parts of the version on the screen; absent: stays. `version` null: begins one, from what holds or from what is usual. */
export const changeAgreementRequest = z.strictObject({
  version: z.nullable(count),
  terms: z.strictObject({
    everyWeeks: z.optional(terms.everyWeeks),
    place: z.optional(terms.place),
    minutes: z.optional(terms.minutes),
    noticeDays: z.optional(terms.noticeDays),
    agendaSharing: z.optional(terms.agendaSharing),
    notesBy: z.optional(terms.notesBy),
    notesDepth: z.optional(terms.notesDepth),
    signed: z.optional(terms.signed),
    targetsSetOn: z.optional(terms.targetsSetOn),
    targetsReviewedOn: z.optional(terms.targetsReviewedOn),
    reviewOn: z.optional(terms.reviewOn),
  }),
});

/** Signs what is on the screen. */
export const signAgreementRequest = z.strictObject({ version: count, revision: count });
