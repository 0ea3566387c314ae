import { actionsForMeeting } from '#core/actions/action-life.ts';
import { agreementState, orderItems, standingItemsFor } from '#core/agenda/agenda.ts';
import { agreeAgenda } from '#core/meeting/meeting-life.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { promiseEffect } from '../effects/promise.ts';
import type { AgendaForPaper } from '../ports/documents.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import { meetingForAct, peopleOf, type MeetingScope } from './pair-scope.ts';

type AgreeNeeds = Pick<Needs, 'store' | 'clock' | 'ids' | 'documents' | 'policies' | 'links'>;

/** The agenda as it leaves Duologue: the shared items, and the actions to look back on. No jottings. */
async function agendaForPaper(
  needs: AgreeNeeds,
  tx: Transaction,
  actor: Actor,
  scope: MeetingScope,
): Promise<AgendaForPaper> {
  const pack = await needs.policies.inForce(actor.tenantId);
  const { supervisor, employee } = await peopleOf(tx, scope.pair);
  const nameOf = (id: string): string => (id === supervisor.id ? supervisor.displayName : employee.displayName);
  const items = orderItems(await tx.agendas.ofMeetings([scope.meeting.id]), standingItemsFor(pack));
  const open = actionsForMeeting(await tx.actions.ofPairs([scope.pair.id]), null).filter(
    (action) => action.state === 'open',
  );
  return {
    start: scope.meeting.start,
    end: scope.meeting.end,
    zone: supervisor.zone,
    supervisorName: supervisor.displayName,
    employeeName: employee.displayName,
    items: items.map((item) => ({
      title: item.title,
      note: item.note,
      raisedByName: item.raisedBy === null ? null : nameOf(item.raisedBy),
      urgent: item.urgency === 'urgent',
      minutes: item.minutes,
    })),
    actions: open.map((action) => ({ text: action.text, ownerName: nameOf(action.ownerId), dueOn: action.dueOn })),
    link: needs.links.toMeeting(scope.meeting.id),
  };
}

/**
 * Agrees to the agenda as it was on the screen. When both have, it is promised to the occurrence in Outlook, as one update (C2).
 * @throws Refusal `agenda-changed` when it is not that version any more, `agenda-empty`, `meeting-closed`, `not-found`
 */
export async function agreeToAgenda(
  needs: AgreeNeeds,
  actor: Actor,
  input: { readonly meetingId: string; readonly agendaVersion: number },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await meetingForAct(tx, actor, input.meetingId, 'agree');
    if ((await tx.agendas.ofMeetings([scope.meeting.id])).length === 0) throw new Refusal('agenda-empty');
    const before = agreementState(scope.meeting);
    const meeting = agreeAgenda(
      scope.meeting,
      scope.role === 'supervisor' ? 'supervisor' : 'employee',
      input.agendaVersion,
    );
    await tx.meetings.save([meeting]);
    if (agreementState(meeting) === 'both' && before !== 'both' && meeting.seriesId !== null) {
      const paper = await agendaForPaper(needs, tx, actor, scope);
      const document = await needs.documents.agendaDocument(paper);
      await promiseEffect(tx, needs, actor, scope.pair.id, scope.pair.supervisorId, {
        kind: 'publish-agenda',
        seriesId: meeting.seriesId,
        meetingId: meeting.id,
        agendaVersion: meeting.agendaVersion,
        html: needs.documents.agendaHtml(paper),
        documentName: document.name,
        documentType: document.contentType,
        documentBase64: Buffer.from(document.bytes).toString('base64'),
      });
    }
    return { seq: await tx.changed(scope.pair.id, 'agenda-agreed') };
  });
}
