import { dueOn, keepsTo } from '../cadence/cadence.ts';
import type { Pair } from '../people/pair.ts';
import { addDays, daysBetween } from '../time.ts';
import type { LocalDate } from '../time-types.ts';
import type { Finding, FindingReason, FindingState, PairFacts } from './finding.ts';
import type { CadenceRule } from './policy.ts';

type Values = Record<string, string | number>;

interface Deadline {
  readonly due: LocalDate;
  readonly values: Values;
  readonly lateReason: FindingReason;
  readonly waitingReason: FindingReason;
}

/** Whether an absence holds on the day of the facts. */
export function isPaused(facts: PairFacts): boolean {
  return facts.paused !== null && (facts.paused.until === null || facts.paused.until >= facts.today);
}

/** The latest of the days given. */
function latest(first: LocalDate, ...others: readonly (LocalDate | null)[]): LocalDate {
  return others.reduce<LocalDate>((one, other) => (other !== null && other > one ? other : one), first);
}

/** Nobody comes back from an absence to find a meeting already late: the days of a first meeting run again from the return. */
function afterAbsence(due: LocalDate, rule: CadenceRule, pair: Pair, facts: PairFacts): LocalDate {
  const until = pair.pause?.until ?? null;
  if (until === null || until >= facts.today || (pair.pause?.from ?? until) > due) return due;
  return latest(due, addDays(until, rule.firstWithinDays));
}

function deadlineOf(rule: CadenceRule, pair: Pair, facts: PairFacts, lastOn: LocalDate | undefined): Deadline {
  if (lastOn !== undefined) {
    const due = afterAbsence(dueOn(lastOn, rule.atLeastEvery), rule, pair, facts);
    const values = { lastOn, daysSince: daysBetween(lastOn, facts.today) };
    return { due, values, lateReason: 'gap-too-long', waitingReason: 'nothing-booked' };
  }
  const startedOn = latest(facts.pairFrom, facts.joinedOn);
  const due = afterAbsence(addDays(startedOn, rule.firstWithinDays), rule, pair, facts);
  const values = { startedOn, firstWithinDays: rule.firstWithinDays };
  return { due, values, lateReason: 'first-overdue', waitingReason: 'first-due-by' };
}

function standing(
  deadline: Deadline,
  today: LocalDate,
  lastOn: LocalDate | undefined,
  nextOn: LocalDate | undefined,
): [FindingState, FindingReason] {
  if (today > deadline.due) return ['overdue', deadline.lateReason];
  if (nextOn !== undefined && nextOn <= deadline.due) return ['met', 'next-keeps-to-it'];
  if (lastOn === today) return ['met', 'met-within'];
  return ['due', nextOn === undefined ? deadline.waitingReason : 'next-too-late'];
}

/** How a pair stands against how often it is asked to meet: met, due while something can still be booked, overdue once the time has run out (OUT-1). */
export function evaluateCadence(rule: CadenceRule, pair: Pair, facts: PairFacts): Finding {
  const { today } = facts;
  const lastOn = facts.heldOn.findLast((date) => date <= today);
  const nextOn = facts.plannedOn.find((date) => date >= today);
  const asked =
    'weeks' in rule.atLeastEvery ? { askedWeeks: rule.atLeastEvery.weeks } : { askedMonths: rule.atLeastEvery.months };
  const extra = pair.extraSupport;
  const support = extra !== null && extra.every === rule.atLeastEvery ? { extraSupportSince: extra.since } : {};
  const base = { ruleId: rule.id, kind: rule.kind, clause: rule.clause };
  const next = nextOn === undefined ? {} : { nextOn };
  if (isPaused(facts)) {
    const until = facts.paused?.until ?? null;
    const values = { ...asked, ...support, ...(until === null ? {} : { until }) };
    return { ...base, state: 'excused', reason: 'paused', values, dueOn: null };
  }
  const deadline = deadlineOf(rule, pair, facts, lastOn);
  const [state, reason] = standing(deadline, today, lastOn, nextOn);
  const days = daysBetween(today, deadline.due);
  const distance = days >= 0 ? { daysLeft: days } : { daysLate: -days };
  const values = { ...asked, ...support, ...deadline.values, ...next, dueOn: deadline.due, ...distance };
  return { ...base, state, reason, values, dueOn: deadline.due };
}

/** Whether a topic counts as covered: within one interval before the last meeting, so that it need not come up every time (OUT-2). */
export function isCoveredSince(rule: CadenceRule | null, coveredOn: LocalDate, lastOn: LocalDate): boolean {
  return coveredOn >= lastOn || (rule !== null && keepsTo(rule.atLeastEvery, coveredOn, lastOn));
}
