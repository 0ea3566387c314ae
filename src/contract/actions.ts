import * as z from 'zod/mini';
import { count, id, instant, line, localDate, reason, topicKey } from './scalars.ts';

const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agreed'), dueOn: z.nullable(localDate) }),
  z.object({ kind: z.literal('new-date'), from: z.nullable(localDate), to: z.nullable(localDate) }),
  z.object({ kind: z.literal('came-back') }),
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('reopened') }),
  z.object({ kind: z.literal('dropped'), reason: z.string() }),
  z.object({ kind: z.literal('reworded'), from: z.string() }),
]);

export const actionView = z.object({
  id,
  pairId: id,
  raisedInId: id,
  itemId: z.nullable(id),
  topicId: z.nullable(z.string()),
  text: z.string(),
  ownerId: z.string(),
  dueOn: z.nullable(localDate),
  state: z.enum(['open', 'done', 'dropped']),
  settledOn: z.nullable(localDate),
  droppedReason: z.nullable(z.string()),
  timesCarried: count,
  late: z.boolean(),
  createdAt: instant,
  history: z.array(z.object({ at: instant, by: z.string(), meetingId: z.nullable(id), change })),
});
export type ActionView = z.infer<typeof actionView>;

export const addActionRequest = z.strictObject({
  id,
  text: line,
  ownerId: id,
  dueOn: z.nullable(localDate),
  itemId: z.nullable(id),
  topicId: z.nullable(topicKey),
});

/** One step in an action's life; `meetingId` says in which meeting it was taken, where in one. */
export const changeActionRequest = z.strictObject({
  meetingId: z.nullable(id),
  step: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('done') }),
    z.strictObject({ kind: z.literal('reopened') }),
    z.strictObject({ kind: z.literal('new-date'), dueOn: z.nullable(localDate) }),
    z.strictObject({ kind: z.literal('dropped'), reason }),
    z.strictObject({ kind: z.literal('reworded'), text: line }),
  ]),
});
