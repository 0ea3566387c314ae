import { sql, type Kysely } from 'kysely';

const statements = [
  `alter table person add zone_said json not null default '{}'`,
  'grant update (zone_said) on person to duologue_app',
  'alter table outlook_watch add zones_at timestamptz',
  'grant update (zones_at) on outlook_watch to duologue_app',
];

/** What each source last said of the zone somebody works in, and when it was asked, so that only what is new is told. */
export const mailboxZones = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
