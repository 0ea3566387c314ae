import * as z from 'zod/mini';
import { instant, localDate } from './scalars.ts';

/** A person as others may see them. */
export const personView = z.object({
  id: z.string(),
  displayName: z.string(),
  givenName: z.string(),
  jobTitle: z.nullable(z.string()),
});
export type PersonView = z.infer<typeof personView>;

export const meResponse = z.object({
  person: personView,
  zone: z.string(),
  /** The server's clock: screens count time from here, so a wrong device clock does no harm. */
  now: instant,
  today: localDate,
  hasPeople: z.boolean(),
  /** Whether they look after the organisation's policies. */
  isAdministrator: z.boolean(),
  /** Looks after one-to-ones in the organisation. */
  isHr: z.boolean(),
  organisation: z.nullable(z.string()),
  policy: z.object({ id: z.string(), title: z.string(), version: z.string(), pastReview: z.boolean() }),
});
export type MeResponse = z.infer<typeof meResponse>;
