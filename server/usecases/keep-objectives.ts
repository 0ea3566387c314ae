import { requireAct } from '#core/access/access.ts';
import { checkedNeed } from '#core/objectives/development-need.ts';
import {
  carryObjective,
  confirmRelevant,
  dropObjective,
  newObjective,
  noteProgress,
  reachObjective,
  reopenObjective,
  rewordObjective,
  type ObjectiveTouch,
} from '#core/objectives/objective-life.ts';
import type { Objective, ObjectiveWords } from '#core/objectives/objective.ts';
import type { Actor } from '#core/people/person.ts';
import { effectiveRules } from '#core/policy/resolve.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { Refusal } from '#core/refusal.ts';
import { localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import { askForNewObjectives } from './ask-for-new-objectives.ts';
import type { Needs } from './needs.ts';
import { packForEmployee } from './pack-for-employee.ts';
import { lockedPair, peopleOf, type PairScope } from './pair-scope.ts';

type ObjectiveNeeds = Pick<Needs, 'store' | 'clock' | 'ids' | 'policies'>;

export type ObjectiveMove =
  | { readonly kind: 'progress'; readonly text: string }
  | { readonly kind: 'still-relevant' }
  | { readonly kind: 'carried'; readonly to: LocalDate }
  | { readonly kind: 'reached' }
  | { readonly kind: 'no-longer-relevant'; readonly reason: string }
  | { readonly kind: 'reopened' };

async function touchIn(
  tx: Transaction,
  needs: Pick<Needs, 'clock'>,
  actor: Actor,
  { pair }: PairScope,
): Promise<ObjectiveTouch> {
  const { employee } = await peopleOf(tx, pair);
  const at = needs.clock.now();
  return { at, on: localDateOf(at, employee.zone), by: actor.personId };
}

/** An objective about to be changed, read behind its pair's lock. @throws Refusal `not-found` */
async function lockedObjective(
  tx: Transaction,
  actor: Actor,
  objectiveId: string,
): Promise<{ readonly scope: PairScope; readonly objective: Objective }> {
  const seen = await tx.objectives.find(objectiveId);
  if (seen === null) throw new Refusal('not-found');
  const scope = await lockedPair(tx, actor, seen.pairId);
  requireAct('edit-objectives', scope.role, null);
  const objective = await tx.objectives.find(objectiveId);
  if (objective === null) throw new Refusal('not-found');
  return { scope, objective };
}

/** Sets an objective (OD3a-4, CAREER-3). The same id again changes nothing. @throws Refusal `not-found`, `duplicate-id`, `bad-request` */
export async function addObjective(
  needs: ObjectiveNeeds,
  actor: Actor,
  input: { readonly pairId: string; readonly objective: ObjectiveWords & { readonly id: string } },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await lockedPair(tx, actor, input.pairId);
    requireAct('edit-objectives', scope.role, null);
    const known = await tx.objectives.find(input.objective.id);
    if (known !== null && known.pairId !== scope.pair.id) throw new Refusal('duplicate-id');
    if (known !== null) return { seq: await tx.pairs.seq(scope.pair.id) };
    const touch = await touchIn(tx, needs, actor, scope);
    await tx.objectives.save(newObjective({ ...input.objective, pairId: scope.pair.id }, touch));
    return { seq: await tx.changed(scope.pair.id, 'objective-set') };
  });
}

/** Puts an objective in other words; what it said before stays in its history. @throws Refusal `not-found`, `objective-settled` */
export async function changeObjective(
  needs: ObjectiveNeeds,
  actor: Actor,
  input: {
    readonly objectiveId: string;
    readonly words: { readonly [Part in keyof ObjectiveWords]?: ObjectiveWords[Part] | undefined };
  },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { scope, objective } = await lockedObjective(tx, actor, input.objectiveId);
    const words = Object.fromEntries(Object.entries(input.words).filter(([, value]) => value !== undefined));
    const changed = rewordObjective(objective, words, await touchIn(tx, needs, actor, scope));
    if (changed === objective) return { seq: await tx.pairs.seq(scope.pair.id) };
    await tx.objectives.save(changed);
    return { seq: await tx.changed(scope.pair.id, 'objective-changed') };
  });
}

function moved(objective: Objective, step: ObjectiveMove, touch: ObjectiveTouch): Objective {
  switch (step.kind) {
    case 'progress':
      return noteProgress(objective, step.text, touch);
    case 'still-relevant':
      return confirmRelevant(objective, touch);
    case 'carried':
      return carryObjective(objective, step.to, touch);
    case 'reached':
      return reachObjective(objective, touch);
    case 'no-longer-relevant':
      return dropObjective(objective, step.reason, touch);
    case 'reopened':
      return reopenObjective(objective, touch);
  }
}

/**
 * Notes what became of an objective. One reached early is followed by a new one on the next agenda, once (FORM-7).
 * @throws Refusal `not-found`, `objective-settled`, `reason-needed`, `bad-request`
 */
export async function stepObjective(
  needs: ObjectiveNeeds,
  actor: Actor,
  input: { readonly objectiveId: string; readonly step: ObjectiveMove },
) {
  const packFor = await packForEmployee(needs, actor);
  return needs.store.asPerson(actor, async (tx) => {
    const { scope, objective } = await lockedObjective(tx, actor, input.objectiveId);
    const changed = moved(objective, input.step, await touchIn(tx, needs, actor, scope));
    if (changed === objective) return { seq: await tx.pairs.seq(scope.pair.id) };
    await tx.objectives.save(changed);
    await askForNewObjectives(tx, needs, packFor, actor, scope);
    return { seq: await tx.changed(scope.pair.id, 'objective-changed') };
  });
}

/** Keeps a development need: its way, and the objective it is for (FORM-9). @throws Refusal `not-found`, `duplicate-id`, `bad-request` */
export async function saveNeed(
  needs: ObjectiveNeeds,
  actor: Actor,
  input: {
    readonly pairId: string;
    readonly need: {
      readonly id: string;
      readonly text: string;
      readonly wayId: string | null;
      readonly objectiveId: string | null;
      readonly met: boolean;
    };
  },
) {
  const packFor = await packForEmployee(needs, actor);
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await lockedPair(tx, actor, input.pairId);
    requireAct('edit-objectives', scope.role, null);
    const { pair } = scope;
    const { met, ...given } = input.need;
    const known = await tx.objectives.findNeed(given.id);
    if (known !== null && known.pairId !== pair.id) throw new Refusal('duplicate-id');
    if (given.objectiveId !== null && (await tx.objectives.find(given.objectiveId))?.pairId !== pair.id) {
      throw new Refusal('not-found', { what: 'objective' });
    }
    const { employee } = await peopleOf(tx, pair);
    const now = needs.clock.now();
    const today = localDateOf(now, employee.zone);
    const rule = ruleOf(effectiveRules(await packFor(employee), employee, pair, today), 'development');
    const need = {
      ...given,
      pairId: pair.id,
      addedBy: known?.addedBy ?? actor.personId,
      createdAt: known?.createdAt ?? now,
      metOn: met ? (known?.metOn ?? today) : null,
    };
    await tx.objectives.saveNeed(checkedNeed(need, rule, known));
    return { seq: await tx.changed(pair.id, 'need-saved') };
  });
}
