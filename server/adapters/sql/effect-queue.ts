import { sql, type RawBuilder } from 'kysely';
import type { Instant } from '#core/time-types.ts';
import type { EffectQueue } from '#server/ports/store.ts';
import { effectColumns } from './effect-store.ts';
import type { Notices } from './notices.ts';
import type { Transactions } from './transactions.ts';

/** What single occurrences and events are asked builds on their being there: on the series as it is to be, or on the event. */
const isBuiltOn = sql<boolean>`effect.kind in ('move-occurrence', 'cancel-occurrence', 'publish-agenda') and exists (
  select from effect as ground
  where ground.tenant_id = effect.tenant_id and ground.state in ('promised', 'parked')
  and (ground.lane = 'series:' || effect.series_id and ground.kind in ('create-series', 'change-series')
    or effect.series_id is null and ground.pair_id = effect.pair_id and ground.meeting_id = effect.meeting_id
    and ground.kind = 'create-event'))`;

/** An agenda that did not find its meeting: it holds nothing up, least of all what brings the meeting to where it was looked for. */
const isLost = sql<boolean>`earlier.kind = 'publish-agenda' and earlier.parked_for = 'outlook-missing'`;

/** Promised, and nothing it has to wait for is still promised or parked: an earlier one of its lane, or what it builds on. */
const isFirstOfLane = sql<boolean>`effect.state = 'promised' and not exists (
  select from effect as earlier
  where earlier.tenant_id = effect.tenant_id and earlier.lane = effect.lane and earlier.ordinal < effect.ordinal
  and (earlier.state = 'promised' or earlier.state = 'parked' and not (${isLost}))) and not (${isBuiltOn})`;

function isReady(now: Instant): RawBuilder<boolean> {
  return sql`${isFirstOfLane} and effect.next_at <= ${now}
    and (effect.lease_until is null or effect.lease_until <= ${now})`;
}

/** The worker's view: across tenants, effects and nothing else. */
export function effectQueue(transactions: Transactions, notices: Notices): EffectQueue {
  return {
    ready: (now, most) =>
      transactions.asWorker((tx) =>
        tx
          .selectFrom('effect')
          .select(effectColumns)
          .where(isReady(now))
          .orderBy('for_many')
          .orderBy('promised_at')
          .orderBy('ordinal')
          .limit(most)
          .execute(),
      ),
    claim: (effect, now, leaseSeconds) =>
      transactions.asWorker(async (tx) => {
        const leaseUntil = new Date(Date.parse(now) + leaseSeconds * 1000).toISOString();
        // Of two processes at once the second finds the row locked and passes on, or finds it leased. Attempts tell
        // whether the effect is still the one that was read.
        const claimed = await sql`
          update effect set lease_until = ${leaseUntil} where (tenant_id, id) in (
            select tenant_id, id from effect
            where tenant_id = ${effect.tenantId} and id = ${effect.id} and attempts = ${effect.attempts}
            and ${isReady(now)} for update skip locked)`.execute(tx);
        return claimed.numAffectedRows === 1n;
      }),
    nextAt: () =>
      transactions.asWorker(async (tx) => {
        const due = await tx
          .selectFrom('effect')
          .select(sql<Instant | null>`min(greatest(next_at, lease_until))`.as('at'))
          .where(isFirstOfLane)
          .executeTakeFirst();
        return due?.at ?? null;
      }),
    onPromise: notices.onPromise,
  };
}
