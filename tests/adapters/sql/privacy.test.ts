import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/people/person.ts';
import type { Transaction } from '#server/ports/store.ts';
import { engines, type OpenedEngine } from './engines.ts';
import { glances, ofAuthorAlone, ofTenants, readers, removers, writers } from './ways-in.ts';
import { examplePair, savedPair, savePair, type PairExample } from './examples.ts';

function isNothing(found: unknown): boolean {
  return found === null || (typeof found === 'object' && Object.keys(found).length === 0);
}

describe.each(engines)('a pair on $engine', ({ open }) => {
  let opened: OpenedEngine;
  let tables: readonly string[];
  /** The pair; another of the same tenant; and one of another tenant in which every id is the same. */
  let ours: PairExample, theirs: PairExample, elsewhere: PairExample;
  let outsiders: Record<string, Actor>;

  beforeAll(async () => {
    opened = await open();
    ours = await savedPair(opened.store);
    theirs = await savedPair(opened.store, ours.supervisor.tenantId);
    const otherTenant = randomUUID();
    const moved = <T extends object>(thing: T): T => ({ ...thing, tenantId: otherTenant });
    elsewhere = {
      ...ours,
      supervisor: moved(ours.supervisor),
      employee: moved(ours.employee),
      effect: moved(ours.effect),
    };
    await savePair(opened.store, elsewhere);
    outsiders = {
      'somebody of another pair': theirs.supervisor,
      'somebody the tenant does not know': { ...ours.supervisor, personId: randomUUID() },
      'the same person id in a third tenant': { ...ours.supervisor, tenantId: randomUUID() },
      'a nameless person': { ...ours.supervisor, personId: '' },
      'a person of no tenant': { ...ours.supervisor, tenantId: '' },
    };
    const rows = await opened.asOwner(
      `select relname::text as name from pg_class where relkind in ('r', 'p')
        and relnamespace = current_schema()::regnamespace and relname not like 'kysely%' order by relname`,
    );
    tables = rows.map(({ name }) => String(name)).filter((name) => !ofTenants.has(name));
  });
  afterAll(() => opened.close());

  /** Every row of every table, to see whether anything was changed. */
  async function everyRow(): Promise<Record<string, unknown[]>> {
    const found: Record<string, unknown[]> = {};
    for (const table of tables) found[table] = await opened.asOwner(`select t::text from ${table} t order by 1`);
    return found;
  }

  /** Each way to read, as somebody: within a transaction, and at a glance. */
  function waysOf(actor: Actor): [name: string, read: (of: PairExample) => Promise<unknown>][] {
    return [
      ...Object.entries(readers).map(([name, read]): [string, (of: PairExample) => Promise<unknown>] => [
        name,
        (of) => opened.store.asPerson(actor, (tx) => read(tx, of)),
      ]),
      ...Object.entries(glances).map(([name, read]): [string, (of: PairExample) => Promise<unknown>] => [
        name,
        (of) => read(opened.store, actor, of),
      ]),
    ];
  }

  it('is read by both of it, in every way there is to read', async () => {
    const employees = new Map(waysOf(ours.employee));
    for (const [name, read] of waysOf(ours.supervisor)) {
      const bySupervisor = await read(ours);
      const byEmployee = await employees.get(name)?.(ours);
      expect(isNothing(bySupervisor), name).toBe(false);
      if (ofAuthorAlone.has(name)) expect(isNothing(byEmployee), `${name} of the other's jotting`).toBe(true);
      else expect(byEmployee, name).toEqual(bySupervisor);
    }
  });

  it('is nothing to anybody else, in every way there is to read', async () => {
    for (const [who, outsider] of Object.entries(outsiders)) {
      for (const [name, read] of waysOf(outsider)) {
        expect(isNothing(await read(ours)), `${name} by ${who}`).toBe(true);
      }
    }
  });

  it('is changed by nobody else, in any way there is to write', async () => {
    const before = await everyRow();
    for (const [who, outsider] of Object.entries(outsiders)) {
      for (const [name, write] of Object.entries(writers)) {
        const writing = opened.store.asPerson(outsider, (tx) => write(tx, ours));
        await expect(writing, `${name} by ${who}`).rejects.toMatchObject({ name: 'Refusal', code: 'not-found' });
      }
      for (const remove of Object.values(removers)) await opened.store.asPerson(outsider, (tx) => remove(tx, ours));
    }
    expect(await everyRow()).toEqual(before);
  });

  it('keeps its ids: whoever uses one for something of another pair is told no more than that it is taken', async () => {
    const before = await everyRow();
    const { pair } = theirs;
    const hijacks: Record<string, (tx: Transaction) => Promise<unknown>> = {
      pair: (tx) => tx.pairs.save({ ...pair, id: ours.pair.id }),
      series: (tx) => tx.series.save({ ...theirs.series, id: ours.series.id, state: 'ended' }),
      meeting: (tx) => tx.meetings.save([{ ...theirs.meeting, id: ours.meeting.id, seriesId: null }]),
      'single event': (tx) => tx.singleEvents.save({ ...theirs.singleEvent, id: ours.singleEvent.id }),
      'standing item': (tx) => tx.ownStandingItems.save({ ...theirs.standingItem, id: ours.standingItem.id }),
      'agenda item': (tx) => tx.agendas.save([{ ...theirs.item, id: ours.item.id }], pair.id),
      jotting: (tx) => tx.preparations.save({ ...theirs.jotting, id: ours.jotting.id }, pair.id),
      point: (tx) => tx.records.savePoint({ ...theirs.point, id: ours.point.id }, pair.id),
      action: (tx) => tx.actions.save([{ ...theirs.action, id: ours.action.id }]),
      measure: (tx) => tx.measures.save({ ...theirs.measure, id: ours.measure.id }),
      agreement: (tx) => tx.agreements.save({ ...theirs.agreement, id: ours.agreement.id, version: 2 }),
      objective: (tx) => tx.objectives.save({ ...theirs.objective, id: ours.objective.id }),
      need: (tx) => tx.objectives.saveNeed({ ...theirs.need, id: ours.need.id }),
      effect: (tx) => tx.effects.save({ ...theirs.effect, id: ours.effect.id }),
      duty: (tx) => tx.duties.save({ ...theirs.form.duty, id: ours.form.duty.id }),
    };
    for (const [thing, hijack] of Object.entries(hijacks)) {
      const taking = opened.store.asPerson(theirs.supervisor, hijack);
      await expect(taking, thing).rejects.toMatchObject({ name: 'Refusal', code: 'duplicate-id' });
    }
    expect(await everyRow()).toEqual(before);
  });

  it('keeps its own: what is of one pair cannot be moved to another, not even by somebody who is in both', async () => {
    const both = ours.supervisor;
    const second = examplePair(both.tenantId);
    const pair = { ...second.pair, supervisorId: both.personId };
    await opened.store.asPerson(both, async (tx) => {
      await tx.people.save(second.people);
      await tx.pairs.save(pair);
    });
    const before = await everyRow();
    const moves: Record<string, (tx: Transaction) => Promise<unknown>> = {
      pair: (tx) => tx.pairs.save({ ...ours.pair, employeeId: pair.employeeId }),
      series: (tx) => tx.series.save({ ...ours.series, pairId: pair.id }),
      meeting: (tx) => tx.meetings.save([{ ...ours.meeting, pairId: pair.id, seriesId: null }]),
      measure: (tx) => tx.measures.save({ ...ours.measure, pairId: pair.id }),
      agreement: (tx) => tx.agreements.save({ ...ours.agreement, pairId: pair.id }),
      objective: (tx) => tx.objectives.save({ ...ours.objective, pairId: pair.id }),
      effect: (tx) => tx.effects.save({ ...ours.effect, pairId: pair.id }),
    };
    for (const [thing, move] of Object.entries(moves)) {
      await expect(opened.store.asPerson(both, move), thing).rejects.toMatchObject({ code: 'duplicate-id' });
    }
    // These lean on a meeting of the first pair, so the database knows no such meeting in the second.
    const strays: Record<string, (tx: Transaction) => Promise<unknown>> = {
      'agenda item': (tx) => tx.agendas.save([{ ...ours.item, id: randomUUID() }], pair.id),
      jotting: (tx) => tx.preparations.save({ ...ours.jotting, id: randomUUID() }, pair.id),
      point: (tx) => tx.records.savePoint({ ...ours.point, id: randomUUID() }, pair.id),
      tick: (tx) => tx.records.saveTick({ ...ours.tick, topicId: 'another' }, pair.id),
      action: (tx) => tx.actions.save([{ ...ours.action, id: randomUUID(), pairId: pair.id }]),
      need: (tx) => tx.objectives.saveNeed({ ...ours.need, id: randomUUID(), pairId: pair.id }),
      'form value': (tx) => tx.forms.saveValue({ ...ours.form.value, fieldId: 'another' }, pair.id),
      reading: (tx) => tx.measures.saveReading(ours.measure.id, pair.id, { on: '2026-01-01', value: 1 }),
    };
    for (const [thing, stray] of Object.entries(strays)) {
      await expect(opened.store.asPerson(both, stray), thing).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await everyRow()).toEqual(before);
  });

  it('keeps a point, a jotting and an agenda item with whoever wrote them', async () => {
    const takeovers: Record<string, (tx: Transaction) => Promise<unknown>> = {
      point: (tx) => tx.records.savePoint({ ...ours.point, authorId: ours.supervisor.personId }, ours.pair.id),
      'agenda item': (tx) => tx.agendas.save([{ ...ours.item, raisedBy: ours.supervisor.personId }], ours.pair.id),
    };
    for (const [thing, takeover] of Object.entries(takeovers)) {
      await expect(opened.store.asPerson(ours.supervisor, takeover), thing).rejects.toMatchObject({
        code: 'duplicate-id',
      });
    }
    const jottings = [
      [{ ...ours.jotting, authorId: ours.employee.personId }, 'duplicate-id'],
      [{ ...ours.jotting, text: 'in the name of the other' }, 'not-found'],
    ] as const;
    for (const [jotting, code] of jottings) {
      const taking = opened.store.asPerson(ours.employee, (tx) => tx.preparations.save(jotting, ours.pair.id));
      await expect(taking).rejects.toMatchObject({ code });
    }
  });

  it('shows, asked by SQL as the runtime role, not a row of any table to anybody else', async () => {
    for (const table of tables) {
      const count = `select count(*)::int as rows from ${table}`;
      const [all] = await opened.asOwner(`${count} where tenant_id = $1`, [ours.supervisor.tenantId]);
      expect(all?.rows, `${table} holds an example`).toBeGreaterThan(0);
      for (const [who, outsider] of Object.entries(outsiders)) {
        // Names and when somebody can meet are for the whole tenant, and the other pair of the tenant has rows of its own.
        const isForAll = table === 'person' || table === 'protected_hours';
        const foreign = isForAll ? 'tenant_id <> $1' : table === 'pair' ? 'id = $1' : 'pair_id = $1';
        const value = isForAll ? outsider.tenantId : ours.pair.id;
        const [seen] = await opened.asRuntime(outsider, `${count} where ${foreign}`, [value]);
        expect(seen?.rows, `${table} for ${who}`).toBe(0);
      }
      const [beyond] = await opened.asRuntime(ours.employee, `${count} where tenant_id <> $1`, [
        ours.employee.tenantId,
      ]);
      expect(beyond?.rows, `${table} of another tenant, where every id is the same`).toBe(0);
      const [nameless] = await opened.asRuntime({ ...ours.employee, personId: '' }, count);
      expect(nameless?.rows, `${table} for a nameless person`).toBe(0);
      const [seen] = await opened.asRuntime(null, count);
      expect(seen?.rows, `${table} for nobody`).toBe(0);
    }
  });

  it('shows to the worker effects, how pairs stand and who wants meetings moved, in nobody’s words, and nothing else', async () => {
    for (const table of tables) {
      const [seen] = await opened.asRuntime('worker', `select count(*)::int as rows from ${table}`);
      if (['effect', 'standing', 'pair_hour', 'rescheduling_wish'].includes(table))
        expect(seen?.rows).toBeGreaterThanOrEqual(3);
      else expect(seen?.rows, table).toBe(0);
    }
    const standings = await opened.asRuntime('worker', 'select facts::text, findings::text from standing');
    expect(JSON.stringify(standings)).not.toContain('some words');
    const changing = opened.asRuntime('worker', `update effect set tenant_id = 'x'`);
    await expect(changing).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot be written to by SQL as the runtime role, nor can a row be given to another pair or tenant', async () => {
    const before = await everyRow();
    const intruder = theirs.supervisor;
    const changeable = await opened.asOwner(
      `select table_name::text as table, min(column_name::text) as target from information_schema.role_column_grants
        where grantee = 'duologue_app' and privilege_type = 'UPDATE' and table_schema = current_schema()
          and table_name in (select table_name from information_schema.columns where column_name = 'pair_id')
        group by 1 order by 1`,
    );
    expect(changeable.length).toBeGreaterThan(10);
    for (const { table, target } of changeable.map((row) => ({
      table: String(row.table),
      target: String(row.target),
    }))) {
      if (table === 'person' || table === 'pair' || ofTenants.has(table)) continue;
      const rows = await opened.asRuntime(
        intruder,
        `update ${table} set ${target} = ${target} where pair_id = $1 returning 1`,
        [ours.pair.id],
      );
      expect(rows, table).toEqual([]);
    }
    const moves = ['tenant_id', 'pair_id', 'id'].map((column) => `update meeting set ${column} = 'elsewhere'`);
    const powers = [
      'alter table meeting disable row level security',
      'drop table meeting',
      'truncate meeting',
      'delete from change',
      'delete from action_step',
      `update action_step set by_id = 'x'`,
      'delete from effect',
      'delete from meeting',
      'select from kysely_migration',
      'create table mine (id text)',
    ];
    for (const statement of [...moves, ...powers]) {
      await expect(opened.asRuntime(ours.supervisor, statement), statement).rejects.toMatchObject({ code: '42501' });
    }
    const planting = opened.asRuntime(
      intruder,
      `insert into measure (tenant_id, pair_id, id, name, unit, target, better) values ($1, $2, 'x', 'x', 'x', 1, 'lower')`,
      [ours.supervisor.tenantId, ours.pair.id],
    );
    await expect(planting).rejects.toMatchObject({ code: '42501' });
    expect(await everyRow()).toEqual(before);
  });

  it('cannot lean on what is of another tenant or pair, even written by the owner, whom no row-level security stops', async () => {
    const leaning = `insert into coverage_tick (tenant_id, pair_id, meeting_id, topic_id, by_id, at)
      values ($1, $2, $3, 'x', $4, now())`;
    const { tenantId, personId } = ours.supervisor;
    const strays = [
      [randomUUID(), ours.pair.id, ours.meeting.id, personId],
      [tenantId, theirs.pair.id, ours.meeting.id, personId],
      [tenantId, ours.pair.id, theirs.meeting.id, personId],
    ];
    for (const stray of strays) await expect(opened.asOwner(leaning, stray)).rejects.toMatchObject({ code: '23503' });
    await opened.asOwner(leaning, [tenantId, ours.pair.id, ours.meeting.id, personId]);
    await opened.asOwner(`delete from coverage_tick where topic_id = 'x'`);
  });

  it('stays apart when many people of two tenants come and go at once, some of them failing', async () => {
    const visitors = [
      ours.supervisor,
      ours.employee,
      elsewhere.employee,
      theirs.employee,
      outsiders['a nameless person'],
    ];
    const visits = Array.from({ length: 300 }, async (_none, turn) => {
      const visitor = visitors[turn % visitors.length] ?? ours.supervisor;
      const gone = new Error('gone');
      const visit = opened.store.asPerson(visitor, async (tx) => {
        const [pairs, meetings, effects] = await Promise.all([
          tx.pairs.ofPerson(visitor.personId),
          tx.meetings.ofPair(ours.pair.id),
          tx.effects.ofPair(ours.pair.id),
        ]);
        if (turn % 7 === 0) throw gone;
        return { pairs: pairs.length > 0, meetings: meetings.length, tenants: effects.map(({ tenantId }) => tenantId) };
      });
      if (turn % 7 === 0) {
        await expect(visit).rejects.toBe(gone);
        return;
      }
      const isOurs = visitor.personId === ours.supervisor.personId || visitor.personId === ours.employee.personId;
      expect(await visit).toEqual({
        pairs: visitor.personId !== '',
        meetings: isOurs ? 1 : 0,
        tenants: isOurs ? [visitor.tenantId] : [],
      });
    });
    await Promise.all(visits);
  });
});
