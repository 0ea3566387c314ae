import type { Instant } from '../time-types.ts';

export const pointMarks = ['praise', 'feedback', 'support', 'development', 'concern', 'decision'] as const;
export type PointMark = (typeof pointMarks)[number];

/** A line of the record: who wrote it, about what, marked or not. */
export interface Point {
  readonly id: string;
  readonly meetingId: string;
  readonly itemId: string | null;
  readonly topicId: string | null;
  /** The heading of the record's form it was put under; null: where its topic or its author puts it. */
  readonly sectionId: string | null;
  readonly authorId: string;
  readonly text: string;
  readonly mark: PointMark | null;
  /** One of the organisation's behaviours it points at (ESS-10). */
  readonly behaviourId: string | null;
  readonly at: Instant;
}

/** A topic said to have been talked about without a line written. */
export interface CoverageTick {
  readonly meetingId: string;
  readonly topicId: string;
  readonly by: string;
  readonly at: Instant;
}
