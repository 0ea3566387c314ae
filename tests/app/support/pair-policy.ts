import type { ResponseOf } from '#contract/api.ts';

type PairPolicy = ResponseOf<'pairPolicy'>;

/** What a policy of these rules asks of a pair, with a clause for each. */
export function pairPolicy(rules: PairPolicy['rules'], part: Partial<PairPolicy> = {}): PairPolicy {
  const clauses = [...new Set(rules.map(({ clause }) => clause))];
  return {
    id: 'a',
    title: 'One-to-ones',
    version: '1',
    on: '2026-11-26',
    reviewOn: null,
    pastReview: false,
    group: null,
    covered: true,
    standard: null,
    clauses: clauses.map((id) => ({ id, title: 'A clause', words: 'What it asks.' })),
    groups: [],
    rules,
    sources: Object.fromEntries(rules.map(({ id }) => [id, { from: 'organisation', because: [] }])),
    ...part,
  };
}
