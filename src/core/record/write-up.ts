import { roleIn } from '../access/access.ts';
import type { Meeting } from '../meeting/meeting.ts';
import type { Pair, Party } from '../people/pair.ts';
import type { WriterRule } from '../policy/record-rules.ts';
import { Refusal } from '../refusal.ts';
import type { Instant } from '../time-types.ts';
import type { FilledDuty } from './filled-form.ts';

interface Said {
  readonly by: string;
  readonly at: Instant;
}

/** How far the writing up of a closed meeting's record has come (ESS-7). Made when it closes. */
export interface WriteUp {
  readonly meetingId: string;
  /** The employee's duties as they stood when the meeting closed. */
  readonly duties: readonly FilledDuty[];
  /** Handed over by whoever writes it up. */
  readonly shared: Said | null;
  readonly confirmed: Said | null;
}

/** `open`: the meeting is not closed yet. `being-written`: closed, and still with whoever writes it up. `shared`: with both. `confirmed`: by whom the policy says. */
export const writeUpStates = ['open', 'being-written', 'shared', 'confirmed'] as const;
export type WriteUpState = (typeof writeUpStates)[number];

/** Whether a policy wants the record written up by one of the two and confirmed by the other (ESS-7). */
function isHandedOver(rule: WriterRule | null): rule is WriterRule & { readonly confirms: Party } {
  return rule !== null && rule.confirms !== null && rule.writes !== 'both';
}

/** How far a record is. Without a rule that hands it over, closing shares it with both alike. */
export function writeUpState(
  rule: WriterRule | null,
  meeting: Pick<Meeting, 'state'>,
  writeUp: WriteUp | null,
): WriteUpState {
  if (meeting.state !== 'closed') return 'open';
  // Closed before the policy asked for it: as it was closed, so it stays.
  if (!isHandedOver(rule) || writeUp === null) return 'shared';
  if (writeUp.confirmed !== null) return 'confirmed';
  return writeUp.shared === null ? 'being-written' : 'shared';
}

/** Whether this party may still add to a record, by itself or with the other. */
export function mayWrite(
  rule: WriterRule | null,
  meeting: Pick<Meeting, 'state'>,
  writeUp: WriteUp | null,
  party: Party,
): boolean {
  if (meeting.state === 'open') return true;
  if (meeting.state !== 'closed' || !isHandedOver(rule) || writeUp === null) return false;
  return writeUp.confirmed === null && rule.writes === party;
}

/** Whether either of the two may still add to a closed record: nobody signs it yet. */
export function isBeingWritten(
  rule: WriterRule | null,
  meeting: Pick<Meeting, 'state'>,
  writeUp: WriteUp | null,
): boolean {
  return mayWrite(rule, meeting, writeUp, 'supervisor') || mayWrite(rule, meeting, writeUp, 'employee');
}

/** Whether this party may hand over what they wrote up. */
export function mayShare(
  rule: WriterRule | null,
  meeting: Pick<Meeting, 'state'>,
  writeUp: WriteUp | null,
  party: Party,
): boolean {
  return writeUpState(rule, meeting, writeUp) === 'being-written' && rule?.writes === party;
}

/** Whether this party may confirm now: not before whoever writes it up has handed it over. */
export function mayConfirm(
  rule: WriterRule | null,
  meeting: Pick<Meeting, 'state'>,
  writeUp: WriteUp | null,
  party: Party,
): boolean {
  return (
    isHandedOver(rule) &&
    rule.confirms === party &&
    writeUpState(rule, meeting, writeUp) === 'shared' &&
    writeUp !== null
  );
}

/** What a closed record waits for from one of the two: to be written up and handed over, to be confirmed, or nothing. */
export function waitsFor(
  rule: WriterRule | null,
  meeting: Pick<Meeting, 'state'>,
  writeUp: WriteUp | null,
  party: Party,
): 'write-up' | 'confirm' | null {
  if (mayShare(rule, meeting, writeUp, party)) return 'write-up';
  return mayConfirm(rule, meeting, writeUp, party) ? 'confirm' : null;
}

/** Which of the two somebody of a pair is. @throws Refusal not-found for anybody else */
export function partyOf(pair: Pick<Pair, 'supervisorId' | 'employeeId'>, personId: string): Party {
  const role = roleIn(pair, personId);
  if (role === 'other') throw new Refusal('not-found');
  return role;
}

/** Lets only whoever writes a closed record up add to it, until it is confirmed. @throws Refusal meeting-closed, record-confirmed, not-the-writer */
export function requireWriter(rule: WriterRule | null, writeUp: WriteUp | null, party: Party): void {
  if (!isHandedOver(rule) || writeUp === null) throw new Refusal('meeting-closed');
  if (writeUp.confirmed !== null) throw new Refusal('record-confirmed');
  if (rule.writes !== party) throw new Refusal('not-the-writer');
}

/** Hands a record over to be confirmed. @throws Refusal not-the-writer, meeting-closed where the policy has nobody write it up */
export function shareWriteUp(rule: WriterRule | null, writeUp: WriteUp | null, party: Party, said: Said): WriteUp {
  if (!isHandedOver(rule) || writeUp === null) throw new Refusal('meeting-closed');
  if (rule.writes !== party) throw new Refusal('not-the-writer');
  return writeUp.shared === null ? { ...writeUp, shared: said } : writeUp;
}

/** Confirms a record that was handed over. @throws Refusal record-being-written, not-the-writer, meeting-closed where nobody confirms */
export function confirmWriteUp(rule: WriterRule | null, writeUp: WriteUp | null, party: Party, said: Said): WriteUp {
  if (!isHandedOver(rule) || writeUp === null) throw new Refusal('meeting-closed');
  if (rule.confirms !== party) throw new Refusal('not-the-writer');
  if (writeUp.shared === null) throw new Refusal('record-being-written');
  return writeUp.confirmed === null ? { ...writeUp, confirmed: said } : writeUp;
}
