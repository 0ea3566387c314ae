import { sql, type Kysely } from 'kysely';

/** A field of a body kept as text. PostgreSQL's own operators would refuse a body with a NUL in some other field. */
function field(name: string): string {
  return `substring(body::text from '"${name}":"([^"]+)"')`;
}

/**
 * What an effect is, and what about, beside its body: a screen that says how far promises are reads neither letters nor
 * documents.
 */
export const effectSubjects = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table effect add column kind text, add column meeting_id text, add column series_id text`.execute(
      db,
    );
    // An update would meet row-level security, which binds the owner too; a change of type fills the columns for every row.
    await sql
      .raw(
        `alter table effect alter column kind type text using ${field('kind')},
          alter column meeting_id type text using ${field('meetingId')},
          alter column series_id type text using ${field('seriesId')}`,
      )
      .execute(db);
    await sql`alter table effect alter column kind set not null`.execute(db);
    await sql`grant update (kind, meeting_id, series_id) on effect to duologue_app`.execute(db);
  },
};
