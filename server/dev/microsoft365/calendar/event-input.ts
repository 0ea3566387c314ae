import { GraphError, badRequest } from '../graph/error.ts';
import { readShape } from './body-shape.ts';
import type { EventContent, Moment, StoredAttendee } from './event.ts';
import { itemSpan } from './event.ts';
import { extensionsInput } from './extension.ts';
import { placesInput } from './place.ts';
import type { Json } from '../graph/request.ts';
import { bodyValue, knownZone, textValue } from '../graph/request.ts';
import { keptBody } from '../mail/item-body.ts';
import { isDate, toLocal } from './local-time.ts';
import type { GraphSlice } from '../graph/openapi.ts';
import { recurrenceInput } from './recurrence-input.ts';
import type { Recurrence } from './recurrence.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** What a request asks an event to be; nothing stands for "as it was". */
export interface EventInput {
  content: Partial<EventContent>;
  recurrence?: Recurrence | null;
  startZoneName?: string;
  endZoneName?: string;
  isOnlineMeeting?: boolean;
  isDraft?: boolean;
  transactionId?: string;
}

const ENUMS = {
  showAs: ['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown'],
  sensitivity: ['normal', 'personal', 'private', 'confidential'],
  importance: ['low', 'normal', 'high'],
} as const;

const FLAGS = ['isAllDay', 'isReminderOn', 'allowNewTimeProposals', 'responseRequested', 'hideAttendees'] as const;

/** Most people one event may invite (event resource). */
const MOST_ATTENDEES = 500;
/** The years a calendar reaches from and to. */
const FIRST_YEAR = 1601;
const LAST_YEAR = 4500;
/** The longest an event may take: five years. */
const LONGEST_MS = 1826 * 86_400_000;

/** Reads an event as a request sends it. @throws GraphError 400 for what Graph would refuse. */
export function eventInput(tenant: Tenant, slice: GraphSlice, sent: Json, current: EventContent | null): EventInput {
  const body = readShape(slice, sent, 'event');
  const content: Partial<EventContent> = {};
  for (const name of ['showAs', 'sensitivity', 'importance'] as const) {
    const value = enumValue(body, name, ENUMS[name]);
    if (value !== undefined) {
      Object.assign(content, { [name]: value });
    }
  }
  for (const name of FLAGS) {
    if (typeof body[name] === 'boolean') {
      content[name] = body[name];
    }
  }
  if (typeof body['subject'] === 'string') {
    content.subject = body['subject'];
  }
  if (typeof body['reminderMinutesBeforeStart'] === 'number') {
    content.reminderMinutesBeforeStart = body['reminderMinutesBeforeStart'];
  }
  if (Array.isArray(body['categories'])) {
    content.categories = body['categories'].filter((one): one is string => typeof one === 'string');
  }
  if (body['body'] !== undefined && body['body'] !== null) {
    content.body = bodyInput(body['body']);
  }
  Object.assign(content, placesInput(body));
  if (Array.isArray(body['attendees'])) {
    content.attendees = attendeesInput(tenant, body['attendees'], current);
  }
  if (Array.isArray(body['extensions'])) {
    content.extensions = { ...current?.extensions, ...extensionsInput(body['extensions']) };
  }
  if (Array.isArray(body['singleValueExtendedProperties'])) {
    content.extendedProperties = {
      ...current?.extendedProperties,
      ...extendedPropertiesInput(body['singleValueExtendedProperties']),
    };
  }
  return withTimes(body, content, current);
}

function withTimes(body: Json, content: Partial<EventContent>, current: EventContent | null): EventInput {
  const input: EventInput = { content };
  if (body['start'] !== undefined) {
    content.start = momentInput(body['start'], 'Start');
    input.startZoneName = textValue(body['start'], 'timeZone') ?? 'UTC';
  }
  if (body['end'] !== undefined) {
    content.end = momentInput(body['end'], 'End');
    input.endZoneName = textValue(body['end'], 'timeZone') ?? 'UTC';
  }
  const start = content.start ?? current?.start;
  const end = content.end ?? current?.end;
  const isAllDay = content.isAllDay ?? current?.isAllDay ?? false;
  const touchesTimes = content.start !== undefined || content.end !== undefined || content.isAllDay !== undefined;
  if (touchesTimes && start !== undefined && end !== undefined) {
    refuseWrongTimes(start, end, isAllDay);
  }
  if (body['recurrence'] !== undefined) {
    input.recurrence = body['recurrence'] === null ? null : recurrenceInput(body['recurrence'], start ?? null);
  }
  if (typeof body['isOnlineMeeting'] === 'boolean') {
    // With a provider the calendar does not allow, the event is made without an online meeting.
    const provider = textValue(body, 'onlineMeetingProvider') ?? 'teamsForBusiness';
    input.isOnlineMeeting = body['isOnlineMeeting'] && provider.toLowerCase() === 'teamsforbusiness';
  }
  if (typeof body['isDraft'] === 'boolean') {
    input.isDraft = body['isDraft'];
  }
  if (typeof body['transactionId'] === 'string') {
    input.transactionId = body['transactionId'];
  }
  return input;
}

