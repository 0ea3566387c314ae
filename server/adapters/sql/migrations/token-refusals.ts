import { sql, type Kysely } from 'kysely';

const isOwn = `tenant_id = nullif(current_setting('duologue.tenant', true), '')
  and person_id = nullif(current_setting('duologue.person', true), '')`;

const statements = [
  // No reference to a person: somebody may be refused before anything of them is known.
  `create table token_refusal (
    tenant_id text not null, person_id text not null, scopes text not null, code text not null, outside_code text,
    claims text, fingerprint text, at timestamptz not null, primary key (tenant_id, person_id, scopes))`,
  'alter table token_refusal enable row level security',
  'alter table token_refusal force row level security',
  `create policy own on token_refusal to duologue_app using (${isOwn})`,
  'grant select, insert, update (code, outside_code, claims, fingerprint, at), delete on token_refusal to duologue_app',
];

/** What people's own tokens were refused: nothing of the tokens themselves. */
export const tokenRefusals = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
