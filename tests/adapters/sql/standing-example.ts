import type { Pair } from '#core/people/pair.ts';
import type { Person } from '#core/people/person.ts';
import { pairTerms, personTerms, type Standing } from '#core/policy/standing.ts';

/** How a pair stands that has never met. */
export function exampleStanding(pair: Pair, employee: Person): Standing {
  return {
    pairId: pair.id,
    facts: {
      person: personTerms(employee),
      pair: pairTerms(pair),
      heldOn: [],
      plannedOn: ['2026-12-03'],
      otherKinds: { induction: { heldOn: ['2026-01-12'], plannedOn: [] } },
      series: 'booked',
      seriesUntil: '2026-12-31',
      lastSummary: { on: '2026-10-29', state: 'sent', sentAt: '2026-10-29T10:45:00.000Z' },
      agreement: { holds: null, draft: null },
      coveredOn: { tasks: '2026-10-29' },
    },
    findings: [
      {
        ruleId: 'scheduled',
        kind: 'scheduled',
        clause: 'X-1',
        state: 'met',
        reason: 'series-booked',
        values: { count: 1 },
        dueOn: null,
      },
    ],
    day: '2026-11-26',
    changesOn: '2026-12-04',
    pack: { id: 'pack', version: '1' },
  };
}
