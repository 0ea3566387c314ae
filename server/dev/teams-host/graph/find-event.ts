import type { Session } from '../control/session.ts';
import { chatIdFromJoinUrl } from '../protocol/meeting.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { eventById, eventsBetween } from './events.ts';
import { addDays, dateOf, wallTimeIn } from './wall-time.ts';
import type { WallTime } from './wall-time.ts';

/** The event of a meeting's link: the one being looked at, else the nearest, for the same link leads to every occurrence of a series. */
export async function findEventOfMeeting(
  session: Session,
  joinUrl: string,
  openEventId?: string,
): Promise<string | undefined> {
  const chatId = chatIdFromJoinUrl(joinUrl);
  const isSame = (event: CalendarEvent): boolean =>
    event.joinUrl === joinUrl || (chatId !== undefined && event.chatId === chatId);
  if (openEventId !== undefined && isSame(await eventById(session, openEventId))) return openEventId;
  const now = wallTimeIn(Date.now(), session.person.timeZone);
  const today = dateOf(now);
  const events = await eventsBetween(session, addDays(today, -60), addDays(today, 180));
  return nearestEvent(events.filter(isSame), now)?.id;
}

/** Of events in order of time: the one that runs or comes next, else the last; a cancelled one only when there is no other. */
export function nearestEvent(events: readonly CalendarEvent[], now: WallTime): CalendarEvent | undefined {
  const held = events.filter((event) => !event.isCancelled);
  const among = held.length > 0 ? held : events;
  return among.find((event) => event.end >= now) ?? among.at(-1);
}

/** The event with this iCalUId on this date in the person's own calendar. Occurrences of one series may share the iCalUId. */
export async function findSameEvent(session: Session, iCalUId: string, date: string): Promise<string | undefined> {
  const events = await eventsBetween(session, addDays(date, -1), addDays(date, 1));
  const same = events.filter((event) => event.iCalUId === iCalUId);
  return (same.find((event) => dateOf(event.start) === date) ?? same[0])?.id;
}
