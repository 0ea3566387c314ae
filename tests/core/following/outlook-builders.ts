import { positionOf, ruleOf, unanswered, type Bases, type Pending } from '#core/following/base.ts';
import type { OwnSeries } from '#core/following/follow-series.ts';
import type { OutlookOccurrence, OutlookRule, OutlookSeries } from '#core/following/outlook.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import { occurrenceDates } from '#core/series/occurrences.ts';
import type { Series, SeriesPlan } from '#core/series/series.ts';
import { addMinutes } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';

/** Thursday morning; the first meeting is on Tuesday. */
export const now = '2026-11-26T09:40:00.000Z';

export const plan: SeriesPlan = {
  pattern: { kind: 'weekly', every: 1, weekday: 2 },
  zone: 'Europe/London',
  startDate: '2026-11-24',
  startTime: '10:00',
  minutes: 30,
  untilDate: '2026-12-22',
};

export const days = ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22'] as const;

export const series: Series = {
  id: 'series',
  pairId: 'pair',
  state: 'booked',
  plan,
  subject: '',
  note: '',
  eventId: 'event',
  iCalUid: 'uid',
  joinUrl: null,
  chatId: null,
};

/** The meeting of a day of the plan; the first was held. */
export function meetingOn(day: LocalDate, changes: Partial<Meeting> = {}): Meeting {
  return {
    id: `m-${day}`,
    pairId: 'pair',
    seriesId: 'series',
    kind: 'one-to-one',
    state: 'planned',
    originalDate: day,
    ...positionOf(ruleOf(plan), day),
    reason: null,
    movedFrom: null,
    skipped: null,
    agendaVersion: 1,
    agreedBySupervisor: null,
    agreedByEmployee: null,
    openedAt: null,
    closedAt: null,
    packId: null,
    packVersion: null,
    ...changes,
  };
}

export function own(changes: readonly Meeting[] = [], pending: readonly Pending[] = []): OwnSeries {
  const all = [meetingOn('2026-11-24', { state: 'closed' }), ...days.map((day) => meetingOn(day))];
  const meetings = all.map((one) => changes.find(({ id }) => id === one.id) ?? one);
  return { series, meetings, pending };
}

export const nothingSeen: Bases = { series: null, meetings: new Map() };

export function occurrence(
  day: LocalDate,
  changes: Partial<OutlookOccurrence> = {},
  rule: OutlookRule = ruleOf(plan),
): OutlookOccurrence {
  return { originalDate: day, ...positionOf(rule, day), invited: unanswered, ...changes };
}

/** Outlook as it was asked for, with some days different; null takes a day out. */
export function outlook(
  different: Readonly<Record<LocalDate, Partial<OutlookOccurrence> | null>> = {},
  changes: Partial<OutlookSeries> = {},
): OutlookSeries {
  const rule = changes.rule ?? ruleOf(plan);
  const until = rule.untilDate ?? '2028-12-31';
  const dates =
    rule.pattern === null
      ? []
      : occurrenceDates(rule.pattern, rule.startDate, until).filter((day) => day >= '2026-11-25');
  return {
    eventId: 'event',
    rule,
    invited: unanswered,
    occurrences: dates
      .flatMap((day) => (different[day] === null ? [] : [occurrence(day, different[day] ?? {}, rule)]))
      .toSorted((a, b) => (a.start < b.start ? -1 : 1)),
    readAt: now,
    readUntil: addMinutes(now, 740 * 24 * 60),
    ...changes,
  };
}

export function pending(meetingId: string | null, settledAt: string | null = null): Pending {
  return { effectId: `effect-${meetingId ?? 'series'}`, meetingId, settledAt };
}
