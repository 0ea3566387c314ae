import type { Actor, Person } from '#core/people/person.ts';
import { localDateOf } from '#core/time.ts';
import { keepPeople } from './follow-clocks.ts';
import type { Needs } from './needs.ts';

/** Who the actor is, what time the server has, and which policy is in force for them. @throws Failure when they are new and the directory cannot be read */
export async function readMe(needs: Pick<Needs, 'store' | 'clock' | 'directory' | 'policies'>, actor: Actor) {
  const [known, pairs] = await needs.store.asPerson(
    actor,
    async (tx) => [await tx.people.find([actor.personId]), await tx.pairs.ofPerson(actor.personId)] as const,
  );
  let person: Person | undefined = known[0];
  if (person === undefined) {
    const found = await needs.directory.me(actor);
    await needs.store.asPerson(actor, (tx) => keepPeople(tx, [found]));
    person = found;
  }
  const pack = await needs.policies.inForce(actor.tenantId);
  const now = needs.clock.now();
  const today = localDateOf(now, person.zone);
  return {
    person: { id: person.id, displayName: person.displayName, givenName: person.givenName, jobTitle: person.jobTitle },
    zone: person.zone,
    now,
    today,
    hasPeople: person.hasReports ?? pairs.some((pair) => pair.supervisorId === actor.personId && pair.to === null),
    isAdministrator: actor.isAdministrator === true,
    isHr: actor.isHr === true,
    organisation: null,
    policy: {
      id: pack.id,
      title: pack.title,
      version: pack.version,
      pastReview: pack.reviewOn !== null && pack.reviewOn < today,
    },
  };
}
