import type { SeriesStore } from '#server/ports/store.ts';
import { among } from './among.ts';
import { keep } from './keep.ts';
import type { Scope } from './tables.ts';

const columns = [
  'id',
  'pair_id as pairId',
  'state',
  'plan',
  'subject',
  'note',
  'event_id as eventId',
  'ical_uid as iCalUid',
  'join_url as joinUrl',
  'chat_id as chatId',
] as const;

/** The series of the acting person's pairs. */
export function seriesStore(scope: Scope): SeriesStore {
  const { tx, tenantId } = scope;
  const series = () => tx.selectFrom('series').select(columns).where('tenant_id', '=', tenantId);
  const find = async (column: 'id' | 'pair_id' | 'chat_id' | 'event_id', value: string, current: boolean) => {
    const found = series().where(column, '=', value);
    const wanted = current ? found.where('state', '<>', 'ended') : found;
    // Of several that Outlook or Teams knew by one name, the one that goes on.
    return (
      (await wanted
        .orderBy((row) => row('state', '=', 'ended'))
        .limit(1)
        .executeTakeFirst()) ?? null
    );
  };
  return {
    find: (seriesId) => find('id', seriesId, false),
    current: (pairId) => find('pair_id', pairId, true),
    currentOf: (pairIds) =>
      series().where('pair_id', '=', among(pairIds)).where('state', '<>', 'ended').orderBy('id').execute(),
    byChat: (chatId) => find('chat_id', chatId, false),
    byEvent: (eventId) => find('event_id', eventId, false),
    save: async (series) => {
      const row = {
        tenant_id: tenantId,
        id: series.id,
        pair_id: series.pairId,
        state: series.state,
        plan: JSON.stringify(series.plan),
        subject: series.subject,
        note: series.note,
        event_id: series.eventId,
        ical_uid: series.iCalUid,
        join_url: series.joinUrl,
        chat_id: series.chatId,
      };
      await keep(scope, 'series', [row], { key: ['id'], fixed: ['pair_id'] });
    },
  };
}
