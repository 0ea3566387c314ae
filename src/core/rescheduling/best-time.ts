import { freeTimesIn } from '../slots/find-slots.ts';
import type { SlotRequest } from '../slots/slot.ts';
import { addDays, daysBetween, localDateOf, localTimeOf, minuteOfDay } from '../time.ts';
import type { Instant, LocalDate } from '../time-types.ts';

/** One day further weighs as much as two hours earlier or later. */
const dayWeight = 120;

export interface TimeSpan {
  readonly start: Instant;
  readonly end: Instant;
}

/** Where a time is looked for, both days included, and what it should be near to. */
export interface TimeWish {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The day it should be near to; null: the sooner the better. */
  readonly nearDay: LocalDate | null;
  /** A meeting at the time of day both are used to. */
  readonly usual: Instant;
}

/** The best time in which everybody can meet: near the day wanted, then near the usual hour. Null: there is none. */
export function bestTime(request: SlotRequest, wish: TimeWish): TimeSpan | null {
  const usual = minuteOfDay(localTimeOf(wish.usual, request.zone));
  let best: { readonly cost: number; readonly at: TimeSpan } | null = null;
  const days = Math.max(0, daysBetween(wish.from, wish.to) + 1);
  for (const [index, times] of freeTimesIn(request, wish.from, days).entries()) {
    const day = addDays(wish.from, index);
    const away = Math.abs(daysBetween(wish.nearDay ?? wish.from, day)) * dayWeight;
    if (best !== null && best.cost <= away) continue;
    for (const at of times) {
      // What begins in the next quarter of an hour is no time to offer anybody.
      if (at.start <= request.notBefore || localDateOf(at.start, request.zone) !== day) continue;
      const cost = away + Math.abs(minuteOfDay(localTimeOf(at.start, request.zone)) - usual);
      if (best === null || cost < best.cost) best = { cost, at };
    }
  }
  return best?.at ?? null;
}
