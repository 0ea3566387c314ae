import { sql, type Kysely } from 'kysely';

const tenant = `nullif(current_setting('duologue.tenant', true), '')`;
const isOfOwnPair = `tenant_id = ${tenant} and pair_id = any (array(select id from pair))`;
const toPerson = (column: string) => `foreign key (tenant_id, ${column}) references person`;

const statements = [
  `create table handover (
    tenant_id text not null, pair_id text not null, id text not null, to_id text not null, to_pair_id text not null,
    from_date date not null, until_date date, by_id text not null, at timestamptz not null, followed boolean not null,
    primary key (tenant_id, id), foreign key (tenant_id, pair_id) references pair,
    foreign key (tenant_id, to_pair_id) references pair, ${toPerson('to_id')}, ${toPerson('by_id')})`,
  'create index handover_of_pair on handover (tenant_id, pair_id)',
  'alter table handover enable row level security',
  'alter table handover force row level security',
  `create policy own on handover to duologue_app using (${isOfOwnPair})`,
  'grant select, insert, update (followed) on handover to duologue_app',
];

/** Who takes over whose one-to-ones, and for how long: shown to the pair that handed over. */
export const handover = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
