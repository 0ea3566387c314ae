import { roleIn } from '#core/access/access.ts';
import { inForceAt } from '#core/agreement/agreement-life.ts';
import { withAgreement } from '#core/agreement/what-it-drives.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Actor, Person } from '#core/people/person.ts';
import { effectiveRules } from '#core/policy/resolve.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { isReminded, standingOf, termsOf } from '#core/record/sign-off.ts';
import { localDateOf } from '#core/time.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import type { PairFile } from './pair-facts.ts';
import { packOfMeeting } from './pack-of-meeting.ts';
import { personView } from './views.ts';

/** The records that wait for a person's signature, the longest waiting first (OD3a-13, FORM-6). */
export async function recordsToSign(
  tx: Transaction,
  needs: Pick<Needs, 'policies'>,
  actor: Actor,
  files: readonly PairFile[],
  people: ReadonlyMap<string, Person>,
) {
  const closed = files.flatMap((file) => file.meetings.flatMap((meeting) => askedOf(file, meeting, actor, people)));
  const asked = await Promise.all(
    closed.map(async (one) => {
      const { pair, employee, now } = one.file;
      const pack = await packOfMeeting(needs, actor, one.meeting, employee);
      const asked = effectiveRules(pack, employee, pair, localDateOf(one.meeting.start, employee.zone));
      const agreed = inForceAt(one.file.agreements, one.closedAt)?.terms ?? null;
      const rules = withAgreement(asked, agreed, 0);
      const terms = termsOf(ruleOf(rules, 'sign-off'));
      const standing = standingOf(terms, one.closedAt, [], now);
      const waits = standing.signers.some(({ party, state }) => party === one.role && state === 'waiting');
      return terms !== null && waits ? [{ ...one, terms, standing }] : [];
    }),
  );
  const waiting = asked.flat();
  if (waiting.length === 0) return [];
  const signatures = await tx.signOffs.signaturesOf(waiting.map(({ meeting }) => meeting.id));
  return waiting
    .filter(({ meeting, role }) => !signatures.some((one) => one.meetingId === meeting.id && one.party === role))
    .map(({ meeting, closedAt, role, other, terms, standing, file }) => ({
      meetingId: meeting.id,
      pairId: meeting.pairId,
      other: personView(other),
      start: meeting.start,
      reminded: isReminded(standing, role, file.now),
      lapsesAt: standing.lapsesAt ?? closedAt,
      clause: terms.clause,
    }))
    .sort((one, another) => (one.start < another.start ? -1 : 1));
}

/** A closed meeting of the person's own pair, from their side; nothing for any other. */
function askedOf(file: PairFile, meeting: Meeting, actor: Actor, people: ReadonlyMap<string, Person>) {
  const role = roleIn(file.pair, actor.personId);
  const other = people.get(role === 'supervisor' ? file.pair.employeeId : file.pair.supervisorId);
  const { closedAt } = meeting;
  return closedAt === null || role === 'other' || other === undefined ? [] : [{ file, meeting, closedAt, role, other }];
}
