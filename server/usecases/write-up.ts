import { requireAct, type Act } from '#core/access/access.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Actor } from '#core/people/person.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { confirmWriteUp, partyOf, requireWriter, shareWriteUp, type WriteUp } from '#core/record/write-up.ts';
import { Refusal } from '#core/refusal.ts';
import type { Transaction } from '../ports/store.ts';
import { agreedRules } from './agreed-rules.ts';
import { dutiesOn, rulesFor } from './form-of-meeting.ts';
import type { Needs } from './needs.ts';
import { packOfMeeting } from './pack-of-meeting.ts';
import { meetingForAct, meetingScope, peopleOf, type MeetingScope } from './pair-scope.ts';

type WriteUpNeeds = Pick<Needs, 'store' | 'clock' | 'policies'>;

async function writerRule(tx: Transaction, needs: Pick<Needs, 'policies'>, actor: Actor, scope: MeetingScope) {
  const { employee } = await peopleOf(tx, scope.pair);
  const pack = await packOfMeeting(needs, actor, scope.meeting, employee);
  return ruleOf(await agreedRules(tx, rulesFor(pack, employee, scope), scope.meeting), 'writer');
}

/** Lets one of the two write in the record of a meeting they have: while it is open both, afterwards whoever writes it up (ESS-7). @throws Refusal `meeting-closed`, `record-confirmed`, `not-the-writer`, and what `requireAct` says */
export async function requireWriting(
  tx: Transaction,
  needs: Pick<Needs, 'policies'>,
  actor: Actor,
  scope: MeetingScope,
  act: Act,
): Promise<void> {
  if (scope.meeting.state !== 'closed') {
    requireAct(act, scope.role, scope.meeting.state);
    return;
  }
  requireAct('write-up', scope.role, scope.meeting.state);
  const rule = await writerRule(tx, needs, actor, scope);
  const [writeUp, seal] = await Promise.all([
    tx.forms.writeUpOf(scope.meeting.id),
    tx.signOffs.sealOf(scope.meeting.id),
  ]);
  requireWriter(rule, writeUp, partyOf(scope.pair, actor.personId));
  // What somebody has signed stands as they signed it.
  if (seal !== null) throw new Refusal('record-confirmed');
}

/** The same for a meeting by its id, behind the pair's lock. */
export async function meetingForWriting(
  tx: Transaction,
  needs: Pick<Needs, 'policies'>,
  actor: Actor,
  meetingId: string,
  act: Act,
): Promise<MeetingScope> {
  const [, scope] = await Promise.all([tx.pairs.lockOf('meeting', meetingId), meetingScope(tx, actor, meetingId)]);
  await requireWriting(tx, needs, actor, scope, act);
  return scope;
}

/** Keeps, as a meeting closes, what its form will show of the employee's duties, and begins the writing up. */
export async function beginWriteUp(
  tx: Transaction,
  needs: Pick<Needs, 'policies'>,
  actor: Actor,
  scope: MeetingScope,
  meeting: Meeting,
  on: string,
): Promise<void> {
  const { employee } = await peopleOf(tx, scope.pair);
  const rules = rulesFor(await packOfMeeting(needs, actor, meeting, employee), employee, { ...scope, meeting });
  const duties = dutiesOn(await tx.duties.ofPerson(employee.id), rules, on);
  await tx.forms.saveWriteUp({ meetingId: meeting.id, duties, shared: null, confirmed: null }, scope.pair.id);
}

type Step = typeof shareWriteUp;

async function step(
  needs: WriteUpNeeds,
  actor: Actor,
  meetingId: string,
  act: 'share-record' | 'confirm-record',
  apply: Step,
) {
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await meetingForAct(tx, actor, meetingId, act);
    const rule = await writerRule(tx, needs, actor, scope);
    const known: WriteUp | null = await tx.forms.writeUpOf(meetingId);
    const said = { by: actor.personId, at: needs.clock.now() };
    const writeUp = apply(rule, known, partyOf(scope.pair, actor.personId), said);
    if (writeUp === known) return { seq: await tx.pairs.seq(scope.pair.id) };
    await tx.forms.saveWriteUp(writeUp, scope.pair.id);
    return { seq: await tx.changed(scope.pair.id, act === 'share-record' ? 'record-shared' : 'record-confirmed') };
  });
}

/** Hands over what was written up, to be confirmed (ESS-7). A second time changes nothing. @throws Refusal `not-the-writer`, `meeting-not-open`, `not-found` */
export async function shareRecord(needs: WriteUpNeeds, actor: Actor, input: { readonly meetingId: string }) {
  return step(needs, actor, input.meetingId, 'share-record', shareWriteUp);
}

/** Confirms what the other wrote up; from then on it stands (ESS-7). A second time changes nothing. @throws Refusal `record-being-written`, `not-the-writer`, `not-found` */
export async function confirmRecord(needs: WriteUpNeeds, actor: Actor, input: { readonly meetingId: string }) {
  return step(needs, actor, input.meetingId, 'confirm-record', confirmWriteUp);
}
