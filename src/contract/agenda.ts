import * as z from 'zod/mini';
import { count, id, instant, line, topicKey, words } from './scalars.ts';

export const agendaItemView = z.object({
  id,
  title: z.string(),
  note: z.nullable(z.string()),
  topicId: z.nullable(z.string()),
  standingId: z.nullable(z.string()),
  behaviourId: z.nullable(z.string()),
  shows: z.nullable(z.enum(['last-actions', 'measures'])),
  raisedBy: z.nullable(z.string()),
  urgency: z.enum(['normal', 'urgent']),
  minutes: count,
  position: z.int(),
  state: z.enum(['open', 'discussed', 'carried']),
  timesCarried: count,
});
export type AgendaItemView = z.infer<typeof agendaItemView>;

/** Only ever the reader's own. */
export const jottingView = z.object({ id, text: z.string(), at: instant, sharedItemId: z.nullable(id) });
export type JottingView = z.infer<typeof jottingView>;

const itemMinutes = z.int().check(z.gte(1), z.lte(120));

export const addItemRequest = z.strictObject({
  id,
  title: line,
  note: z.nullable(words),
  topicId: z.nullable(topicKey),
  behaviourId: z.optional(z.nullable(topicKey)),
  urgency: z.enum(['normal', 'urgent']),
  minutes: itemMinutes,
});

/** Left out: stays. Null: cleared. */
export const changeItemRequest = z.strictObject({
  title: z.optional(line),
  note: z.optional(z.nullable(words)),
  topicId: z.optional(z.nullable(topicKey)),
  behaviourId: z.optional(z.nullable(topicKey)),
  urgency: z.optional(z.enum(['normal', 'urgent'])),
  minutes: z.optional(itemMinutes),
  state: z.optional(z.enum(['open', 'discussed'])),
});

/** The whole order, first to last. */
export const orderItemsRequest = z.strictObject({ itemIds: z.array(id).check(z.maxLength(100)) });

export const addJottingRequest = z.strictObject({ id, text: words });
export const changeJottingRequest = z.strictObject({ text: words });
/** Sharing makes an agenda item of a jotting; the rest of the jottings stays private. */
export const shareJottingRequest = z.strictObject({
  itemId: id,
  title: line,
  minutes: itemMinutes,
  urgency: z.enum(['normal', 'urgent']),
});

/** The version read on the screen: agreeing to what has changed meanwhile is refused. */
export const agreeRequest = z.strictObject({ agendaVersion: count });
