import * as z from 'zod/mini';
import { id, instant, localDate, topicKey, words } from './scalars.ts';

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
  /** Moves it under another heading of the form; null: where its topic or its author puts it. */
  sectionId: z.optional(z.nullable(topicKey)),
  mark: z.optional(z.nullable(pointMark)),
  behaviourId: z.optional(z.nullable(topicKey)),
});

/** What to look for among all the points of a pair (OD3a-5). `after`: the last point of the page before. */
export const findPointsRequest = z.strictObject({
  mark: z.optional(pointMark),
  words: z.optional(z.string().check(z.maxLength(200))),
  from: z.optional(localDate),
  until: z.optional(localDate),
  after: z.optional(id),
});

export const findPointsResponse = z.object({
  points: z.array(
    z.object({
      id,
      meetingId: id,
      /** The day of the meeting it was said in. */
      on: localDate,
      /** The agenda item it was about. */
      about: z.nullable(z.string()),
      authorId: z.string(),
      text: z.string(),
      mark: z.nullable(pointMark),
    }),
  ),
  /** What to ask for more with; null: that was all. */
  next: z.nullable(id),
});
export type FoundPointView = z.infer<typeof findPointsResponse>['points'][number];

export const coverTopicRequest = z.strictObject({ topicId: topicKey, covered: z.boolean() });
