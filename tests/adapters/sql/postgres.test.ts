import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type StoreOptions } from '#server/adapters/sql/open-store.ts';
import { randomIds } from '#server/adapters/system/uuid-ids.ts';
import { eventually } from '#tests/support/eventually.ts';
import { freePort } from '#tests/support/free-port.ts';
import { freshDatabase, type FreshDatabase } from '#tests/support/postgres.ts';
import { clock, quiet } from './engines.ts';
import { exampleEffect, examplePair, savedPair, savePair } from './examples.ts';

const needs = { clock, ids: randomIds(), log: quiet };

describe('a PostgreSQL server', () => {
  let database: FreshDatabase;
  /** Roles belong to the whole server, so each run has its own. */
  const login = `login_${randomUUID().replaceAll('-', '')}`;
  const open = (options: Partial<StoreOptions & { kind: 'postgres' }> = {}) =>
    openStore({ kind: 'postgres', url: database.url, ...options }, needs);

  beforeAll(async () => {
    database = await freshDatabase();
    await (await open()).close();
    await database.ask(`create role ${login} login noinherit`);
  });
  afterAll(async () => {
    await database.ask(`drop owned by ${login}`);
    await database.ask(`drop role ${login}`);
    await database.drop();
  });

  it('is lived with by a login that owns nothing and may only take the runtime role', async () => {
    await database.ask(`grant duologue_app to ${login}`);
    const { store, close } = await open({ url: database.urlFor(login), ownerUrl: database.url });
    const { supervisor, pair } = await savedPair(store);
    expect(await store.asPerson(supervisor, (tx) => tx.pairs.find(pair.id))).toEqual(pair);
    await close();
    await database.ask(`revoke duologue_app from ${login}`);
  });

  it('is refused while its second wall has a hole', async () => {
    const living = () => open({ url: database.urlFor(login), ownerUrl: database.url });
    await expect(living()).rejects.toThrow('the login may not take the role duologue_app');
    const holes = [
      [
        'alter table meeting no force row level security',
        'alter table meeting force row level security',
        'the table meeting has no forced row-level security',
      ],
      [
        'alter table point disable row level security',
        'alter table point enable row level security',
        'the table point has no forced row-level security',
      ],
      [
        'create table mine (); alter table mine owner to duologue_app',
        'drop table mine',
        'the role duologue_app owns mine',
      ],
      [
        'create table notes (words text); grant select (words) on notes to duologue_app',
        'drop table notes',
        'the table notes has no forced row-level security',
      ],
    ] as const;
    for (const [make, mend, message] of holes) {
      await database.ask(make);
      await expect(open(), make).rejects.toMatchObject({ name: 'StoreUnavailable' });
      await expect(open(), make).rejects.toThrow(message);
      await database.ask(mend);
    }
    await (await open()).close();
  });

  it('keeps what is there when it is opened again, by several at once', async () => {
    const { store, close } = await open();
    const { supervisor, pair } = await savedPair(store);
    const opened = await Promise.all([open(), open(), open()]);
    for (const other of opened) {
      expect(await other.store.asPerson(supervisor, (tx) => tx.pairs.find(pair.id))).toEqual(pair);
      await other.close();
    }
    await close();
  });

  it('is made ready by several first starts at once', async () => {
    const fresh = await freshDatabase();
    const opened = await Promise.all([1, 2, 3].map(() => openStore({ kind: 'postgres', url: fresh.url }, needs)));
    for (const { close } of opened) await close();
    await fresh.drop();
  });

  it('tells every process what another one committed, and goes on telling when its connection was cut', async () => {
    const [here, there] = await Promise.all([open(), open()]);
    const { supervisor, pair } = await savedPair(here.store);
    const heard: number[] = [];
    let promises = 0;
    there.store.onChange(({ pairId, seq }) => {
      if (pairId === pair.id) heard.push(seq);
    });
    there.effectQueue.onPromise(() => {
      promises += 1;
    });
    const seq = await here.store.asPerson(supervisor, (tx) => tx.changed(pair.id, 'agenda'));
    await eventually(async () => heard.includes(seq));

    const before = promises;
    await database.ask(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'duologue listener'`,
    );
    // Promises made meanwhile were told to nobody: the worker is told to look when the connection is back.
    await eventually(async () => promises > before);
    const next = await here.store.asPerson(supervisor, (tx) => tx.changed(pair.id, 'agenda'));
    await eventually(async () => heard.includes(next));
    await Promise.all([here.close(), there.close()]);
  });

  it('is asked again on a new connection when the old ones were cut', async () => {
    const { store, close } = await open();
    const { supervisor, pair } = await savedPair(store);
    const cut = store.asPerson(supervisor, async (tx) => {
      await tx.changed(pair.id, 'agenda');
      await database.ask(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'duologue'`,
      );
      await tx.changed(pair.id, 'agenda');
    });
    await expect(cut).rejects.toThrow();
    expect(await store.asPerson(supervisor, (tx) => tx.pairs.seq(pair.id))).toBe(1);
    await close();
  });

  it('lets one of several processes take an effect, whoever else reads it', async () => {
    const [here, there] = await Promise.all([open(), open()]);
    const example = examplePair(randomUUID());
    await savePair(here.store, example);
    const effects = Array.from({ length: 10 }, () => exampleEffect(example));
    await here.store.asPerson(example.supervisor, async (tx) => {
      for (const effect of effects) await tx.effects.save(effect);
    });
    const at = clock.now();
    const claims = await Promise.all(
      effects.flatMap((effect) => [here, there].map(({ effectQueue }) => effectQueue.claim(effect, at, 60))),
    );
    expect(claims.filter((claimed) => claimed)).toHaveLength(effects.length);
    await Promise.all([here.close(), there.close()]);
  });

  it('is looked up by index, however many pairs the tenant has', async () => {
    const { store, close } = await open();
    const example = await savedPair(store);
    const { tenantId, personId } = example.supervisor;
    await database.ask(
      `insert into person (tenant_id, id, display_name, given_name, zone)
        select '${tenantId}', 'person ' || n, 'x', 'x', 'UTC' from generate_series(0, 3000) n;
      insert into pair (tenant_id, id, supervisor_id, employee_id, role, from_date)
        select '${tenantId}', 'pair ' || n, 'person ' || n / 10, 'person ' || n, 'line', '2026-01-01' from generate_series(1, 3000) n;
      insert into meeting (tenant_id, pair_id, id, kind, state, original_date, starts_at, ends_at, agenda_version)
        select '${tenantId}', 'pair ' || 1 + n % 3000, 'meeting ' || n, 'one-to-one', 'closed', '2026-01-01', now(), now() + interval '1 hour', 1
        from generate_series(1, 9000) n;
      insert into point (tenant_id, pair_id, id, meeting_id, author_id, words, at)
        select '${tenantId}', 'pair ' || 1 + n % 3000, 'point ' || n, 'meeting ' || n, 'person 1', 'x', now()
        from generate_series(1, 9000) n;
      analyze`,
    );
    const questions = [
      `select from meeting where tenant_id = '${tenantId}' and pair_id = any ('{${example.pair.id}}'::text[])`,
      `select from point where tenant_id = '${tenantId}' and meeting_id = any ('{${example.meeting.id}}'::text[])`,
      `select from pair where tenant_id = '${tenantId}' and (supervisor_id = '${personId}' or employee_id = '${personId}')`,
      `select from action where tenant_id = '${tenantId}' and id = '${example.action.id}'`,
    ];
    for (const question of questions) {
      const plan = await database.ask(
        `begin; set local role duologue_app; set local duologue.tenant = '${tenantId}';
          set local duologue.person = '${personId}'; explain ${question}`,
      );
      await database.ask('rollback');
      const text = plan.map((line) => String(line['QUERY PLAN'])).join('\n');
      expect(text, question).toContain('Index');
      expect(text, question).not.toMatch(/Seq Scan on (meeting|point|pair)/);
    }
    await close();
  });

  it('that is not there, or not to be entered, is named with what to check', async () => {
    const nowhere = `postgres://nobody@127.0.0.1:${await freePort()}/duologue`;
    const opening = openStore({ kind: 'postgres', url: nowhere }, needs);
    await expect(opening).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await expect(opening).rejects.toThrow(/PostgreSQL at 127\.0\.0\.1:\d+\/duologue cannot be used \(ECONNREFUSED\)/);
    const unknown = openStore({ kind: 'postgres', url: database.urlFor('never_made') }, needs);
    await expect(unknown).rejects.toThrow(/cannot be used \(28000\)/);
  });
});
