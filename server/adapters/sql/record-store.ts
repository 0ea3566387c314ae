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
