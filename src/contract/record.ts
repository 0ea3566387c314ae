import * as z from 'zod/mini';
import { id, instant, topicKey, words } from './scalars.ts';

export const pointMark = z.enum(['praise', 'feedback', 'support', 'development', 'concern', 'decision']);

export const pointView = z.object({
  id,
  itemId: z.nullable(id),
  topicId: z.nullable(z.string()),
  /** The heading of the form it was put under; null: where its topic or its author puts it. */
  sectionId: z.nullable(z.string()),
  authorId: z.string(),
  text: z.string(),
  mark: z.nullable(pointMark),
  behaviourId: z.nullable(z.string()),
  at: instant,
});
export type PointView = z.infer<typeof pointView>;

export const addPointRequest = z.strictObject({
  id,
  text: words,
  itemId: z.nullable(id),
  topicId: z.nullable(topicKey),
  /** A heading of the form; left out or null: where the topic or the author puts it. */
  sectionId: z.optional(z.nullable(topicKey)),
  mark: z.nullable(pointMark),
  behaviourId: z.optional(z.nullable(topicKey)),
});

export const changePointRequest = z.strictObject({
  text: z.optional(words),
  mark: z.optional(z.nullable(pointMark)),
  behaviourId: z.optional(z.nullable(topicKey)),
});

export const coverTopicRequest = z.strictObject({ topicId: topicKey, covered: z.boolean() });
