import { longestGapDays } from '../cadence/cadence.ts';
import { occurrencesOf } from '../series/occurrences.ts';
import type { SeriesPlan } from '../series/series.ts';
import { addDays, daysBetween, instantFromMilliseconds, localDateOf, millisecondsOf, minuteOfDay } from '../time.ts';
import type { Instant, LocalDate } from '../time-types.ts';
import type { AvailabilityGrid } from './availability-grid.ts';
import { clashesAt, laneOf } from './calendars.ts';
import type { Calendar, Stretch } from './calendars.ts';
import { discomfort } from './comfort.ts';
import { keepsWindow, reachesOf } from './reach.ts';
import type { Reach } from './reach.ts';
import type { Clash, OfferedOccurrence, SlotOffer, SlotRequest } from './slot.ts';
import { free } from './slot-state.ts';

/** One day further weighs as much as two hours earlier or later; an hour somebody would rather not have, as one. */
const dayWeight = 120;
const discomfortWeight = 60;
/** Outside the window of a rhythm only where there is nothing inside it. */
const outsideWeight = 1_000_000;

/** A request with everything that was worked out about it once. */
export interface SlotLook {
  readonly request: SlotRequest;
  readonly calendars: readonly Calendar[];
  readonly grid: AvailabilityGrid;
}

interface Place {
  readonly date: LocalDate;
  readonly at: { readonly start: Instant; readonly end: Instant };
}

/** Where an occurrence is looked for another time: what is around it, and how far it may go. */
interface Search {
  readonly date: LocalDate;
  readonly minute: number;
  readonly reach: Reach;
  readonly previousOn: LocalDate | null;
  readonly nextOn: LocalDate | null;
}

function stretchFrom(grid: AvailabilityGrid, start: number): Stretch {
  return { start, end: start + grid.length };
}

/** The free time nearest to an occurrence, on a day later than the one before it was put on; null when there is none. */
function alternativeTo(look: SlotLook, { date, minute, reach, previousOn, nextOn }: Search): Place | null {
  const { grid, calendars, request } = look;
  const dayOf = (day: LocalDate): number => daysBetween(grid.firstDate, day);
  const origin = dayOf(date);
  const first = Math.max(0, dayOf(reach.first), previousOn === null ? 0 : dayOf(previousOn) + 1);
  const last = Math.min(grid.days - 1, dayOf(reach.last));
  let best: { cost: number; start: number } | null = null;
  for (let day = first; day <= last; day += 1) {
    const isKept = keepsWindow(request, previousOn, addDays(grid.firstDate, day), nextOn);
    const far = Math.abs(day - origin) * dayWeight + (isKept ? 0 : outsideWeight);
    for (let slot = 0; slot < grid.slotsPerDay; slot += 1) {
      if (grid.states[day * grid.slotsPerDay + slot] !== free) continue;
      const cost = far + Math.abs(slot * grid.stepMinutes - minute);
      // Comfort is the dear part, and can only make it worse.
      if (best !== null && cost >= best.cost) continue;
      const start = grid.startOf(day, slot);
      const whole = cost + discomfort(calendars, stretchFrom(grid, start)) * discomfortWeight;
      if (best === null || whole < best.cost) best = { cost: whole, start };
    }
  }
  if (best === null) return null;
  const { start, end } = stretchFrom(grid, best.start);
  const at = { start: instantFromMilliseconds(start), end: instantFromMilliseconds(end) };
  return { date: localDateOf(at.start, request.zone), at };
}

/** Looks at every occurrence of a plan: what is in its way, and where it could go instead. Moves never pass a neighbour or stand on its day. */
export function offerOf(look: SlotLook, plan: SeriesPlan): SlotOffer {
  const { request, calendars } = look;
  const heldOn: LocalDate[] = [];
  let previousOn: LocalDate | null = null;
  const occurrences: OfferedOccurrence[] = [];
  const planned = occurrencesOf(plan);
  const reaches = reachesOf(
    request,
    planned.map(({ originalDate }) => originalDate),
  );
  const apart = laneOf(request.apart ?? []);
  const minute = minuteOfDay(plan.startTime);
  for (const [index, { originalDate: date, start, end }] of planned.entries()) {
    const reach = reaches[index];
    if (reach === undefined) continue;
    const stretch = { start: millisecondsOf(start), end: millisecondsOf(end) };
    const own = clashesAt(request, calendars, apart, date, stretch);
    const label = reach.termDay?.term?.title ?? null;
    const clashes: Clash[] = reach.termDay === null ? own : [{ personId: null, kind: 'term', label }, ...own];
    const nextOn = planned[index + 1]?.originalDate ?? null;
    const moved: Place | null =
      clashes.length === 0 ? null : alternativeTo(look, { date, minute, reach, previousOn, nextOn });
    const heldDate: LocalDate = moved?.date ?? date;
    previousOn = heldDate;
    // What can be neither held nor moved leaves a gap.
    if (moved !== null || clashes.every(({ kind }) => kind === 'tentative')) heldOn.push(heldDate);
    occurrences.push({ originalDate: date, start, end, clashes, alternative: moved?.at ?? null });
  }
  const freeCount = occurrences.filter(({ clashes }) => clashes.length === 0).length;
  return { plan, pattern: plan.pattern, occurrences, freeCount, longestGapDays: longestGapDays(heldOn) };
}
