import type { PolicyRule, RuleKind, RuleOf } from './rules.ts';

/** The first rule of a kind, or null where the policy has none. */
export function ruleOf<Kind extends RuleKind>(rules: readonly PolicyRule[], kind: Kind): RuleOf<Kind> | null {
  return rules.find((rule): rule is RuleOf<Kind> => rule.kind === kind) ?? null;
}
