import { sql, type Kysely } from 'kysely';

const statements = [
  // Promises of booking for many let everybody else's go first. Older ones are nobody's job.
  'alter table effect add column for_many boolean not null default false',
];

/** Which promises were made by booking for many. */
export const forMany = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
