import type { ResponseOf } from '#contract/api.ts';
import { useRoute } from '../api/use-route.ts';

const staleMilliseconds = 600_000;

/** What the policy asks of a pair, rule by rule; none until it is known. */
export function usePairRules(pairId: string): ResponseOf<'pairPolicy'>['rules'] {
  return useRoute('pairPolicy', { params: { pairId }, staleTime: staleMilliseconds }).data?.rules ?? [];
}
