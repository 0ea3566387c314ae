import { actionsForMeeting } from '#core/actions/action-life.ts';
import { agreementState, onAgenda, orderItems, standingItemsFor } from '#core/agenda/agenda.ts';
import { agreeAgenda } from '#core/meeting/meeting-life.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { promiseEffect } from '../effects/promise.ts';
import type { CalendarDocument } from '../ports/calendar.ts';
import type { AgendaForPaper } from '../ports/documents.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import { meetingForAct, meetingScope, peopleOf, type MeetingScope } from './pair-scope.ts';

/** What writing an agenda's paper needs. */
export type AgreeNeeds = Pick<Needs, 'store' | 'clock' | 'ids' | 'documents' | 'policies' | 'links'>;

/** The agenda as it leaves Duologue: the shared items, and the actions to look back on. No jottings. */
async function agendaForPaper(
  needs: AgreeNeeds,
  tx: Transaction,
  actor: Actor,
  scope: Pick<MeetingScope, 'pair' | 'meeting'>,
): Promise<AgendaForPaper> {
  const { supervisor, employee } = await peopleOf(tx, scope.pair);
  const pack = await needs.policies.packFor(actor.tenantId, employee);
  const nameOf = (id: string): string => (id === supervisor.id ? supervisor.displayName : employee.displayName);
  const items = orderItems(onAgenda(await tx.agendas.ofMeetings([scope.meeting.id])), standingItemsFor(pack));
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

interface Paper {
  readonly agenda: AgendaForPaper;
  readonly agendaVersion: number;
  readonly html: string;
  readonly document: CalendarDocument;
}

async function writePaper(needs: AgreeNeeds, agenda: AgendaForPaper, agendaVersion: number): Promise<Paper> {
  return {
    agenda,
    agendaVersion,
    html: needs.documents.agendaHtml(agenda),
    document: await needs.documents.agendaDocument(agenda),
  };
}

/** Writes the paper before the transaction, where this agreement will be the second: it takes a tenth of a second. */
async function paperAhead(needs: AgreeNeeds, actor: Actor, meetingId: string): Promise<Paper | null> {
  const ahead = await needs.store.asPerson(actor, async (tx) => {
    const scope = await meetingScope(tx, actor, meetingId);
    const before = agreementState(scope.meeting);
    if (before === 'none' || before === 'both' || before === scope.role) return null;
    return { agenda: await agendaForPaper(needs, tx, actor, scope), version: scope.meeting.agendaVersion };
  });
  return ahead === null ? null : writePaper(needs, ahead.agenda, ahead.version);
}

async function promisePaper(
  tx: Transaction,
  needs: AgreeNeeds,
  actor: Actor,
  { pair, meeting }: Pick<MeetingScope, 'pair' | 'meeting'>,
  paper: Paper,
): Promise<void> {
  // Whoever else is invited reads the invitation too, and none of this is theirs.
  if (await tx.effects.isOfThree(meeting.id)) return;
  await promiseEffect(tx, needs, actor, pair.id, pair.supervisorId, {
    kind: 'publish-agenda',
    seriesId: meeting.seriesId,
    meetingId: meeting.id,
    agendaVersion: meeting.agendaVersion,
    html: paper.html,
    documentName: paper.document.name,
    documentType: paper.document.contentType,
    documentBase64: Buffer.from(paper.document.bytes).toString('base64'),
    agenda: paper.agenda,
  });
}

/** Promises an agenda both agreed on to its occurrence once more, as when that has moved with its series. */
export async function publishAgreed(
  tx: Transaction,
  needs: AgreeNeeds,
  actor: Actor,
  pair: Pair,
  meetingId: string,
): Promise<void> {
  const meeting = await tx.meetings.find(meetingId);
  if (meeting === null) return;
  const scope = { pair, meeting };
  const paper = await writePaper(needs, await agendaForPaper(needs, tx, actor, scope), meeting.agendaVersion);
  await promisePaper(tx, needs, actor, scope, paper);
}

/**
 * Agrees to the agenda as it was on the screen. When both have, it is promised to the occurrence in Outlook, as one update (C2); of a meeting
 * of three it stays here (OD3a-18).
 * @throws Refusal `agenda-changed` when it is not that version any more, `agenda-empty`, `meeting-closed`, `not-found`
 */
export async function agreeToAgenda(
  needs: AgreeNeeds,
  actor: Actor,
  input: { readonly meetingId: string; readonly agendaVersion: number },
) {
  const ahead = await paperAhead(needs, actor, input.meetingId);
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await meetingForAct(tx, actor, input.meetingId, 'agree');
    if (onAgenda(await tx.agendas.ofMeetings([scope.meeting.id])).length === 0) throw new Refusal('agenda-empty');
    const before = agreementState(scope.meeting);
    const meeting = agreeAgenda(
      scope.meeting,
      scope.role === 'supervisor' ? 'supervisor' : 'employee',
      input.agendaVersion,
    );
    await tx.meetings.save([meeting]);
    if (agreementState(meeting) === 'both' && before !== 'both') {
      const paper =
        ahead?.agendaVersion === meeting.agendaVersion
          ? ahead
          : await writePaper(needs, await agendaForPaper(needs, tx, actor, scope), meeting.agendaVersion);
      await promisePaper(tx, needs, actor, { ...scope, meeting }, paper);
    }
    return { seq: await tx.changed(scope.pair.id, 'agenda-agreed') };
  });
}
