import * as z from 'zod/mini';
import { judgedKinds } from '#core/policy/finding.ts';
import { cadenceSchema } from './cadence.ts';
import { clauseSchema } from './policy.ts';
import { ruleSchema } from './policy-rules.ts';
import { count, id, instant, localDate } from './scalars.ts';

/** Somebody who did something, where their name is known; null: it was given when Duologue was started. */
const doneBy = z.nullable(z.object({ id: z.string(), displayName: z.nullable(z.string()) }));

export const versionStates = ['in-force', 'planned', 'replaced', 'rolled-back', 'never-in-force'] as const;

export const standardStates = ['in-force', 'planned', 'replaced', 'withdrawn', 'without-effect'] as const;

/** A version of a policy as it was loaded, and how it stands today. */
export const policyVersionView = z.object({
  id,
  packId: z.string(),
  title: z.string(),
  version: z.string(),
  approvedBy: z.nullable(z.string()),
  issuedOn: z.nullable(localDate),
  reviewOn: z.nullable(localDate),
  pastReview: z.boolean(),
  /** SHA-256 of the file, in hexadecimal. */
  hash: z.string(),
  loadedBy: doneBy,
  loadedAt: instant,
  state: z.enum(versionStates),
  /** In force or planned: from that day. Replaced or rolled back: since that day. */
  since: z.nullable(localDate),
  /** The activation that holds or will; null: none. */
  activationId: z.nullable(id),
});
export type PolicyVersionView = z.infer<typeof policyVersionView>;

export const policiesResponse = z.object({
  /** Today where the organisation is: what comes into force today does so now. */
  today: localDate,
  /** What a decision on this list names, so that nobody decides on an older one. */
  revision: count,
  /** Newest first. */
  versions: z.array(policyVersionView),
  /** What units ask on top, newest first. */
  standards: z.array(
    z.object({
      id,
      unit: z.string(),
      title: z.string(),
      version: z.string(),
      from: localDate,
      loadedBy: doneBy,
      loadedAt: instant,
      state: z.enum(standardStates),
      withdrawnAt: z.nullable(instant),
      /** Clauses of the policy in force it falls below by now: it has no effect. */
      below: z.array(z.string()),
    }),
  ),
  /** What happened, newest first. */
  history: z.array(
    z.object({
      activationId: id,
      versionId: id,
      from: localDate,
      by: doneBy,
      at: instant,
      withdrawnBy: doneBy,
      withdrawnAt: z.nullable(instant),
    }),
  ),
});
export type PoliciesResponse = z.infer<typeof policiesResponse>;

/** A unit's standard as text, exactly as it is, decided on a list of that revision. */
export const loadStandardRequest = z.strictObject({
  id,
  text: z.string().check(z.maxLength(240_000)),
  revision: count,
});
export const loadStandardResponse = z.object({ standardId: id, wasThere: z.boolean(), revision: count });

/** A policy file as text, exactly as it is. */
export const loadPolicyRequest = z.strictObject({ id, text: z.string().check(z.maxLength(240_000)) });
export const loadPolicyResponse = z.object({
  versionId: id,
  /** It was there already, with the same content. */
  wasThere: z.boolean(),
});

const stateNow = z.nullable(z.enum(['met', 'due', 'overdue', 'excused', 'not-applicable']));

/** Null: between one and four people, or what would give such a number away. */
const people = z.nullable(count);

/** A version with what its rules' words need. */
const comparedVersion = z.object({
  versionId: id,
  title: z.string(),
  version: z.string(),
  groups: z.array(z.object({ id: z.string(), title: z.string() })),
  clauses: z.array(clauseSchema),
});

export const comparisonResponse = z.object({
  before: comparedVersion,
  after: comparedVersion,
  rules: z.array(
    z.object({
      change: z.enum(['added', 'removed', 'stricter', 'weaker', 'changed']),
      before: z.nullable(ruleSchema),
      after: z.nullable(ruleSchema),
    }),
  ),
  clauses: z.array(z.object({ before: z.nullable(clauseSchema), after: z.nullable(clauseSchema) })),
  /** Standards of units that would have no effect: they fall below these clauses. */
  standardsBelow: z.array(z.object({ unit: z.string(), title: z.string(), clauses: z.array(z.string()) })),
  /** How often people are asked to meet, where that changes; null: not at all. */
  cadences: z.array(z.object({ before: z.nullable(cadenceSchema), after: z.nullable(cadenceSchema), people })),
  /** Of whom nothing changes in how often. */
  unchanged: people,
});
export type ComparisonResponse = z.infer<typeof comparisonResponse>;

/** For how many pairs what is asked would stand another way today, kind by kind; null: nothing of the kind is asked. */
export const impactResponse = z.object({
  pairs: people,
  changes: z.array(z.object({ kind: z.enum(judgedKinds), before: stateNow, after: stateNow, pairs: people })),
});
export type ImpactResponse = z.infer<typeof impactResponse>;

/** From a day on, decided on a list of that revision. */
export const activateRequest = z.strictObject({ id, from: localDate, revision: count });
export const withdrawRequest = z.strictObject({ revision: count });
/** The revision afterwards. */
export const revised = z.object({ revision: count });
