import { sql } from 'kysely';
import type { Effects } from '#server/ports/store.ts';
import { among } from './among.ts';
import { keep } from './keep.ts';
import { promiseChannel } from './notices.ts';
import type { Scope } from './tables.ts';

/** An effect as the rest of the server knows it. */
export const effectColumns = [
  'id',
  'tenant_id as tenantId',
  'pair_id as pairId',
  'acting_id as actingId',
  'body',
  'state',
  'lane',
  'attempts',
  'next_at as nextAt',
  'submitted_at as submittedAt',
  'parked_for as parkedFor',
  'claims',
  'promised_at as promisedAt',
  'settled_at as settledAt',
  'for_many as forMany',
] as const;

const deliveryColumns = [
  'id',
  'pair_id as pairId',
  'kind',
  'meeting_id as meetingId',
  'state',
  'parked_for as parkedFor',
  'acting_id as actingId',
  'claims',
  'promised_at as promisedAt',
  'settled_at as settledAt',
] as const;

// Marking an effect as submitted keeps its lease; whatever settles or postpones it gives the lease up.
const leaseWhileTried = sql`lease_until = case
  when effect.state = excluded.state and effect.next_at = excluded.next_at then effect.lease_until end`;

/** What the acting person's pairs were promised. */
export function effectStore(scope: Scope): Effects {
  const { tx, tenantId } = scope;
  const rows = () => tx.selectFrom('effect').where('tenant_id', '=', tenantId);
  const effects = () => rows().select(effectColumns);
  const ofPairs = (pairIds: readonly string[]) =>
    effects().where('pair_id', '=', among(pairIds)).orderBy('ordinal').execute();
  return {
    find: async (effectId) => (await effects().where('id', '=', effectId).executeTakeFirst()) ?? null,
    ofPair: (pairId) => ofPairs([pairId]),
    ofPairs,
    deliveriesOf: (pairIds) =>
      rows().select(deliveryColumns).where('pair_id', '=', among(pairIds)).orderBy('ordinal').execute(),
    isOfThree: async (meetingId) => {
      const asked = rows().select('id').where('meeting_id', '=', meetingId).where('kind', '=', 'create-event');
      return (await asked.where(sql<boolean>`body -> 'otherIds' is not null`).executeTakeFirst()) !== undefined;
    },
    save: async (effect) => {
      const row = {
        tenant_id: tenantId,
        id: effect.id,
        pair_id: effect.pairId,
        acting_id: effect.actingId,
        body: JSON.stringify(effect.body),
        kind: effect.body.kind,
        meeting_id: 'meetingId' in effect.body ? effect.body.meetingId : null,
        series_id: 'seriesId' in effect.body ? effect.body.seriesId : null,
        state: effect.state,
        lane: effect.lane,
        attempts: effect.attempts,
        next_at: effect.nextAt,
        submitted_at: effect.submittedAt,
        parked_for: effect.parkedFor,
        claims: effect.claims,
        promised_at: effect.promisedAt,
        settled_at: effect.settledAt,
        for_many: effect.forMany,
      };
      await keep(scope, 'effect', [row], {
        key: ['id'],
        fixed: ['pair_id', 'acting_id', 'promised_at', 'for_many'],
        also: leaseWhileTried,
      });
      // Any step may make this effect, or the next of its lane, one to be tried.
      await sql`select pg_notify(${promiseChannel}, '')`.execute(tx);
    },
  };
}
