import * as z from 'zod/mini';
import { faultsIn } from '#core/policy/pack-faults.ts';
import { clauseSchema } from './policy.ts';
import { ruleSchema } from './policy-rules.ts';
import { localDate } from './scalars.ts';

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
    rules: z.array(ruleSchema),
  })
  .check(
    z.superRefine((pack, context) => {
      for (const { path, message } of faultsIn(pack)) {
        context.addIssue({ code: 'custom', input: pack, path: [...path], message });
      }
    }),
  );
