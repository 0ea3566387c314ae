import type { NewsFact } from '#core/following/news.ts';
import { zoneNews, type ZonesBase } from '#core/following/zone-news.ts';
import { zoneAfter, type FoundPerson, type MailboxClock } from '#core/people/mailbox-clock.ts';
import type { Pair } from '#core/people/pair.ts';
import { hasEnded } from '#core/people/pause.ts';
import type { Actor, Person } from '#core/people/person.ts';
import { sameData } from '#core/same-data.ts';
import { localDateOf } from '#core/time.ts';
import type { Zone } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import { keepNews } from './keep-news.ts';
import type { Needs } from './needs.ts';

type ClockNeeds = Pick<Needs, 'store' | 'clock' | 'ids' | 'directory'>;
type Clocks = ReadonlyMap<string, MailboxClock>;

/** Clocks that came with people as the directory has them. */
export function clocksOf(people: readonly FoundPerson[]): Clocks {
  return new Map(people.flatMap(({ id, clock }) => (clock === null ? [] : [[id, clock] as const])));
}

/** Saves people as the directory has them now; the zone of whoever's mailbox was not read stays what it was. */
export async function keepPeople(
  tx: Transaction,
  found: readonly (Person & Pick<FoundPerson, 'clock'>)[],
): Promise<void> {
  const known = await tx.people.zones(found.map(({ id }) => id));
  const zones = new Map(
    found.map(({ id, zone, clock }) => [id, zoneAfter(known.get(id) ?? { zone, said: {} }, clock)] as const),
  );
  await tx.people.save(found.map((person) => ({ ...person, zone: zones.get(person.id)?.zone ?? person.zone })));
  const news = [...zones].filter(([id, { said }]) => !sameData(said, known.get(id)?.said ?? {}));
  await tx.people.saveZonesSaid(new Map(news.map(([id, { said }]) => [id, said])));
}

function zonesIn(pair: Pair, zones: ReadonlyMap<string, { readonly zone: Zone }>): ZonesBase | null {
  const [supervisor, employee] = [zones.get(pair.supervisorId)?.zone, zones.get(pair.employeeId)?.zone];
  return supervisor === undefined || employee === undefined ? null : { supervisor, employee };
}

async function runningPairs(tx: Transaction, actor: Actor, now: string): Promise<Pair[]> {
  const today = localDateOf(now, 'UTC');
  return (await tx.pairs.ofPerson(actor.personId)).filter((pair) => !hasEnded(pair, today));
}

/** What was told of somebody's zone before is of no use any more. */
async function putAside(tx: Transaction, pairId: string, news: readonly NewsFact[]): Promise<void> {
  const earlier = (await tx.following.newsOf([pairId])).filter((one) =>
    news.some(({ kind, by }) => one.kind === kind && one.by === by),
  );
  if (earlier.length === 0) return;
  for (const party of ['supervisor', 'employee'] as const)
    await tx.following.markSeen(
      earlier.map(({ id }) => id),
      party,
    );
}

/** Tells one pair, behind its lock, that one of its two works in another zone than when it was last told. */
async function tellPair(needs: ClockNeeds, actor: Actor, pairId: string, clocks: Clocks): Promise<void> {
  const now = needs.clock.now();
  await needs.store.asPerson(actor, async (tx) => {
    await tx.pairs.lock(pairId);
    const pair = await tx.pairs.find(pairId);
    if (pair === null) return;
    const after = zonesIn(pair, await tx.people.zones([pair.supervisorId, pair.employeeId]));
    const before = (await tx.following.zonesBases([pairId])).get(pairId);
    if (after === null || before === undefined || sameData(before, after)) return;
    const series = await tx.series.current(pairId);
    const [supervisor, employee] = [clocks.get(pair.supervisorId), clocks.get(pair.employeeId)];
    const news = zoneNews(before, after, {
      series,
      meetings: await tx.meetings.ofPair(pairId),
      clocks: {
        ...(supervisor === undefined ? {} : { supervisor }),
        ...(employee === undefined ? {} : { employee }),
      },
      now,
    });
    await tx.following.saveZonesBase(pairId, after);
    await putAside(tx, pairId, news);
    await keepNews(tx, needs, { pairId, seriesId: series?.id ?? null }, news);
    if (news.length > 0) await tx.changed(pairId, 'outlook-followed');
  });
}

/** Tells the actor's pairs of zones that are other than when each was last told; what is seen for the first time is only remembered. */
export async function tellZones(needs: ClockNeeds, actor: Actor, clocks: Clocks): Promise<void> {
  const toTell = await needs.store.asPerson(actor, async (tx) => {
    const pairs = await runningPairs(tx, actor, needs.clock.now());
    const bases = await tx.following.zonesBases(pairs.map(({ id }) => id));
    const zones = await tx.people.zones([...new Set(pairs.flatMap((one) => [one.supervisorId, one.employeeId]))]);
    const changed: string[] = [];
    for (const pair of pairs) {
      const [before, after] = [bases.get(pair.id), zonesIn(pair, zones)];
      if (after === null || (before !== undefined && sameData(before, after))) continue;
      if (before === undefined) await tx.following.saveZonesBase(pair.id, after);
      else changed.push(pair.id);
    }
    return changed;
  });
  for (const pairId of toTell) await tellPair(needs, actor, pairId, clocks);
}

/** Asks which clocks the actor and those they meet keep, and tells their pairs where that has changed. */
export async function followClocks(needs: ClockNeeds, actor: Actor): Promise<void> {
  const people = await needs.store.asPerson(actor, async (tx) => {
    const pairs = await runningPairs(tx, actor, needs.clock.now());
    return tx.people.find([...new Set(pairs.flatMap((one) => [one.supervisorId, one.employeeId]))]);
  });
  const clocks = await needs.directory.clocksOf(actor, people);
  const read = people.flatMap((person) => {
    const clock = clocks.get(person.id);
    return clock === undefined ? [] : [{ ...person, clock }];
  });
  await needs.store.asPerson(actor, (tx) => keepPeople(tx, read));
  await tellZones(needs, actor, clocks);
}
