import type { Actor, Person } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { BookingJobQueue, PairStanding } from '../ports/booking-jobs.ts';
import { keepPeople } from './follow-clocks.ts';
import { handOverTo, personToTakeOver, type HandoverNeeds } from './hand-over.ts';
import type { Needs } from './needs.ts';
import { personView } from './views.ts';

/** Where the running pairs of a tenant are known, without anything anybody wrote. */
interface KnowsPairs {
  readonly jobQueue: Pick<BookingJobQueue, 'pairs'>;
}

function requireKeeper(actor: Actor): void {
  if (actor.isHr !== true) throw new Refusal('not-allowed');
}

async function pairsOf({ jobQueue }: KnowsPairs, actor: Actor, managerId: string): Promise<readonly PairStanding[]> {
  return (await jobQueue.pairs(actor.tenantId)).filter(({ supervisorId }) => supervisorId === managerId);
}

const view = (people: ReadonlyMap<string, Person>, id: string) => {
  const person = people.get(id);
  return person === undefined ? null : personView(person);
};

async function knownAs(needs: Pick<Needs, 'store'>, actor: Actor, ids: readonly string[]) {
  const found = await needs.store.asPerson(actor, (tx) => tx.people.find([...new Set(ids)]));
  return new Map(found.map((person) => [person.id, person]));
}

/** People of the organisation whose name begins so, for whoever looks after one-to-ones. @throws Refusal `not-allowed`, Failure */
export async function findColleagues(needs: Pick<Needs, 'directory'>, actor: Actor, input: { readonly name: string }) {
  requireKeeper(actor);
  const found = await needs.directory.find(actor, input.name);
  return { people: found.filter(({ mail }) => mail !== null).map(personView) };
}

/** Whose one-to-ones a manager holds, and whether they are booked. Names alone. @throws Refusal `not-allowed` */
export async function readManagedPairs(
  needs: Pick<Needs, 'store'> & KnowsPairs,
  actor: Actor,
  input: { readonly managerId: string },
) {
  requireKeeper(actor);
  const pairs = await pairsOf(needs, actor, input.managerId);
  const people = await knownAs(needs, actor, [input.managerId, ...pairs.map(({ employeeId }) => employeeId)]);
  return {
    pairs: pairs.flatMap(({ pairId, employeeId, facts }) => {
      const employee = view(people, employeeId);
      // Nobody hands over their own one-to-ones with their manager in this way.
      if (employee === null || employeeId === actor.personId) return [];
      return [{ pairId, employee, isBooked: facts.series === 'booked' }];
    }),
  };
}

/** That one-to-ones were handed over: who, to whom, when, and by whom. Never what was said. @throws Refusal `not-allowed` */
export async function readHandovers(needs: Pick<Needs, 'store'>, actor: Actor) {
  requireKeeper(actor);
  const facts = await needs.store.asPerson(actor, (tx) => tx.handovers.ofTenant());
  const ids = facts.flatMap(({ supervisorId, employeeId, toId, by }) => [supervisorId, employeeId, toId, by]);
  const people = await knownAs(needs, actor, ids);
  return {
    handovers: facts.map(({ id, supervisorId, employeeId, toId, by, from, until, at }) => ({
      ...{ id, from, until, at },
      manager: view(people, supervisorId),
      employee: view(people, employeeId),
      to: view(people, toId),
      by: view(people, by),
    })),
  };
}

export interface WantedForOther {
  readonly managerId: string;
  readonly toId: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly words: string | null;
  /** Which of their one-to-ones, and an id of the client's for each: sent again, nothing happens twice. */
  readonly pairs: readonly { readonly pairId: string; readonly id: string }[];
}

/**
 * Hands over one-to-ones of a manager who has left or is away (OD3a-8): the same as the manager themselves would, but whoever takes over books
 * a time for themselves, because nobody outside a pair looks into its calendars. One that cannot be handed over does not hold up the others.
 * @throws Refusal `not-allowed`, `not-found` where one of the pairs is not the manager's, `bad-request`; Failure when the directory does not answer
 */
export async function handOverFor(needs: HandoverNeeds & KnowsPairs, actor: Actor, input: WantedForOther) {
  requireKeeper(actor);
  const { managerId, pairs, ...days } = input;
  const running = new Map((await pairsOf(needs, actor, managerId)).map((pair) => [pair.pairId, pair]));
  const done = new Set((await needs.store.asPerson(actor, (tx) => tx.handovers.ofTenant())).map(({ id }) => id));
  const waiting = pairs.filter(({ id }) => !done.has(id));
  const chosen = waiting.map(({ pairId, id }) => {
    const pair = running.get(pairId);
    if (pair === undefined) throw new Refusal('not-found');
    if (pair.employeeId === actor.personId) throw new Refusal('not-allowed');
    return { id, pair: { id: pairId, employeeId: pair.employeeId } };
  });
  const [to, me] = await Promise.all([personToTakeOver(needs, actor, input.toId), needs.directory.me(actor)]);
  await needs.store.asPerson(actor, async (tx) => {
    // Whoever has opened Duologue before is known, and better than by this.
    if ((await tx.people.find([me.id])).length === 0) await keepPeople(tx, [me]);
  });
  const refused = new Map<string, Refusal['code'] | null>();
  for (const { id, pair } of chosen) {
    const wanted = { ...days, id, booking: null };
    refused.set(id, await refusalOf(handOverTo(needs, actor, to, { pair, wanted, isForOther: true })));
  }
  return { results: pairs.map(({ pairId, id }) => ({ pairId, refused: refused.get(id) ?? null })) };
}

async function refusalOf(attempt: Promise<unknown>): Promise<Refusal['code'] | null> {
  try {
    await attempt;
    return null;
  } catch (cause) {
    if (cause instanceof Refusal) return cause.code;
    throw cause;
  }
}
