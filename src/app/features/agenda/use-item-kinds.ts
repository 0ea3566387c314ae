import { ruleOf } from '#core/policy/rule-of.ts';
import { usePairRules } from '../../ui/use-pair-rules.ts';

/** The kinds of item a pair's policy offers, in its order; none where it has no such list (OD3a-11). */
export function useItemKinds(pairId: string): readonly { readonly id: string; readonly title: string }[] {
  return ruleOf(usePairRules(pairId), 'agenda')?.itemKinds ?? [];
}
