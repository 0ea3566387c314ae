import type { OwnStandingItems } from '#server/ports/standing-items.ts';
import { keep } from './keep.ts';
import type { Scope } from './tables.ts';

const columns = [
  'id',
  'pair_id as pairId',
  'title',
  'kind_id as kindId',
  'minutes',
  'raised_by as raisedBy',
  'at',
] as const;

/** What the acting person's pairs put on every agenda to come. */
export function ownStandingItemStore(scope: Scope): OwnStandingItems {
  const { tx, tenantId } = scope;
  const items = () => tx.selectFrom('own_standing_item').select(columns).where('tenant_id', '=', tenantId);
  return {
    find: async (id) => (await items().where('id', '=', id).executeTakeFirst()) ?? null,
    ofPair: (pairId) => items().where('pair_id', '=', pairId).orderBy('at').orderBy('id').execute(),
    save: async (item) => {
      const row = {
        tenant_id: tenantId,
        id: item.id,
        pair_id: item.pairId,
        title: item.title,
        kind_id: item.kindId,
        minutes: item.minutes,
        raised_by: item.raisedBy,
        at: item.at,
      };
      await keep(scope, 'own_standing_item', [row], { key: ['id'], fixed: ['pair_id', 'raised_by', 'at'] });
    },
    remove: async (id) => {
      await tx.deleteFrom('own_standing_item').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
    },
  };
}
