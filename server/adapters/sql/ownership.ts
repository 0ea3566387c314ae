import type { Ownership } from '#server/ports/store.ts';
import type { Scope } from './tables.ts';

type Owned = 'meeting' | 'agenda_item' | 'jotting' | 'point' | 'action' | 'measure' | 'effect';

/** Row-level security answers: what the acting person may not see has no owner. */
export function ownership({ tx, tenantId }: Scope): Ownership {
  const pairOf = (table: Owned) => async (id: string) => {
    const row = await tx
      .selectFrom(table)
      .select('pair_id')
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .executeTakeFirst();
    return row?.pair_id ?? null;
  };
  return {
    pairOfMeeting: pairOf('meeting'),
    pairOfItem: pairOf('agenda_item'),
    pairOfJotting: pairOf('jotting'),
    pairOfPoint: pairOf('point'),
    pairOfAction: pairOf('action'),
    pairOfMeasure: pairOf('measure'),
    pairOfEffect: pairOf('effect'),
  };
}
