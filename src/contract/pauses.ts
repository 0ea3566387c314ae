import * as z from 'zod/mini';
import { localDate, reason } from './scalars.ts';

/** An absence for which the one-to-ones pause; `until` null: nobody knows yet. Both days belong to it. */
export const pauseRequest = z.strictObject({ from: localDate, until: z.nullable(localDate), reason });

/** From which day the one-to-ones go on. */
export const endPauseRequest = z.strictObject({ on: localDate });
