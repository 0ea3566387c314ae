import { leaveStanding } from '../leave/leave.ts';
import type { Finding, PairFacts } from './finding.ts';
import type { LeaveRule } from './person-rules.ts';
import type { PolicyRule } from './rules.ts';

/** The lines of the policy's forms in which leave remaining is noted. */
function leaveFields(rules: readonly PolicyRule[]): string[] {
  return rules.flatMap((rule) =>
    rule.kind === 'record-form'
      ? [...rule.head, ...rule.foot].filter(({ source }) => source === 'leave-remaining').map(({ id }) => id)
      : [],
  );
}

/**
 * Whether leave is building up, as it was last noted and on the day it was noted for: what was taken since is not known (FORM-4).
 * What was noted in a leave year that is over says nothing more. Facts that do not say leave it unjudged.
 */
export function evaluateLeave(rule: LeaveRule, rules: readonly PolicyRule[], facts: PairFacts): Finding[] {
  const { daysNoted, today } = facts;
  if (daysNoted === undefined) return [];
  const base = { ruleId: rule.id, kind: rule.kind, clause: rule.clause, dueOn: null };
  const noted = leaveFields(rules)
    .flatMap((id) => daysNoted[id] ?? [])
    .reduce<{ days: number; on: string } | null>(
      (latest, one) => (latest === null || one.on >= latest.on ? one : latest),
      null,
    );
  const standing = noted === null ? null : leaveStanding(rule, noted.days, noted.on);
  if (noted === null || standing === null || standing.yearEndsOn < today) {
    return [{ ...base, state: 'not-applicable', reason: 'leave-not-noted', values: {} }];
  }
  const { daysLeft, evenDays, yearEndsOn } = standing;
  const values = { daysLeft, evenDays, yearEndsOn, notedOn: noted.on };
  return standing.state === 'building-up'
    ? [{ ...base, state: 'due', reason: 'leave-building-up', values }]
    : [{ ...base, state: 'met', reason: 'leave-even', values }];
}
