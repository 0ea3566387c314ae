import type { CalendarEvent } from '../graph/calendar-event.ts';
import { instantOf } from '../graph/wall-time.ts';
import { contextMeetingId } from '../protocol/meeting.ts';
import type { MeetingDetails } from '../protocol/meeting.ts';

/** What Teams tells an app about the meeting of an event. */
export function meetingDetails(
  event: CalendarEvent,
  chatId: string,
  organizerId: string,
  session: { person: { timeZone: string }; tenantId: string },
): MeetingDetails {
  return {
    details: {
      id: contextMeetingId(chatId),
      joinUrl: event.joinUrl ?? '',
      title: event.subject,
      scheduledStartTime: instantOf(event.start, session.person.timeZone),
      scheduledEndTime: instantOf(event.end, session.person.timeZone),
      type: event.type === 'singleInstance' ? 'scheduled' : 'recurring',
    },
    conversation: { id: chatId },
    organizer: { id: organizerId, tenantId: session.tenantId },
  };
}
