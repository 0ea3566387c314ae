import type { Actor, PersonTerms } from '#core/people/person.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import type { Needs } from './needs.ts';

/** The policy in force for the employee of a pair today, with the standard of their unit. */
export type PackForEmployee = (employee: PersonTerms) => Promise<PolicyPack>;

/** Reads the policies in force, so that they may be asked for within a transaction. @throws Refusal `policy-missing` */
export async function packForEmployee(
  { policies }: Pick<Needs, 'policies'>,
  { tenantId }: Actor,
): Promise<PackForEmployee> {
  await policies.inForce(tenantId);
  return (employee) => policies.packFor(tenantId, employee);
}
