import { sql } from 'kysely';
import type { Pair } from '#core/people/pair.ts';
import type { Meetings } from '#server/ports/store.ts';
import { among } from './among.ts';
import { keep } from './keep.ts';
import type { Scope } from './tables.ts';

const columns = [
  'meeting.id as id',
  'meeting.pair_id as pairId',
  'meeting.series_id as seriesId',
  'meeting.kind as kind',
  'meeting.state as state',
  'meeting.original_date as originalDate',
  'meeting.starts_at as start',
  'meeting.ends_at as end',
  'meeting.reason as reason',
  'meeting.moved_from as movedFrom',
  'meeting.skipped as skipped',
  'meeting.agenda_version as agendaVersion',
  'meeting.agreed_by_supervisor as agreedBySupervisor',
  'meeting.agreed_by_employee as agreedByEmployee',
  'meeting.opened_at as openedAt',
  'meeting.closed_at as closedAt',
  'meeting.pack_id as packId',
  'meeting.pack_version as packVersion',
] as const;

const wholePair = sql<Pair>`json_build_object('id', pair.id, 'supervisorId', pair.supervisor_id,
  'employeeId', pair.employee_id, 'role', pair.role, 'from', pair.from_date, 'to', pair.to_date,
  'extraSupport', pair.extra_support, 'pause', pair.pause)`;

/** The meetings of the acting person's pairs. */
export function meetingStore(scope: Scope): Meetings {
  const { tx, tenantId } = scope;
  const meetings = () => tx.selectFrom('meeting').select(columns).where('meeting.tenant_id', '=', tenantId);
  const ofPairs = (pairIds: readonly string[]) =>
    meetings()
      .where('meeting.pair_id', '=', among(pairIds))
      .orderBy('meeting.starts_at')
      .orderBy('meeting.id')
      .execute();
  return {
    find: async (meetingId) => (await meetings().where('meeting.id', '=', meetingId).executeTakeFirst()) ?? null,
    withPair: async (meetingId) => {
      const found = await meetings()
        .innerJoin('pair', (join) =>
          join.onRef('pair.tenant_id', '=', 'meeting.tenant_id').onRef('pair.id', '=', 'meeting.pair_id'),
        )
        .select(wholePair.as('pair'))
        .where('meeting.id', '=', meetingId)
        .executeTakeFirst();
      if (found === undefined) return null;
      const { pair, ...meeting } = found;
      return { meeting, pair };
    },
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
        skipped: meeting.skipped === null ? null : JSON.stringify(meeting.skipped),
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
