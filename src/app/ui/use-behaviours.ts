import type { ResponseOf } from '#contract/api.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { useRoute } from '../api/use-route.ts';

const staleMilliseconds = 600_000;

/** The organisation's own behaviours for a pair, to point at; null: it has none, or they are not there yet (ESS-10). */
export function useBehaviours(pairId: string) {
  const policy = useRoute('pairPolicy', { params: { pairId }, staleTime: staleMilliseconds });
  const rules: ResponseOf<'pairPolicy'>['rules'] = policy.data?.rules ?? [];
  return ruleOf(rules, 'behaviours');
}
