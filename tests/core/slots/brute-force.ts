import { Temporal } from 'temporal-polyfill';
import { occurrenceDates, occurrencesOf } from '#core/series/occurrences.ts';
import type { SeriesPattern, SeriesPlan } from '#core/series/series.ts';
import type { Availability, Clash, SlotRequest } from '#core/slots/slot.ts';
import { addDays, addMinutes, daysBetween, instantOf } from '#core/time.ts';
import type { Instant, LocalDate, Weekday } from '#core/time-types.ts';

// The plain way to every answer of findSlots: nothing cleverer than asking the date library about each time.

interface Time {
  readonly start: Instant;
  readonly end: Instant;
}

const wallOf = (instant: Instant, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone);

export function isInHours({ workingHours: hours }: Availability, { start, end }: Time): boolean {
  const from = wallOf(start, hours.zone);
  const to = wallOf(end, hours.zone);
  const open = from.toPlainDate().toPlainDateTime(hours.start);
  const close = from.toPlainDate().toPlainDateTime(hours.end);
  return (
    hours.days.includes(from.dayOfWeek as Weekday) &&
    Temporal.PlainDateTime.compare(from.toPlainDateTime(), open) >= 0 &&
    Temporal.PlainDateTime.compare(to.toPlainDateTime(), close) <= 0
  );
}

export function clashesOf(request: SlotRequest, date: LocalDate, { start, end }: Time): Clash[] {
  const holiday = request.holidays[date];
  if (holiday !== undefined) return [{ personId: null, kind: 'holiday', label: holiday }];
  const clashes: Clash[] = [];
  for (const { personId, busy } of request.people) {
    for (const { status, label, ...time } of busy) {
      const takesTime = time.start < time.end;
      if (takesTime && time.start < end && time.end > start) clashes.push({ personId, kind: status, label });
    }
  }
  return clashes;
}

/** Clashes as a set: what, whose, called what. */
export function clashSet(clashes: readonly Clash[]): string[] {
  return [...new Set(clashes.map(({ personId, kind, label }) => [personId, kind, label].join('|')))].sort();
}

export function penaltyOf(request: SlotRequest, plan: SeriesPlan): number {
  return occurrencesOf(plan).reduce((sum, occurrence) => {
    if (!request.people.every((who) => isInHours(who, occurrence))) return sum + 2;
    const kinds = clashesOf(request, occurrence.originalDate, occurrence).map(({ kind }) => kind);
    if (kinds.some((kind) => kind !== 'tentative')) return sum + 2;
    return sum + Math.min(1, kinds.length);
  }, 0);
}

const lastDay = ({ from, weeks }: SlotRequest): LocalDate => addDays(from, weeks * 7 - 1);

function patternsOf({ rhythm }: SlotRequest): SeriesPattern[] {
  const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
  const weekly = (every: number): SeriesPattern[] => weekdays.map((weekday) => ({ kind: 'weekly', every, weekday }));
  if (rhythm.kind === 'weekly') return weekly(rhythm.every);
  if (rhythm.kind === 'window')
    return [...Array(rhythm.to - rhythm.from + 1).keys()].flatMap((step) => weekly(rhythm.from + step));
  if (rhythm.kind === 'dated')
    return [...Array(31).keys()].map((day) => ({ kind: 'dated', every: rhythm.every, day: day + 1 }));
  if (rhythm.kind !== 'monthly') throw new Error(`Not looked at by scan: ${rhythm.kind}`);
  const weeks = ['first', 'second', 'third', 'fourth', 'last'] as const;
  return weekdays.flatMap((weekday) =>
    weeks.map((week) => ({ kind: 'monthly', every: rhythm.every, weekday, week }) as const),
  );
}

/** Every recurring time that lies in everybody's hours each time, by when it starts; on dates, at least every other time. */
export function recurringPlans(request: SlotRequest): SeriesPlan[] {
  const plans: SeriesPlan[] = [];
  for (const pattern of patternsOf(request)) {
    // Each of the ways to count: from the first such day, from the second.
    const all = occurrenceDates({ ...pattern, every: 1 }, request.from, lastDay(request));
    for (let phase = 0; phase < pattern.every; phase += 1) {
      const days = all.filter((_, index) => index % pattern.every === phase);
      for (let minute = 0; minute < 1440; minute += request.stepMinutes) {
        const startTime = Temporal.PlainTime.from('00:00').add({ minutes: minute }).toString().slice(0, 5);
        const first = days.findIndex((day) => instantOf(day, startTime, request.zone) >= request.notBefore);
        const startDate = days[first];
        if (startDate === undefined) continue;
        const { zone, minutes } = request;
        const plan: SeriesPlan = { pattern, zone, startDate, startTime, minutes, untilDate: lastDay(request) };
        const inHours = occurrencesOf(plan).filter((one) => request.people.every((who) => isInHours(who, one))).length;
        const needed = pattern.kind === 'dated' ? (days.length - first) / 2 : days.length - first;
        if (inHours >= needed) plans.push(plan);
      }
    }
  }
  return plans;
}

function suits({ workingHours }: Availability, { start, end }: Time): boolean {
  const from = wallOf(start, workingHours.zone).toPlainTime().toString();
  const to = wallOf(end, workingHours.zone).toPlainTime().toString();
  return from >= '09:30:00' && to <= '16:00:00' && !(from < '13:00:00' && to > '12:00:00');
}

/** The free time that costs least to move to: two hours for each day, an hour for each person it suits less. */
export function alternativesTo(
  request: SlotRequest,
  plan: SeriesPlan,
  date: LocalDate,
  after: LocalDate | null,
  before: LocalDate | null,
): { best: number; times: Time[] } {
  const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  let best = Infinity;
  let times: Time[] = [];
  for (let step = -6; step <= 6; step += 1) {
    const day = addDays(date, step);
    if (day < request.from || day > lastDay(request)) continue;
    if ((after !== null && day <= after) || (before !== null && day >= before)) continue;
    for (let minute = 0; minute < 1440; minute += request.stepMinutes) {
      const time = Temporal.PlainTime.from('00:00').add({ minutes: minute }).toString().slice(0, 5);
      const start = instantOf(day, time, request.zone);
      const at = { start, end: addMinutes(start, plan.minutes) };
      if (start < request.notBefore || !request.people.every((who) => isInHours(who, at))) continue;
      if (clashesOf(request, day, at).length > 0) continue;
      const bother = request.people.filter((who) => !suits(who, at)).length;
      const cost = Math.abs(daysBetween(date, day)) * 120 + Math.abs(minute - minuteOf(plan.startTime)) + bother * 60;
      if (cost < best) times = [];
      if (cost <= best) times.push(at);
      best = Math.min(best, cost);
    }
  }
  return { best, times };
}
