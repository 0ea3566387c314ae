import { personTerms, standingOf, standsOn, type Standing } from '#core/policy/standing.ts';
import type { Finding } from '#core/policy/finding.ts';
import { localDateOf } from '#core/time.ts';
import type { Instant } from '#core/time-types.ts';
import type { PackFor, Packs } from '../ports/policies.ts';
import type { Store, Transaction } from '../ports/store.ts';
import type { Clock } from '../ports/system.ts';

export interface StandingNeeds {
  readonly clock: Clock;
  readonly packs: Packs;
}

/**
 * Changes that no finding is made of: what is being talked about in a meeting counts once it closes. Any other change makes the
 * pair's standing anew, one nobody has thought of here too.
 */
export const changesNoFact: ReadonlySet<string> = new Set([
  'point-added',
  'point-changed',
  'point-removed',
  'topic-covered',
  'action-added',
  'action-changed',
  'measure-saved',
  'reading-added',
  'agenda-agreed',
  'item-added',
  'item-changed',
  'item-removed',
  'items-ordered',
  'jotting-shared',
  'news-seen',
]);

/** Looks at a pair again, from the facts that are kept of it. */
export async function lookAgain(
  { pairId, facts }: Pick<Standing, 'pairId' | 'facts'>,
  packFor: PackFor,
  now: Instant,
): Promise<Standing> {
  const day = localDateOf(now, facts.person.zone);
  return standingOf(pairId, await packFor(facts.person, day), facts, day);
}

/** What stands of a pair now: as it is kept, or made from the facts that are kept when it is for another day or policy. */
export async function findingsNow(standing: Standing, packFor: PackFor, now: Instant): Promise<readonly Finding[]> {
  const day = localDateOf(now, standing.facts.person.zone);
  return standsOn(standing, await packFor(standing.facts.person, day), day);
}

/** Makes the standing of pairs anew from what is kept of them, and keeps it. */
export async function remakeStandings(
  tx: Transaction,
  pairIds: readonly string[],
  packFor: PackFor,
  now: Instant,
): Promise<readonly Standing[]> {
  if (pairIds.length === 0) return [];
  const known = await tx.standings.factsOf(pairIds);
  const standings = await Promise.all(known.map((one) => lookAgain(one, packFor, now)));
  await tx.standings.save(standings);
  return standings;
}

/** Pairs of which the directory now says something else of the employee than their standing was made from. */
async function pairsOfChanged(tx: Transaction, savedIds: ReadonlySet<string>, actorId: string): Promise<string[]> {
  const pairs = (await tx.pairs.ofPerson(actorId)).filter(({ employeeId }) => savedIds.has(employeeId));
  const [people, standings] = await Promise.all([
    tx.people.find([...new Set(pairs.map(({ employeeId }) => employeeId))]),
    tx.standings.ofPairs(pairs.map(({ id }) => id)),
  ]);
  const termsOf = new Map(people.map((person) => [person.id, JSON.stringify(personTerms(person))]));
  return pairs.flatMap(({ id, employeeId }) => {
    const kept = standings.find(({ pairId }) => pairId === id);
    return kept !== undefined && JSON.stringify(kept.facts.person) === termsOf.get(employeeId) ? [] : [id];
  });
}

/**
 * A store whose transactions keep each pair's standing right: before a transaction ends, that of every pair it changed is made
 * anew in it. Nobody who changes something has to think of it; saying that a pair changed, which open screens live on, is enough.
 */
export function keepingStandings(store: Store, needs: StandingNeeds): Store {
  return {
    ...store,
    asPerson: async (actor, work) => {
      const packFor = await needs.packs(actor.tenantId);
      return store.asPerson(actor, async (tx) => {
        const changed = new Set<string>();
        const savedPeople = new Set<string>();
        const result = await work({
          ...tx,
          people: {
            ...tx.people,
            save: (people) => {
              for (const { id } of people) savedPeople.add(id);
              return tx.people.save(people);
            },
          },
          changed: (pairId, what) => {
            if (!changesNoFact.has(what)) changed.add(pairId);
            return tx.changed(pairId, what);
          },
        });
        if (savedPeople.size > 0)
          for (const pairId of await pairsOfChanged(tx, savedPeople, actor.personId)) changed.add(pairId);
        await remakeStandings(tx, [...changed], packFor, needs.clock.now());
        return result;
      });
    },
  };
}
