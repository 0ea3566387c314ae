import type { FoundPerson } from '#core/people/mailbox-clock.ts';
import type { Pair } from '#core/people/pair.ts';
import { hasEnded } from '#core/people/pause.ts';
import type { Actor, Person } from '#core/people/person.ts';
import { localDateOf } from '#core/time.ts';
import { Failure, type FailureCode } from '../ports/failures.ts';
import type { Transaction } from '../ports/store.ts';
import { clocksOf, keepPeople, tellZones } from './follow-clocks.ts';
import { followLeavers } from './follow-leavers.ts';
import type { Needs } from './needs.ts';

/** How long what the directory said is taken as still true. */
const freshForMinutes = 10;

/** When each person's reports were last read, in this process. */
export interface DirectoryMemory {
  lastRead(actor: Actor): string | null;
  readNow(actor: Actor, at: string): void;
}

export function directoryMemory(): DirectoryMemory {
  const reads = new Map<string, string>();
  const keyOf = (actor: Actor): string => `${actor.tenantId}/${actor.personId}`;
  return {
    lastRead: (actor) => reads.get(keyOf(actor)) ?? null,
    readNow: (actor, at) => void reads.set(keyOf(actor), at),
  };
}

/**
 * Employees whose one-to-ones the actor handed over for good: the directory still naming the actor changes nothing. Once it has named
 * somebody else, that is remembered, and naming the actor again is new.
 */
async function handedOnFor(
  tx: Transaction,
  actor: Actor,
  known: readonly Pair[],
  reports: readonly Person[],
): Promise<ReadonlySet<string>> {
  const own = new Map(
    known.filter(({ supervisorId }) => supervisorId === actor.personId).map((pair) => [pair.id, pair.employeeId]),
  );
  const named = new Set(reports.map(({ id }) => id));
  const away = new Set<string>();
  for (const handover of await tx.handovers.ofPairs([...own.keys()])) {
    const employeeId = own.get(handover.pairId);
    if (employeeId === undefined || handover.until !== null || handover.followed) continue;
    if (named.has(employeeId)) away.add(employeeId);
    else await tx.handovers.save({ ...handover, followed: true });
  }
  return away;
}

/**
 * Brings what we know of the actor and the people who report to them up to date, and begins a pair for each new report.
 * What cannot be read leaves what was known; the failure is returned to be said, not thrown.
 */
export async function syncDirectory(
  needs: Pick<Needs, 'store' | 'clock' | 'ids' | 'directory'> & { readonly memory: DirectoryMemory },
  actor: Actor,
): Promise<FailureCode | null> {
  const now = needs.clock.now();
  const last = needs.memory.lastRead(actor);
  if (last !== null && Date.parse(now) - Date.parse(last) < freshForMinutes * 60_000) return null;
  let me: FoundPerson;
  let reports: readonly FoundPerson[];
  try {
    [me, reports] = await Promise.all([needs.directory.me(actor), needs.directory.directReports(actor)]);
  } catch (cause) {
    if (cause instanceof Failure) return cause.code;
    throw cause;
  }
  await needs.store.asPerson(actor, async (tx) => {
    await keepPeople(tx, [{ ...me, hasReports: reports.length > 0 }, ...reports]);
    await tx.people.sayGone([actor.personId], new Set(), now);
    const known = await tx.pairs.ofPerson(actor.personId);
    const today = localDateOf(now, me.zone);
    const away = await handedOnFor(tx, actor, known, reports);
    for (const report of reports) {
      const running = known.some(
        (pair) => pair.supervisorId === actor.personId && pair.employeeId === report.id && !hasEnded(pair, today),
      );
      if (running || away.has(report.id)) continue;
      const pair: Pair = {
        id: needs.ids.next(),
        supervisorId: actor.personId,
        employeeId: report.id,
        role: 'line',
        from: localDateOf(now, me.zone),
        to: null,
        extraSupport: null,
        pause: null,
      };
      await tx.pairs.save(pair);
      await tx.changed(pair.id, 'pair-began');
    }
  });
  await tellZones(needs, actor, clocksOf([me, ...reports]));
  await followLeavers(needs, actor);
  needs.memory.readNow(actor, now);
  return null;
}
