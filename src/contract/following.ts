import * as z from 'zod/mini';
import { newsKinds } from '#core/following/news.ts';
import { findingView } from './policy.ts';
import { personView } from './people.ts';
import { count, id, instant, localDate, zone } from './scalars.ts';
import { meetingKindView } from './single-meetings.ts';

const span = z.object({ start: instant, end: instant });

/** Something that happened in Outlook, to be said in words. */
export const newsView = z.object({
  id,
  kind: z.enum(newsKinds),
  at: instant,
  /** The meeting it is about; null: the series as a whole. */
  meeting: z.nullable(z.object({ id, kind: meetingKindView, start: instant, end: instant })),
  /** Who did it: the reader, the other, or nobody Outlook tells of. */
  by: z.nullable(z.enum(['me', 'other'])),
  /** Where it stood. */
  from: z.nullable(span),
  /** Where it stands now, or the time that was asked for. */
  to: z.nullable(span),
  /** Somebody else who was added. */
  guest: z.nullable(z.object({ name: z.string(), mail: z.string() })),
  /** The last day of the series now, where that changed. */
  untilDate: z.nullable(localDate),
  /** Where somebody works in another zone now: which, the one their series is kept in, and whether it lies outside their hours. */
  zones: z.nullable(z.object({ from: zone, to: zone, series: z.nullable(zone), isOutside: z.boolean() })),
  /** Where a meeting was put sooner than the two agreed to arrange one: the days they agreed on, and the clause. */
  shortNotice: z.nullable(z.object({ days: count, clause: z.string() })),
  /** What the reader can do about it with one press. */
  step: z.nullable(z.enum(['take', 'schedule', 'adopt', 'retime'])),
  seen: z.boolean(),
});
export type NewsView = z.infer<typeof newsView>;

export const outlookNewsResponse = z.object({
  pairId: id,
  seq: count,
  other: personView,
  supervising: z.boolean(),
  /** Newest first; what was seen long ago is left out. */
  news: z.array(newsView),
  /** How the pair stands now with how often it is to meet. */
  cadence: z.nullable(findingView),
  /** When the organiser's calendar was last looked at; null: not yet. */
  lookedAt: z.nullable(instant),
  /** It cannot be kept up with until the organiser is here again. */
  isBehind: z.boolean(),
});
export type OutlookNewsResponse = z.infer<typeof outlookNewsResponse>;

export const homeNewsResponse = z.object({
  /** Pairs of the reader with something not seen yet. */
  pairs: z.array(outlookNewsResponse),
  seqs: z.record(z.string(), count),
});

export const seeNewsRequest = z.strictObject({ newsIds: z.array(id).check(z.minLength(1), z.maxLength(100)) });
export const newsStepRequest = z.strictObject({ newsId: id });
