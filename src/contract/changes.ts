import * as z from 'zod/mini';
import { meetingResponse } from './meetings.ts';
import { count, id } from './scalars.ts';

/** One message of the live stream: that something changed in a pair. `meeting`: as it is now, for a screen that shows it. */
export const changeEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), seqs: z.record(z.string(), count) }),
  z.object({ kind: z.literal('changed'), pairId: id, seq: count, meeting: z.optional(meetingResponse) }),
  z.object({ kind: z.literal('writing'), pairId: id, meetingId: id, personId: z.string() }),
]);
export type ChangeEvent = z.infer<typeof changeEvent>;

export const empty = z.strictObject({});
export const done = z.object({ seq: count });
