import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Action, ActionStep } from '#core/actions/action.ts';
import type { Actions } from '#server/ports/store.ts';
import { among } from './among.ts';
import { keep } from './keep.ts';
import type { Scope } from './tables.ts';

const columns = [
  'id',
  'pair_id as pairId',
  'raised_in_id as raisedInId',
  'item_id as itemId',
  'topic_id as topicId',
  'words as text',
  'owner_id as ownerId',
  'due_on as dueOn',
  'state',
  'settled_on as settledOn',
  'dropped_reason as droppedReason',
  'times_carried as timesCarried',
  'created_at as createdAt',
] as const;

const stepColumns = ['action_id as actionId', 'at', 'by_id as by', 'meeting_id as meetingId', 'change'] as const;

type StepOfAction = ActionStep & { readonly actionId: string };

function withHistory(actions: readonly Omit<Action, 'history'>[], steps: readonly StepOfAction[]): Action[] {
  const histories = new Map<string, ActionStep[]>();
  for (const { actionId, ...step } of steps) {
    const history = histories.get(actionId);
    if (history === undefined) histories.set(actionId, [step]);
    else history.push(step);
  }
  return actions.map((action) => ({ ...action, history: histories.get(action.id) ?? [] }));
}

/** The actions of the acting person's pairs, each with its whole history. */
export function actionStore(scope: Scope): Actions {
  const { tx, tenantId } = scope;
  const actions = () => tx.selectFrom('action').select(columns).where('tenant_id', '=', tenantId);
  const steps = () =>
    tx
      .selectFrom('action_step')
      .select(stepColumns)
      .where('tenant_id', '=', tenantId)
      .orderBy('action_id')
      .orderBy('step');

  /** Adds the steps not yet kept; those that are cannot be changed or taken back. */
  async function saveHistories(saved: readonly Action[]): Promise<void> {
    const kept = withHistory(
      saved,
      await steps()
        .where('action_id', '=', among(saved.map(({ id }) => id)))
        .execute(),
    );
    const added = saved.flatMap((action, index) => {
      const known = kept[index]?.history ?? [];
      if (!known.every((step, place) => isDeepStrictEqual(step, action.history[place]))) {
        throw new Error('An action was saved over a newer one: take the lock of its pair before reading it');
      }
      return action.history.slice(known.length).map((step, place) => ({
        tenant_id: tenantId,
        pair_id: action.pairId,
        action_id: action.id,
        step: known.length + place,
        at: step.at,
        by_id: step.by,
        meeting_id: step.meetingId,
        change: JSON.stringify(step.change),
      }));
    });
    if (added.length > 0) await tx.insertInto('action_step').values(added).execute();
  }

  return {
    find: async (actionId) => {
      const [action, history] = await Promise.all([
        actions().where('id', '=', actionId).execute(),
        steps().where('action_id', '=', actionId).execute(),
      ]);
      return withHistory(action, history)[0] ?? null;
    },
    ofPairs: async (pairIds) => {
      const [found, history] = await Promise.all([
        actions().where('pair_id', '=', among(pairIds)).orderBy('created_at').orderBy('id').execute(),
        steps().where('pair_id', '=', among(pairIds)).execute(),
      ]);
      return withHistory(found, history);
    },
    add: async (action) => {
      const [first] = action.history;
      if (first === undefined || action.history.length > 1)
        throw new Error('A new action has been agreed, and no more');
      const { rows } = await sql`
        with added as (
          insert into action (tenant_id, id, pair_id, raised_in_id, item_id, topic_id, words, owner_id, due_on, state,
            times_carried, created_at)
          values (${tenantId}, ${action.id}, ${action.pairId}, ${action.raisedInId}, ${action.itemId}, ${action.topicId},
            ${action.text}, ${action.ownerId}, ${action.dueOn}, ${action.state}, ${action.timesCarried}, ${action.createdAt})
          on conflict (tenant_id, id) do nothing returning tenant_id, pair_id, id)
        insert into action_step (tenant_id, pair_id, action_id, step, at, by_id, meeting_id, change)
        select tenant_id, pair_id, id, 0, ${first.at}::timestamptz, ${first.by}, ${first.meetingId},
          ${JSON.stringify(first.change)}::json from added returning 1`.execute(tx);
      return rows.length === 1;
    },
    save: async (saved) => {
      if (saved.length === 0) return;
      const rows = saved.map((action) => ({
        tenant_id: tenantId,
        id: action.id,
        pair_id: action.pairId,
        raised_in_id: action.raisedInId,
        item_id: action.itemId,
        topic_id: action.topicId,
        words: action.text,
        owner_id: action.ownerId,
        due_on: action.dueOn,
        state: action.state,
        settled_on: action.settledOn,
        dropped_reason: action.droppedReason,
        times_carried: action.timesCarried,
        created_at: action.createdAt,
      }));
      await keep(scope, 'action', rows, { key: ['id'], fixed: ['pair_id', 'raised_in_id', 'created_at'] });
      await saveHistories(saved);
    },
  };
}
