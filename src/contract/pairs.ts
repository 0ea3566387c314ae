import * as z from 'zod/mini';
import { arrangementKinds } from '#core/people/pair.ts';
import { actionView } from './actions.ts';
import { measureView } from './measures.ts';
import { deliveryView, meetingLine } from './meetings.ts';
import { personView } from './people.ts';
import { failureCodes } from './problem.ts';
import { askedView, findingView, intervalView } from './policy.ts';
import { count, id, instant, localDate } from './scalars.ts';
import { seriesView } from './series.ts';
import { recordToSign, recordToWriteUp } from './sign-off.ts';

const lineMeeting = z.nullable(meetingLine);

/** One pair in a list, from the reader's side. */
export const pairLine = z.object({
  pairId: id,
  seq: count,
  other: personView,
  supervising: z.boolean(),
  contract: z.nullable(z.enum(['full-time', 'part-time'])),
  asked: z.nullable(askedView),
  cadence: z.nullable(findingView),
  /** How the pair stands against agreeing how they meet; null: the policy does not ask. */
  agreement: z.nullable(findingView),
  /** The day by which the two agreed to share their lists for the next one; null: none. */
  shareBy: z.nullable(localDate),
  series: z.nullable(seriesView),
  last: lineMeeting,
  next: lineMeeting,
  openActions: count,
});
export type PairLine = z.infer<typeof pairLine>;

/** Home: what is today, what needs me, my people, my actions, my own one-to-ones. */
export const homeResponse = z.object({
  today: z.array(z.object({ pair: pairLine, meeting: meetingLine })),
  people: z.array(pairLine),
  mine: z.array(pairLine),
  myActions: z.array(z.object({ action: actionView, other: personView })),
  /** What the other side owes me. */
  theirActions: z.array(z.object({ action: actionView, other: personView })),
  waiting: z.array(deliveryView),
  /** Records that wait to be written up or confirmed by me. */
  toWriteUp: z.array(recordToWriteUp),
  /** Records that wait for my signature. */
  toSign: z.array(recordToSign),
  /** Set when the directory could not be read just now: the list is the one known before. */
  directory: z.nullable(z.enum(failureCodes)),
});
export type HomeResponse = z.infer<typeof homeResponse>;

const arrangement = {
  since: localDate,
  every: intervalView,
  kind: z.enum(arrangementKinds),
  reasons: z.readonly(z.array(z.string())),
  reason: z.string(),
};

export const pairResponse = z.object({
  pair: pairLine,
  me: personView,
  findings: z.array(findingView),
  topics: z.array(z.object({ id: z.string(), title: z.string() })),
  meetings: z.array(meetingLine),
  openActions: z.array(actionView),
  settledActions: z.array(actionView),
  measures: z.array(measureView),
  support: z.array(
    z.object({
      meetingId: id,
      on: localDate,
      text: z.string(),
      mark: z.enum(['praise', 'support']),
      authorId: z.string(),
    }),
  ),
  /** What the policy asks whatever the two arranged; null: nothing. */
  usual: z.nullable(askedView),
  extraSupport: z.nullable(z.object(arrangement)),
  /** Every interval the two arranged, the one that holds too. Newest first. */
  arrangements: z.array(
    z.object({
      ...arrangement,
      id,
      by: z.string(),
      at: instant,
      until: z.nullable(localDate),
      endedBy: z.nullable(z.string()),
    }),
  ),
  pause: z.nullable(z.object({ from: localDate, until: z.nullable(localDate), reason: z.string() })),
  deliveries: z.array(deliveryView),
  policyVersion: z.string(),
  group: z.nullable(z.string()),
});
export type PairResponse = z.infer<typeof pairResponse>;

/** Another interval for a while, for reasons of the policy's list, in words, or both (OD3a-9, OUT-1); null: back to what the policy asks. */
export const extraSupportRequest = z.strictObject({
  extraSupport: z.nullable(
    z.strictObject({
      every: intervalView,
      kind: z.enum(arrangementKinds),
      reasons: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(60)),
      reason: z.string().check(z.trim(), z.maxLength(500)),
    }),
  ),
});
