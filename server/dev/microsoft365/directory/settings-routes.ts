import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { stableGuid, stableItemId } from '../tenant/identifiers.ts';
import type { Json } from '../graph/request.ts';
import { created, jsonBody, ok, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { graphDateTime, toEpoch, windowsZone } from '../calendar/local-time.ts';
import type { DirectoryPerson } from '../tenant/tenant.ts';

/** Time zones beyond the Windows ones that Outlook takes, a few of Graph's documented list. */
const IANA_ZONES = [
  'Etc/GMT',
  'Europe/London',
  'Europe/Lisbon',
  'Europe/Madrid',
  'Europe/Paris',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
];

/** Mailbox settings, the calendar itself, categories and the zones a mailbox takes. */
export function graphSettings(router: GraphRouter): void {
  router.mailbox('GET', '/mailboxSettings', (request) =>
    ok(
      selected(request, {
        '@odata.context': `${request.graphBase}/$metadata#users('${request.owner.id}')/mailboxSettings`,
        ...settings(request.owner, request.tenant.now()),
      }),
    ),
  );
  router.mailbox('GET', '/calendar', (request) =>
    ok(
      selected(request, {
        id: stableItemId('calendar', request.owner.id),
        name: 'Calendar',
        color: 'auto',
        hexColor: '',
        isDefaultCalendar: true,
        canShare: true,
        canViewPrivateItems: true,
        canEdit: true,
        allowedOnlineMeetingProviders: ['teamsForBusiness'],
        defaultOnlineMeetingProvider: 'teamsForBusiness',
        isTallyingResponses: true,
        isRemovable: false,
        owner: { name: request.owner.displayName, address: request.owner.mail },
      }),
    ),
  );
  router.mailbox('GET', '/outlook/masterCategories', (request) =>
    ok({
      value: ['Blue category', 'Green category', 'Orange category'].map((displayName, at) => ({
        id: stableGuid(request.owner.id, displayName),
        displayName,
        color: `preset${String(at)}`,
      })),
    }),
  );
  router.mailbox('POST', '/outlook/masterCategories', (request) =>
    created({ id: stableGuid(request.owner.id, JSON.stringify(jsonBody(request))), ...jsonBody(request) }),
  );
  router.mailbox('GET', '/outlook/supportedTimeZones', (request) => {
    const isIana = /'Iana'/i.test(decodeURIComponent(request.path));
    const zones = isIana ? IANA_ZONES : Object.keys(WINDOWS_TO_IANA_MAP);
    return ok({ value: zones.map((alias) => ({ alias, displayName: alias })) });
  });
}

/** A person's working hours as Graph writes them. */
export function workingHoursView(person: DirectoryPerson): Json {
  const { days, start, end } = person.workingHours;
  return {
    daysOfWeek: days,
    startTime: `${start}:00.0000000`,
    endTime: `${end}:00.0000000`,
    timeZone: { name: windowsZone(person.timeZone) },
  };
}

function settings(person: DirectoryPerson, now: number): Json {
  const leave = person.away.find(
    (one) =>
      toEpoch(`${one.from}T00:00:00`, person.timeZone) <= now && now < toEpoch(`${one.to}T23:59:59`, person.timeZone),
  );
  const next = leave ?? person.away.find((one) => toEpoch(`${one.from}T00:00:00`, person.timeZone) > now);
  return {
    archiveFolder: stableItemId('archive', person.id),
    timeZone: windowsZone(person.timeZone),
    dateFormat: 'dd/MM/yyyy',
    timeFormat: 'HH:mm',
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    userPurpose: 'user',
    language: { locale: person.language, displayName: person.language },
    workingHours: workingHoursView(person),
    automaticRepliesSetting: {
      status: leave === undefined ? 'disabled' : 'scheduled',
      externalAudience: 'none',
      internalReplyMessage: leave?.message ?? '',
      externalReplyMessage: '',
      scheduledStartDateTime: {
        dateTime: graphDateTime(`${next?.from ?? '2026-01-01'}T00:00:00`),
        timeZone: windowsZone(person.timeZone),
      },
      scheduledEndDateTime: {
        dateTime: graphDateTime(`${next?.to ?? '2026-01-01'}T23:59:59`),
        timeZone: windowsZone(person.timeZone),
      },
    },
  };
}
