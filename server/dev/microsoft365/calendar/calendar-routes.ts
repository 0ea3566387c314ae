import { readShape } from './body-shape.ts';
import { READS, READS_BASIC, WRITES } from './event-paths.ts';
import type { StoredCalendar } from './stored-calendar.ts';
import { GraphError, badRequest, itemNotFound } from '../graph/error.ts';
import type { GraphSlice } from '../graph/openapi.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { created, jsonBody, noContent, ok, page, param, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { freshItemId, stableGuid, stableItemId } from '../tenant/identifiers.ts';
import type { DirectoryPerson, Tenant } from '../tenant/tenant.ts';

/** The calendars of a mailbox: the default one, and those a person adds, renames and deletes. */
export function graphCalendars(router: GraphRouter, slice: GraphSlice): void {
  router.mailbox('GET', '/calendar', (request) => ok(selected(request, calendarView(request, defaultOf(request)))));
  router.mailbox('PATCH', '/calendar', (request) => changeCalendar(request, slice, defaultOf(request)), WRITES);
  router.mailbox(
    'GET',
    '/calendars',
    (request) =>
      page(
        request,
        calendarsOf(request.tenant, request.owner).map((one) => calendarView(request, one)),
      ),
    READS_BASIC,
  );
  router.mailbox('POST', '/calendars', (request) => addCalendar(request, slice), WRITES);
  router.mailbox(
    'GET',
    '/calendars/{calendar-id}',
    (request) => ok(selected(request, calendarView(request, askedCalendar(request)))),
    READS,
  );
  router.mailbox(
    'PATCH',
    '/calendars/{calendar-id}',
    (request) => changeCalendar(request, slice, askedCalendar(request)),
    WRITES,
  );
  router.mailbox('DELETE', '/calendars/{calendar-id}', removeCalendar, WRITES);
}

/** The id of a person's default calendar. */
export function defaultCalendarId(personId: string): string {
  return stableItemId('calendar', personId);
}

/**
 * The id of the calendar an address names, as events note it: null for the default calendar, undefined when the address
 * names the whole mailbox. @throws GraphError 404 when there is no such calendar.
 */
export function calendarInAddress(request: GraphRequest): string | null | undefined {
  if (request.params['calendar-id'] !== undefined) {
    const { id } = askedCalendar(request);
    return id === defaultCalendarId(request.owner.id) ? null : id;
  }
  return /\/calendar(\/|$)/i.test(request.path) ? null : undefined;
}

/** The calendar an event stands in. */
export function calendarOf(request: GraphRequest, calendarId: string | null | undefined): Json {
  const stored = calendarId === null || calendarId === undefined ? undefined : request.tenant.calendars.get(calendarId);
  return calendarView(request, stored ?? defaultOf(request));
}

function defaultOf({ tenant, owner }: GraphRequest): StoredCalendar {
  const id = defaultCalendarId(owner.id);
  return tenant.calendars.get(id) ?? { id, mailbox: owner.id, name: 'Calendar', color: 'auto', changeNumber: 1 };
}

function calendarsOf(tenant: Tenant, owner: DirectoryPerson): StoredCalendar[] {
  const standard = defaultCalendarId(owner.id);
  const first = tenant.calendars.get(standard);
  const others = tenant.calendars.values().filter((one) => one.mailbox === owner.id && one.id !== standard);
  return [first ?? { id: standard, mailbox: owner.id, name: 'Calendar', color: 'auto', changeNumber: 1 }, ...others];
}

function askedCalendar(request: GraphRequest): StoredCalendar {
  const found = calendarsOf(request.tenant, request.owner).find((one) => one.id === param(request, 'calendar-id'));
  if (found === undefined) {
    throw itemNotFound();
  }
  return found;
}

function calendarView({ owner }: GraphRequest, calendar: StoredCalendar): Json {
  const isDefault = calendar.id === defaultCalendarId(owner.id);
  return {
    id: calendar.id,
    name: calendar.name,
    color: calendar.color,
    hexColor: '',
    changeKey: Buffer.from(stableGuid(calendar.id, String(calendar.changeNumber)).replaceAll('-', ''), 'hex').toString(
      'base64',
    ),
    isDefaultCalendar: isDefault,
    canShare: true,
    canViewPrivateItems: true,
    canEdit: true,
    allowedOnlineMeetingProviders: ['teamsForBusiness'],
    defaultOnlineMeetingProvider: 'teamsForBusiness',
    // Only meetings sent from the default calendar have their answers counted.
    isTallyingResponses: isDefault,
    isRemovable: !isDefault,
    owner: { name: owner.displayName, address: owner.mail },
  };
}

function addCalendar(request: GraphRequest, slice: GraphSlice): Answer {
  const { tenant, owner } = request;
  const body = readShape(slice, jsonBody(request), 'calendar');
  const calendar: StoredCalendar = {
    id: freshItemId(),
    mailbox: owner.id,
    name: freeName(request, body['name'], null),
    color: colourOf(body['color']) ?? 'auto',
    changeNumber: 1,
  };
  tenant.calendars.put(calendar.id, calendar);
  return created(calendarView(request, calendar));
}

function changeCalendar(request: GraphRequest, slice: GraphSlice, calendar: StoredCalendar): Answer {
  const body = readShape(slice, jsonBody(request), 'calendar');
  const changed: StoredCalendar = {
    ...calendar,
    name: body['name'] === undefined ? calendar.name : freeName(request, body['name'], calendar.id),
    color: colourOf(body['color']) ?? calendar.color,
    changeNumber: calendar.changeNumber + 1,
  };
  request.tenant.calendars.put(changed.id, changed);
  return ok(calendarView(request, changed));
}

function colourOf(asked: unknown): string | undefined {
  return typeof asked === 'string' ? `${asked.slice(0, 1).toLowerCase()}${asked.slice(1)}` : undefined;
}

function freeName({ tenant, owner }: GraphRequest, asked: unknown, self: string | null): string {
  if (typeof asked !== 'string' || asked.trim() === '') {
    throw badRequest('The calendar needs a name.', 'ErrorInvalidRequest');
  }
  const isTaken = calendarsOf(tenant, owner).some(
    (one) => one.id !== self && one.name.toLowerCase() === asked.toLowerCase(),
  );
  if (isTaken) {
    throw new GraphError(409, 'ErrorFolderExists', 'A folder with the specified name already exists.');
  }
  return asked;
}

/** A calendar goes with everything in it; nobody invited to it is told, as when a folder is deleted. */
function removeCalendar(request: GraphRequest): Answer {
  const { tenant, owner } = request;
  const calendar = askedCalendar(request);
  if (calendar.id === defaultCalendarId(owner.id)) {
    throw badRequest('Distinguished folders cannot be deleted.', 'ErrorDeleteDistinguishedFolder');
  }
  for (const event of tenant.eventsOf(owner.id)) {
    if (event.calendarId === calendar.id) {
      tenant.events.remove(event.id);
      tenant.calendarChanged({ mailbox: owner.id, eventId: event.id, changeType: 'deleted' });
    }
  }
  tenant.calendars.remove(calendar.id);
  return noContent();
}
