import * as z from 'zod/mini';
import { clauseSchema } from './policy.ts';
import { ruleSchema } from './policy-rules.ts';
import { localDate } from './scalars.ts';

/** A unit's standard as a file holds it: rules of any known kind, for one unit, on top of one policy (OD3a-3). */
export const policyStandardSchema = z.strictObject({
  $schema: z.optional(z.string()),
  id: z.string().check(z.regex(/^[\w-]{1,64}$/, 'letters, digits, - and _ only, at most 64')),
  unit: z.string().check(z.minLength(1), z.maxLength(200)),
  title: z.string().check(z.minLength(1), z.maxLength(200)),
  version: z.string().check(z.minLength(1), z.maxLength(64)),
  from: localDate,
  packId: z.string(),
  clauses: z.array(clauseSchema),
  rules: z.array(ruleSchema).check(z.minLength(1), z.maxLength(200)),
});
