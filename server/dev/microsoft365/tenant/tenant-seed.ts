import { plannedEvents } from '../../organisation/calendars.ts';
import type { PlannedEvent } from '../../organisation/planned-event.ts';
import { addressOf, personByKey } from '../../organisation/organisation.ts';
import { EVENT_DEFAULTS } from '../calendar/event-change.ts';
import type { Response, StoredAttendee, StoredEvent } from '../calendar/event.ts';
import { mailboxItemId, stableICalUId, stableThreadId } from './identifiers.ts';
import { meetingChat, newMeeting, withJoinBlock } from '../calendar/join-block.ts';
import { addLocalMinutes, graphInstant, toEpoch, windowsZone } from '../calendar/local-time.ts';
import type { Tenant } from './tenant.ts';

/** How long before its first start a planned event was made. */
const MADE_BEFORE_MS = 10 * 86_400_000;

/** Fills a tenant's calendars and chats from its organisation, as they stood when the tenant began. */
export function seedTenant(tenant: Tenant): void {
  for (const planned of plannedEvents(tenant.organisation, tenant.bornAt)) {
    seedEvent(tenant, planned);
  }
}

function seedEvent(tenant: Tenant, planned: PlannedEvent): void {
  const { organisation } = tenant;
  const organizer = personByKey(organisation, planned.organizerKey);
  const attendees = planned.attendeeKeys.map((key) => personByKey(organisation, key));
  const startsAt = toEpoch(planned.start, planned.timeZone);
  const createdAt = Math.min(startsAt, tenant.bornAt) - MADE_BEFORE_MS;
  const accepted: Response = { response: 'accepted', time: graphInstant(createdAt + 3_600_000) };
  const end = addLocalMinutes(planned.start, planned.minutes);
  const event: StoredEvent = {
    ...EVENT_DEFAULTS,
    id: planned.series?.eventId ?? mailboxItemId(organizer.id, planned.key),
    iCalUId: planned.series?.iCalUId ?? stableICalUId(organisation.tenant.id, planned.key),
    mailbox: organizer.id,
    subject: planned.subject,
    start: { local: planned.start, zone: planned.timeZone },
    end: { local: end, zone: planned.timeZone },
    isAllDay: planned.isAllDay,
    location: planned.location ?? (planned.isOnline ? 'Microsoft Teams Meeting' : null),
    showAs: planned.showAs,
    sensitivity: planned.sensitivity,
    isReminderOn: !planned.isAllDay,
    attendees: attendees.map((one): StoredAttendee => ({
      name: `${one.givenName} ${one.surname}`,
      address: addressOf(organisation, one),
      type: 'required',
      status: accepted,
    })),
    organizer: { name: `${organizer.givenName} ${organizer.surname}`, address: addressOf(organisation, organizer) },
    isOrganizer: true,
    isDraft: false,
    createdAt,
    modifiedAt: createdAt,
    transactionId: null,
    recurrence: planned.recurrence,
    startZoneName: windowsZone(planned.timeZone),
    endZoneName: windowsZone(planned.timeZone),
    exceptions: {},
    cancelledDates: planned.cancelledDates,
    ...(planned.isOnline
      ? seedMeeting(tenant, planned, {
          organizerId: organizer.id,
          memberIds: [organizer, ...attendees].map((one) => one.id),
          startsAt,
          createdAt,
        })
      : {}),
  };
  tenant.events.seed(event.id, event);
  for (const attendee of attendees) {
    const id = planned.series?.attendeeEventId ?? mailboxItemId(attendee.id, planned.key);
    tenant.events.seed(id, { ...event, id, mailbox: attendee.id, isOrganizer: false, response: accepted });
  }
}

function seedMeeting(
  tenant: Tenant,
  planned: PlannedEvent,
  about: { organizerId: string; memberIds: string[]; startsAt: number; createdAt: number },
): Pick<StoredEvent, 'joinUrl' | 'body'> {
  const threadId = planned.series?.chatId ?? stableThreadId(tenant.id, planned.key);
  const meeting = newMeeting(tenant, {
    ...about,
    subject: planned.subject,
    endsAt: about.startsAt + planned.minutes * 60_000,
    threadId,
  });
  tenant.meetings.seed(meeting.joinUrl, meeting);
  tenant.chats.seed(
    threadId,
    meetingChat(meeting, about.memberIds, planned.series?.ours === true ? [tenant.apps] : []),
  );
  return { joinUrl: meeting.joinUrl, body: withJoinBlock(EVENT_DEFAULTS.body, meeting, tenant.id) };
}
