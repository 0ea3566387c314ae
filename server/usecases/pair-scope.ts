import { requireAct, roleIn, type Act, type Role } from '#core/access/access.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Actor, Person } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { Transaction } from '../ports/store.ts';

export interface PairScope {
  readonly pair: Pair;
  readonly role: Role;
}

export interface MeetingScope extends PairScope {
  readonly meeting: Meeting;
}

/**
 * A pair the actor belongs to. Somebody else's pair and no pair at all look the same.
 * @throws Refusal `not-found`
 */
export async function pairScope(tx: Transaction, actor: Actor, pairId: string): Promise<PairScope> {
  const pair = await tx.pairs.find(pairId);
  if (pair === null) throw new Refusal('not-found');
  const role = roleIn(pair, actor.personId);
  if (role === 'other') throw new Refusal('not-found');
  return { pair, role };
}

/** The same, taking the pair's lock so that its changes happen one after the other. What is read is read behind the lock. */
export async function lockedPair(tx: Transaction, actor: Actor, pairId: string): Promise<PairScope> {
  const [, scope] = await Promise.all([tx.pairs.lock(pairId), pairScope(tx, actor, pairId)]);
  return scope;
}

/** @throws Refusal `not-found` */
export async function meetingScope(tx: Transaction, actor: Actor, meetingId: string): Promise<MeetingScope> {
  const found = await tx.meetings.withPair(meetingId);
  if (found === null) throw new Refusal('not-found');
  const role = roleIn(found.pair, actor.personId);
  if (role === 'other') throw new Refusal('not-found');
  return { ...found, role };
}

/**
 * A meeting about to be changed: locked, read behind the lock, and the act allowed in its present state.
 * @throws Refusal `not-found`, or what `requireAct` says
 */
export async function meetingForAct(tx: Transaction, actor: Actor, meetingId: string, act: Act): Promise<MeetingScope> {
  const [, scope] = await Promise.all([tx.pairs.lockOf('meeting', meetingId), meetingScope(tx, actor, meetingId)]);
  requireAct(act, scope.role, scope.meeting.state);
  return scope;
}

/**
 * People by id; every one must be known.
 * @throws Refusal `not-found`
 */
export async function knownPeople(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const people = new Map((await tx.people.find(ids)).map((person) => [person.id, person]));
  for (const id of ids) if (!people.has(id)) throw new Refusal('not-found', { what: 'person' });
  return people;
}

/** The two of a pair. */
export async function peopleOf(
  tx: Transaction,
  pair: Pair,
): Promise<{ readonly supervisor: Person; readonly employee: Person }> {
  const people = await knownPeople(tx, [pair.supervisorId, pair.employeeId]);
  const supervisor = people.get(pair.supervisorId);
  const employee = people.get(pair.employeeId);
  if (supervisor === undefined || employee === undefined) throw new Refusal('not-found', { what: 'person' });
  return { supervisor, employee };
}
