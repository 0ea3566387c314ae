import { Refusal } from '../refusal.ts';
import { occurrencesOf } from '../series/occurrences.ts';
import type { SeriesPlan } from '../series/series.ts';
import { addDays, daysBetween, instantFromMilliseconds, millisecondsOf } from '../time.ts';
import type { Instant, LocalDate } from '../time-types.ts';
import { availabilityGrid, nothingBlocked } from './availability-grid.ts';
import type { Blocked } from './availability-grid.ts';
import { calendarsOf, isInsideHours } from './calendars.ts';
import type { Calendar } from './calendars.ts';
import { candidatesOf, compareCandidates, differing, planOf } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { offerOf } from './offer.ts';
import type { SlotLook } from './offer.ts';
import type { SlotOffer, SlotRequest } from './slot.ts';
import { free } from './slot-state.ts';

/** Reads everybody's calendars once for all questions about a request. */
export function lookAt(request: SlotRequest, blocked: Blocked = nothingBlocked): SlotLook {
  const calendars = calendarsOf(request);
  return { request, calendars, grid: availabilityGrid(request, calendars, blocked, request.from, request.weeks * 7) };
}

/** The times to offer: the best that differ, and the best of those that begin by the day the first meeting is asked for. */
function chosenFrom(ranked: readonly Candidate[], { most, firstBy }: SlotRequest): Candidate[] {
  const chosen = differing(ranked, most);
  if (firstBy === undefined || chosen.some(({ startDate }) => startDate <= firstBy)) return chosen;
  const soonEnough = ranked.find(({ startDate }) => startDate <= firstBy);
  return soonEnough === undefined ? chosen : [...chosen.slice(0, Math.max(0, most - 1)), soonEnough];
}

/** The best recurring times inside everybody's working hours, best first, each with every occurrence's clashes and the nearest way round them (OUT-3, C2). Empty where people share no hours. */
export function findSlots(request: SlotRequest): SlotOffer[] {
  const look = lookAt(request);
  const ranked = candidatesOf(look).sort(compareCandidates);
  return chosenFrom(ranked, request).map((candidate) => offerOf(look, planOf(look, candidate)));
}

/**
 * Looks at one plan as findSlots would, wherever it starts and ends within the horizon. Days that are settled, by a move or by leaving them
 * out, need not suit. @throws Refusal slot-in-past, slot-outside-hours with the first such day
 */
export function checkPlan(
  request: SlotRequest,
  plan: SeriesPlan,
  settled: ReadonlySet<LocalDate> = new Set(),
): SlotOffer {
  const weeks = Math.max(request.weeks, Math.ceil((daysBetween(request.from, plan.untilDate) + 1) / 7));
  const look = lookAt({ ...request, weeks, minutes: plan.minutes, zone: plan.zone });
  for (const { originalDate, start, end } of occurrencesOf(plan)) {
    if (start < request.notBefore || originalDate < request.from)
      throw new Refusal('slot-in-past', { date: originalDate });
    const isInside = (calendar: Calendar): boolean =>
      isInsideHours(calendar, millisecondsOf(start), millisecondsOf(end));
    if (!settled.has(originalDate) && !look.calendars.every(isInside)) {
      throw new Refusal('slot-outside-hours', { date: originalDate });
    }
  }
  return offerOf(look, plan);
}

/** A time everybody can make. */
export interface FreeTime {
  readonly start: Instant;
  readonly end: Instant;
}

/** For each of so many days, every time on the request's step that everybody can make. */
export function freeTimesIn(request: SlotRequest, first: LocalDate, days: number): FreeTime[][] {
  const calendars = calendarsOf(request, first, addDays(first, days));
  const { states, slotsPerDay, startOf, length } = availabilityGrid(request, calendars, nothingBlocked, first, days);
  return Array.from({ length: days }, (_, day) =>
    Array.from({ length: slotsPerDay }, (__, slot) => slot).flatMap((slot): FreeTime[] => {
      if (states[day * slotsPerDay + slot] !== free) return [];
      const start = startOf(day, slot);
      return [{ start: instantFromMilliseconds(start), end: instantFromMilliseconds(start + length) }];
    }),
  );
}

/** Every time on one day, on the request's step, that everybody can make. */
export function freeTimesOn(request: SlotRequest, date: LocalDate): FreeTime[] {
  return freeTimesIn(request, date, 1).flat();
}
