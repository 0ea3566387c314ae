import { occurrenceDates } from '../series/occurrences.ts';
import type { SeriesPattern, SeriesPlan, WeekIndex } from '../series/series.ts';
import { addDays, addMonths, daysBetween, timeFromMinuteOfDay } from '../time.ts';
import type { LocalDate, Weekday } from '../time-types.ts';
import { dayIndexOf, shut } from './availability-grid.ts';
import { horizonEnd } from './calendars.ts';
import { discomfort } from './comfort.ts';
import type { SlotLook } from './offer.ts';
import type { SlotRhythm } from './slot.ts';

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const weekIndexes: readonly WeekIndex[] = ['first', 'second', 'third', 'fourth', 'last'];
/** Ten in the morning: where nothing else decides, nearer to it is better, and the half hour better than the quarter. */
const pleasantMinute = 600;
const quarterWeight = 20;

/** A recurring time that everybody works at, with what ranks it. */
export interface Candidate {
  readonly plan: SeriesPlan;
  readonly minute: number;
  /** Two for each occurrence in somebody's way, one where it is only tentative. */
  readonly penalty: number;
  /** Weeks until it starts, and people whom the hour suits less. */
  readonly inconvenience: number;
}

function patternsOf(rhythm: SlotRhythm): SeriesPattern[] {
  const { every } = rhythm;
  if (rhythm.kind === 'weekly') return weekdays.map((weekday) => ({ kind: 'weekly', every, weekday }));
  return weekdays.flatMap((weekday) => weekIndexes.map((week) => ({ kind: 'monthly', every, weekday, week }) as const));
}

/** The first days a series may take: for every n weeks or months, each of the n ways to count. */
function startsOf(pattern: SeriesPattern, from: LocalDate): LocalDate[] {
  const steps = Array.from({ length: pattern.every }, (_, step) => step);
  if (pattern.kind === 'weekly') return steps.map((step) => addDays(from, step * 7));
  const [first] = occurrenceDates({ ...pattern, every: 1 }, from, addDays(from, 70));
  if (first === undefined) return [];
  return steps.map((step) => (step === 0 ? from : addMonths(`${first.slice(0, 8)}01`, step)));
}

/** The days of a rule, each with where it begins in the grid. */
interface RuledDays {
  readonly pattern: SeriesPattern;
  readonly dates: readonly LocalDate[];
  readonly places: readonly number[];
}

function candidateAt(look: SlotLook, { pattern, dates, places }: RuledDays, slot: number): Candidate | null {
  const { grid, request, calendars } = look;
  const first = places.findIndex((place) => (grid.starts[place + slot] ?? 0) >= look.notBefore);
  const startDate = dates[first];
  const firstPlace = places[first];
  if (startDate === undefined || firstPlace === undefined) return null;
  let penalty = 0;
  for (let at = first; at < places.length; at += 1) {
    const state = grid.states[(places[at] ?? -1) + slot] ?? shut;
    if (state === shut) return null;
    penalty += state;
  }
  const minute = slot * grid.stepMinutes;
  const start = grid.starts[firstPlace + slot] ?? 0;
  const weeksAway = Math.floor(daysBetween(request.from, startDate) / 7);
  return {
    plan: {
      pattern,
      zone: request.zone,
      startDate,
      startTime: timeFromMinuteOfDay(minute),
      minutes: request.minutes,
      untilDate: horizonEnd(request),
    },
    minute,
    penalty,
    inconvenience: weeksAway + discomfort(calendars, { start, end: start + grid.length }),
  };
}

/** Every recurring time inside everybody's hours, in no order. */
export function candidatesOf(look: SlotLook): Candidate[] {
  const { grid, request } = look;
  const until = horizonEnd(request);
  const candidates: Candidate[] = [];
  for (const pattern of patternsOf(request.rhythm)) {
    for (const from of startsOf(pattern, request.from)) {
      const dates = occurrenceDates(pattern, from, until);
      const ruled = { pattern, dates, places: dates.map((date) => dayIndexOf(grid, date) * grid.slotsPerDay) };
      for (let slot = 0; slot < grid.slotsPerDay; slot += 1) {
        const candidate = candidateAt(look, ruled, slot);
        if (candidate !== null) candidates.push(candidate);
      }
    }
  }
  return candidates;
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const weekRank = ({ plan }: Candidate): number =>
  plan.pattern.kind === 'monthly' ? weekIndexes.indexOf(plan.pattern.week) : 0;

function awkwardness({ minute }: Candidate): number {
  return Math.abs(minute - pleasantMinute) + (minute % 30 === 0 ? 0 : quarterWeight);
}

/** Fewest clashes first; then soon and at a good hour; then the earlier day, nearer to ten. A total order. */
export function compareCandidates(one: Candidate, other: Candidate): number {
  return (
    one.penalty - other.penalty ||
    one.inconvenience - other.inconvenience ||
    compareText(one.plan.startDate, other.plan.startDate) ||
    awkwardness(one) - awkwardness(other) ||
    one.minute - other.minute ||
    weekRank(one) - weekRank(other)
  );
}

const mostAWeekday = 2;
const apartMinutes = 120;

/** So many of the ranked that differ from each other: two a weekday at most, and those two hours apart; filled up by rank where that leaves too few. */
export function differing(ranked: readonly Candidate[], most: number): Candidate[] {
  const chosen = new Set<Candidate>();
  const near = (one: Candidate, other: Candidate): boolean =>
    one.plan.pattern.weekday === other.plan.pattern.weekday && Math.abs(one.minute - other.minute) < apartMinutes;
  while (chosen.size < most) {
    let best: { candidate: Candidate; cost: number } | null = null;
    for (const candidate of ranked) {
      if (best !== null && candidate.penalty >= best.cost) break;
      const onDay = [...chosen].filter(({ plan }) => plan.pattern.weekday === candidate.plan.pattern.weekday);
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
