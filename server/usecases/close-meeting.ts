import { carryAction } from '#core/actions/action-life.ts';
import { closeMeeting } from '#core/meeting/meeting-life.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import { clauseOfKind } from '#core/policy/resolve.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { summarise } from '#core/summary/summarise.ts';
import { localDateOf } from '#core/time.ts';
import { promiseEffect } from '../effects/promise.ts';
import type { Transaction } from '../ports/store.ts';
import { carryItems, nextOneToOne } from './carry-items.ts';
import type { Needs } from './needs.ts';
import { meetingForAct, peopleOf, type MeetingScope } from './pair-scope.ts';
import { beginWriteUp } from './write-up.ts';

type CloseNeeds = Pick<Needs, 'store' | 'clock' | 'ids' | 'documents' | 'policies' | 'links'>;

async function promiseSummary(
  tx: Transaction,
  needs: CloseNeeds,
  actor: Actor,
  scope: MeetingScope,
  meeting: Meeting,
  next: Meeting | undefined,
): Promise<void> {
  const { supervisor, employee } = await peopleOf(tx, scope.pair);
  const pack = await needs.policies.packFor(actor.tenantId, employee);
  const clause = clauseOfKind(pack, 'summary-mail');
  if (clause === null) return;
  const previous = (await tx.meetings.ofPair(scope.pair.id)).findLast(
    (one) => one.state === 'closed' && one.start < meeting.start,
  );
  const summary = summarise({
    meeting,
    pair: scope.pair,
    supervisor,
    employee,
    items: await tx.agendas.ofMeetings([meeting.id]),
    points: await tx.records.pointsOf([meeting.id]),
    actions: await tx.actions.ofPairs([scope.pair.id]),
    previousClosedAt: previous?.closedAt ?? null,
    next: next === undefined ? null : { start: next.start, end: next.end },
    clause,
    zone: employee.zone,
  });
  const mail = await needs.documents.summaryMail(summary, needs.links.toMeeting(meeting.id));
  await promiseEffect(tx, needs, actor, scope.pair.id, scope.pair.supervisorId, {
    kind: 'send-summary',
    meetingId: meeting.id,
    recipientId: employee.id,
    ...mail,
  });
}

/**
 * Closes the record to both alike, sends what is undone to the next meeting, and promises the summary to the employee's mailbox (OUT-4, C4).
 * All of it in one transaction. Closing twice closes once.
 * @throws Refusal `record-changed` when something came in that the closer has not seen; `meeting-not-open`, `only-supervisor`, `not-found`
 */
export async function closeAndSend(
  needs: CloseNeeds,
  actor: Actor,
  input: { readonly meetingId: string; readonly seq: number },
) {
  const pack = await needs.policies.inForce(actor.tenantId);
  const now = needs.clock.now();
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await meetingForAct(tx, actor, input.meetingId, 'close');
    const { pair } = scope;
    if ((await tx.pairs.seq(pair.id)) !== input.seq) throw new Refusal('record-changed');
    const meeting = closeMeeting(scope.meeting, now, { id: pack.id, version: pack.version });
    await tx.meetings.save([meeting]);
    const coming = (await tx.meetings.ofPair(pair.id)).filter((one) => one.end >= now);
    const next = nextOneToOne(coming, meeting);
    await carryItems(tx, needs.ids, meeting, next);
    const touch = { at: now, by: actor.personId, meetingId: meeting.id, on: localDateOf(now, 'UTC') };
    const waiting = (await tx.actions.ofPairs([pair.id])).filter(
      (action) => action.state === 'open' && action.raisedInId !== meeting.id,
    );
    await tx.actions.save(waiting.map((action) => carryAction(action, touch)));
    await beginWriteUp(tx, needs, actor, scope, meeting, localDateOf(now, 'UTC'));
    await promiseSummary(tx, needs, actor, scope, meeting, next);
    return { seq: await tx.changed(pair.id, 'meeting-closed') };
  });
}
