import type { CadenceRule } from './meeting-rules.ts';
import { ruleOf } from './rule-of.ts';
import type { PolicyRule } from './rules.ts';

/**
 * How often the two agreed to meet, as what is asked of them, for a policy that leaves it to them (CAREER-1, OD3a-10). Null where it asks for no
 * agreement, or nothing is agreed.
 */
export function agreedCadence(rules: readonly PolicyRule[], everyWeeks: number | null): CadenceRule | null {
  const rule = ruleOf(rules, 'agreement');
  if (rule === null || everyWeeks === null || !rule.asks.includes('frequency')) return null;
  return {
    kind: 'cadence',
    id: `${rule.id}-frequency`,
    clause: rule.clause,
    groupId: '',
    cadence: { kind: 'interval', every: { weeks: everyWeeks } },
  };
}
