import * as z from 'zod/mini';
import { refusalCodes } from '#core/refusal.ts';
import { personView } from './people.ts';
import { id, instant, line, localDate, reason } from './scalars.ts';
import { bookedMove, seriesPlan, slotOffer, slotRhythm } from './series.ts';

export const findPeopleRequest = z.strictObject({ name: z.string().check(z.trim(), z.minLength(2), z.maxLength(80)) });
export const findPeopleResponse = z.object({ people: z.array(personView) });

const personId = z.string().check(z.minLength(1), z.maxLength(100));
const days = { from: localDate, until: z.nullable(localDate) };

/** Times the employee and whoever takes over can make. */
export const handoverSlotsRequest = z.strictObject({
  toId: personId,
  ...days,
  rhythm: slotRhythm,
  minutes: z.int().check(z.gte(10), z.lte(240)),
});
export const handoverSlotsResponse = z.object({
  /** The times the one-to-ones have now; null: not both can make them. */
  same: z.nullable(slotOffer),
  offers: z.array(slotOffer),
  unread: z.array(z.string()),
});

/** Hands one-to-ones to another manager, between two days or for good (`until` null). The ids are made by the client. */
export const handOverRequest = z.strictObject({
  id,
  toId: personId,
  ...days,
  /** Said to the employee with the change. */
  words: z.nullable(reason),
  /** Null: whoever takes over books for themselves. */
  booking: z.nullable(
    z.strictObject({
      id,
      plan: z.omit(seriesPlan, { place: true }),
      moves: z.array(bookedMove).check(z.maxLength(60)),
      skips: z.array(localDate).check(z.maxLength(60)),
    }),
  ),
});

/** Whose one-to-ones a manager holds, to whoever looks after them. */
export const managedPairsRequest = z.strictObject({ managerId: personId });
export const managedPairsResponse = z.object({
  pairs: z.array(z.object({ pairId: id, employee: personView, isBooked: z.boolean() })),
});

/** Hands over one-to-ones of somebody who has left or is away, each under an id made by the client. */
export const handOverForRequest = z.strictObject({
  managerId: personId,
  toId: personId,
  ...days,
  words: z.nullable(reason),
  pairs: z.array(z.strictObject({ pairId: id, id })).check(z.minLength(1), z.maxLength(60)),
});
export const handOverForResponse = z.object({
  /** `refused`: why one was not handed over; null: it was. */
  results: z.array(z.object({ pairId: id, refused: z.nullable(z.enum(refusalCodes)) })),
});

const somebody = z.nullable(personView);
/** That one-to-ones were handed over, newest first. */
export const handoversResponse = z.object({
  handovers: z.array(
    z.object({ id, ...days, at: instant, manager: somebody, employee: somebody, to: somebody, by: somebody }),
  ),
});

/** What an employee has open with the manager before, theirs alone to take along; null: nothing to offer. */
export const takeAlongResponse = z.object({
  from: z.nullable(personView),
  items: z.array(z.object({ id, title: line })),
  actions: z.array(z.object({ id, text: line })),
});

export const takeAlongRequest = z.strictObject({
  itemIds: z.array(id).check(z.maxLength(100)),
  actionIds: z.array(id).check(z.maxLength(100)),
});
