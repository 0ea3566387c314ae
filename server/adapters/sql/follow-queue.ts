import { sql } from 'kysely';
import type { FollowQueue } from '#server/ports/following.ts';
import { among } from './among.ts';
import { lookChannel, type Notices } from './notices.ts';
import type { Transactions } from './transactions.ts';

const columns = [
  'tenant_id as tenantId',
  'mailbox_id as mailboxId',
  'subscription_id as subscriptionId',
  'subscribed_until as subscribedUntil',
  'subscribe_after as subscribeAfter',
  'delta_link as deltaLink',
  'delta_since as deltaSince',
  'hints',
  'hint_count as hintCount',
  'made',
  'look_at as lookAt',
  'looked_at as lookedAt',
  'whole_at as wholeAt',
  'zones_at as zonesAt',
  'behind_since as behindSince',
] as const;

/** More than these in one go: then everything is looked through. */
const mostHints = 50;

/** The view of the worker that follows Outlook: mailboxes across tenants, and nothing of what is in them. */
export function followQueue(transactions: Transactions, notices: Notices): FollowQueue {
  const of = ({ tenantId, personId }: { readonly tenantId: string; readonly personId: string }) =>
    sql`tenant_id = ${tenantId} and mailbox_id = ${personId}`;
  return {
    due: (now, most) =>
      transactions.asWorker((tx) =>
        tx
          .selectFrom('outlook_watch')
          .select(columns)
          .where('look_at', '<=', now)
          .where(sql<boolean>`(lease_until is null or lease_until <= ${now})`)
          .orderBy('look_at')
          .limit(most)
          .execute(),
      ),
    claim: (actor, now, leaseSeconds) =>
      transactions.asWorker(async (tx) => {
        const leaseUntil = new Date(Date.parse(now) + leaseSeconds * 1000).toISOString();
        return (
          (await tx
            .updateTable('outlook_watch')
            .set({ lease_until: leaseUntil })
            .where('tenant_id', '=', actor.tenantId)
            .where('mailbox_id', '=', actor.personId)
            .where('look_at', '<=', now)
            .where(sql<boolean>`(lease_until is null or lease_until <= ${now})`)
            .returning(columns)
            .executeTakeFirst()) ?? null
        );
      }),
    done: (watch, looked) =>
      transactions.asWorker(async (tx) => {
        // A notification that came while somebody looked keeps the mailbox due, with what it named.
        await sql`
          update outlook_watch set delta_link = ${looked.deltaLink}, delta_since = ${looked.deltaSince},
            looked_at = ${looked.lookedAt}, zones_at = ${looked.zonesAt}, behind_since = null, lease_until = null,
            hints = case when hint_count = ${watch.hintCount}::int then '[]' else hints end,
            whole_at = case when hint_count = ${watch.hintCount}::int then ${looked.wholeAt}::timestamptz else whole_at end,
            look_at = case when hint_count = ${watch.hintCount}::int and look_at = ${watch.lookAt}
              then ${looked.lookAt} else look_at end
          where ${of({ tenantId: watch.tenantId, personId: watch.mailboxId })}`.execute(tx);
      }),
    postpone: (actor, lookAt, behindSince) =>
      transactions.asWorker(async (tx) => {
        await sql`
          update outlook_watch set look_at = ${lookAt}, lease_until = null,
            behind_since = coalesce(behind_since, ${behindSince}::timestamptz)
          where ${of(actor)}`.execute(tx);
      }),
    subscribed: (actor, { subscriptionId, subscribedUntil, subscribeAfter, clientStateHash }) =>
      transactions.asWorker(async (tx) => {
        await sql`
          update outlook_watch set subscription_id = ${subscriptionId}, subscribed_until = ${subscribedUntil},
            subscribe_after = ${subscribeAfter}, client_state_hash = coalesce(${clientStateHash}, client_state_hash)
          where ${of(actor)}`.execute(tx);
      }),
    endSubscription: (actor, subscriptionId, isRemoved) =>
      transactions.asWorker(async (tx) => {
        await sql`
          update outlook_watch set subscribed_until = null, subscribe_after = null,
            subscription_id = case when ${isRemoved}::boolean then null else subscription_id end
          where ${of(actor)} and subscription_id = ${subscriptionId}`.execute(tx);
      }),
    bySubscription: (subscriptionIds) =>
      transactions.asWorker(async (tx) => {
        const rows = await tx
          .selectFrom('outlook_watch')
          .select([
            sql<string>`subscription_id`.as('id'),
            'tenant_id as tenantId',
            'mailbox_id as personId',
            'client_state_hash as clientStateHash',
          ])
          .where(sql<string>`subscription_id`, '=', among(subscriptionIds))
          .execute();
        return new Map(rows.map(({ id, ...subscribed }) => [id, subscribed]));
      }),
    hint: (actor, hints, now, everything) =>
      transactions.asWorker(async (tx) => {
        await sql`
          update outlook_watch set hint_count = hint_count + 1, look_at = least(look_at, ${now}::timestamptz),
            whole_at = case when ${everything}::boolean or json_array_length(hints) >= ${mostHints}::int then null
              else whole_at end,
            hints = case when json_array_length(hints) >= ${mostHints}::int then hints
              else (hints::jsonb || ${JSON.stringify(hints)}::jsonb)::json end
          where ${of(actor)}`.execute(tx);
        await sql`select pg_notify(${lookChannel}, '')`.execute(tx);
      }),
    onHint: notices.onLook,
  };
}
