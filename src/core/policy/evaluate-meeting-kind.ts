import type { PairTerms } from '../people/pair.ts';
import { addDays, addMonths, daysBetween } from '../time.ts';
import type { LocalDate } from '../time-types.ts';
import type { Finding, FindingReason, FindingState, KindDays, PairFacts } from './finding.ts';
import type { MeetingDue, MeetingKindRule, YearlyAnchor } from './meeting-rules.ts';
import { roundAfter, roundDueFrom } from './yearly.ts';

type Values = Record<string, string | number>;

/** When a kind of meeting is asked for next: or why not, or not yet. */
type Asked =
  | { readonly dueOn: LocalDate; readonly opensOn: LocalDate | null }
  | { readonly reason: 'kind-held' | 'kind-start-unknown' | 'kind-before-pair' };

function later(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other;
}

/** Nobody comes back from an absence to find something already late. */
function afterAbsence(dueOn: LocalDate, pair: PairTerms, today: LocalDate, days: number): LocalDate {
  const { pause } = pair;
  const until = pause?.until ?? null;
  if (pause === null || until === null || until >= today || pause.from > dueOn) return dueOn;
  return later(dueOn, addDays(until, days));
}

function afterStart(days: number, facts: PairFacts, lastOn: LocalDate | undefined): Asked {
  if (lastOn !== undefined) return { reason: 'kind-held' };
  if (facts.joinedOn === null) return { reason: 'kind-start-unknown' };
  const dueOn = addDays(facts.joinedOn, days);
  // Somebody who had settled in before the two began is not asked for it again.
  return dueOn < facts.pairFrom ? { reason: 'kind-before-pair' } : { dueOn, opensOn: null };
}

/** The day a yearly meeting goes by; null where nobody has said it. */
function anchorDay(anchor: YearlyAnchor, facts: PairFacts): LocalDate | null {
  if (anchor === 'start') return facts.joinedOn;
  if (anchor === 'increment') return facts.incrementalOn;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `2000-${two(anchor.month)}-${two(anchor.day)}`;
}

function yearly(due: Extract<MeetingDue, { kind: 'yearly' }>, facts: PairFacts, lastOn: LocalDate | undefined): Asked {
  const anchor = anchorDay(due.anchor, facts);
  if (anchor === null) return { reason: 'kind-start-unknown' };
  if (lastOn !== undefined) return roundAfter(anchor, due.windowDays, lastOn);
  const started = facts.joinedOn === null ? facts.pairFrom : later(facts.pairFrom, facts.joinedOn);
  // The day somebody starts is not yet a year of it.
  const first = due.anchor === 'start' ? later(started, addMonths(anchor, 12)) : started;
  return roundDueFrom(anchor, due.windowDays, first);
}

function standing(
  asked: Extract<Asked, { dueOn: LocalDate }>,
  dueOn: LocalDate,
  { plannedOn }: Pick<KindDays, 'plannedOn'>,
  today: LocalDate,
  lastOn: LocalDate | undefined,
): [FindingState, FindingReason] {
  if (today > dueOn) return ['overdue', 'kind-late'];
  // One held before this time round opens is for the last one.
  const opensOn = asked.opensOn ?? today;
  if (plannedOn.some((day) => day >= opensOn && day <= dueOn)) return ['met', 'kind-planned'];
  if (opensOn <= today) return ['due', 'kind-due'];
  return lastOn === undefined ? ['not-applicable', 'kind-not-yet'] : ['met', 'kind-held'];
}

/** What is left of the days of one kind on the day of the facts. */
function daysOf({ meetingKind }: MeetingKindRule, facts: PairFacts): KindDays {
  const { today } = facts;
  const all = meetingKind === 'one-to-one' ? facts : (facts.otherKinds[meetingKind] ?? { heldOn: [], plannedOn: [] });
  return {
    heldOn: all.heldOn.filter((day) => day <= today),
    plannedOn: all.plannedOn.filter((day) => day >= today),
  };
}

/**
 * How a kind of meeting stands that the policy asks for by a day: within days of somebody's start (CAREER-1), or once a year by a
 * day that is theirs or the organisation's (CAREER-4, OD3a-2). Null where it is not asked for by any day,
 * or not of this pair: only the line manager is asked.
 */
export function evaluateMeetingKind(
  rule: MeetingKindRule,
  pair: PairTerms,
  facts: PairFacts,
  isPaused: boolean,
): Finding | null {
  const { due } = rule;
  if (due === null || pair.role !== 'line') return null;
  const { today } = facts;
  const days = daysOf(rule, facts);
  const lastOn = days.heldOn.at(-1);
  const [nextOn] = days.plannedOn;
  const values: Values = {
    meetingKind: rule.meetingKind,
    title: rule.title,
    ...(lastOn === undefined ? {} : { lastOn }),
    ...(nextOn === undefined ? {} : { nextOn }),
  };
  const base = { ruleId: rule.id, kind: rule.kind, clause: rule.clause };
  const asked = due.kind === 'after-start' ? afterStart(due.days, facts, lastOn) : yearly(due, facts, lastOn);
  if ('reason' in asked) {
    const state = asked.reason === 'kind-held' ? 'met' : 'not-applicable';
    return { ...base, state, reason: asked.reason, values, dueOn: null };
  }
  if (isPaused) {
    const until = facts.paused?.until ?? null;
    return {
      ...base,
      state: 'excused',
      reason: 'paused',
      values: until === null ? values : { ...values, until },
      dueOn: null,
    };
  }
  const dueOn = afterAbsence(asked.dueOn, pair, today, due.kind === 'after-start' ? due.days : due.windowDays);
  const [state, reason] = standing(asked, dueOn, days, today, lastOn);
  const left = daysBetween(today, dueOn);
  const distance = left >= 0 ? { daysLeft: left } : { daysLate: -left };
  const opens = asked.opensOn === null ? {} : { opensOn: asked.opensOn };
  return { ...base, state, reason, values: { ...values, ...opens, dueOn, ...distance }, dueOn };
}
