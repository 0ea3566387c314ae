import { sql } from 'kysely';
import { Refusal } from '#core/refusal.ts';
import type { Clock } from '#server/ports/system.ts';
import { changeChannel } from './notices.ts';
import type { Scope } from './tables.ts';

/**
 * Raises the pair's number, keeps that and by whom it was changed, and tells it once committed. One round trip.
 * @throws Refusal `not-found` for a pair the acting person is not one of
 */
export async function logChange(scope: Scope, clock: Clock, pairId: string, what: string): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    with raised as (
      update pair set seq = seq + 1 where tenant_id = ${scope.tenantId} and id = ${pairId}
      returning tenant_id, id, seq, supervisor_id, employee_id),
    logged as (
      insert into change (tenant_id, pair_id, seq, what, by_id, at)
      select tenant_id, id, seq, ${what}::text, ${scope.personId}::text, ${clock.now()}::timestamptz from raised)
    select seq, pg_notify(${changeChannel}, json_build_object('tenantId', tenant_id, 'pairId', id,
      'memberIds', json_build_array(supervisor_id, employee_id), 'seq', seq)::text) as told from raised
  `.execute(scope.tx);
  const [raised] = rows;
  if (raised === undefined) throw new Refusal('not-found');
  return raised.seq;
}
