import type { Actor } from '#core/people/person.ts';
import { requireProtected, type ProtectedHours } from '#core/slots/protected-hours.ts';
import type { Needs } from './needs.ts';

type HoursNeeds = Pick<Needs, 'store'>;

const viewOf = ({ days, from, until }: ProtectedHours) => ({ days: [...days], from, until });

/** The hours the actor keeps free for themselves. */
export async function readProtectedHours(needs: HoursNeeds, actor: Actor) {
  const kept = await needs.store.asPerson(actor, (tx) => tx.protectedHours.ofPeople([actor.personId]));
  return { hours: (kept.get(actor.personId) ?? []).map(viewOf) };
}

/** Keeps these hours free from now on, and no others. What is booked already stays. @throws Refusal `bad-request` */
export async function keepProtectedHours(
  needs: HoursNeeds,
  actor: Actor,
  input: { readonly hours: readonly ProtectedHours[] },
) {
  const hours = requireProtected(input.hours);
  await needs.store.asPerson(actor, (tx) => tx.protectedHours.keep(hours));
  return { hours: hours.map(viewOf) };
}
