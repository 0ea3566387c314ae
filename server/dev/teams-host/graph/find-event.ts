import type { Session } from '../control/session.ts';
import { chatIdFromJoinUrl } from '../protocol/meeting.ts';
import { eventsBetween } from './events.ts';
import { addDays, dateOf, wallTimeIn } from './wall-time.ts';

/** The event of a meeting that is nearest to now: the same link leads to every occurrence of a series. */
export async function findEventOfMeeting(session: Session, joinUrl: string): Promise<string | undefined> {
  const chatId = chatIdFromJoinUrl(joinUrl);
  const now = wallTimeIn(Date.now(), session.person.timeZone);
  const today = dateOf(now);
  const events = await eventsBetween(session, addDays(today, -60), addDays(today, 180));
  const same = events.filter((event) => event.joinUrl === joinUrl || (chatId !== undefined && event.chatId === chatId));
  return (same.find((event) => event.end >= now) ?? same.at(-1))?.id;
}

/** The event with this iCalUId on this date in the person's own calendar. Occurrences of one series may share the iCalUId. */
export async function findSameEvent(session: Session, iCalUId: string, date: string): Promise<string | undefined> {
  const events = await eventsBetween(session, addDays(date, -1), addDays(date, 1));
  const same = events.filter((event) => event.iCalUId === iCalUId);
  return (same.find((event) => dateOf(event.start) === date) ?? same[0])?.id;
}
