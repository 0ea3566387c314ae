import * as z from 'zod/mini';
import { refusalCodes } from '#core/refusal.ts';

/** What the outside world refused or failed at, as a client may word it. */
export const failureCodes = [
  'outlook-unavailable',
  'outlook-throttled',
  'outlook-forbidden',
  'outlook-missing',
  'outlook-conflict',
  'outlook-refused',
  'consent-needed',
  'sign-in-needed',
  'claims-needed',
  'application-refused',
] as const;

export const problemCodes = [...refusalCodes, ...failureCodes, 'unexpected'] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** The one error envelope. `fields` names what was wrong in the request, path by path. */
export const problem = z.object({
  code: z.enum(problemCodes),
  requestId: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  fields: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  claims: z.optional(z.string()),
  retryAfterSeconds: z.optional(z.number()),
});

export type Problem = z.infer<typeof problem>;
