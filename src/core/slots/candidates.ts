import type { SeriesPattern, SeriesPlan } from '../series/series.ts';
import { dayNumber, timeFromMinuteOfDay } from '../time.ts';
import type { LocalDate } from '../time-types.ts';
import { horizonEnd } from './calendars.ts';
import { discomfort } from './comfort.ts';
import type { SlotLook } from './offer.ts';
import { ruledDays, weekIndexes } from './rhythm-days.ts';
import type { RuledDays } from './rhythm-days.ts';
import { past, shut, taken } from './slot-state.ts';

/** Ten in the morning: where nothing else decides, nearer to it is better, and the half hour better than the quarter. */
const pleasantMinute = 600;
const quarterWeight = 20;

/** A recurring time that everybody works at, with what ranks it. */
export interface Candidate {
  readonly pattern: SeriesPattern;
  readonly startDate: LocalDate;
  readonly minute: number;
  /** Two for each occurrence in somebody's way, one where it is only tentative; more where the rule gives fewer. */
  readonly penalty: number;
  /** Weeks until it starts, people whom the hour suits less, and how near the rule is to the edge of its window. */
  readonly inconvenience: number;
}

/** The series a candidate stands for. */
export function planOf({ request }: SlotLook, { pattern, startDate, minute }: Candidate): SeriesPlan {
  const startTime = timeFromMinuteOfDay(minute);
  return {
    pattern,
    zone: request.zone,
    startDate,
    startTime,
    minutes: request.minutes,
    untilDate: horizonEnd(request),
  };
}

function candidateAt(look: SlotLook, ruled: RuledDays, places: readonly number[], slot: number): Candidate | null {
  const { grid, calendars } = look;
  const { states, slotsPerDay } = grid;
  let [first, clashing, off] = [-1, 0, 0];
  for (let at = 0; at < places.length; at += 1) {
    const state = states[(places[at] ?? 0) * slotsPerDay + slot] ?? shut;
    if (state === past && first < 0) continue;
    if (first < 0) first = at;
    if (state >= 0) clashing += state;
    else if (state === shut && ruled.mayBeOff) off += 1;
    else return null;
  }
  const startDate = ruled.dates[first];
  const day = places[first];
  // A time that hardly ever is one to work at is no time to meet.
  if (startDate === undefined || day === undefined || off * 2 > places.length - first) return null;
  const start = grid.startOf(day, slot);
  return {
    pattern: ruled.pattern,
    startDate,
    minute: slot * grid.stepMinutes,
    penalty: (clashing + off * taken) * ruled.weight + ruled.burden,
    inconvenience: Math.floor(day / 7) + discomfort(calendars, { start, end: start + grid.length }) + ruled.edge,
  };
}

/** Every recurring time inside everybody's hours, in no order. */
export function candidatesOf(look: SlotLook): Candidate[] {
  const { grid, request } = look;
  const firstDay = dayNumber(grid.firstDate);
  const candidates: Candidate[] = [];
  for (const ruled of ruledDays(request)) {
    const places = ruled.dates.map((date) => dayNumber(date) - firstDay);
    for (let slot = 0; slot < grid.slotsPerDay; slot += 1) {
      const candidate = candidateAt(look, ruled, places, slot);
      if (candidate !== null) candidates.push(candidate);
    }
  }
  return candidates;
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const weekRank = ({ pattern }: Candidate): number =>
  pattern.kind === 'monthly' ? weekIndexes.indexOf(pattern.week) : 0;
const kinds: readonly SeriesPattern['kind'][] = ['weekly', 'monthly', 'dated'];

function awkwardness({ minute }: Candidate): number {
  return Math.abs(minute - pleasantMinute) + (minute % 30 === 0 ? 0 : quarterWeight);
}

/** Fewest clashes first; then soon and at a good hour; then the earlier day, nearer to ten. A total order. */
export function compareCandidates(one: Candidate, other: Candidate): number {
  return (
    one.penalty - other.penalty ||
    one.inconvenience - other.inconvenience ||
    compareText(one.startDate, other.startDate) ||
    awkwardness(one) - awkwardness(other) ||
    one.minute - other.minute ||
    kinds.indexOf(one.pattern.kind) - kinds.indexOf(other.pattern.kind) ||
    weekRank(one) - weekRank(other) ||
    one.pattern.every - other.pattern.every ||
    dayOf(one) - dayOf(other)
  );
}

/** What makes two times alike but for the hour: the weekday, or the day of the month. */
function dayOf({ pattern }: Candidate): number {
  return pattern.kind === 'dated' ? pattern.day : pattern.weekday;
}

const mostAWeekday = 2;
const apartMinutes = 120;

/** So many of the ranked that differ from each other: two a weekday at most, and those two hours apart; filled up by rank where that leaves too few. */
export function differing(ranked: readonly Candidate[], most: number): Candidate[] {
  const chosen = new Set<Candidate>();
  const near = (one: Candidate, other: Candidate): boolean => Math.abs(one.minute - other.minute) < apartMinutes;
  while (chosen.size < most) {
    let best: { candidate: Candidate; cost: number } | null = null;
    for (const candidate of ranked) {
      if (best !== null && candidate.penalty >= best.cost) break;
      const onDay = [...chosen].filter((one) => dayOf(one) === dayOf(candidate));
      if (onDay.length >= mostAWeekday || onDay.some((one) => near(one, candidate))) continue;
      // A second time on a weekday is worth having where the other weekdays are clearly worse.
      const cost = candidate.penalty + onDay.length;
      if (best === null || cost < best.cost) best = { candidate, cost };
    }
    if (best === null) break;
    chosen.add(best.candidate);
  }
  for (const candidate of ranked) {
    if (chosen.size >= most) break;
    chosen.add(candidate);
  }
  return [...chosen].sort(compareCandidates);
}
