import type { Meeting } from '../meeting/meeting.ts';
import type { Instant, LocalDate } from '../time-types.ts';
import { occurrencesOf } from './occurrences.ts';
import type { SeriesPlan } from './series.ts';

/** A day of a rule put elsewhere, because its own time does not suit. */
export interface DayMove {
  readonly originalDate: LocalDate;
  readonly start: Instant;
  readonly end: Instant;
}

/** A rule, and the days on which it is departed from. */
export interface SeriesRule {
  readonly plan: SeriesPlan;
  readonly moves: readonly DayMove[];
  /** Days passed over. */
  readonly skips: readonly LocalDate[];
}

/** A day of a rule as it is to be held. */
export interface PlannedDay {
  readonly originalDate: LocalDate;
  readonly start: Instant;
  readonly end: Instant;
  /** Where the rule alone would put it; null: it is there. */
  readonly movedFrom: Instant | null;
}

/** What a change of the rule makes of the meetings still to come. */
export interface Reassigned {
  /** The meetings that go on, in order, each on its day of the new rule. */
  readonly kept: readonly Meeting[];
  /** Meetings no day is left for, in order. */
  readonly left: readonly Meeting[];
  /** Days no meeting is left for, in order. */
  readonly added: readonly PlannedDay[];
  /** Days of the new rule that are passed over. */
  readonly skipped: readonly LocalDate[];
}

/** The meetings of a series still to come, in the order they come in. */
export function comingOf(meetings: readonly Meeting[], seriesId: string, now: Instant): Meeting[] {
  return meetings.filter((one) => one.seriesId === seriesId && one.state === 'planned' && one.start > now);
}

/** The days of a rule that are still to come, moves made, by the rule's order; those passed over are left out. */
export function comingDays({ plan, moves, skips }: SeriesRule, now: Instant): PlannedDay[] {
  return occurrencesOf(plan).flatMap(({ originalDate, start, end }) => {
    if (skips.includes(originalDate)) return [];
    const move = moves.find((one) => one.originalDate === originalDate);
    const day =
      move === undefined || (move.start === start && move.end === end)
        ? { originalDate, start, end, movedFrom: null }
        : { originalDate, start: move.start, end: move.end, movedFrom: start };
    return day.start > now ? [day] : [];
  });
}

/**
 * Puts meetings on the days of a new rule: the nth still to come goes to the nth day, so that each keeps its agenda and its place
 * in the order (OUT-3). `coming`: the series' planned meetings after `now`, by start.
 */
export function reassign(coming: readonly Meeting[], rule: SeriesRule, now: Instant): Reassigned {
  const days = comingDays(rule, now);
  const kept = coming.flatMap((meeting, index) => {
    const day = days[index];
    if (day === undefined) return [];
    const stays = day.start === meeting.start && day.end === meeting.end;
    return [{ ...meeting, ...day, reason: stays || day.movedFrom !== null ? meeting.reason : null }];
  });
  const skipped = occurrencesOf(rule.plan)
    .filter(({ originalDate, start }) => start > now && rule.skips.includes(originalDate))
    .map(({ originalDate }) => originalDate);
  return { kept, left: coming.slice(days.length), added: days.slice(coming.length), skipped };
}

/**
 * How the days of a series depart from its rule now: what was moved, and what was called off. What follows keeps to it when
 * only the end of the rule changes. `from`: days before it are not looked at.
 */
export function departures(
  meetings: readonly Meeting[],
  seriesId: string,
  from: LocalDate,
): Pick<SeriesRule, 'moves' | 'skips'> {
  const own = meetings.filter((one) => one.seriesId === seriesId && one.originalDate >= from);
  return {
    moves: own.flatMap(({ state, movedFrom, originalDate, start, end }) =>
      state === 'planned' && movedFrom !== null ? [{ originalDate, start, end }] : [],
    ),
    skips: own.flatMap(({ state, originalDate }) => (state === 'planned' ? [] : [originalDate])),
  };
}
