import * as z from 'zod/mini';
import { meetingKindView } from './single-meetings.ts';
import { count, id, instant, line, topicKey, words } from './scalars.ts';

/** Another meeting the item stood, or now stands, on. */
const itemPlace = z.object({ meetingId: id, start: instant, kind: meetingKindView });

export const agendaItemView = z.object({
  id,
  title: z.string(),
  note: z.nullable(z.string()),
  topicId: z.nullable(z.string()),
  /** One of the kinds the policy offers (OD3a-11). */
  kindId: z.nullable(z.string()),
  standingId: z.nullable(z.string()),
  behaviourId: z.nullable(z.string()),
  shows: z.nullable(z.enum(['last-actions', 'measures'])),
  raisedBy: z.nullable(z.string()),
  urgency: z.enum(['normal', 'urgent']),
  minutes: count,
  position: z.int(),
  state: z.enum(['open', 'discussed', 'carried', 'adjourned']),
  timesCarried: count,
  cameFrom: z.nullable(itemPlace),
  wentTo: z.nullable(itemPlace),
});
export type AgendaItemView = z.infer<typeof agendaItemView>;

/** Only ever the reader's own. */
export const jottingView = z.object({
  id,
  text: z.string(),
  at: instant,
  /** The question of the policy it answers (ESS-3). */
  promptId: z.nullable(z.string()),
  sharedItemId: z.nullable(id),
});
export type JottingView = z.infer<typeof jottingView>;

const itemMinutes = z.int().check(z.gte(1), z.lte(120));

export const addItemRequest = z.strictObject({
  id,
  title: line,
  note: z.nullable(words),
  topicId: z.nullable(topicKey),
  behaviourId: z.optional(z.nullable(topicKey)),
  kindId: z.optional(z.nullable(topicKey)),
  urgency: z.enum(['normal', 'urgent']),
  minutes: itemMinutes,
});

/** Left out: stays. Null: cleared. */
export const changeItemRequest = z.strictObject({
  title: z.optional(line),
  note: z.optional(z.nullable(words)),
  topicId: z.optional(z.nullable(topicKey)),
  behaviourId: z.optional(z.nullable(topicKey)),
  kindId: z.optional(z.nullable(topicKey)),
  urgency: z.optional(z.enum(['normal', 'urgent'])),
  minutes: z.optional(itemMinutes),
  state: z.optional(z.enum(['open', 'discussed'])),
});

/** The whole order, first to last. */
export const orderItemsRequest = z.strictObject({ itemIds: z.array(id).check(z.maxLength(100)) });

export const addJottingRequest = z.strictObject({ id, text: words, promptId: z.optional(z.nullable(topicKey)) });
export const changeJottingRequest = z.strictObject({ text: words });
/** Sharing makes an agenda item of a jotting; the rest of the jottings stays private. */
export const shareJottingRequest = z.strictObject({
  itemId: id,
  title: line,
  kindId: z.optional(z.nullable(topicKey)),
  minutes: itemMinutes,
  urgency: z.enum(['normal', 'urgent']),
});

/** The version read on the screen: agreeing to what has changed meanwhile is refused. */
export const agreeRequest = z.strictObject({ agendaVersion: count });

/** Where an adjourned item goes: to a meeting that is planned, or to a follow-up planned with it (OD3a-12). Ids are made by the client. */
export const adjournItemRequest = z.strictObject({
  newItemId: id,
  to: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('planned'), meetingId: id }),
    z.strictObject({ kind: z.literal('follow-up'), meetingId: id, start: instant, end: instant }),
  ]),
});

/** What the two put on every agenda to come (OD3a-11). */
export const ownStandingItemView = z.object({
  id,
  title: z.string(),
  kindId: z.nullable(z.string()),
  minutes: count,
  raisedBy: z.string(),
});
export const addStandingItemRequest = z.strictObject({
  id,
  title: line,
  kindId: z.nullable(topicKey),
  minutes: itemMinutes,
});

/** Time kept free to prepare: for this meeting, before each of the pair's, or none any more (ESS-4). */
export const preparationTimeRequest = z.strictObject({ keep: z.enum(['this', 'each', 'none']) });
