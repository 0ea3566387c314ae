import { sql } from 'kysely';
import type { CalledOff, MeetingBase, SeriesBase } from '#core/following/base.ts';
import type { NewsFact } from '#core/following/news.ts';
import type { ZonesBase } from '#core/following/zone-news.ts';
import type { Following, KeptNews } from '#server/ports/following.ts';
import { among } from './among.ts';
import type { OutlookBaseRow } from './following-tables.ts';
import { keep } from './keep.ts';
import { lookChannel } from './notices.ts';
import type { Scope } from './tables.ts';

type StoredFacts = Omit<NewsFact, 'kind' | 'meetingId'>;

/** What news says of which nothing is kept. */
const unsaid: StoredFacts = { by: null, from: null, to: null, guest: null, rule: null, eventId: null, zones: null };

type Subject = OutlookBaseRow['subject'];

const newsColumns = [
  'id',
  'pair_id as pairId',
  'series_id as seriesId',
  'meeting_id as meetingId',
  'kind',
  'facts',
  'at',
  'seen_by_supervisor as seenBySupervisor',
  'seen_by_employee as seenByEmployee',
] as const;

/** Then it begins anew; what was forgotten is read once more than needed. */
const mostMade = 200;

/** What Duologue last saw in Outlook of the acting person's pairs, and what happened there. */
export function followingStore(scope: Scope): Following {
  const { tx, tenantId, personId } = scope;
  const news = () => tx.selectFrom('outlook_news').select(newsColumns).where('tenant_id', '=', tenantId);
  const bases = async (pairIds: readonly string[], subject: Subject) => {
    const rows = await tx
      .selectFrom('outlook_base')
      .select(['subject_id', 'seen'])
      .where('tenant_id', '=', tenantId)
      .where('pair_id', '=', among(pairIds))
      .where('subject', '=', subject)
      .execute();
    return rows.map((row) => [row.subject_id, row.seen] as const);
  };
  const save = (
    pairId: string,
    subject: Subject,
    seen: readonly (readonly [string, SeriesBase | MeetingBase | ZonesBase])[],
  ) => {
    const rows = seen.map(([id, value]) => ({
      tenant_id: tenantId,
      subject_id: id,
      pair_id: pairId,
      subject,
      seen: JSON.stringify(value),
    }));
    return keep(scope, 'outlook_base', rows, { key: ['subject_id'], fixed: ['pair_id', 'subject'] });
  };
  return {
    seriesBases: async (pairId) =>
      new Map((await bases([pairId], 'series')) as readonly (readonly [string, SeriesBase])[]),
    meetingBases: async (pairId) =>
      new Map((await bases([pairId], 'meeting')) as readonly (readonly [string, MeetingBase])[]),
    calledOff: async (meetingIds) => {
      const { rows } = await sql<{ id: string; calledOff: CalledOff }>`
        select coalesce(event.meeting_id, base.subject_id) as id, base.seen -> 'calledOff' as "calledOff"
        from outlook_base as base left join single_event as event on event.tenant_id = base.tenant_id
          and event.id = base.subject_id and event.purpose = 'meeting'
        where base.tenant_id = ${tenantId} and base.subject = 'meeting' and base.seen -> 'calledOff' is not null
          and (base.subject_id = ${among(meetingIds)} or base.subject_id in (
            select id from single_event where tenant_id = ${tenantId} and meeting_id = ${among(meetingIds)}))`.execute(
        tx,
      );
      return new Map(rows.map(({ id, calledOff }) => [id, calledOff]));
    },
    zonesBases: async (pairIds) =>
      new Map((await bases(pairIds, 'zones')) as readonly (readonly [string, ZonesBase])[]),
    saveZonesBase: (pairId, base) => save(pairId, 'zones', [[pairId, base]]),
    saveSeriesBase: (pairId, seriesId, base) => save(pairId, 'series', [[seriesId, base]]),
    saveMeetingBases: (pairId, seen) => save(pairId, 'meeting', [...seen]),
    newsOf: async (pairIds) => {
      const rows = await news().where('pair_id', '=', among(pairIds)).orderBy('ordinal', 'desc').execute();
      return rows.map(newsFrom);
    },
    findNews: async (newsId) => {
      const found = await news().where('id', '=', newsId).executeTakeFirst();
      return found === undefined ? null : newsFrom(found);
    },
    addNews: async (added) => {
      if (added.length > 0)
        await tx
          .insertInto('outlook_news')
          .values(added.map(rowOf(tenantId)))
          .execute();
    },
    markSeen: async (newsIds, by) => {
      const column = by === 'supervisor' ? 'seen_by_supervisor' : 'seen_by_employee';
      await tx
        .updateTable('outlook_news')
        .set({ [column]: true })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', among(newsIds))
        .execute();
    },
    freshness: (mailboxIds) =>
      tx
        .selectFrom('outlook_watch')
        .select(['mailbox_id as mailboxId', 'looked_at as lookedAt', 'behind_since as behindSince'])
        .where('tenant_id', '=', tenantId)
        .where('mailbox_id', '=', among(mailboxIds))
        .execute(),
    look: async (now) => {
      await tx
        .insertInto('outlook_watch')
        .values({ tenant_id: tenantId, mailbox_id: personId, look_at: now })

        .onConflict((conflict) =>
          conflict
            .columns(['tenant_id', 'mailbox_id'])
            .doUpdateSet({ look_at: now, hint_count: sql`outlook_watch.hint_count + 1` }),
        )
        .execute();
      await sql`select pg_notify(${lookChannel}, '')`.execute(tx);
    },
    made: async (version, now) => {
      const made = JSON.stringify([version]);
      await sql`insert into outlook_watch (tenant_id, mailbox_id, look_at) values (${tenantId}, ${personId}, ${now})
        on conflict (tenant_id, mailbox_id) do nothing`.execute(tx);
      await sql`update outlook_watch set made = case when json_array_length(made) >= ${mostMade}::int then ${made}::json
          else (made::jsonb || ${made}::jsonb)::json end
        where tenant_id = ${tenantId} and mailbox_id = ${personId}`.execute(tx);
    },
  };
}

/** News kept before zones were told of say nothing of them. */
function newsFrom({
  facts,
  ...row
}: Omit<KeptNews, keyof StoredFacts> & { readonly facts: Partial<StoredFacts> }): KeptNews {
  return { ...row, ...unsaid, ...facts };
}

function rowOf(tenantId: string) {
  return ({ id, pairId, seriesId, meetingId, kind, at, seenBySupervisor, seenByEmployee, ...facts }: KeptNews) => ({
    tenant_id: tenantId,
    pair_id: pairId,
    id,
    series_id: seriesId,
    meeting_id: meetingId,
    kind,
    facts: JSON.stringify(facts),
    at,
    seen_by_supervisor: seenBySupervisor,
    seen_by_employee: seenByEmployee,
  });
}
