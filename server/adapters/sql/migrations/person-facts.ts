import { sql, type Kysely } from 'kysely';

/** What policies ask about beside the grade: a person's unit, their staff number, and the day their pay step falls on. */
export const personFacts = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table person add unit text, add employee_number text, add incremental_on date`.execute(db);
    await sql`grant update (unit, employee_number, incremental_on) on person to duologue_app`.execute(db);
  },
};
