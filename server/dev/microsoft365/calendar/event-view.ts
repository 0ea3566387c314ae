import { attachmentView } from './attachment.ts';
import { calendarOf } from './calendar-routes.ts';
import type { EventItem, Moment, StoredAttendee, StoredEvent } from './event.ts';
import { itemICalUId, itemId, itemKind, originalTimes, wholeItem } from './event.ts';
import { extensionView } from './extension.ts';
import { sentId } from './item-id.ts';
import { placesView } from './place.ts';
import { stableGuid } from '../tenant/identifiers.ts';
import type { GraphRequest, Json } from '../graph/request.ts';
import { answerZone, preference, queryOptions } from '../graph/request.ts';
import { bodyPreview, bodyText } from '../mail/item-body.ts';
import { graphDateTime, graphInstant, toEpoch, toLocal, windowsZone } from './local-time.ts';
import type { Recurrence } from './recurrence.ts';
import type { StoredAttachment } from '../tenant/stored.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** What Graph only sends of an event when `$expand` asks for it. */
export const EVENT_EXPANDABLE = [
  'singleValueExtendedProperties',
  'extensions',
  'attachments',
  'instances',
  'exceptionOccurrences',
  'cancelledOccurrences',
  'calendar',
];

/** An event, master or occurrence as Graph writes it, times in the zone the caller prefers. */
export function eventView(request: GraphRequest, item: EventItem): Json {
  const { event, content } = item;
  const { tenant } = request;
  const isText = preference(request, 'outlook.body-content-type') === 'text';
  const kind = itemKind(item);
  const key = changeKey(item);
  return {
    '@odata.etag': `W/"${key}"`,
    id: sentId(request, itemId(item)),
    createdDateTime: graphInstant(event.createdAt),
    lastModifiedDateTime: graphInstant(content.modifiedAt),
    changeKey: key,
    categories: content.categories,
    transactionId: event.transactionId,
    originalStartTimeZone: event.startZoneName,
    originalEndTimeZone: event.endZoneName,
    ...(item.date === null ? {} : { originalStart: graphInstant(originalStart(event, item.date)) }),
    iCalUId: itemICalUId(item),
    reminderMinutesBeforeStart: content.reminderMinutesBeforeStart,
    isReminderOn: content.isReminderOn,
    hasAttachments: tenant.attachmentsOf(event.id, item.date).length > 0,
    subject: content.subject,
    bodyPreview: bodyPreview(content.body),
    importance: content.importance,
    sensitivity: content.sensitivity,
    isAllDay: content.isAllDay,
    isCancelled: content.isCancelled,
    isOrganizer: event.isOrganizer,
    responseRequested: content.responseRequested,
    seriesMasterId: kind === 'occurrence' || kind === 'exception' ? sentId(request, event.id) : null,
    showAs: content.showAs,
    type: kind,
    webLink: `${request.graphBase.replace(/\/v1\.0$/, '')}/#/calendar?itemid=${encodeURIComponent(itemId(item))}`,
    onlineMeetingUrl: null,
    isOnlineMeeting: content.joinUrl !== null,
    onlineMeetingProvider: content.joinUrl === null ? 'unknown' : 'teamsForBusiness',
    allowNewTimeProposals: content.allowNewTimeProposals,
    isDraft: event.isDraft,
    hideAttendees: content.hideAttendees,
    recurrence: item.date === null && event.recurrence !== null ? recurrenceView(event.recurrence) : null,
    onlineMeeting: content.joinUrl === null ? null : { joinUrl: content.joinUrl },
    responseStatus: content.response,
    body: isText
      ? { contentType: 'text', content: bodyText(content.body) }
      : { contentType: 'html', content: content.body },
    ...timesView(request, item),
    ...placesView(content),
    attendees: shownAttendees(request, item).map((attendee) => attendeeView(request, attendee)),
    organizer: { emailAddress: event.organizer },
    singleValueExtendedProperties: Object.entries(content.extendedProperties).map(([id, value]) => ({ id, value })),
    extensions: Object.entries(content.extensions ?? {}).map(([name, data]) => extensionView(name, data)),
    ...(kind === 'seriesMaster' ? seriesView(request, event) : {}),
    ...expandedView(request, item),
  };
}

