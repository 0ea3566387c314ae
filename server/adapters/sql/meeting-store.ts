import type { Meetings } from '#server/ports/store.ts';
import { among } from './among.ts';
import { keep } from './keep.ts';
import type { Scope } from './tables.ts';

const columns = [
  'id',
  'pair_id as pairId',
  'series_id as seriesId',
  'kind',
  'state',
  'original_date as originalDate',
  'starts_at as start',
  'ends_at as end',
  'reason',
  'moved_from as movedFrom',
  'agenda_version as agendaVersion',
  'agreed_by_supervisor as agreedBySupervisor',
  'agreed_by_employee as agreedByEmployee',
  'opened_at as openedAt',
  'closed_at as closedAt',
  'pack_id as packId',
  'pack_version as packVersion',
] as const;

/** The meetings of the acting person's pairs. */
export function meetingStore(scope: Scope): Meetings {
  const { tx, tenantId } = scope;
  const meetings = () => tx.selectFrom('meeting').select(columns).where('tenant_id', '=', tenantId);
  const ofPairs = (pairIds: readonly string[]) =>
    meetings().where('pair_id', '=', among(pairIds)).orderBy('starts_at').orderBy('id').execute();
  return {
    find: async (meetingId) => (await meetings().where('id', '=', meetingId).executeTakeFirst()) ?? null,
    ofPair: (pairId) => ofPairs([pairId]),
    ofPairs,
    save: async (saved) => {
      const rows = saved.map((meeting) => ({
        tenant_id: tenantId,
        id: meeting.id,
        pair_id: meeting.pairId,
        series_id: meeting.seriesId,
        kind: meeting.kind,
        state: meeting.state,
        original_date: meeting.originalDate,
        starts_at: meeting.start,
        ends_at: meeting.end,
        reason: meeting.reason,
        moved_from: meeting.movedFrom,
        agenda_version: meeting.agendaVersion,
        agreed_by_supervisor: meeting.agreedBySupervisor,
        agreed_by_employee: meeting.agreedByEmployee,
        opened_at: meeting.openedAt,
        closed_at: meeting.closedAt,
        pack_id: meeting.packId,
        pack_version: meeting.packVersion,
      }));
      await keep(scope, 'meeting', rows, { key: ['id'], fixed: ['pair_id'] });
    },
  };
}
