import type { Preparations } from '#server/ports/store.ts';
import { keep } from './keep.ts';
import type { Scope } from './tables.ts';

const columns = [
  'id',
  'meeting_id as meetingId',
  'author_id as authorId',
  'words as text',
  'at',
  'prompt_id as promptId',
  'shared_item_id as sharedItemId',
] as const;

/** Jottings. The database shows them to their author alone, whatever is asked for. */
export function preparationStore(scope: Scope): Preparations {
  const { tx, tenantId } = scope;
  const jottings = () => tx.selectFrom('jotting').select(columns).where('tenant_id', '=', tenantId);
  return {
    find: async (jottingId) => (await jottings().where('id', '=', jottingId).executeTakeFirst()) ?? null,
    ofMeeting: (meetingId, authorId) =>
      jottings()
        .where('meeting_id', '=', meetingId)
        .where('author_id', '=', authorId)
        .orderBy('at')
        .orderBy('id')
        .execute(),
    save: async (jotting, pairId) => {
      const row = {
        tenant_id: tenantId,
        id: jotting.id,
        pair_id: pairId,
        meeting_id: jotting.meetingId,
        author_id: jotting.authorId,
        words: jotting.text,
        at: jotting.at,
        prompt_id: jotting.promptId,
        shared_item_id: jotting.sharedItemId,
      };
      await keep(scope, 'jotting', [row], { key: ['id'], fixed: ['pair_id', 'meeting_id', 'author_id'] });
    },
    remove: async (jottingId) => {
      await tx.deleteFrom('jotting').where('tenant_id', '=', tenantId).where('id', '=', jottingId).execute();
    },
    wishes: (pairId) =>
      tx
        .selectFrom('preparation_wish')
        .select(['pair_id as pairId', 'person_id as personId', 'minutes'])
        .where('tenant_id', '=', tenantId)
        .where('pair_id', '=', pairId)
        .orderBy('person_id')
        .execute(),
    saveWish: async ({ pairId, personId, minutes }) => {
      const row = { tenant_id: tenantId, pair_id: pairId, person_id: personId, minutes };
      await keep(scope, 'preparation_wish', [row], { key: ['pair_id', 'person_id'], fixed: [] });
    },
    removeWish: async (pairId, personId) => {
      await tx
        .deleteFrom('preparation_wish')
        .where('tenant_id', '=', tenantId)
        .where('pair_id', '=', pairId)
        .where('person_id', '=', personId)
        .execute();
    },
  };
}
