import { sql } from 'kysely';
import type { FeedLink, FeedMeeting } from '#core/feed/feed.ts';
import type { Actor } from '#core/people/person.ts';
import type { Instant } from '#core/time-types.ts';
import type { FeedDoor, Feeds } from '#server/ports/feeds.ts';
import type { Scope } from './tables.ts';
import type { Transactions } from './transactions.ts';

/** The acting person's own calendar link. Row-level security shows no other. */
export function feedStore({ tx, tenantId, personId }: Scope): Feeds {
  const own = sql`tenant_id = ${tenantId} and person_id = ${personId}`;
  return {
    own: async () => {
      const { rows } = await sql<FeedLink>`
        select made_at as "madeAt", last_read_at as "lastReadAt" from feed where ${own}`.execute(tx);
      return rows[0] ?? null;
    },
    make: async (secretHash, at) => {
      await sql`
        insert into feed (tenant_id, person_id, secret_hash, made_at, visited_at)
        values (${tenantId}, ${personId}, ${secretHash}, ${at}, ${at})
        on conflict (tenant_id, person_id) do update set secret_hash = excluded.secret_hash,
          made_at = excluded.made_at, visited_at = excluded.visited_at, last_read_at = null`.execute(tx);
    },
    revoke: async () => {
      await sql`delete from feed where ${own}`.execute(tx);
    },
    visited: async (at) => {
      await sql`
        update feed set visited_at = ${at} where ${own} and visited_at < ${at}::timestamptz - interval '1 day'`.execute(
        tx,
      );
    },
    wasRead: async (at) => {
      await sql`update feed set last_read_at = ${at} where ${own}`.execute(tx);
    },
    meetings: async (from, until) => {
      const { rows } = await sql<FeedMeeting>`
        select meeting.id, meeting.state, meeting.starts_at as start, meeting.ends_at as "end", meeting.revision,
          meeting.revised_at as "revisedAt", other.given_name as "otherName"
        from meeting
        join pair on pair.tenant_id = meeting.tenant_id and pair.id = meeting.pair_id
        join person as other on other.tenant_id = pair.tenant_id
          and other.id = case when pair.supervisor_id = ${personId} then pair.employee_id else pair.supervisor_id end
        where meeting.tenant_id = ${tenantId} and meeting.ends_at > ${from} and meeting.starts_at < ${until}
        order by meeting.starts_at, meeting.id`.execute(tx);
      return rows;
    },
  };
}

/** Looks a link up by its fingerprint, as nobody. */
export function feedDoor(transactions: Transactions): FeedDoor {
  return {
    holderOf: (secretHash) =>
      transactions.asBearer(secretHash, async (tx) => {
        const { rows } = await sql<Actor & { readonly visitedAt: Instant; readonly lastReadAt: Instant | null }>`
          select tenant_id as "tenantId", person_id as "personId", visited_at as "visitedAt",
            last_read_at as "lastReadAt"
          from feed where secret_hash = ${secretHash}`.execute(tx);
        const [row] = rows;
        if (row === undefined) return null;
        const { tenantId, personId, visitedAt, lastReadAt } = row;
        return { actor: { tenantId, personId }, visitedAt, lastReadAt };
      }),
  };
}
