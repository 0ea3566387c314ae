import type { Attachment, DateTimeTimeZone, Event } from '@microsoft/microsoft-graph-types';
import type { Session } from '../control/session.ts';
import { calendarEvent } from './calendar-event.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { shiftedRecurrence, shiftedSpan } from './event-draft.ts';
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
