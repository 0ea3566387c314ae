import type { AskedView } from '#contract/policy.ts';
import type { SlotRhythmView } from '#contract/series.ts';
import { isAtLeastAsOften } from '#core/cadence/cadence.ts';
import { weeksThatKeep } from '#core/cadence/rolling.ts';
import { rhythmOf } from '#core/slots/rhythm.ts';
import { addDays, startOfWeek, weekdayOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import { say } from '../../text/say.ts';

/** The rhythms somebody may choose from, most often first. */
const rhythms: readonly SlotRhythmView[] = [
  { kind: 'weekly', every: 1 },
  { kind: 'weekly', every: 2 },
  { kind: 'weekly', every: 3 },
  { kind: 'weekly', every: 4 },
  { kind: 'monthly', every: 1 },
  { kind: 'dated', every: 1 },
];

/** The rhythms to choose from: those of the policy and of the two that are not among the usual first. */
export function rhythmsFor(own: readonly SlotRhythmView[]): SlotRhythmView[] {
  const usual = new Set(rhythms.map(rhythmKey));
  const added = new Map(own.filter((one) => !usual.has(rhythmKey(one))).map((one) => [rhythmKey(one), one]));
  return [...added.values(), ...rhythms];
}

/** How long a meeting may be, in minutes. */
export const lengths = [20, 30, 45, 60, 90] as const;

const friday = 5;

/** Names a rhythm among others. */
export function rhythmKey(rhythm: SlotRhythmView): string {
  return Object.values(rhythm).join(' ');
}

/** "Every 2 weeks", "Every 4 to 6 weeks", "Once a term". */
export function sayRhythm(rhythm: SlotRhythmView): string {
  switch (rhythm.kind) {
    case 'weekly':
      return say('schedule.weekly', { weeks: rhythm.every });
    case 'monthly':
      return say('schedule.monthly', { months: rhythm.every });
    case 'dated':
      return say('schedule.dated', { months: rhythm.every });
    case 'window':
      return say('schedule.window', { from: rhythm.from, to: rhythm.to });
    case 'rolling':
      return say('schedule.rolling', { count: rhythm.count, months: rhythm.months });
    case 'term':
      return say('schedule.term');
  }
}

/** Whether keeping to a rhythm always meets what is asked. */
export function meetsAsked(rhythm: SlotRhythmView, { cadence, every }: AskedView): boolean {
  if (rhythmKey(rhythm) === rhythmKey(rhythmOf(cadence))) return true;
  switch (rhythm.kind) {
    case 'weekly':
      return isAtLeastAsOften({ weeks: rhythm.every }, every);
    case 'monthly':
    case 'dated':
      return isAtLeastAsOften({ months: rhythm.every }, every);
    case 'window':
      return isAtLeastAsOften({ weeks: rhythm.to }, every);
    case 'rolling':
      return isAtLeastAsOften({ weeks: weeksThatKeep(rhythm.count, rhythm.months) }, every);
    case 'term':
      return false;
  }
}

/** When a series may begin: this week from tomorrow, or a Monday to come. */
export function startsFrom(today: LocalDate): { from: LocalDate; words: string }[] {
  const monday = startOfWeek(today);
  const isWeekOver = weekdayOf(today) >= friday;
  return [
    ...(isWeekOver ? [] : [{ from: addDays(today, 1), words: say('schedule.thisWeek') }]),
    { from: addDays(monday, 7), words: say('schedule.nextWeek') },
    ...[2, 3, 4].map((weeks) => ({ from: addDays(monday, weeks * 7), words: say('schedule.inWeeks', { weeks }) })),
  ];
}
