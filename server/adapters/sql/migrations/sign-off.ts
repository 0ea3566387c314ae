import { sql, type Kysely } from 'kysely';

const tenant = `nullif(current_setting('duologue.tenant', true), '')`;
const person = `nullif(current_setting('duologue.person', true), '')`;
const isOfOwnPair = `tenant_id = ${tenant} and pair_id = any (array(select id from pair))`;

/** Read by the two, written once: nobody has a right to change or take away what is sealed. */
function sealedFor(table: string, mayWrite: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own on ${table} to duologue_app using (${isOfOwnPair}) with check (${mayWrite})`,
    `grant select, insert on ${table} to duologue_app`,
  ];
}

const toPair = 'foreign key (tenant_id, pair_id) references pair';
const toPerson = (column: string) => `foreign key (tenant_id, ${column}) references person`;
const toSeal = 'foreign key (tenant_id, pair_id, meeting_id) references record_seal (tenant_id, pair_id, meeting_id)';

const statements = [
  `create table record_seal (
    tenant_id text not null, pair_id text not null, meeting_id text not null, number int not null, content text not null,
    content_hash text not null, previous_hash text, at timestamptz not null, hash text not null,
    primary key (tenant_id, meeting_id), unique (tenant_id, pair_id, meeting_id), unique (tenant_id, pair_id, number),
    ${toPair}, foreign key (tenant_id, pair_id, meeting_id) references meeting (tenant_id, pair_id, id),
    check ((number = 1) = (previous_hash is null)))`,
  ...sealedFor('record_seal', isOfOwnPair),
  `create table signature (
    tenant_id text not null, pair_id text not null, meeting_id text not null, signer_id text not null, party text not null,
    kind text not null, words text, at timestamptz not null, hash text not null,
    primary key (tenant_id, meeting_id, signer_id), unique (tenant_id, meeting_id, party), ${toPair}, ${toSeal},
    ${toPerson('signer_id')}, check ((kind = 'different-view') = (words is not null)))`,
  ...sealedFor('signature', `${isOfOwnPair} and signer_id = ${person}`),
  `create table addendum (
    tenant_id text not null, pair_id text not null, id text not null, meeting_id text not null, number int not null,
    author_id text not null, words text not null, at timestamptz not null, previous_hash text not null, hash text not null,
    primary key (tenant_id, id), unique (tenant_id, meeting_id, number), ${toPair}, ${toSeal}, ${toPerson('author_id')})`,
  ...sealedFor('addendum', `${isOfOwnPair} and author_id = ${person}`),
];

/** Sealed records, the signatures under them and what was added later: each written once, by the person whose it is. */
export const signOff = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
