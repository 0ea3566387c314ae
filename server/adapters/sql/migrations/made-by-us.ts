import { sql, type Kysely } from 'kysely';

const statements = [
  // Versions of items as Duologue made them: to be told of one of these is to be told nothing new.
  `alter table outlook_watch add column made json not null default '[]'`,
  'grant update (made) on outlook_watch to duologue_app',
];

/** What of a mailbox was made by Duologue itself. */
export const madeByUs = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
