import type { Objective } from '#core/objectives/objective.ts';
import { asksRelevance, isBehind, missingParts, orderObjectives } from '#core/objectives/review.ts';
import type { Actor } from '#core/people/person.ts';
import { localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { Needs } from './needs.ts';
import { pairScope, peopleOf } from './pair-scope.ts';
import { personView } from './views.ts';

/** An objective as both of the two see it. */
export function objectiveView(objective: Objective, lastMetOn: LocalDate | null, today: LocalDate) {
  return {
    id: objective.id,
    title: objective.title,
    specific: objective.specific,
    measured: objective.measured,
    achievable: objective.achievable,
    relevant: objective.relevant,
    dueOn: objective.dueOn,
    state: objective.state,
    settledOn: objective.settledOn,
    reason: objective.reason,
    lookedAtOn: objective.lookedAtOn,
    timesCarried: objective.timesCarried,
    late: isBehind(objective, today),
    asksRelevance: asksRelevance(objective, lastMetOn, today),
    missing: missingParts(objective),
    newAskedFor: objective.followUpItemId !== null,
    history: objective.history.map((step) => ({ ...step })),
  };
}

/** What the pair's employee works towards and wants to learn, for either of the two (OD3a-4, FORM-9). @throws Refusal `not-found` */
export async function readObjectives(
  needs: Pick<Needs, 'store' | 'clock'>,
  actor: Actor,
  input: { readonly pairId: string },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { pair } = await pairScope(tx, actor, input.pairId);
    const [{ supervisor, employee }, objectives, wanted, meetings, seq] = await Promise.all([
      peopleOf(tx, pair),
      tx.objectives.ofPairs([pair.id]),
      tx.objectives.needsOf(pair.id),
      tx.meetings.ofPair(pair.id),
      tx.pairs.seq(pair.id),
    ]);
    const today = localDateOf(needs.clock.now(), employee.zone);
    const last = meetings.findLast((meeting) => meeting.state === 'closed');
    const lastMetOn = last === undefined ? null : localDateOf(last.start, employee.zone);
    const supervising = actor.personId === pair.supervisorId;
    return {
      pairId: pair.id,
      seq,
      today,
      me: personView(supervising ? supervisor : employee),
      other: personView(supervising ? employee : supervisor),
      supervising,
      objectives: orderObjectives(objectives).map((objective) => objectiveView(objective, lastMetOn, today)),
      needs: wanted.map((need) => ({ ...need })),
    };
  });
}
