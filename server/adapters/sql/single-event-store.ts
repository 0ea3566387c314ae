import type { SingleEvents } from '#server/ports/single-events.ts';
import { among } from './among.ts';
import { keep } from './keep.ts';
import type { Scope } from './tables.ts';

const columns = [
  'id',
  'pair_id as pairId',
  'meeting_id as meetingId',
  'purpose',
  'owner_id as ownerId',
  'state',
  'starts_at as start',
  'ends_at as end',
  'event_id as eventId',
  'ical_uid as iCalUid',
  'join_url as joinUrl',
  'chat_id as chatId',
] as const;

/** Events of the acting person's pairs that are no part of a series. */
export function singleEventStore(scope: Scope): SingleEvents {
  const { tx, tenantId } = scope;
  const events = () => tx.selectFrom('single_event').select(columns).where('tenant_id', '=', tenantId);
  const meetingBy = async (column: 'chat_id' | 'event_id', value: string) =>
    (await events()
      .where(column, '=', value)
      .where('purpose', '=', 'meeting')
      .orderBy((row) => row('state', '=', 'ended'))
      .limit(1)
      .executeTakeFirst()) ?? null;
  return {
    find: async (id) => (await events().where('id', '=', id).executeTakeFirst()) ?? null,
    ofMeetings: (meetingIds) =>
      events().where('meeting_id', '=', among(meetingIds)).where('state', '<>', 'ended').orderBy('id').execute(),
    endedOf: (meetingId) =>
      events().where('meeting_id', '=', meetingId).where('state', '=', 'ended').orderBy('id').execute(),
    byChat: (chatId) => meetingBy('chat_id', chatId),
    byEvent: (eventId) => meetingBy('event_id', eventId),
    save: async (event) => {
      const row = {
        tenant_id: tenantId,
        id: event.id,
        pair_id: event.pairId,
        meeting_id: event.meetingId,
        purpose: event.purpose,
        owner_id: event.ownerId,
        state: event.state,
        starts_at: event.start,
        ends_at: event.end,
        event_id: event.eventId,
        ical_uid: event.iCalUid,
        join_url: event.joinUrl,
        chat_id: event.chatId,
      };
      await keep(scope, 'single_event', [row], {
        key: ['id'],
        fixed: ['pair_id', 'meeting_id', 'purpose', 'owner_id'],
      });
    },
  };
}
