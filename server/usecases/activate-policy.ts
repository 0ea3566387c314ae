import type { Actor } from '#core/people/person.ts';
import { activationOn, type Activation } from '#core/policy/versions.ts';
import { Refusal } from '#core/refusal.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { PolicyHistory } from '../ports/policies.ts';
import type { Needs } from './needs.ts';
import { revisePolicies } from './revise-policies.ts';

type ChangeNeeds = Pick<Needs, 'store' | 'clock' | 'policies'>;

function requireFree({ activations }: PolicyHistory, versionId: string, from: LocalDate, today: LocalDate): void {
  if (from < today) throw new Refusal('activation-in-past', { from, today });
  const kept = activations.filter((one) => one.withdrawnAt === null);
  if (from > today && kept.some((one) => one.from === from)) throw new Refusal('activation-day-taken', { from });
  if (activationOn(activations, from)?.versionId === versionId) throw new Refusal('already-in-force', { from });
}

/**
 * Brings a version into force from a day of the organisation, today or later; a version that was in force before is a way back.
 * The same request again changes nothing.
 * @throws Refusal `policies-changed`, `activation-in-past`, `activation-day-taken`, `already-in-force`, `not-found`, `not-allowed`
 */
export async function activatePolicy(
  needs: ChangeNeeds,
  actor: Actor,
  input: { readonly id: string; readonly versionId: string; readonly from: LocalDate; readonly revision: number },
): Promise<{ revision: number }> {
  const { id, versionId, from } = input;
  const today = needs.policies.today(actor.tenantId);
  const revision = await needs.store.asPerson(actor, async (tx) => {
    const before = await tx.policies.history();
    const done = before.activations.find((one) => one.id === id);
    if (done?.versionId === versionId && done.from === from) return before.revision;
    const history = await revisePolicies(tx, actor, input.revision);
    if (!history.versions.some((one) => one.id === versionId)) throw new Refusal('not-found');
    requireFree(history, versionId, from, today);
    await tx.policies.addActivation({
      id,
      versionId,
      from,
      by: actor.personId,
      at: needs.clock.now(),
      withdrawnBy: null,
      withdrawnAt: null,
    });
    return history.revision;
  });
  await needs.policies.renew(actor.tenantId);
  return { revision };
}

/**
 * Withdraws an activation whose day has not come. Withdrawn already, nothing changes.
 * @throws Refusal `policies-changed`, `activation-begun`, `not-found`, `not-allowed`
 */
export async function withdrawActivation(
  needs: ChangeNeeds,
  actor: Actor,
  input: { readonly activationId: string; readonly revision: number },
): Promise<{ revision: number }> {
  const today = needs.policies.today(actor.tenantId);
  const revision = await needs.store.asPerson(actor, async (tx) => {
    const before = await tx.policies.history();
    const isIt = (one: Activation): boolean => one.id === input.activationId;
    if (before.activations.some((one) => isIt(one) && one.withdrawnAt !== null)) return before.revision;
    const history = await revisePolicies(tx, actor, input.revision);
    const activation = history.activations.find(isIt);
    if (activation === undefined) throw new Refusal('not-found');
    if (activation.from <= today) throw new Refusal('activation-begun', { from: activation.from });
    await tx.policies.withdraw({ ...activation, withdrawnBy: actor.personId, withdrawnAt: needs.clock.now() });
    return history.revision;
  });
  await needs.policies.renew(actor.tenantId);
  return { revision };
}
