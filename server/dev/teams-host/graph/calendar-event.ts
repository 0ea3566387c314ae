import type {
  Event,
  NullableOption,
  PatternedRecurrence,
  Recipient,
  ResponseType,
} from '@microsoft/microsoft-graph-types';
import { chatIdFromJoinUrl } from '../protocol/meeting.ts';
import { longDate, wallTime } from './wall-time.ts';
import type { WallTime } from './wall-time.ts';

/** Someone invited, and what they answered. */
export interface EventAttendee {
  readonly name: string;
  readonly address: string;
  readonly response: ResponseType;
}

/** An event of one calendar as these pages show it. Times are on the wall of the zone asked for. */
export interface CalendarEvent {
  readonly id: string;
  readonly iCalUId: string;
  readonly subject: string;
  readonly start: WallTime;
  readonly end: WallTime;
  readonly isAllDay: boolean;
  readonly isCancelled: boolean;
  readonly isOrganizer: boolean;
  readonly organizer: { readonly name: string; readonly address: string };
  readonly attendees: readonly EventAttendee[];
  readonly showAs: string;
  readonly response: ResponseType;
  readonly joinUrl: string | undefined;
  readonly chatId: string | undefined;
  readonly type: 'singleInstance' | 'occurrence' | 'exception' | 'seriesMaster';
  readonly seriesMasterId: string | undefined;
  readonly location: string;
  readonly bodyHtml: string;
  readonly hasAttachments: boolean;
  readonly repeats: string | undefined;
  /** The last date a series may fall on; empty where it has no end. */
  readonly repeatsUntil: string;
}

/** Takes what Graph says about an event; anything missing becomes empty. */
export function calendarEvent(event: Event): CalendarEvent {
  const joinUrl = event.onlineMeeting?.joinUrl ?? event.onlineMeetingUrl ?? undefined;
  return {
    id: event.id ?? '',
    iCalUId: event.iCalUId ?? '',
    subject: event.subject ?? '(No subject)',
    start: wallTime(event.start?.dateTime),
    end: wallTime(event.end?.dateTime),
    isAllDay: event.isAllDay ?? false,
    isCancelled: event.isCancelled ?? false,
    isOrganizer: event.isOrganizer ?? false,
    organizer: addressOf(event.organizer),
    attendees: (event.attendees ?? []).map((attendee) => ({
      ...addressOf(attendee),
      response: attendee.status?.response ?? 'none',
    })),
    showAs: event.showAs ?? 'busy',
    response: event.responseStatus?.response ?? 'none',
    joinUrl: joinUrl === '' ? undefined : joinUrl,
    chatId: joinUrl === undefined ? undefined : chatIdFromJoinUrl(joinUrl),
    type: event.type ?? 'singleInstance',
    seriesMasterId: event.seriesMasterId ?? undefined,
    location: event.location?.displayName ?? '',
    bodyHtml: event.body?.content ?? '',
    hasAttachments: event.hasAttachments ?? false,
    repeats: event.recurrence ? recurrenceWords(event.recurrence) : undefined,
    repeatsUntil: event.recurrence?.range?.type === 'endDate' ? (event.recurrence.range.endDate ?? '') : '',
  };
}

/** A sender or recipient as name and address. */
export function addressOf(recipient: NullableOption<Recipient> | undefined): { name: string; address: string } {
  const { name, address } = recipient?.emailAddress ?? {};
  return { name: name ?? address ?? '', address: address ?? '' };
}

const units = {
  daily: 'day',
  weekly: 'week',
  absoluteMonthly: 'month',
  relativeMonthly: 'month',
  absoluteYearly: 'year',
  relativeYearly: 'year',
};

/** A recurrence as Outlook words it: "Every 2 weeks on Thursday until Thu 27 May 2027". */
export function recurrenceWords(recurrence: PatternedRecurrence): string {
  const { pattern, range } = recurrence;
  const unit = units[pattern?.type ?? 'weekly'];
  const interval = pattern?.interval ?? 1;
  const every = interval === 1 ? `Every ${unit}` : `Every ${String(interval)} ${unit}s`;
  const days = (pattern?.daysOfWeek ?? []).map((day) => `${day.charAt(0).toUpperCase()}${day.slice(1)}`).join(' and ');
  const which =
    pattern?.type === 'relativeMonthly'
      ? ` the ${pattern.index ?? 'first'} ${days} of the month`
      : days === ''
        ? ''
        : ` ${days}`;
  const on = which !== '' ? ` on${which}` : pattern?.dayOfMonth ? ` on day ${String(pattern.dayOfMonth)}` : '';
  const until =
    range?.type === 'endDate' && range.endDate
      ? ` until ${longDate(range.endDate)}`
      : range?.type === 'numbered'
        ? `, ${String(range.numberOfOccurrences ?? '')} times`
        : '';
  return `${every}${on}${until}`;
}
