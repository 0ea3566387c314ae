import * as z from 'zod/mini';
import { done, empty } from './changes.ts';
import type { Route } from './route.ts';
import { count, id, instant, localDate } from './scalars.ts';

const span = z.object({ start: instant, end: instant });
const because = z.enum(['away', 'busy', 'holiday']);

/** A better time for a coming one-to-one that clashes or comes too late. */
export const betterTimeView = z.object({
  pairId: id,
  meetingId: id,
  kind: z.enum(['clash', 'late']),
  step: z.enum(['move', 'put-in']),
  start: instant,
  end: instant,
  clashes: z.array(z.object({ personId: z.nullable(z.string()), kind: because, label: z.nullable(z.string()) })),
  dueOn: z.nullable(localDate),
  clause: z.nullable(z.string()),
  isOverdue: z.boolean(),
  /** When both can; null: not soon. */
  to: z.nullable(span),
  isInTime: z.boolean(),
  /** The employee asked for that time already. */
  isSuggested: z.boolean(),
});
export type BetterTimeView = z.infer<typeof betterTimeView>;

export const betterTimesResponse = z.object({ times: z.array(betterTimeView), unread: z.array(z.string()) });

export const reschedulingResponse = z.object({
  pairId: id,
  seq: count,
  /** Whether the reader, and the other, want clashing meetings moved without being asked. */
  mine: z.boolean(),
  theirs: z.boolean(),
  /** What was moved so. Newest first. */
  moved: z.array(z.object({ meetingId: id, was: instant, start: instant, because, at: instant })),
});
export type ReschedulingResponse = z.infer<typeof reschedulingResponse>;

export const reschedulingApi = {
  betterTimes: {
    method: 'GET',
    path: '/api/better-times',
    access: 'anyone-signed-in',
    request: empty,
    response: betterTimesResponse,
  },
  rescheduling: {
    method: 'GET',
    path: '/api/pairs/:pairId/rescheduling',
    access: 'pair-member',
    request: empty,
    response: reschedulingResponse,
  },
  wishRescheduling: {
    method: 'PUT',
    path: '/api/pairs/:pairId/rescheduling',
    access: 'pair-member',
    request: z.strictObject({ wanted: z.boolean() }),
    response: done,
  },
  keepMeeting: {
    method: 'POST',
    path: '/api/meetings/:meetingId/keep',
    access: 'meeting-member',
    request: empty,
    response: done,
  },
  suggestTime: {
    method: 'POST',
    path: '/api/meetings/:meetingId/suggestions',
    access: 'meeting-member',
    request: z.strictObject({ start: instant, end: instant }),
    response: done,
  },
  putInMeeting: {
    method: 'POST',
    path: '/api/pairs/:pairId/one-to-ones',
    access: 'pair-supervisor',
    request: z.strictObject({ id, start: instant, end: instant }),
    response: done,
  },
} as const satisfies Record<string, Route>;
