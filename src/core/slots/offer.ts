import { longestGapDays } from '../cadence/cadence.ts';
import { occurrencesOf } from '../series/occurrences.ts';
import type { SeriesPlan } from '../series/series.ts';
import { instantFromMilliseconds, localDateOf, millisecondsOf, minuteOfDay } from '../time.ts';
import type { Instant, LocalDate } from '../time-types.ts';
import { dayIndexOf, free } from './availability-grid.ts';
import type { AvailabilityGrid } from './availability-grid.ts';
import { clashesAt } from './calendars.ts';
import type { Calendar, Stretch } from './calendars.ts';
import { discomfort } from './comfort.ts';
import type { OfferedOccurrence, SlotOffer, SlotRequest } from './slot.ts';

/** A meeting moves by less than a week, so that it never reaches the day of the one after it. */
const alternativeWithinDays = 6;
/** One day further weighs as much as two hours earlier or later; an hour somebody would rather not have, as one. */
const dayWeight = 120;
const discomfortWeight = 60;

/** A request with everything that was worked out about it once. */
export interface SlotLook {
  readonly request: SlotRequest;
  readonly calendars: readonly Calendar[];
  readonly grid: AvailabilityGrid;
  /** The request's own, in milliseconds. */
  readonly notBefore: number;
}

interface Place {
  readonly date: LocalDate;
  readonly at: { readonly start: Instant; readonly end: Instant };
}

/** The free time nearest to an occurrence, on a day later than the one before it was put on; null when there is none. */
function alternativeTo(look: SlotLook, date: LocalDate, minute: number, after: LocalDate | null): Place | null {
  const { grid, calendars } = look;
  const origin = dayIndexOf(grid, date);
  const first = Math.max(0, origin - alternativeWithinDays, after === null ? 0 : dayIndexOf(grid, after) + 1);
  const last = Math.min(grid.days - 1, origin + alternativeWithinDays);
  let best: { cost: number; day: number; start: number } | null = null;
  for (let day = first; day <= last; day += 1) {
    for (let slot = 0; slot < grid.slotsPerDay; slot += 1) {
      const index = day * grid.slotsPerDay + slot;
      if (grid.states[index] !== free) continue;
      const cost = Math.abs(day - origin) * dayWeight + Math.abs(slot * grid.stepMinutes - minute);
      const start = grid.starts[index] ?? 0;
      // Comfort is the dear part, and can only make it worse.
      if (best !== null && cost >= best.cost) continue;
      const whole = cost + discomfort(calendars, stretchFrom(grid, start)) * discomfortWeight;
      if (best === null || whole < best.cost) best = { cost: whole, day, start };
    }
  }
  if (best === null) return null;
  const { start, end } = stretchFrom(grid, best.start);
  const at = { start: instantFromMilliseconds(start), end: instantFromMilliseconds(end) };
  return { date: localDateOf(at.start, look.request.zone), at };
}

function stretchFrom(grid: AvailabilityGrid, start: number): Stretch {
  return { start, end: start + grid.length };
}

/** Looks at every occurrence of a plan: what is in its way, and where it could go instead. Moves never pass a neighbour or stand on its day. */
export function offerOf(look: SlotLook, plan: SeriesPlan): SlotOffer {
  const heldOn: LocalDate[] = [];
  let previousOn: LocalDate | null = null;
  const occurrences: OfferedOccurrence[] = [];
  for (const { originalDate, start, end } of occurrencesOf(plan)) {
    const stretch = { start: millisecondsOf(start), end: millisecondsOf(end) };
    const clashes = clashesAt(look.request, look.calendars, originalDate, stretch);
    const moved: Place | null =
      clashes.length === 0 ? null : alternativeTo(look, originalDate, minuteOfDay(plan.startTime), previousOn);
    const heldDate: LocalDate = moved?.date ?? originalDate;
    previousOn = heldDate;
    // What can be neither held nor moved leaves a gap.
    if (moved !== null || clashes.every(({ kind }) => kind === 'tentative')) heldOn.push(heldDate);
    occurrences.push({ originalDate, start, end, clashes, alternative: moved?.at ?? null });
  }
  const freeCount = occurrences.filter(({ clashes }) => clashes.length === 0).length;
  return { plan, pattern: plan.pattern, occurrences, freeCount, longestGapDays: longestGapDays(heldOn) };
}
