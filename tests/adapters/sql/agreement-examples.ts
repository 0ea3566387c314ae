import { randomUUID } from 'node:crypto';
import type { Agreement } from '#core/agreement/agreement.ts';
import type { DevelopmentNeed } from '#core/objectives/development-need.ts';
import type { Objective } from '#core/objectives/objective.ts';
import type { Pair } from '#core/people/pair.ts';

const at = '2026-10-29T10:10:00.000Z';

/** An agreement one of the two has signed. */
export function exampleAgreement(pair: Pair, words: string): Agreement {
  return {
    id: randomUUID(),
    pairId: pair.id,
    version: 1,
    revision: 4,
    terms: {
      everyWeeks: 4,
      place: words,
      minutes: 45,
      noticeDays: 5,
      agendaSharing: { kind: 'days-before', days: 2 },
      notesBy: 'turns',
      notesDepth: 'actions',
      signed: true,
      targetsSetOn: '2026-11-05',
      targetsReviewedOn: '2027-03-31',
      reviewOn: '2027-10-29',
    },
    begunAt: at,
    begunBy: pair.employeeId,
    signedBySupervisor: null,
    signedByEmployee: '2026-10-29T10:12:00.000Z',
    packId: 'a pack',
    packVersion: '1',
  };
}

/** An objective with a history. */
export function exampleObjective(pair: Pair, words: string): Objective {
  return {
    id: randomUUID(),
    pairId: pair.id,
    title: words,
    specific: words,
    measured: words,
    achievable: words,
    relevant: words,
    dueOn: '2026-12-18',
    state: 'no-longer-relevant',
    settledOn: '2026-11-04',
    reason: words,
    lookedAtOn: '2026-10-29',
    timesCarried: 1,
    followUpItemId: randomUUID(),
    createdAt: at,
    history: [
      { at, by: pair.supervisorId, change: { kind: 'set' } },
      { at, by: pair.employeeId, change: { kind: 'reworded', was: { title: words, dueOn: null } } },
      { at, by: pair.employeeId, change: { kind: 'no-longer-relevant', reason: words } },
    ],
  };
}

/** A development need tied to an objective. */
export function exampleNeed(objective: Objective, addedBy: string, words: string): DevelopmentNeed {
  return {
    id: randomUUID(),
    pairId: objective.pairId,
    text: words,
    wayId: 'coaching',
    objectiveId: objective.id,
    addedBy,
    createdAt: at,
    metOn: '2026-11-20',
  };
}
