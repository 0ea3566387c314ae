import { sql } from 'kysely';
import type { Records } from '#server/ports/store.ts';
import { among } from './among.ts';
import { keep } from './keep.ts';
import type { Scope } from './tables.ts';

const pointColumns = [
  'id',
  'meeting_id as meetingId',
  'item_id as itemId',
  'topic_id as topicId',
  'section_id as sectionId',
  'author_id as authorId',
  'words as text',
  'mark',
  'behaviour_id as behaviourId',
  'at',
] as const;

const tickColumns = ['meeting_id as meetingId', 'topic_id as topicId', 'by_id as by', 'at'] as const;

/** The records of the acting person's pairs: points, and topics ticked as covered. */
export function recordStore(scope: Scope): Records {
  const { tx, tenantId } = scope;
  const points = () => tx.selectFrom('point').select(pointColumns).where('tenant_id', '=', tenantId);
  return {
    findPoint: async (pointId) => (await points().where('id', '=', pointId).executeTakeFirst()) ?? null,
    pointsOf: (meetingIds) =>
      points().where('meeting_id', '=', among(meetingIds)).orderBy('at').orderBy('id').execute(),
    findPoints: async ({ pairId, mark, words, from, before, afterId, most }) => {
      let query = tx
        .selectFrom('point')
        .innerJoin('meeting', (join) =>
          join.onRef('meeting.tenant_id', '=', 'point.tenant_id').onRef('meeting.id', '=', 'point.meeting_id'),
        )
        .leftJoin('agenda_item', (join) =>
          join.onRef('agenda_item.tenant_id', '=', 'point.tenant_id').onRef('agenda_item.id', '=', 'point.item_id'),
        )
        .select([
          'point.id',
          'point.meeting_id as meetingId',
          'point.author_id as authorId',
          'point.words as text',
          'point.mark',
          'meeting.starts_at as start',
          'agenda_item.title as itemTitle',
        ])
        .where('point.tenant_id', '=', tenantId)
        .where('point.pair_id', '=', pairId);
      if (mark !== null) query = query.where('point.mark', '=', mark);
      if (from !== null) query = query.where('meeting.starts_at', '>=', from);
      if (before !== null) query = query.where('meeting.starts_at', '<', before);
      // As typed: what has a meaning in a pattern is looked for as itself.
      for (const word of words)
        query = query.where('point.words', 'ilike', `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
      if (afterId !== null)
        query = query.where(
          sql<boolean>`(meeting.starts_at, point.at, point.id) < (
            select m.starts_at, p.at, p.id from point p join meeting m on m.tenant_id = p.tenant_id and m.id = p.meeting_id
            where p.tenant_id = ${tenantId} and p.pair_id = ${pairId} and p.id = ${afterId})`,
        );
      return query
        .orderBy('meeting.starts_at', 'desc')
        .orderBy('point.at', 'desc')
        .orderBy('point.id', 'desc')
        .limit(most)
        .execute();
    },
    savePoint: async (point, pairId) => {
      const row = {
        tenant_id: tenantId,
        id: point.id,
        pair_id: pairId,
        meeting_id: point.meetingId,
        item_id: point.itemId,
        topic_id: point.topicId,
        section_id: point.sectionId,
        author_id: point.authorId,
        words: point.text,
        mark: point.mark,
        behaviour_id: point.behaviourId,
        at: point.at,
      };
      await keep(scope, 'point', [row], { key: ['id'], fixed: ['pair_id', 'meeting_id', 'author_id'] });
    },
    removePoint: async (pointId) => {
      await tx.deleteFrom('point').where('tenant_id', '=', tenantId).where('id', '=', pointId).execute();
    },
    ticksOf: (meetingIds) =>
      tx
        .selectFrom('coverage_tick')
        .select(tickColumns)
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', among(meetingIds))
        .orderBy('at')
        .orderBy('topic_id')
        .execute(),
    saveTick: async (tick, pairId) => {
      const row = {
        tenant_id: tenantId,
        pair_id: pairId,
        meeting_id: tick.meetingId,
        topic_id: tick.topicId,
        by_id: tick.by,
        at: tick.at,
      };
      await keep(scope, 'coverage_tick', [row], { key: ['meeting_id', 'topic_id'], fixed: ['pair_id'] });
    },
    removeTick: async (meetingId, topicId) => {
      await tx
        .deleteFrom('coverage_tick')
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .where('topic_id', '=', topicId)
        .execute();
    },
  };
}
