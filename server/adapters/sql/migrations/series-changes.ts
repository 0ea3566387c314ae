import { sql, type Kysely } from 'kysely';

const statements = [
  // A change of the rule puts each meeting where the one before it stood: no two on one day, but only once all have moved.
  'drop index meeting_one_per_occurrence',
  `alter table meeting add constraint meeting_one_per_occurrence
    exclude (tenant_id with =, series_id with =, original_date with =)
    where (state = 'planned') deferrable initially deferred`,
];

/** What changes of a series as a whole need. */
export const seriesChanges = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
