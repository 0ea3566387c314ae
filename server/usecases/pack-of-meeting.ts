import type { Meeting } from '#core/meeting/meeting.ts';
import type { Actor, Person } from '#core/people/person.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import type { Needs } from './needs.ts';

/** The policy a meeting's record is kept under: the version it closed with, and until then the one in force for the employee. @throws Refusal `policy-missing` */
export async function packOfMeeting(
  needs: Pick<Needs, 'policies'>,
  actor: Actor,
  meeting: Pick<Meeting, 'packId' | 'packVersion'>,
  employee: Person,
): Promise<PolicyPack> {
  const { packId, packVersion } = meeting;
  const kept =
    packId === null || packVersion === null
      ? null
      : await needs.policies.versionOf(actor.tenantId, packId, packVersion);
  return kept ?? needs.policies.packFor(actor.tenantId, employee);
}
