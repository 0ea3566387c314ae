import type { Agendas } from '#server/ports/store.ts';
import { among } from './among.ts';
import { keep } from './keep.ts';
import type { Scope } from './tables.ts';

const columns = [
  'id',
  'meeting_id as meetingId',
  'title',
  'note',
  'topic_id as topicId',
  'kind_id as kindId',
  'standing_id as standingId',
  'behaviour_id as behaviourId',
  'raised_by as raisedBy',
  'urgency',
  'minutes',
  'position',
  'state',
  'times_carried as timesCarried',
  'carried_from_id as carriedFromId',
] as const;

/** The agendas of the acting person's pairs. */
export function agendaStore(scope: Scope): Agendas {
  const { tx, tenantId } = scope;
  const items = () => tx.selectFrom('agenda_item').select(columns).where('tenant_id', '=', tenantId);
  return {
    find: async (itemId) => (await items().where('id', '=', itemId).executeTakeFirst()) ?? null,
    ofMeetings: (meetingIds) =>
      items().where('meeting_id', '=', among(meetingIds)).orderBy('position').orderBy('id').execute(),
    save: async (saved, pairId) => {
      const rows = saved.map((item) => ({
        tenant_id: tenantId,
        id: item.id,
        pair_id: pairId,
        meeting_id: item.meetingId,
        title: item.title,
        note: item.note,
        topic_id: item.topicId,
        kind_id: item.kindId,
        standing_id: item.standingId,
        behaviour_id: item.behaviourId,
        raised_by: item.raisedBy,
        urgency: item.urgency,
        minutes: item.minutes,
        position: item.position,
        state: item.state,
        times_carried: item.timesCarried,
        carried_from_id: item.carriedFromId,
      }));
      await keep(scope, 'agenda_item', rows, { key: ['id'], fixed: ['pair_id', 'meeting_id', 'raised_by'] });
    },
    remove: async (itemId) => {
      await tx.deleteFrom('agenda_item').where('tenant_id', '=', tenantId).where('id', '=', itemId).execute();
    },
  };
}
