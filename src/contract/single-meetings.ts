import * as z from 'zod/mini';
import { meetingKinds } from '#core/meeting/meeting.ts';
import { pairRoles } from '#core/people/pair.ts';
import { id, instant, localDate } from './scalars.ts';

export const meetingKindView = z.enum(meetingKinds);

const minutes = z.int().check(z.gte(10), z.lte(240));

/** Times both can make for one meeting, from a day on. `near`: the time of day they are used to. */
export const findTimesRequest = z.strictObject({
  kind: meetingKindView,
  minutes,
  from: localDate,
  days: z.int().check(z.gte(1), z.lte(42)),
  perDay: z.int().check(z.gte(1), z.lte(4)),
  near: z.nullable(instant),
  /** Somebody else who supervises the employee and is to make it too (OD3a-18). */
  withId: z.optional(z.string().check(z.maxLength(100))),
});
export const findTimesResponse = z.object({
  times: z.array(z.object({ start: instant, end: instant })),
  /** People whose calendar could not be read, so that nothing is claimed of it. */
  unread: z.array(z.string()),
  /** Who else supervises the employee, and could be asked too. */
  besides: z.array(
    z.object({ id: z.string(), displayName: z.string(), givenName: z.string(), role: z.enum(pairRoles) }),
  ),
});

/** One meeting that is no part of the series. The id is made by the client: pressing twice plans once. */
export const planMeetingRequest = z.strictObject({
  id,
  kind: meetingKindView,
  start: instant,
  end: instant,
  note: z.string().check(z.trim(), z.maxLength(1000)),
  /** Somebody else who supervises the employee, asked too: a meeting of three (OD3a-18). */
  withId: z.optional(z.string().check(z.maxLength(100))),
});
