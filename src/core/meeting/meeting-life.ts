import { Refusal } from '../refusal.ts';
import { addMinutes, localDateOf } from '../time.ts';
import type { Instant, LocalDate, Zone } from '../time-types.ts';
import type { Meeting } from './meeting.ts';

/** How long after its end an unopened meeting still counts as the one people are in. */
const overrunMinutes = 60;

function requireReason(reason: string): string {
  const words = reason.trim();
  if (words === '') throw new Refusal('reason-needed');
  return words;
}

/** Lets through what is still to come. @throws Refusal meeting-already-open, meeting-closed, meeting-cancelled */
export function requirePlanned(meeting: Meeting): void {
  switch (meeting.state) {
    case 'planned':
      return;
    case 'open':
      throw new Refusal('meeting-already-open');
    case 'closed':
      throw new Refusal('meeting-closed');
    case 'missed':
    case 'cancelled':
      throw new Refusal('meeting-cancelled', { state: meeting.state });
  }
}

/** Begins a planned meeting. @throws Refusal meeting-already-open, meeting-closed, meeting-cancelled */
export function openMeeting(meeting: Meeting, at: Instant): Meeting {
  requirePlanned(meeting);
  return { ...meeting, state: 'open', openedAt: at };
}

/** Ends an open meeting and keeps which policy was in force. @throws Refusal meeting-closed, meeting-not-open */
export function closeMeeting(
  meeting: Meeting,
  at: Instant,
  pack: { readonly id: string; readonly version: string },
): Meeting {
  if (meeting.state === 'closed') throw new Refusal('meeting-closed');
  if (meeting.state !== 'open') throw new Refusal('meeting-not-open', { state: meeting.state });
  return { ...meeting, state: 'closed', closedAt: at, packId: pack.id, packVersion: pack.version };
}

/** Says that a planned meeting did not happen. @throws Refusal reason-needed and as openMeeting */
export function missMeeting(meeting: Meeting, reason: string): Meeting {
  requirePlanned(meeting);
  return { ...meeting, state: 'missed', reason: requireReason(reason) };
}

/** Calls a planned meeting off. @throws Refusal reason-needed and as openMeeting */
export function cancelMeeting(meeting: Meeting, reason: string): Meeting {
  requirePlanned(meeting);
  return { ...meeting, state: 'cancelled', reason: requireReason(reason) };
}

/** Where a meeting goes, and the days its series' neighbours stand on. A reason of null: it was moved in Outlook. */
export interface MeetingMove {
  readonly start: Instant;
  readonly end: Instant;
  readonly reason: string | null;
  readonly now: Instant;
  readonly zone: Zone;
  readonly previousOn: LocalDate | null;
  readonly nextOn: LocalDate | null;
}

/** Puts a planned meeting at another time; `movedFrom` keeps where the rule had it. Outlook lets none pass its neighbours, nor stand on their days. @throws Refusal slot-in-past, move-crosses-neighbour, reason-needed, bad-request and as openMeeting */
export function moveMeeting(meeting: Meeting, move: MeetingMove): Meeting {
  requirePlanned(meeting);
  if (move.end <= move.start) throw new Refusal('bad-request', { field: 'end' });
  if (move.start < move.now) throw new Refusal('slot-in-past');
  const day = localDateOf(move.start, move.zone);
  const crosses = (move.previousOn !== null && day <= move.previousOn) || (move.nextOn !== null && day >= move.nextOn);
  if (crosses) throw new Refusal('move-crosses-neighbour', { previousOn: move.previousOn, nextOn: move.nextOn });
  const original = meeting.movedFrom ?? meeting.start;
  return {
    ...meeting,
    start: move.start,
    end: move.end,
    reason: move.reason === null ? null : requireReason(move.reason),
    movedFrom: original === move.start ? null : original,
  };
}

/** Lets one of the two agree to the agenda they saw. @throws Refusal agenda-changed when it is no longer that version, and as openMeeting */
export function agreeAgenda(meeting: Meeting, side: 'supervisor' | 'employee', version: number): Meeting {
  requirePlanned(meeting);
  if (version !== meeting.agendaVersion) throw new Refusal('agenda-changed', { version: meeting.agendaVersion });
  return side === 'supervisor'
    ? { ...meeting, agreedBySupervisor: version }
    : { ...meeting, agreedByEmployee: version };
}

/** A changed agenda is a new version, which nobody has agreed to yet. */
export function touchAgenda(meeting: Meeting): Meeting {
  return { ...meeting, agendaVersion: meeting.agendaVersion + 1 };
}

/** The meeting a chat means now: the open one, else the one in progress (or just over and never opened), else the next planned, else the last one closed. */
export function currentMeeting(meetings: readonly Meeting[], now: Instant): Meeting | null {
  const byStart = [...meetings].sort((one, other) => (one.start < other.start ? -1 : 1));
  const planned = byStart.filter(({ state }) => state === 'planned');
  return (
    byStart.findLast(({ state }) => state === 'open') ??
    planned.findLast(({ start, end }) => start <= now && now < end) ??
    planned.findLast(({ start, end }) => start <= now && now < addMinutes(end, overrunMinutes)) ??
    planned.find(({ start }) => start > now) ??
    byStart.findLast(({ state }) => state === 'closed') ??
    null
  );
}
