import { Refusal } from '../refusal.ts';
import { occurrencesOf } from '../series/occurrences.ts';
import type { SeriesPlan } from '../series/series.ts';
import { addDays, daysBetween, instantFromMilliseconds, millisecondsOf } from '../time.ts';
import type { Instant, LocalDate } from '../time-types.ts';
import { availabilityGrid, free, nothingBlocked } from './availability-grid.ts';
import type { Blocked } from './availability-grid.ts';
import { calendarsOf, isInsideHours } from './calendars.ts';
import type { Calendar } from './calendars.ts';
import { candidatesOf, compareCandidates, differing } from './candidates.ts';
import { offerOf } from './offer.ts';
import type { SlotLook } from './offer.ts';
import type { SlotOffer, SlotRequest } from './slot.ts';

/** Reads everybody's calendars once for all questions about a request. */
export function lookAt(request: SlotRequest, blocked: Blocked = nothingBlocked): SlotLook {
  const calendars = calendarsOf(request);
  const grid = availabilityGrid(request, calendars, blocked, request.from, request.weeks * 7);
  return { request, calendars, grid, notBefore: millisecondsOf(request.notBefore) };
}

/** The best recurring times inside everybody's working hours, best first, each with every occurrence's clashes and the nearest way round them (OUT-3, C2). Empty where people share no hours. */
export function findSlots(request: SlotRequest): SlotOffer[] {
  const look = lookAt(request);
  const ranked = candidatesOf(look).sort(compareCandidates);
  return differing(ranked, request.most).map(({ plan }) => offerOf(look, plan));
}

/** Looks at one plan as findSlots would, wherever it starts and ends within the horizon. @throws Refusal slot-in-past, slot-outside-hours with the first such day */
export function checkPlan(request: SlotRequest, plan: SeriesPlan): SlotOffer {
  const weeks = Math.max(request.weeks, Math.ceil((daysBetween(request.from, plan.untilDate) + 1) / 7));
  const look = lookAt({ ...request, weeks, minutes: plan.minutes, zone: plan.zone });
  for (const { originalDate, start, end } of occurrencesOf(plan)) {
    if (start < request.notBefore || originalDate < request.from)
      throw new Refusal('slot-in-past', { date: originalDate });
    const isInside = (calendar: Calendar): boolean =>
      isInsideHours(calendar, millisecondsOf(start), millisecondsOf(end));
    if (!look.calendars.every(isInside)) {
      throw new Refusal('slot-outside-hours', { date: originalDate });
    }
  }
  return offerOf(look, plan);
}

/** Every time on one day, on the request's step, that everybody can make. */
export function freeTimesOn(request: SlotRequest, date: LocalDate): { start: Instant; end: Instant }[] {
  const calendars = calendarsOf(request, date, addDays(date, 1));
  const grid = availabilityGrid(request, calendars, nothingBlocked, date, 1);
  return [...grid.starts].flatMap((start, slot) => {
    if (grid.states[slot] !== free) return [];
    return [{ start: instantFromMilliseconds(start), end: instantFromMilliseconds(start + grid.length) }];
  });
}
