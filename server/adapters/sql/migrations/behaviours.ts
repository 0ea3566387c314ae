import { sql, type Kysely } from 'kysely';

/** Which of the organisation's behaviours a point or an agenda item points at (ESS-10). */
export const behaviours = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of ['point', 'agenda_item']) {
      await sql.raw(`alter table ${table} add column behaviour_id text`).execute(db);
      await sql.raw(`grant update (behaviour_id) on ${table} to duologue_app`).execute(db);
    }
  },
};
