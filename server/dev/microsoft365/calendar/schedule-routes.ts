import { inconvertible } from './body-shape.ts';
import type { EventItem } from './event.ts';
import { itemSpan } from './event.ts';
import { momentInput } from './event-input.ts';
import { momentView } from './event-view.ts';
import { badRequest } from '../graph/error.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { answerZone, bodyValue, jsonBody, ok, textValue } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { defaultEvents } from './item-lookup.ts';
import { busyItems } from './occurrence-routes.ts';
import { workingHoursView } from './working-hours.ts';
import { toEpoch } from './local-time.ts';
import type { DirectoryPerson } from '../tenant/tenant.ts';

const MOST_SCHEDULES = 20;
const LONGEST_WINDOW_MS = 62 * 86_400_000;
const MOST_ENTRIES = 1000;

/** Digits of the availability view; working elsewhere counts as free, as Outlook writes it. */
const DIGITS = { free: '0', tentative: '1', busy: '2', oof: '3', workingElsewhere: '0', unknown: '2' } as const;

/** Free and busy times of several people. */
export function graphSchedule(router: GraphRouter): void {
  router.mailbox('POST', '/calendar/getSchedule', getSchedule);
}

function getSchedule(request: GraphRequest): Answer {
  const body = jsonBody(request);
  const schedules = bodyValue(body, 'schedules');
  if (Array.isArray(schedules) && !isListOfText(schedules)) {
    throw inconvertible(
      schedules.find((one) => typeof one !== 'string'),
      'Edm.String',
    );
  }
  if (!isListOfText(schedules) || schedules.length === 0 || schedules.length > MOST_SCHEDULES) {
    throw badRequest(
      `The number of mailboxes asked for must be between 1 and ${String(MOST_SCHEDULES)}.`,
      'ErrorInvalidParameter',
    );
  }
  const [start, end] = [
    momentInput(bodyValue(body, 'startTime'), 'StartTime'),
    momentInput(bodyValue(body, 'endTime'), 'EndTime'),
  ];
  const [from, to] = [toEpoch(start.local, start.zone), toEpoch(end.local, end.zone)];
  const asked = bodyValue(body, 'availabilityViewInterval');
  const interval = asked === undefined ? 30 : asked;
  const isDateOnly = ['startTime/dateTime', 'endTime/dateTime'].some(
    (name) => textValue(body, name)?.includes('T') === false,
  );
  if (isDateOnly || to <= from || to - from >= LONGEST_WINDOW_MS) {
    throw badRequest(
      'The time duration specified for FreeBusyViewOptions.TimeWindow is invalid.',
      'ErrorInvalidTimeInterval',
    );
  }
  if (typeof interval !== 'number' || !Number.isInteger(interval) || interval < 5 || interval > 1440) {
    throw badRequest(
      'FreeBusyViewOptions.MergedFreeBusyIntervalInMinutes is invalid; it must be between 5 and 1440.',
      'ErrorInvalidMergedFreeBusyInterval',
    );
  }
  return ok({
    '@odata.context': `${request.graphBase}/$metadata#Collection(microsoft.graph.scheduleInformation)`,
    value: schedules.map((address) => scheduleOf(request, address, { from, to, step: interval * 60_000 })),
  });
}

function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function scheduleOf(request: GraphRequest, address: string, window: { from: number; to: number; step: number }): Json {
  const person = request.tenant.personByAddress(address);
  if (person === undefined) {
    return {
      scheduleId: address,
      availabilityView: '',
      scheduleItems: [],
      error: { message: 'Unable to resolve e-mail address to an Active Directory object.', responseCode: '5009' },
    };
  }
  const items = busyItems(defaultEvents(request.tenant.eventsOf(person.id)), window.from, window.to);
  if (items.length > MOST_ENTRIES) {
    return {
      scheduleId: address,
      availabilityView: '',
      scheduleItems: [],
      error: { message: 'The result set contains too many calendar entries.', responseCode: '5006' },
    };
  }
  return {
    scheduleId: address,
    availabilityView: availabilityView(items, window),
    scheduleItems: items.map((item) => scheduleItem(request, person, item)),
    workingHours: workingHoursView(request.tenant, person),
  };
}

function scheduleItem(request: GraphRequest, person: DirectoryPerson, item: EventItem): Json {
  const { content, event } = item;
  const asked = answerZone(request);
  const isOwn = request.caller.person?.id === person.id;
  const asks = request.caller.person?.mail;
  const isInvited =
    asks !== undefined && (event.organizer.address === asks || content.attendees.some((one) => one.address === asks));
  const isPrivate = content.sensitivity === 'private';
  const seesSubject = isOwn || (isInvited && !isPrivate);
  return {
    status: content.showAs,
    start: momentView(content.start, asked),
    end: momentView(content.end, asked),
    isPrivate,
    isMeeting: content.attendees.length > 0,
    isRecurring: item.date !== null,
    isException: item.date !== null && event.exceptions[item.date] !== undefined,
    isReminderSet: content.isReminderOn,
    ...(seesSubject ? { subject: content.subject, location: content.location ?? '' } : {}),
  };
}

function availabilityView(
  items: readonly EventItem[],
  { from, to, step }: { from: number; to: number; step: number },
): string {
  const digits = Array.from({ length: Math.ceil((to - from) / step) }, () => '0');
  for (const item of items) {
    const [start, end] = itemSpan(item.content);
    const digit = DIGITS[item.content.showAs];
    for (
      let at = Math.max(0, Math.floor((start - from) / step));
      at < digits.length && from + at * step < end;
      at += 1
    ) {
      digits[at] = (digits[at] ?? '0') > digit ? (digits[at] ?? '0') : digit;
    }
  }
  return digits.join('');
}
