import { changeSettings, settingsOf } from './mailbox-settings.ts';
import { WINDOWS_ZONES, ianaNames, zoneTitle } from './zone-names.ts';
import { badRequest } from '../graph/error.ts';
import type { GraphSlice } from '../graph/openapi.ts';
import type { Answer, GraphRequest } from '../graph/request.ts';
import { jsonBody, ok, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';

const READS_SETTINGS = { delegated: ['MailboxSettings.Read'], application: ['MailboxSettings.Read'] };
const WRITES_SETTINGS = { delegated: ['MailboxSettings.ReadWrite'], application: ['MailboxSettings.ReadWrite'] };

/** Settings that can be asked for by themselves. */
const SINGLE = [
  'automaticRepliesSetting',
  'dateFormat',
  'delegateMeetingMessageDeliveryOptions',
  'language',
  'timeFormat',
  'timeZone',
  'userPurpose',
  'workingHours',
];

/** Mailbox settings and the zones a mailbox takes. */
export function graphSettings(router: GraphRouter, slice: GraphSlice): void {
  router.mailbox('GET', '/mailboxSettings', (request) =>
    ok(selected(request, { '@odata.context': contextOf(request), ...settingsOf(request.tenant, request.owner) })),
  );
  for (const name of SINGLE) {
    router.mailbox('GET', `/mailboxSettings/${name}`, (request) => oneSetting(request, name), READS_SETTINGS);
  }
  router.mailbox(
    'PATCH',
    '/mailboxSettings',
    (request) =>
      ok({
        '@odata.context': contextOf(request),
        ...changeSettings(request.tenant, slice, request.owner, jsonBody(request)),
      }),
    WRITES_SETTINGS,
  );
  router.mailbox('GET', '/outlook/supportedTimeZones', supportedZones);
}

function contextOf({ graphBase, owner }: GraphRequest): string {
  return `${graphBase}/$metadata#users('${owner.id}')/mailboxSettings`;
}

function oneSetting(request: GraphRequest, name: string): Answer {
  const value = settingsOf(request.tenant, request.owner)[name];
  const context = { '@odata.context': `${contextOf(request)}/${name}` };
  return ok(typeof value === 'object' ? { ...context, ...value } : { ...context, value });
}

/** Windows names unless the address asks for `(TimeZoneStandard=microsoft.graph.timeZoneStandard'Iana')`. */
function supportedZones(request: GraphRequest): Answer {
  const asked = /\((.*)\)\/?$/.exec(decodeURIComponent(request.path))?.[1] ?? '';
  const standard = /^(?:TimeZoneStandard=(?:microsoft\.graph\.timeZoneStandard)?'(Windows|Iana)')?$/i.exec(asked);
  if (standard === null) {
    throw badRequest(`Cannot read '${asked.slice(0, 100)}' as a time zone standard.`, 'BadRequest');
  }
  const names = standard[1]?.toLowerCase() === 'iana' ? ianaNames() : WINDOWS_ZONES;
  return ok({
    '@odata.context': `${request.graphBase}/$metadata#Collection(microsoft.graph.timeZoneInformation)`,
    value: names.map((alias) => ({
      alias,
      displayName: alias.includes('/') ? alias : zoneTitle(alias, request.tenant.now()),
    })),
  });
}