/** @throws GraphError 400 when the end comes before the start, the event takes too long, or a whole day is no whole day. */
function refuseWrongTimes(start: Moment, end: Moment, isAllDay: boolean): void {
  const [from, to] = itemSpan({ start, end });
  if (to < from) {
    throw badRequest(
      'The end time you entered occurs before the start time.',
      'ErrorCalendarEndDateIsEarlierThanStartDate',
    );
  }
  if (to - from > LONGEST_MS) {
    throw badRequest('The duration of the event is longer than five years.', 'ErrorCalendarDurationIsTooLong');
  }
  const isMidnight = start.local.endsWith('T00:00:00') && end.local.endsWith('T00:00:00');
  if (isAllDay && (!isMidnight || start.zone !== end.zone || start.local === end.local)) {
    throw badRequest(
      'An all-day event starts at midnight and ends at midnight of a later day, both in the same time zone.',
      'ErrorInvalidRequest',
    );
  }
}

/** @throws GraphError 400 naming the first property the type does not have. */
export function refuseUnknownNames(slice: GraphSlice, body: Json, type: string): void {
  const known = slice.propertyNames(type);
  for (const name of Object.keys(body)) {
    if (!name.includes('@odata') && !known.has(name)) {
      throw badRequest(
        `The property '${name}' does not exist on type 'microsoft.graph.${type}'. Make sure to only use property names that are defined by the type.`,
        'RequestBodyRead',
      );
    }
  }
}

function enumValue<Name extends string>(body: Json, name: string, allowed: readonly Name[]): Name | undefined {
  const value = body[name];
  if (value === undefined || value === null) {
    return undefined;
  }
  const found = allowed.find((one) => typeof value === 'string' && one.toLowerCase() === value.toLowerCase());
  if (found === undefined) {
    throw badRequest(
      `Cannot convert the literal '${JSON.stringify(value)}' to the expected type of '${name}'.`,
      'RequestBodyRead',
    );
  }
  return found;
}

/** A body as Outlook keeps it. @throws GraphError 400 when it has no content type Graph knows. */
export function bodyInput(body: unknown): string {
  const contentType = (textValue(body, 'contentType') ?? 'text').toLowerCase();
  if (contentType !== 'html' && contentType !== 'text') {
    throw badRequest(
      `Cannot convert the literal '${contentType}' to the expected type 'microsoft.graph.bodyType'.`,
      'RequestBodyRead',
    );
  }
  return keptBody(contentType, textValue(body, 'content') ?? '');
}

/** A dateTimeTimeZone as wall-clock time and zone. @throws GraphError 400 for a malformed time or an unknown zone. */
export function momentInput(value: unknown, name: string): Moment {
  const dateTime = bodyValue(value, 'dateTime');
  const zone = knownZone(textValue(value, 'timeZone') ?? 'UTC');
  const found = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?)?(Z)?$/.exec(
    typeof dateTime === 'string' ? dateTime : '',
  );
  const year = Number(found?.[1]?.slice(0, 4));
  const isOnClock = /^([01]\d|2[0-3]):[0-5]\d$/.test(found?.[2] ?? '00:00') && Number(found?.[3] ?? 0) < 60;
  if (found?.[1] === undefined || !isDate(found[1]) || !isOnClock) {
    throw badRequest(
      `The value '${String(dateTime)}' of property '${name}' is not a date and time.`,
      'ErrorPropertyValidationFailure',
    );
  }
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw badRequest(
      `The date '${found[1]}' of property '${name}' is outside what a calendar holds.`,
      'ErrorCalendarOutOfRange',
    );
  }
  const local = `${found[1]}T${found[2] ?? '00:00'}:${found[3] ?? '00'}`;
  return { local: found[4] === 'Z' ? toLocal(Date.parse(`${local}Z`), zone) : local, zone };
}

function attendeesInput(tenant: Tenant, values: readonly unknown[], current: EventContent | null): StoredAttendee[] {
  if (values.length > MOST_ATTENDEES) {
    throw badRequest(`An event has at most ${String(MOST_ATTENDEES)} attendees.`, 'ErrorExceededMaxRecipients');
  }
  return values.map((one) => attendeeInput(tenant, one, current));
}

function attendeeInput(tenant: Tenant, value: unknown, current: EventContent | null): StoredAttendee {
  const address = bodyValue(value, 'emailAddress/address');
  if (typeof address !== 'string' || !address.includes('@')) {
    throw new GraphError(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
  }
  const type = (textValue(value, 'type') ?? 'required').toLowerCase();
  const before = current?.attendees.find((one) => one.address.toLowerCase() === address.toLowerCase());
  const name = bodyValue(value, 'emailAddress/name');
  return {
    name: tenant.personByAddress(address)?.displayName ?? (typeof name === 'string' ? name : address),
    address: tenant.personByAddress(address)?.mail ?? address,
    type: type === 'optional' || type === 'resource' ? type : 'required',
    status: before?.status ?? { response: 'none', time: '0001-01-01T00:00:00Z' },
  };
}

/** Extended properties as a map. @throws GraphError 400 for one without id or value. */
export function extendedPropertiesInput(values: readonly unknown[]): Record<string, string> {
  return Object.fromEntries(
    values.map((one) => {
      const [id, value] = [bodyValue(one, 'id'), bodyValue(one, 'value')];
      if (
        typeof id !== 'string' ||
        !/^(String|Integer|Boolean|SystemTime|Binary|Double|Float|Long|Short)\s/.test(id) ||
        typeof value !== 'string'
      ) {
        throw badRequest(
          "PropertyId values may only be in one of the following formats: 'MapiPropertyType namespaceGuid Name propertyName', 'MapiPropertyType namespaceGuid Id propertyId' or 'MapiPropertyType propertyTag'.",
          'ErrorInvalidProperty',
        );
      }
      return [id, value];
    }),
  );
}