/** Whom the owner of the copy sees invited: with `hideAttendees` an attendee sees only themselves. */
function shownAttendees(request: GraphRequest, { event, content }: EventItem): readonly StoredAttendee[] {
  return event.isOrganizer || !content.hideAttendees
    ? content.attendees
    : content.attendees.filter((one) => one.address.toLowerCase() === request.owner.mail.toLowerCase());
}

/** Attachments as Graph writes them, ids in the form the request prefers. */
export function attachmentsView(request: GraphRequest, attachments: readonly StoredAttachment[]): Json[] {
  return attachments.map((one) => ({ ...attachmentView(one), id: sentId(request, one.id) }));
}

/** What takes work to gather and is only gathered when `$expand` asks for it. */
function expandedView(request: GraphRequest, { event, date }: EventItem): Json {
  const { expand } = queryOptions(request);
  return {
    ...(expand.has('attachments')
      ? { attachments: attachmentsView(request, request.tenant.attachmentsOf(event.id, date)) }
      : {}),
    ...(expand.has('calendar') ? { calendar: calendarOf(request, event.calendarId) } : {}),
  };
}

function seriesView(request: GraphRequest, event: StoredEvent): Json {
  const { expand, select } = queryOptions(request);
  const isWanted = expand.has('exceptionoccurrences') || select?.has('exceptionoccurrences') === true;
  return {
    cancelledOccurrences: event.cancelledDates.map((date) => `OID.${event.id}.${date}`),
    exceptionOccurrences: isWanted
      ? Object.keys(event.exceptions).map((date) =>
          eventView(request, {
            event,
            date,
            content: { ...event, ...originalTimes(event, date), ...event.exceptions[date] },
          }),
        )
      : [],
  };
}

/** The version of an item: it changes with every change. */
export function changeKey(item: EventItem): string {
  return Buffer.from(
    stableGuid(itemId(item), String(item.content.changeNumber), String(item.event.changeNumber)).replaceAll('-', ''),
    'hex',
  ).toString('base64');
}

/** The original start of an occurrence as an instant, whatever it was moved to. */
export function originalStart(event: StoredEvent, date: string): number {
  const { start } = originalTimes(event, date);
  return toEpoch(start.local, start.zone);
}

/** Start and end; an all-day event shows midnight whatever the zone. */
export function timesView(request: GraphRequest, item: EventItem): { start: Json; end: Json } {
  const asked = answerZone(request);
  const { start, end, isAllDay } = item.content;
  return { start: momentView(start, asked, isAllDay), end: momentView(end, asked, isAllDay) };
}

/** A moment in the zone asked for. */
export function momentView(moment: Moment, asked: { zone: string; name: string }, isAllDay = false): Json {
  const local = isAllDay ? moment.local : toLocal(toEpoch(moment.local, moment.zone), asked.zone);
  return { dateTime: graphDateTime(local), timeZone: asked.name };
}

function recurrenceView(recurrence: Recurrence): Json {
  const { range } = recurrence;
  return {
    pattern: recurrence.pattern,
    range: {
      ...range,
      recurrenceTimeZone: range.recurrenceTimeZone.includes('/')
        ? windowsZone(range.recurrenceTimeZone)
        : range.recurrenceTimeZone,
    },
  };
}

function attendeeView(request: GraphRequest, attendee: StoredAttendee): Json {
  const proposed = attendee.proposedNewTime;
  return {
    type: attendee.type,
    status: attendee.status,
    emailAddress: { name: attendee.name, address: attendee.address },
    ...(proposed === undefined
      ? {}
      : {
          proposedNewTime: {
            start: momentView(proposed.start, answerZone(request)),
            end: momentView(proposed.end, answerZone(request)),
          },
        }),
  };
}

/** The whole event or master as Graph writes it. */
export function wholeView(request: GraphRequest, event: StoredEvent): Json {
  return eventView(request, wholeItem(event));
}

/** Who in the tenant is invited, the organiser left out. */
export function invitedPeople(tenant: Tenant, event: StoredEvent, attendees: readonly StoredAttendee[]): string[] {
  return attendees
    .map((attendee) => tenant.personByAddress(attendee.address)?.id)
    .filter((id): id is string => id !== undefined && id !== event.mailbox);
}
