import type { Attachment } from '@microsoft/microsoft-graph-types';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useHost } from '../control/host-context.ts';
import { followed } from '../control/queries.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { eventAttachments, eventById, eventsBetween } from './events.ts';

/** The signed-in person's events between two dates. */
export function useEvents(first: string, last: string): UseQueryResult<CalendarEvent[]> {
  const { session } = useHost();
  return useQuery({
    queryKey: [followed, 'events', session.person.id, first, last],
    queryFn: () => eventsBetween(session, first, last),
    placeholderData: keepPreviousData,
  });
}

/** One event of the signed-in person. */
export function useEvent(id: string | undefined): UseQueryResult<CalendarEvent> {
  const { session } = useHost();
  return useQuery({
    queryKey: [followed, 'event', session.person.id, id],
    queryFn: () => eventById(session, id ?? ''),
    enabled: id !== undefined,
  });
}

/** What is attached to one event. */
export function useEventAttachments(event: CalendarEvent | undefined): UseQueryResult<Attachment[]> {
  const { session } = useHost();
  return useQuery({
    queryKey: [followed, 'event-attachments', session.person.id, event?.id],
    queryFn: () => eventAttachments(session, event?.id ?? ''),
    enabled: event?.hasAttachments === true,
  });
}
