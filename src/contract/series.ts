import * as z from 'zod/mini';
import { askedView } from './policy.ts';
import { count, id, instant, localDate, localTime, reason, zone } from './scalars.ts';

/** Monday is 1. */
export const weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

export const seriesPattern = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('weekly'), every: z.int().check(z.gte(1), z.lte(52)), weekday }),
  z.object({
    kind: z.literal('monthly'),
    every: z.int().check(z.gte(1), z.lte(6)),
    weekday,
    week: z.enum(['first', 'second', 'third', 'fourth', 'last']),
  }),
  z.object({
    kind: z.literal('dated'),
    every: z.int().check(z.gte(1), z.lte(6)),
    /** On the last day of a month that has no such day. */
    day: z.int().check(z.gte(1), z.lte(31)),
  }),
]);

export const seriesPlan = z.object({
  pattern: seriesPattern,
  zone,
  startDate: localDate,
  startTime: localTime,
  minutes: z.int().check(z.gte(10), z.lte(240)),
  untilDate: localDate,
  place: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
});

const months = z.int().check(z.gte(1), z.lte(6));
/** As seldom as once a year; Outlook goes on to 99 weeks. */
const weeks = z.int().check(z.gte(1), z.lte(52));

/** How often to meet. By terms: those the policy of the employee names. */
export const slotRhythm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('weekly'), every: weeks }),
  z.object({ kind: z.literal('monthly'), every: months }),
  z.object({ kind: z.literal('dated'), every: months }),
  z.object({ kind: z.literal('window'), from: weeks, to: weeks }).check(z.refine(({ from, to }) => from <= to)),
  z.object({
    kind: z.literal('rolling'),
    count: z.int().check(z.gte(1), z.lte(52)),
    months: z.int().check(z.gte(1), z.lte(24)),
  }),
  z.object({ kind: z.literal('term') }),
]);
export type SlotRhythmView = z.infer<typeof slotRhythm>;

export const slotsRequest = z.strictObject({
  rhythm: slotRhythm,
  minutes: z.int().check(z.gte(10), z.lte(240)),
  from: localDate,
  most: z.optional(z.int().check(z.gte(1), z.lte(20))),
  /** To take the place of the running series, whose own times then count as free. */
  instead: z.optional(z.boolean()),
  /** How far to look; left out: as far as the rhythm needs. */
  months: z.optional(z.union([z.literal(6), z.literal(12)])),
  /** The day by which the first meeting is asked for: a time that begins by then is among the offers, where there is one. */
  firstBy: z.optional(localDate),
});

export const clashView = z.object({
  /** Null: nobody in particular. */
  personId: z.nullable(z.string()),
  kind: z.enum(['busy', 'tentative', 'away', 'holiday', 'off', 'apart', 'term']),
  label: z.nullable(z.string()),
});

export const slotOffer = z.object({
  plan: seriesPlan,
  occurrences: z.array(
    z.object({
      originalDate: localDate,
      start: instant,
      end: instant,
      clashes: z.array(clashView),
      alternative: z.nullable(z.object({ start: instant, end: instant })),
    }),
  ),
  freeCount: count,
  longestGapDays: count,
  /** Whether meeting at this rhythm keeps to what the policy asks, moves made. */
  keepsToPolicy: z.boolean(),
});
export type SlotOfferView = z.infer<typeof slotOffer>;

export const slotsResponse = z.object({
  offers: z.array(slotOffer),
  lookedFrom: localDate,
  lookedUntil: localDate,
  /** People whose calendar could not be read, so that nothing is claimed of it. */
  unread: z.array(z.string()),
  asked: z.nullable(askedView),
});
export type SlotsResponse = z.infer<typeof slotsResponse>;

/** An occurrence put elsewhere at booking, because its own time clashes. */
export const bookedMove = z.object({ originalDate: localDate, start: instant, end: instant });

export const bookSeriesRequest = z.strictObject({
  id,
  plan: seriesPlan,
  moves: z.array(bookedMove).check(z.maxLength(60)),
  /** Days skipped altogether. */
  skips: z.array(localDate).check(z.maxLength(60)),
  note: z.string().check(z.trim(), z.maxLength(1000)),
});
export type BookSeriesRequest = z.infer<typeof bookSeriesRequest>;

/** Another rule from here on, with the days on which it is departed from. `reason`: said to the other where meetings fall away. */
export const changeSeriesRequest = z.strictObject({
  /** Where they meet stays as it is. */
  plan: z.omit(seriesPlan, { place: true }),
  moves: z.array(bookedMove).check(z.maxLength(60)),
  skips: z.array(localDate).check(z.maxLength(60)),
  reason: z.nullable(reason),
});

export const extendSeriesRequest = z.strictObject({ untilDate: localDate });

export const seriesView = z.object({
  id,
  state: z.enum(['being-booked', 'booked', 'ended', 'parked', 'gone']),
  plan: seriesPlan,
  joinUrl: z.nullable(z.string()),
  eventId: z.nullable(z.string()),
  /** Duologue stands in the meeting's chat and side panel. */
  inMeetingChat: z.boolean(),
  count,
});

export const proposeAllRequest = z.strictObject({
  from: localDate,
  breathingMinutes: z.int().check(z.gte(0), z.lte(60)),
});
export const proposeAllResponse = z.object({
  proposals: z.array(
    z.object({
      pairId: id,
      person: z.object({
        id: z.string(),
        displayName: z.string(),
        givenName: z.string(),
        jobTitle: z.nullable(z.string()),
      }),
      offer: z.nullable(slotOffer),
    }),
  ),
  lookedUntil: localDate,
});
export type ProposeAllResponse = z.infer<typeof proposeAllResponse>;

export const bookAllRequest = z.strictObject({
  bookings: z.array(z.strictObject({ pairId: id, booking: bookSeriesRequest })).check(z.minLength(1), z.maxLength(50)),
});
export const bookAllResponse = z.object({ series: z.array(z.object({ pairId: id, series: seriesView })) });
