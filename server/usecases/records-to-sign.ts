import { ruleOf } from '#core/policy/rule-of.ts';
import { isReminded, standingOf, termsOf } from '#core/record/sign-off.ts';
import type { Transaction } from '../ports/store.ts';
import type { ClosedRecord } from './closed-records.ts';
import { personView } from './views.ts';

/** The records that wait for a person's signature, the longest waiting first (OD3a-13, FORM-6). */
export async function recordsToSign(tx: Transaction, records: readonly ClosedRecord[]) {
  const waiting = records.flatMap((one) => {
    const terms = termsOf(ruleOf(one.rules, 'sign-off'));
    const standing = standingOf(terms, one.closedAt, [], one.file.now);
    const waits = standing.signers.some(({ party, state }) => party === one.role && state === 'waiting');
    return terms !== null && waits ? [{ ...one, terms, standing }] : [];
  });
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
