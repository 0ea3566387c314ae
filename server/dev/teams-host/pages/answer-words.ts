import type { CalendarEvent } from '../graph/calendar-event.ts';

/** What somebody answered to an invitation, in words. */
export const answerWords: Record<CalendarEvent['response'], string> = {
  none: 'No answer yet',
  notResponded: 'No answer yet',
  organizer: 'Organiser',
  accepted: 'Accepted',
  tentativelyAccepted: 'Perhaps',
  declined: 'Declined',
};
