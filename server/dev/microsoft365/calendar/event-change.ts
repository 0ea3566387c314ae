import type { EventContent, EventItem, StoredEvent } from './event.ts';
import { itemSpan, itemsBetween, withException } from './event.ts';
import type { EventInput } from './event-input.ts';
import { GraphError, badRequest } from '../graph/error.ts';
import { freshGuid, freshItemId, stableICalUId } from '../tenant/identifiers.ts';
import { keptBody } from '../mail/item-body.ts';
import { carriesJoinUrl, meetingChat, newMeeting, withJoinBlock } from './join-block.ts';
import { dayNumber, ianaZone, toLocal, windowsZone } from './local-time.ts';
import type { DirectoryPerson, Tenant } from '../tenant/tenant.ts';

const NEIGHBOUR_DAYS_MS = 400 * 86_400_000;

/** What an event holds when the request does not say. */
export const EVENT_DEFAULTS: Omit<EventContent, 'start' | 'end' | 'modifiedAt'> = {
  subject: '',
  body: keptBody('html', ''),
  isAllDay: false,
  location: null,
  showAs: 'busy',
  sensitivity: 'normal',
  importance: 'normal',
  categories: [],
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  attendees: [],
  joinUrl: null,
  response: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
  isCancelled: false,
  allowNewTimeProposals: true,
  responseRequested: true,
  hideAttendees: false,
  extendedProperties: {},
  changeNumber: 1,
};

/** A new event in its organiser's calendar, online if asked for. @throws GraphError 400 when start or end is missing. */
export function startEvent(tenant: Tenant, owner: DirectoryPerson, input: EventInput): StoredEvent {
  const { start, end } = input.content;
  if (start === undefined || end === undefined) {
    throw badRequest('Required property start or end is missing.', 'ErrorPropertyValidationFailure');
  }
  const event: StoredEvent = {
    ...EVENT_DEFAULTS,
    ...input.content,
    start,
    end,
    id: freshItemId(),
    mailbox: owner.id,
    iCalUId: stableICalUId(freshGuid()),
    organizer: { name: owner.displayName, address: owner.mail },
    isOrganizer: true,
    isDraft: input.isDraft === true,
    createdAt: tenant.now(),
    modifiedAt: tenant.now(),
    transactionId: input.transactionId ?? null,
    recurrence: input.recurrence ?? null,
    startZoneName: zoneName(input.startZoneName),
    endZoneName: zoneName(input.endZoneName),
    exceptions: {},
    cancelledDates: [],
  };
  const kept = inRecurrenceZone(event);
  return input.isOnlineMeeting === true ? { ...kept, ...goOnline(tenant, kept, kept) } : kept;
}

/**
 * A series keeps the wall clock of its recurrence time zone: when that is another than the zone its times came in, the
 * times and the first date are kept in the recurrence's zone.
 */
function inRecurrenceZone(event: StoredEvent): StoredEvent {
  const { recurrence } = event;
  const zone = recurrence === null ? null : ianaZone(recurrence.range.recurrenceTimeZone);
  if (recurrence === null || zone === null || zone === event.start.zone || event.isAllDay) {
    return event;
  }
  const [from, to] = itemSpan(event);
  const start = { local: toLocal(from, zone), zone };
  return {
    ...event,
    start,
    end: { local: toLocal(to, zone), zone },
    recurrence: { ...recurrence, range: { ...recurrence.range, startDate: start.local.slice(0, 10) } },
  };
}

function zoneName(asked: string | undefined): string {
  return asked === undefined ? 'UTC' : asked.includes('/') ? windowsZone(asked) : asked;
}

/** Makes an online meeting for an item: its chat, its join address and the block in its body. */
function goOnline(tenant: Tenant, event: StoredEvent, content: EventContent): Pick<EventContent, 'joinUrl' | 'body'> {
  const [startsAt, endsAt] = itemSpan(content);
  const meeting = newMeeting(tenant, { organizerId: event.mailbox, subject: content.subject, startsAt, endsAt });
  tenant.meetings.put(meeting.joinUrl, meeting);
  tenant.chats.put(meeting.threadId, meetingChat(meeting, [event.mailbox, ...membersOf(tenant, content)]));
  return { joinUrl: meeting.joinUrl, body: withJoinBlock(content.body, meeting, tenant.id) };
}

function membersOf(tenant: Tenant, content: EventContent): string[] {
  return content.attendees.flatMap((attendee) => tenant.personByAddress(attendee.address)?.id ?? []);
}

/** A change applied, with what it means for the people invited. */
export interface AppliedChange {
  event: StoredEvent;
  asksAgain: boolean;
  added: string[];
  removed: string[];
}

