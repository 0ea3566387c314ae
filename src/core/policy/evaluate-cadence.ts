import { paceOf } from '../cadence/cadence-kind.ts';
import { dueOn, keepsTo } from '../cadence/cadence.ts';
import { countDue, termDue, windowAfter } from '../cadence/next-due.ts';
import type { PairTerms } from '../people/pair.ts';
import { addDays, daysBetween } from '../time.ts';
import type { LocalDate } from '../time-types.ts';
import { askedValues } from './asked-values.ts';
import type { Finding, FindingReason, FindingState, PairFacts } from './finding.ts';
import type { CadenceRule } from './meeting-rules.ts';

type Values = Record<string, string | number>;

interface Deadline {
  readonly due: LocalDate;
  readonly values: Values;
  /** How many meetings are asked for up to that day. */
  readonly remaining: number;
  readonly reasons: Readonly<Record<'late' | 'waiting' | 'kept' | 'held', FindingReason>>;
}

/** Days to meet again after an absence where a policy names none for a first meeting. */
const usualFirstDays = 28;

/** Whether an absence holds on the day of the facts. */
export function isPaused(facts: PairFacts): boolean {
  return facts.paused !== null && (facts.paused.until === null || facts.paused.until >= facts.today);
}

/** The latest of the days given. */
function latest(first: LocalDate, ...others: readonly (LocalDate | null)[]): LocalDate {
  return others.reduce<LocalDate>((one, other) => (other !== null && other > one ? other : one), first);
}

/** Nobody comes back from an absence to find a meeting already late: the days of a first meeting run again from the return. */
function afterAbsence(due: LocalDate, rule: CadenceRule, pair: PairTerms, facts: PairFacts): LocalDate {
  const until = pair.pause?.until ?? null;
  if (until === null || until >= facts.today || (pair.pause?.from ?? until) > due) return due;
  return latest(due, addDays(until, rule.firstWithinDays ?? usualFirstDays));
}

const gap = { late: 'gap-too-long', waiting: 'nothing-booked', kept: 'next-keeps-to-it', held: 'met-within' } as const;
const first = { late: 'first-overdue', waiting: 'first-due-by', kept: 'next-keeps-to-it', held: 'met-within' } as const;
const count = { late: 'count-short', waiting: 'count-due', kept: 'count-kept', held: 'count-kept' } as const;
const term = { late: 'term-missed', waiting: 'term-due', kept: 'next-keeps-to-it', held: 'met-within' } as const;

interface History {
  readonly held: readonly LocalDate[];
  readonly lastOn: LocalDate | undefined;
  readonly startedOn: LocalDate;
  readonly today: LocalDate;
}

/** When the next meeting is asked for; null where the organisation's own dates do not say. */
function deadlineOf(rule: CadenceRule, { held, lastOn, startedOn, today }: History): Deadline | null {
  const { cadence } = rule;
  const since: Values = lastOn === undefined ? { startedOn } : { lastOn, daysSince: daysBetween(lastOn, today) };
  if (cadence.kind === 'term') {
    const due = termDue(cadence, held, startedOn, today);
    if (due === null) return null;
    return { due: due.dueOn, values: { ...since, term: due.term.title }, remaining: 1, reasons: term };
  }
  if (lastOn === undefined && rule.firstWithinDays !== undefined) {
    const values = { startedOn, firstWithinDays: rule.firstWithinDays };
    return { due: addDays(startedOn, rule.firstWithinDays), values, remaining: 1, reasons: first };
  }
  if (cadence.kind === 'rolling') {
    const { dueOn: due, remaining, counted } = countDue(cadence, held, startedOn, today);
    return { due, values: { ...since, counted, remaining }, remaining, reasons: count };
  }
  const from = lastOn ?? startedOn;
  const reasons = lastOn === undefined ? first : gap;
  if (cadence.kind === 'interval') {
    return { due: dueOn(from, cadence.every), values: since, remaining: 1, reasons };
  }
  const { opensOn, dueOn: due } = windowAfter(cadence, from);
  return { due, values: lastOn === undefined ? since : { ...since, opensOn }, remaining: 1, reasons };
}

function standing(
  { due, remaining, reasons }: Deadline,
  today: LocalDate,
  lastOn: LocalDate | undefined,
  planned: readonly LocalDate[],
): [FindingState, FindingReason] {
  const [nextOn] = planned;
  if (today > due) return ['overdue', reasons.late];
  if (planned.filter((day) => day <= due).length >= remaining) return ['met', reasons.kept];
  if (lastOn === today && remaining === 1) return ['met', reasons.held];
  return ['due', nextOn === undefined || nextOn <= due ? reasons.waiting : 'next-too-late'];
}

/**
 * How a pair stands against how often it is asked to meet: met, due while something can still be booked, overdue once the time
 * has run out (OUT-1, OD3a-1, ESS-1, FORM-1).
 */
export function evaluateCadence(rule: CadenceRule, pair: PairTerms, facts: PairFacts): Finding {
  const { today } = facts;
  const held = facts.heldOn.filter((date) => date <= today);
  const lastOn = held.at(-1);
  const planned = facts.plannedOn.filter((date) => date >= today);
  const [nextOn] = planned;
  const extra = pair.extraSupport;
  const isExtra = extra !== null && rule.cadence.kind === 'interval' && rule.cadence.every === extra.every;
  const asked = { ...askedValues(rule.cadence), ...(isExtra ? { extraSupportSince: extra.since } : {}) };
  const base = { ruleId: rule.id, kind: rule.kind, clause: rule.clause };
  const next = nextOn === undefined ? {} : { nextOn };
  if (isPaused(facts)) {
    const until = facts.paused?.until ?? null;
    const values = { ...asked, ...(until === null ? {} : { until }) };
    return { ...base, state: 'excused', reason: 'paused', values, dueOn: null };
  }
  const startedOn = latest(facts.pairFrom, facts.joinedOn);
  const found = deadlineOf(rule, { held, lastOn, startedOn, today });
  if (found === null) {
    return { ...base, state: 'not-applicable', reason: 'terms-unknown', values: { ...asked, ...next }, dueOn: null };
  }
  const deadline = { ...found, due: afterAbsence(found.due, rule, pair, facts) };
  const [state, reason] = standing(deadline, today, lastOn, planned);
  const days = daysBetween(today, deadline.due);
  const distance = days >= 0 ? { daysLeft: days } : { daysLate: -days };
  const values = { ...asked, ...deadline.values, ...next, dueOn: deadline.due, ...distance };
  return { ...base, state, reason, values, dueOn: deadline.due };
}

/** Whether a topic counts as covered: within one interval before the last meeting, so that it need not come up every time (OUT-2). */
export function isCoveredSince(rule: CadenceRule | null, coveredOn: LocalDate, lastOn: LocalDate): boolean {
  return coveredOn >= lastOn || (rule !== null && keepsTo(paceOf(rule.cadence), coveredOn, lastOn));
}
