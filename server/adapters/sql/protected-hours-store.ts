import { sql } from 'kysely';
import type { ProtectedHours } from '#core/slots/protected-hours.ts';
import type { ProtectedHoursStore } from '#server/ports/protected-hours.ts';
import type { Scope } from './tables.ts';

/** Hours people keep free. Row-level security lets each change their own alone. */
export function protectedHoursStore({ tx, tenantId, personId }: Scope): ProtectedHoursStore {
  return {
    ofPeople: async (personIds) => {
      const { rows } = await sql<{ personId: string; hours: readonly ProtectedHours[] }>`
        select person_id as "personId", hours from protected_hours
        where tenant_id = ${tenantId} and person_id = any (${[...personIds]})`.execute(tx);
      return new Map(rows.map((row) => [row.personId, row.hours]));
    },
    keep: async (hours) => {
      await sql`
        insert into protected_hours (tenant_id, person_id, hours)
        values (${tenantId}, ${personId}, ${JSON.stringify(hours)})
        on conflict (tenant_id, person_id) do update set hours = excluded.hours`.execute(tx);
    },
  };
}
