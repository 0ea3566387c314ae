import type { Meeting } from '#core/meeting/meeting.ts';
import type { Actor, Person } from '#core/people/person.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import type { Needs } from './needs.ts';

/**
 * The policy a meeting's record is kept under: the version it closed with and the unit's standard of then, and until then what
 * is in force for the employee. @throws Refusal `policy-missing`
 */
export async function packOfMeeting(
  { policies }: Pick<Needs, 'policies'>,
  { tenantId }: Actor,
  meeting: Pick<Meeting, 'packId' | 'packVersion' | 'closedAt'>,
  employee: Person,
): Promise<PolicyPack> {
  const { packId, packVersion, closedAt } = meeting;
  const kept =
    packId === null || packVersion === null || closedAt === null
      ? null
      : await policies.madeUnder(tenantId, { id: packId, version: packVersion }, employee, closedAt);
  return kept ?? policies.packFor(tenantId, employee);
}