/** The event after a change to it or to one of its occurrences. @throws GraphError 400 for a change Outlook refuses. */
export function applyChange(tenant: Tenant, item: EventItem, input: EventInput): AppliedChange {
  const before = item.content;
  const changed: EventContent = { ...before, ...input.content };
  const online = onlineAfter(tenant, item, changed, input);
  const content: Partial<EventContent> = {
    ...input.content,
    ...online,
    changeNumber: before.changeNumber + 1,
    modifiedAt: tenant.now(),
  };
  const asksAgain =
    (input.content.start !== undefined && itemSpan(changed)[0] !== itemSpan(before)[0]) ||
    (input.content.end !== undefined && itemSpan(changed)[1] !== itemSpan(before)[1]) ||
    input.recurrence !== undefined;
  if (asksAgain) {
    content.attendees = changed.attendees.map(({ name, address, type }) => ({
      name,
      address,
      type,
      status: { response: 'none', time: '0001-01-01T00:00:00Z' },
    }));
  }
  const members = membersOf(tenant, changed);
  const membersBefore = membersOf(tenant, before);
  joinChat(tenant, changed.joinUrl, members);
  return {
    event:
      item.date === null
        ? changedWhole(item.event, content, input, asksAgain)
        : changedOccurrence(item.event, item.date, content, input),
    asksAgain,
    added: members.filter((one) => !membersBefore.includes(one)),
    removed: membersBefore.filter((one) => !members.includes(one)),
  };
}

function changedWhole(
  event: StoredEvent,
  content: Partial<EventContent>,
  input: EventInput,
  asksAgain: boolean,
): StoredEvent {
  const recurrence = input.recurrence === undefined ? event.recurrence : input.recurrence;
  const startDate = content.start?.local.slice(0, 10);
  return inRecurrenceZone({
    ...event,
    ...content,
    recurrence:
      recurrence === null || startDate === undefined || input.recurrence !== undefined
        ? recurrence
        : { ...recurrence, range: { ...recurrence.range, startDate } },
    ...(input.startZoneName === undefined ? {} : { startZoneName: zoneName(input.startZoneName) }),
    ...(input.endZoneName === undefined ? {} : { endZoneName: zoneName(input.endZoneName) }),
    isDraft: input.isDraft ?? event.isDraft,
    // A series that is moved as a whole forgets what was different about single occurrences.
    ...(asksAgain ? { exceptions: {}, cancelledDates: [] } : {}),
  });
}

function changedOccurrence(
  event: StoredEvent,
  date: string,
  content: Partial<EventContent>,
  input: EventInput,
): StoredEvent {
  if (input.recurrence !== undefined && input.recurrence !== null) {
    throw badRequest('The recurrence of an occurrence cannot be set.', 'ErrorInvalidRecurrencePattern');
  }
  const changed = withException(event, date, content);
  if (content.start !== undefined) {
    refuseCrossing(changed, date);
  }
  return changed;
}

/** An occurrence must stay between the days of its neighbours. */
function refuseCrossing(event: StoredEvent, date: string): void {
  const moved = event.exceptions[date]?.start ?? event.start;
  const around = itemsBetween(
    event,
    Date.parse(`${date}T00:00:00Z`) - NEIGHBOUR_DAYS_MS,
    Date.parse(`${date}T00:00:00Z`) + NEIGHBOUR_DAYS_MS,
  );
  const day = dayNumber(moved.local.slice(0, 10));
  for (const neighbour of around) {
    if (neighbour.date === null || neighbour.date === date) {
      continue;
    }
    const neighbourDay = dayNumber(neighbour.content.start.local.slice(0, 10));
    if (neighbour.date < date ? day <= neighbourDay : day >= neighbourDay) {
      throw new GraphError(
        400,
        'ErrorOccurrenceCrossingBoundary',
        'Modified occurrence is crossing or overlapping adjacent occurrence.',
      );
    }
  }
}

/** A body without the join address ends the online meeting; asking for one again makes a new address. */
function onlineAfter(tenant: Tenant, item: EventItem, changed: EventContent, input: EventInput): Partial<EventContent> {
  const isLost =
    input.content.body !== undefined &&
    item.content.joinUrl !== null &&
    !carriesJoinUrl(input.content.body, item.content.joinUrl);
  if (isLost) {
    return { joinUrl: null };
  }
  // Only the organiser can make a meeting an online one.
  if (item.content.joinUrl === null && input.isOnlineMeeting === true && item.event.isOrganizer) {
    return goOnline(tenant, item.event, changed);
  }
  return {};
}

function joinChat(tenant: Tenant, joinUrl: string | null, members: readonly string[]): void {
  const threadId = joinUrl === null ? undefined : tenant.meetings.get(joinUrl)?.threadId;
  const chat = threadId === undefined ? undefined : tenant.chats.get(threadId);
  if (chat !== undefined && members.some((one) => !chat.memberIds.includes(one))) {
    tenant.chats.put(chat.id, { ...chat, memberIds: [...new Set([...chat.memberIds, ...members])] });
  }
}
