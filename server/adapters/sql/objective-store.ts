import { isDeepStrictEqual } from 'node:util';
import type { Objective, ObjectiveStep } from '#core/objectives/objective.ts';
import type { Objectives } from '#server/ports/store.ts';
import { among } from './among.ts';
import { keep } from './keep.ts';
import type { Scope } from './tables.ts';

const columns = [
  'id',
  'pair_id as pairId',
  'title',
  'specific',
  'measured',
  'achievable',
  'relevant',
  'due_on as dueOn',
  'state',
  'settled_on as settledOn',
  'reason',
  'looked_at_on as lookedAtOn',
  'times_carried as timesCarried',
  'follow_up_item_id as followUpItemId',
  'created_at as createdAt',
] as const;
const stepColumns = ['objective_id as objectiveId', 'at', 'by_id as by', 'change'] as const;
const needColumns = [
  'id',
  'pair_id as pairId',
  'words as text',
  'way_id as wayId',
  'objective_id as objectiveId',
  'added_by as addedBy',
  'created_at as createdAt',
  'met_on as metOn',
] as const;

type StepOfObjective = ObjectiveStep & { readonly objectiveId: string };

function withHistory(
  objectives: readonly Omit<Objective, 'history'>[],
  steps: readonly StepOfObjective[],
): Objective[] {
  return objectives.map((objective) => ({
    ...objective,
    history: steps
      .filter(({ objectiveId }) => objectiveId === objective.id)
      .map(({ at, by, change }) => ({ at, by, change })),
  }));
}

/** The objectives and development needs of the acting person's pairs, objectives with their whole history. */
export function objectiveStore(scope: Scope): Objectives {
  const { tx, tenantId } = scope;
  const objectives = () => tx.selectFrom('objective').select(columns).where('tenant_id', '=', tenantId);
  const steps = () => tx.selectFrom('objective_step').select(stepColumns).where('tenant_id', '=', tenantId);
  const needs = () => tx.selectFrom('development_need').select(needColumns).where('tenant_id', '=', tenantId);

  async function find(objectiveId: string): Promise<Objective | null> {
    const [found, history] = await Promise.all([
      objectives().where('id', '=', objectiveId).execute(),
      steps().where('objective_id', '=', objectiveId).orderBy('step').execute(),
    ]);
    return withHistory(found, history)[0] ?? null;
  }

  /** Adds the steps not yet kept; those that are cannot be changed or taken back. */
  async function saveHistory(objective: Objective): Promise<void> {
    const kept = (await find(objective.id))?.history ?? [];
    if (!kept.every((step, place) => isDeepStrictEqual(step, objective.history[place]))) {
      throw new Error('An objective was saved over a newer one: take the lock of its pair before reading it');
    }
    const added = objective.history.slice(kept.length).map(({ at, by, change }, place) => ({
      tenant_id: tenantId,
      pair_id: objective.pairId,
      objective_id: objective.id,
      step: kept.length + place,
      at,
      by_id: by,
      change: JSON.stringify(change),
    }));
    if (added.length > 0) await tx.insertInto('objective_step').values(added).execute();
  }

  return {
    find,
    ofPairs: async (pairIds) => {
      const [found, history] = await Promise.all([
        objectives().where('pair_id', '=', among(pairIds)).orderBy('created_at').orderBy('id').execute(),
        steps().where('pair_id', '=', among(pairIds)).orderBy('objective_id').orderBy('step').execute(),
      ]);
      return withHistory(found, history);
    },
    save: async (objective) => {
      const row = {
        tenant_id: tenantId,
        id: objective.id,
        pair_id: objective.pairId,
        title: objective.title,
        specific: objective.specific,
        measured: objective.measured,
        achievable: objective.achievable,
        relevant: objective.relevant,
        due_on: objective.dueOn,
        state: objective.state,
        settled_on: objective.settledOn,
        reason: objective.reason,
        looked_at_on: objective.lookedAtOn,
        times_carried: objective.timesCarried,
        follow_up_item_id: objective.followUpItemId,
        created_at: objective.createdAt,
      };
      await keep(scope, 'objective', [row], { key: ['id'], fixed: ['pair_id', 'created_at'] });
      await saveHistory(objective);
    },
    findNeed: async (needId) => (await needs().where('id', '=', needId).execute())[0] ?? null,
    needsOf: (pairId) =>
      needs()
        .where('pair_id', '=', among([pairId]))
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    saveNeed: async (need) => {
      const row = {
        tenant_id: tenantId,
        id: need.id,
        pair_id: need.pairId,
        words: need.text,
        way_id: need.wayId,
        objective_id: need.objectiveId,
        added_by: need.addedBy,
        created_at: need.createdAt,
        met_on: need.metOn,
      };
      await keep(scope, 'development_need', [row], { key: ['id'], fixed: ['pair_id', 'added_by', 'created_at'] });
    },
  };
}
