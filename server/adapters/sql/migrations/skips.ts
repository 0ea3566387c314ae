import { sql, type Kysely } from 'kysely';

const statements = [
  // Who passed a meeting over, and when: apart from one that was cancelled for a reason.
  'alter table meeting add column skipped json',
  'grant update (skipped) on meeting to duologue_app',
];

/** Meetings of a series that are left out by intent. */
export const skips = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
