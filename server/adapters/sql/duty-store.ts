import type { Duty } from '#core/duties/duty.ts';
import type { Duties } from '#server/ports/forms.ts';
import { keep } from './keep.ts';
import type { Scope, Tables } from './tables.ts';
import type { Selectable } from 'kysely';

function dutyOf(row: Selectable<Tables['duty']>): Duty {
  const { confirmed_by: by, confirmed_at: at } = row;
  return {
    id: row.id,
    pairId: row.pair_id,
    personId: row.person_id,
    kindId: row.kind_id,
    title: row.title,
    since: row.since,
    validUntil: row.valid_until,
    confirmed: by === null || at === null ? null : { by, at },
    endedOn: row.ended_on,
  };
}

/** The duties of the acting person, and of those they supervise now. */
export function dutyStore(scope: Scope): Duties {
  const { tx, tenantId } = scope;
  const duties = () => tx.selectFrom('duty').selectAll().where('tenant_id', '=', tenantId);
  return {
    find: async (dutyId) => {
      const row = await duties().where('id', '=', dutyId).executeTakeFirst();
      return row === undefined ? null : dutyOf(row);
    },
    ofPerson: async (personId) =>
      (await duties().where('person_id', '=', personId).orderBy('id').execute())
        .map(dutyOf)
        .sort((one, other) => one.title.localeCompare(other.title)),
    save: async (duty) => {
      const row = {
        tenant_id: tenantId,
        id: duty.id,
        pair_id: duty.pairId,
        person_id: duty.personId,
        kind_id: duty.kindId,
        title: duty.title,
        since: duty.since,
        valid_until: duty.validUntil,
        confirmed_by: duty.confirmed?.by ?? null,
        confirmed_at: duty.confirmed?.at ?? null,
        ended_on: duty.endedOn,
      };
      await keep(scope, 'duty', [row], { key: ['id'], fixed: ['pair_id', 'person_id'] });
    },
  };
}
