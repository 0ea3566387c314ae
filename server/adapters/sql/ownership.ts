import { CompiledQuery } from 'kysely';
import type { Actor } from '#core/people/person.ts';
import type { Owners, Thing } from '#server/ports/store.ts';
import type { Tables } from './tables.ts';

/** Where things of a pair are kept. */
export const tableOf = {
  meeting: 'meeting',
  item: 'agenda_item',
  jotting: 'jotting',
  point: 'point',
  action: 'action',
  measure: 'measure',
  objective: 'objective',
  effect: 'effect',
} as const satisfies Record<Exclude<Thing, 'pair'>, keyof Tables>;

/** Whose a thing is. Row-level security answers: what the acting person may not see has no owner. */
export function ownersOf({ tenantId }: Actor, thing: Thing, id: string): CompiledQuery<Owners> {
  const ofThing = thing === 'pair' ? '$2' : `(select pair_id from ${tableOf[thing]} where tenant_id = $1 and id = $2)`;
  const text = `select id as "pairId", supervisor_id as "supervisorId", employee_id as "employeeId" from pair
    where tenant_id = $1 and id = ${ofThing}`;
  return CompiledQuery.raw(text, [tenantId, id]);
}
