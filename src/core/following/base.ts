import { occurrenceDates } from '../series/occurrences.ts';
import type { SeriesPlan } from '../series/series.ts';
import { addMinutes, instantOf } from '../time.ts';
import type { Instant, LocalDate } from '../time-types.ts';
import type { Invited, OutlookRule, Span } from './outlook.ts';

interface Missing {
  /** Since when the mailbox it stands in answers as not being there. */
  readonly missingSince?: Instant;
}

/** A mailbox that is being moved answers as missing for a while. */
const missingMinutes = 5;

/** What is to be remembered of a mailbox that answers as missing; null: it was missing at an earlier look too, so it is gone. */
export function firstMissing<Base extends Missing>(base: Base, now: Instant): Base | null {
  const since = base.missingSince ?? now;
  return addMinutes(since, missingMinutes) <= now ? null : { ...base, missingSince: since };
}

/** What Duologue last saw in Outlook of a series as a whole. */
export interface SeriesBase extends Missing {
  readonly rule: OutlookRule;
  readonly invited: Invited;
}

/** That a meeting was called off in Outlook, and by whom; null: nobody can say. */
export interface CalledOff {
  readonly by: 'organiser' | null;
}

/** What Duologue last saw in Outlook of one meeting. */
export interface MeetingBase extends Span, Missing {
  /** It was not in the calendar any more. */
  readonly isGone: boolean;
  /** Set where it was called off there and not here. */
  readonly calledOff?: CalledOff;
  readonly invited: Invited;
}

/** What was last seen of a series and its meetings, by meeting. */
export interface Bases {
  /** Null: never looked at; then Outlook has what Duologue first asked for. */
  readonly series: SeriesBase | null;
  readonly meetings: ReadonlyMap<string, MeetingBase>;
}

/** A change promised to Outlook that bears on when something is. */
export interface Pending {
  readonly effectId: string;
  /** Null: about the series as a whole. */
  readonly meetingId: string | null;
  /** When it was done; null: it is still on its way, or waits for somebody. */
  readonly settledAt: Instant | null;
  /** Where it puts the meeting; left out: nowhere of its own. */
  readonly place?: Span | undefined;
}

/** An invitation nobody has answered yet. */
export const unanswered: Invited = { isThere: true, answer: 'none', proposal: null, guests: [] };

/** A plan as Outlook keeps it: beginning on the first day that fits. */
export function ruleOf(plan: SeriesPlan): OutlookRule {
  return {
    pattern: plan.pattern,
    wording: null,
    zone: plan.zone,
    startDate: occurrenceDates(plan.pattern, plan.startDate, plan.untilDate)[0] ?? plan.startDate,
    startTime: plan.startTime,
    minutes: plan.minutes,
    untilDate: plan.untilDate,
  };
}

/** Where a rule puts the occurrence of a day. */
export function positionOf(rule: OutlookRule, day: LocalDate): Span {
  const start = instantOf(day, rule.startTime, rule.zone);
  return { start, end: addMinutes(start, rule.minutes) };
}
