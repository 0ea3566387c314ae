import { sql } from 'kysely';
import type { Instant } from '#core/time-types.ts';
import type { People } from '#server/ports/store.ts';
import { among } from './among.ts';
import { keep } from './keep.ts';
import type { Scope } from './tables.ts';

const columns = [
  'id',
  'display_name as displayName',
  'given_name as givenName',
  'mail',
  'job_title as jobTitle',
  'grade',
  'contract',
  'zone',
  'joined_on as joinedOn',
  'unit',
  'employee_number as employeeNumber',
  'incremental_on as incrementalOn',
  'has_reports as hasReports',
] as const;

/** The people of a tenant. */
export function peopleStore(scope: Scope): People {
  const { tx, tenantId } = scope;
  return {
    find: (ids) =>
      tx
        .selectFrom('person')
        .select(columns)
        .where('tenant_id', '=', tenantId)
        .where('id', '=', among(ids))
        .orderBy('id')
        .execute(),
    save: async (people) => {
      const rows = people.map((person) => ({
        tenant_id: tenantId,
        id: person.id,
        display_name: person.displayName,
        given_name: person.givenName,
        mail: person.mail,
        job_title: person.jobTitle,
        grade: person.grade,
        contract: person.contract,
        zone: person.zone,
        joined_on: person.joinedOn,
        unit: person.unit,
        employee_number: person.employeeNumber,
        incremental_on: person.incrementalOn,
        has_reports: person.hasReports,
      }));
      // Two transactions that save the same people take their rows in the same order, so neither waits for ever.
      rows.sort((a, b) => (a.id < b.id ? -1 : 1));
      await keep(scope, 'person', rows, { key: ['id'], fixed: [] });
    },
    sayGone: async (ids, gone, at) => {
      const [left, here] = [ids.filter((id) => gone.has(id)), ids.filter((id) => !gone.has(id))];
      await sql`
        update person set gone_at = case when id = ${among(here)} then null else ${at}::timestamptz end
        where tenant_id = ${tenantId} and ((id = ${among(left)} and gone_at is null)
          or (id = ${among(here)} and gone_at is not null))`.execute(tx);
    },
    isGone: async (id) => {
      const found = await sql`
        select from person where tenant_id = ${tenantId} and id = ${id} and gone_at is not null`.execute(tx);
      return found.rows.length > 0;
    },
    goneSince: async (ids) => {
      const { rows } = await sql<{ id: string; goneAt: Instant }>`
        select id, gone_at as "goneAt" from person
        where tenant_id = ${tenantId} and id = ${among(ids)} and gone_at is not null`.execute(tx);
      return new Map(rows.map(({ id, goneAt }) => [id, goneAt]));
    },
    zones: async (ids) => {
      const rows = await tx
        .selectFrom('person')
        .select(['id', 'zone', 'zone_said as said'])
        .where('tenant_id', '=', tenantId)
        .where('id', '=', among(ids))
        .execute();
      return new Map(rows.map(({ id, ...known }) => [id, known]));
    },
    saveZonesSaid: async (said) => {
      for (const [id, one] of [...said].toSorted(([a], [b]) => (a < b ? -1 : 1)))
        await tx
          .updateTable('person')
          .set({ zone_said: JSON.stringify(one) })
          .where('tenant_id', '=', tenantId)
          .where('id', '=', id)
          .execute();
    },
    alike: () =>
      tx
        .selectFrom('person')
        .select(['grade', 'contract', 'has_reports as hasReports', 'unit'])
        .select(sql<number>`count(*)::int`.as('count'))
        .where('tenant_id', '=', tenantId)
        .groupBy(['grade', 'contract', 'has_reports', 'unit'])
        .orderBy('grade')
        .orderBy('contract')
        .orderBy('has_reports')
        .orderBy('unit')
        .execute(),
  };
}
