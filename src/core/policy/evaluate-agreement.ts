import { isOftenEnough } from '../agreement/agreement-terms.ts';
import { addDays } from '../time.ts';
import { isPaused } from './evaluate-cadence.ts';
import type { Finding, PairFacts } from './finding.ts';
import type { AgreementRule, CadenceRule } from './meeting-rules.ts';
import { askedBy } from './resolve.ts';

/** So many days before its day a review is asked for. */
export const reviewAheadDays = 14;

/**
 * How a pair stands against agreeing how they meet: at their first meeting, signed by both, and looked at again on its day
 * (OD3a-10). Facts that do not say leave it unjudged.
 */
export function evaluateAgreement(rule: AgreementRule, cadence: CadenceRule | null, facts: PairFacts): Finding[] {
  const { agreement, today } = facts;
  if (agreement === undefined) return [];
  const base = { ruleId: rule.id, kind: rule.kind, clause: rule.clause };
  const { holds, draft } = agreement;
  const signed = draft?.signedBy ?? null;
  const signedBy = signed === null ? {} : { signedBy: signed };
  if (holds === null) {
    if (isPaused(facts)) return [{ ...base, state: 'excused', reason: 'paused', values: {}, dueOn: null }];
    const firstOn = facts.heldOn[0] ?? facts.plannedOn.find((day) => day >= today) ?? null;
    const isLate = firstOn !== null && firstOn < today;
    const reason =
      draft === null ? 'agreement-none-yet' : signed === null ? 'agreement-being-filled' : 'agreement-being-signed';
    const values = { ...(firstOn === null ? {} : { firstOn }), ...signedBy };
    return [{ ...base, state: isLate ? 'overdue' : 'due', reason, values, dueOn: firstOn }];
  }
  const { since, reviewOn, everyWeeks } = holds;
  const values = { since, ...(reviewOn === null ? {} : { reviewOn }), ...signedBy };
  if (!isOftenEnough(everyWeeks, askedBy(cadence))) {
    return [{ ...base, state: 'due', reason: 'agreement-too-seldom', values, dueOn: null }];
  }
  if (reviewOn !== null && addDays(reviewOn, -reviewAheadDays) <= today) {
    const state = reviewOn < today ? 'overdue' : 'due';
    return [{ ...base, state, reason: 'agreement-review', values, dueOn: reviewOn }];
  }
  return [{ ...base, state: 'met', reason: 'agreement-holds', values, dueOn: reviewOn }];
}
