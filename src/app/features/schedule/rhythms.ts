import type { SlotRhythmView } from '#contract/series.ts';
import { addDays, startOfWeek, weekdayOf } from '#core/time.ts';
import type { Interval, LocalDate } from '#core/time-types.ts';
import { say } from '../../text/say.ts';

/** The rhythms somebody may choose from, most often first. */
export const rhythms: readonly SlotRhythmView[] = [
  { kind: 'weekly', every: 1 },
  { kind: 'weekly', every: 2 },
  { kind: 'weekly', every: 3 },
  { kind: 'weekly', every: 4 },
  { kind: 'monthly', every: 1 },
];

/** How long a meeting may be, in minutes. */
export const lengths = [20, 30, 45, 60, 90] as const;

const friday = 5;

/** Names a rhythm among others. */
export function rhythmKey(rhythm: SlotRhythmView): string {
  return `${rhythm.kind} ${String(rhythm.every)}`;
}

/** "Every 2 weeks". */
export function sayRhythm(rhythm: SlotRhythmView): string {
  return rhythm.kind === 'weekly' ? say('schedule.weekly', { weeks: rhythm.every }) : say('schedule.monthly');
}

/** A rhythm as an interval. */
export function intervalOf(rhythm: SlotRhythmView): Interval {
  return rhythm.kind === 'weekly' ? { weeks: rhythm.every } : { months: rhythm.every };
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
