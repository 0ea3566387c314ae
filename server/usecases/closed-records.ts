import { roleIn } from '#core/access/access.ts';
import { inForceAt } from '#core/agreement/agreement-life.ts';
import { withAgreement } from '#core/agreement/what-it-drives.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Party } from '#core/people/pair.ts';
import type { Actor, Person } from '#core/people/person.ts';
import { effectiveRules } from '#core/policy/resolve.ts';
import type { PolicyRule } from '#core/policy/rules.ts';
import { localDateOf } from '#core/time.ts';
import type { Instant } from '#core/time-types.ts';
import type { Needs } from './needs.ts';
import { packOfMeeting } from './pack-of-meeting.ts';
import type { PairFile } from './pair-facts.ts';

/** The record of a closed meeting from the side of one of its two, and the rules it closed under. */
export interface ClosedRecord {
  readonly file: PairFile;
  readonly meeting: Meeting;
  readonly closedAt: Instant;
  readonly role: Party;
  readonly other: Person;
  readonly rules: readonly PolicyRule[];
}

/** The closed records of a person's own pairs, with what the two agreed put into their rules. */
export async function closedRecords(
  needs: Pick<Needs, 'policies'>,
  actor: Actor,
  files: readonly PairFile[],
  people: ReadonlyMap<string, Person>,
): Promise<ClosedRecord[]> {
  const closed = files.flatMap((file) => {
    const { pair, meetings } = file;
    const role = roleIn(pair, actor.personId);
    const other = people.get(role === 'supervisor' ? pair.employeeId : pair.supervisorId);
    if (role === 'other' || other === undefined) return [];
    return meetings
      .filter(({ state }) => state === 'closed')
      .flatMap((meeting, heldBefore) => {
        const { closedAt } = meeting;
        return closedAt === null ? [] : [{ file, meeting, closedAt, role, other, heldBefore }];
      });
  });
  return Promise.all(
    closed.map(async ({ heldBefore, ...record }) => {
      const { pair, employee, agreements } = record.file;
      const pack = await packOfMeeting(needs, actor, record.meeting, employee);
      const asked = effectiveRules(pack, employee, pair, localDateOf(record.meeting.start, employee.zone));
      const agreed = inForceAt(agreements, record.closedAt)?.terms ?? null;
      return { ...record, rules: withAgreement(asked, agreed, heldBefore) };
    }),
  );
}
