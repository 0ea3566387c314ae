import { z } from 'zod';
import { dateTimeAnswer, eventAnswer, instanceAnswer, recurrenceAnswer } from './graph-schemas.ts';

const text = z.string().nullish();

const attendee = z.object({
  type: text,
  status: z.object({ response: text }).nullish(),
  emailAddress: z.object({ name: text, address: text }).nullish(),
  proposedNewTime: z.object({ start: dateTimeAnswer, end: dateTimeAnswer }).nullish(),
});
export type AttendeeAnswer = z.infer<typeof attendee>;

const attendees = z.array(attendee).nullish();

/** A single event with who is asked. */
export const followedEventAnswer = eventAnswer.extend({ attendees, iCalUId: text, recurrence: z.unknown() });
/** The master of a series with who is asked. */
export const followedSeriesAnswer = followedEventAnswer.extend({ recurrence: recurrenceAnswer.nullish() });
export type FollowedSeriesAnswer = z.infer<typeof followedSeriesAnswer>;
/** A master as it could be taken up. */
export const madeSeriesAnswer = followedSeriesAnswer.extend({
  isOrganizer: z.boolean().nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeeting: z.object({ joinUrl: text }).nullish(),
});
/** One occurrence with who is asked. */
export const followedInstanceAnswer = instanceAnswer.extend({ attendees });
export type FollowedInstanceAnswer = z.infer<typeof followedInstanceAnswer>;

/** One page of what changed in a calendar. What went away is told by its id alone. */
export const deltaAnswer = z.object({
  value: z.array(z.object({ id: z.string(), '@odata.etag': text, type: text, seriesMasterId: text })),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

export const subscriptionAnswer = z.object({
  id: z.string(),
  expirationDateTime: z.string(),
  notificationUrl: text,
  resource: text,
});
