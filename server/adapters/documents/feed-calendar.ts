import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { FeedEvent } from '#core/feed/feed.ts';

/** How often a calendar may well ask again. */
const refreshSeconds = 3600;

/**
 * A feed in iCalendar (RFC 5545, RFC 7986): lines ended by CRLF and folded at 75 octets. Times are in UTC, as no event repeats: each
 * stands at one moment, which clock changes do not move and which every calendar shows in its own zone.
 */
export function feedCalendar(events: readonly FeedEvent[]): string {
  const calendar = ical({
    name: 'Duologue',
    prodId: { company: 'Duologue', product: 'One-to-ones', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
  });
  for (const { uid, summary, status, start, end, sequence, changedAt } of events) {
    const isHeld = status === 'CONFIRMED';
    calendar.createEvent({
      id: uid,
      summary,
      start: new Date(start),
      end: new Date(end),
      stamp: new Date(changedAt),
      lastModified: new Date(changedAt),
      sequence,
      status: ICalEventStatus[status],
      class: ICalEventClass.PRIVATE,
      transparency: isHeld ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      busystatus: isHeld ? ICalEventBusyStatus.BUSY : ICalEventBusyStatus.FREE,
    });
  }
  return `${calendar.toString()}\r\n`;
}
