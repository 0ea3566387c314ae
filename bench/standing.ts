import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { bringUpToDate } from '#server/effects/standing-worker.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { findingsOn, pairTerms, personTerms, standingOf, type StandingFacts } from '#core/policy/standing.ts';
import { addDays } from '#core/time.ts';
import { openStore } from '#server/adapters/sql/open-store.ts';
import { pinoLog } from '#server/adapters/system/log.ts';
import { packOfText } from '#server/policy-data.ts';
import { pair, person } from '#tests/core/builders.ts';
import { percentile, rowOf, timeOf, type Row } from './measure.ts';

const people = 100_000;
const today = '2026-11-26';
const now = `${today}T09:00:00.000Z`;
const mostSeconds = 120;
const readsIdle = 200;
/** As many as one statement takes well: nobody leads so many, but the database does not mind. */
const teamSize = 200;

function packIn(name: string): PolicyPack {
  return packOfText(readFileSync(new URL(`../policies/${name}.json`, import.meta.url), 'utf8'));
}

/** A year of one-to-ones, and half a year of them to come, each pair in step with its number. */
function factsOf(number: number): StandingFacts {
  const first = addDays(today, -(350 + (number % 14)));
  const every = number % 3 === 0 ? 28 : 14;
  const days = Array.from({ length: Math.floor(530 / every) }, (_, step) => addDays(first, step * every));
  return {
    person: personTerms(person({ grade: number % 3 === 0 ? 'A2' : 'M1', joinedOn: '2024-02-29' })),
    pair: pairTerms(pair({ from: first })),
    heldOn: days.filter((day) => day <= today && day !== addDays(first, every * (number % 7))),
    plannedOn: days.filter((day) => day > today),
    otherKinds: {},
    series: 'booked',
    seriesUntil: days.at(-1) ?? null,
    lastSummary: { on: addDays(today, -14), state: 'sent', sentAt: now },
    agreement: { holds: null, draft: null },
    coveredOn: { tasks: addDays(today, -14), wellbeing: addDays(today, -42) },
  };
}

/** An organisation of so many people under the first policy, about to be held against the second, while somebody reads on. */
export async function benchStanding(): Promise<Row[]> {
  const [before, after] = [packIn('out'), packIn('ess')];
  const log = pinoLog({ level: 'warn' });
  const clock = { now: () => now };
  const ids = { next: () => randomUUID() };
  const opened = await openStore({ kind: 'pglite', directory: null }, { clock, ids, log });
  const { store, standingQueue } = opened;
  const tenantId = randomUUID();
  const administrator = { tenantId, personId: randomUUID(), isAdministrator: true };
  const reader = { tenantId, personId: 'manager 0' };
  try {
    const teams = people / teamSize;
    for (let team = 0; team < teams; team += 1) {
      const supervisorId = `manager ${team}`;
      const numbers = Array.from({ length: teamSize }, (_, one) => team * teamSize + one);
      await store.asPerson({ tenantId, personId: supervisorId }, async (tx) => {
        await tx.people.save([supervisorId, ...numbers.map(String)].map((id) => person({ id })));
        for (const number of numbers)
          await tx.pairs.save(pair({ id: `pair ${number}`, supervisorId, employeeId: String(number) }));
        await tx.standings.save(numbers.map((one) => standingOf(`pair ${one}`, before, factsOf(one), today)));
      });
      if (team % 50 === 0) console.log(`${team * teamSize} of ${people} people are there`);
    }
    const ownPairs = Array.from({ length: 10 }, (_, one) => `pair ${one}`);
    const read = () => timeOf(() => store.asPerson(reader, (tx) => tx.standings.ofPairs(ownPairs)));
    const idle: number[] = [];
    for (let one = 0; one < readsIdle; one += 1) idle.push(await read());
    await store.asPerson(administrator, (tx) => tx.standings.askRun(now));
    const busy: number[] = [];
    const over = new AbortController();
    const reading = (async () => {
      while (!over.signal.aborted) {
        busy.push(await read());
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    const progress = setInterval(() => {
      void store
        .asPerson(administrator, (tx) => tx.standings.lastRun(now))
        .then((run) => {
          console.log(`${run?.done ?? 0} of ${run?.total ?? '?'} people looked at again`);
        });
    }, 5_000);
    const packs = () => Promise.resolve(() => Promise.resolve(after));
    const renew = () => Promise.resolve();
    const took = await timeOf(() => bringUpToDate({ standingQueue, packs, renew, clock, log }));
    over.abort();
    clearInterval(progress);
    await reading;
    const run = await store.asPerson(administrator, (tx) => tx.standings.lastRun(now));
    if (run?.done !== people || run.finishedAt === null) throw new Error('Somebody was not looked at again');
    const [one] = await store.asPerson(reader, (tx) => tx.standings.ofPairs(['pair 1']));
    if (JSON.stringify(one?.findings) !== JSON.stringify(findingsOn(after, factsOf(1), today)))
      throw new Error('Somebody stands as under the policy before');
    return [
      rowOf(
        `standing: ${people} people looked at again after a policy change (s), against two minutes`,
        { ours: took / 1000, baseline: mostSeconds },
        'ratio at most 1',
        (_, ratio) => ratio <= 1,
      ),
      rowOf(
        'standing: a read meanwhile against one when nothing goes on, 95 of 100 within (ms)',
        { ours: percentile(busy, 0.95), baseline: percentile(idle, 0.95) },
        'at most 200 ms',
        (ms) => ms <= 200,
      ),
    ];
  } finally {
    await opened.close();
  }
}
