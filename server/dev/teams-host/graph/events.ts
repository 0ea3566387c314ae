import type { Attachment, DateTimeTimeZone, Event } from '@microsoft/microsoft-graph-types';
import type { Session } from '../control/session.ts';
import { calendarEvent } from './calendar-event.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { editedRecurrence, shiftedRecurrence, shiftedSpan } from './event-draft.ts';
import type { Repeat } from './event-draft.ts';
import { askGraph, askGraphForAll } from './graph-client.ts';
import { addDays, dateOf } from './wall-time.ts';
import type { WallTime } from './wall-time.ts';

/** A person's events from one date to another, both included, in their own zone. @throws LocalProblem */
export async function eventsBetween(session: Session, first: string, last: string): Promise<CalendarEvent[]> {
  // Graph reads the bounds as UTC: a day more on both sides, then cut by the wall date.
  const query = `startDateTime=${addDays(first, -1)}T00:00:00Z&endDateTime=${addDays(last, 2)}T00:00:00Z&$top=200`;
  const events = await askGraphForAll<Event>(session, `me/calendarView?${query}`, zoneOf(session));
  return events
    .map(calendarEvent)
    .filter((event) => dateOf(event.start) <= last && (dateOf(event.end) >= first || dateOf(event.start) >= first))
    .toSorted((one, other) => one.start.localeCompare(other.start));
}

/** One event with its body, in the person's own zone. @throws LocalProblem */
export async function eventById(session: Session, id: string): Promise<CalendarEvent> {
  return calendarEvent(await askGraph<Event>(session, `me/events/${encodeURIComponent(id)}`, zoneOf(session)));
}

/** What is attached to an event, with content. @throws LocalProblem */
export async function eventAttachments(session: Session, id: string): Promise<Attachment[]> {
  return askGraphForAll<Attachment>(session, `me/events/${encodeURIComponent(id)}/attachments`);
}

/** Answers an invitation; the organiser gets the answer by mail, with another time when one is proposed. @throws LocalProblem */
export async function answerInvitation(
  session: Session,
  id: string,
  answer: 'accept' | 'tentativelyAccept' | 'decline',
  comment: string,
  proposed?: { readonly start: WallTime; readonly end: WallTime },
): Promise<void> {
  await askGraph(session, `me/events/${encodeURIComponent(id)}/${answer}`, {
    method: 'POST',
    body: {
      sendResponse: true,
      comment,
      ...(proposed === undefined ? {} : { proposedNewTime: timesOf(session, proposed.start, proposed.end) }),
    },
  });
}

/** Moves one event; everybody invited gets an update. @throws LocalProblem */
export async function moveEvent(session: Session, id: string, start: WallTime, end: WallTime): Promise<void> {
  await askGraph(session, `me/events/${encodeURIComponent(id)}`, {
    method: 'PATCH',
    body: timesOf(session, start, end),
  });
}

/**
 * Moves a whole series as one of its occurrences was moved: by as much time, and by as many days with its rule. @throws LocalProblem
 */
export async function moveSeries(
  session: Session,
  seriesMasterId: string,
  from: { readonly start: WallTime; readonly end: WallTime },
  to: { readonly start: WallTime; readonly end: WallTime },
): Promise<void> {
  const path = `me/events/${encodeURIComponent(seriesMasterId)}`;
  const master = await askGraph<Event>(session, path, zoneOf(session));
  const { start, end, days } = shiftedSpan(calendarEvent(master), from, to);
  await askGraph(session, path, {
    method: 'PATCH',
    body: {
      ...timesOf(session, start, end),
      ...(days === 0 || !master.recurrence
        ? {}
        : { recurrence: shiftedRecurrence(master.recurrence, dateOf(start), days) }),
    },
  });
}

/** What a series is to be: its hours, and how often until when. Times on the wall of the person's own zone. */
export interface SeriesEdit {
  readonly start: WallTime;
  readonly end: WallTime;
  /** Nothing: the rule stays as it is, but for its end. */
  readonly repeat: Repeat | undefined;
  /** The last date it may fall on. */
  readonly until: string;
}

/** Changes a whole series, as its organiser does who edits it. What nobody touched is not sent. @throws LocalProblem */
export async function changeSeries(session: Session, series: CalendarEvent, edit: SeriesEdit): Promise<void> {
  const path = `me/events/${encodeURIComponent(series.id)}`;
  const master = await askGraph<Event>(session, path, zoneOf(session));
  const isMoved = edit.start !== series.start || edit.end !== series.end;
  const recurrence = editedRecurrence(master.recurrence ?? {}, edit, dateOf(series.start));
  await askGraph(session, path, {
    method: 'PATCH',
    body: {
      ...(isMoved ? timesOf(session, edit.start, edit.end) : {}),
      ...(recurrence === undefined ? {} : { recurrence }),
    },
  });
}

/** Changes who is invited to an event or a series; those added get an invitation. @throws LocalProblem */
export async function inviteToEvent(
  session: Session,
  id: string,
  people: readonly { readonly displayName: string; readonly mail: string }[],
): Promise<void> {
  await askGraph(session, `me/events/${encodeURIComponent(id)}`, {
    method: 'PATCH',
    body: { attendees: people.map((one) => ({ type: 'required', ...recipient(one) })) },
  });
}

/** Forwards an event or a series to others, who are invited by it. @throws LocalProblem */
export async function forwardEvent(
  session: Session,
  id: string,
  to: readonly { readonly displayName: string; readonly mail: string }[],
  comment: string,
): Promise<void> {
  await askGraph(session, `me/events/${encodeURIComponent(id)}/forward`, {
    method: 'POST',
    body: { toRecipients: to.map(recipient), comment },
  });
}

function recipient(one: { readonly displayName: string; readonly mail: string }): {
  emailAddress: { name: string; address: string };
} {
  return { emailAddress: { name: one.displayName, address: one.mail } };
}

/** Cancels an event or a whole series, with a word to those invited. @throws LocalProblem */
export async function cancelEvent(session: Session, id: string, comment: string): Promise<void> {
  await askGraph(session, `me/events/${encodeURIComponent(id)}/cancel`, { method: 'POST', body: { comment } });
}

/** Takes an event out of one's own calendar without a word to anybody. @throws LocalProblem */
export async function removeEvent(session: Session, id: string): Promise<void> {
  await askGraph(session, `me/events/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

function timesOf(session: Session, start: WallTime, end: WallTime): Record<'start' | 'end', DateTimeTimeZone> {
  const { timeZone } = zoneOf(session);
  return { start: { dateTime: `${start}:00`, timeZone }, end: { dateTime: `${end}:00`, timeZone } };
}

function zoneOf(session: Session): { timeZone: string } {
  return { timeZone: session.person.timeZone };
}
