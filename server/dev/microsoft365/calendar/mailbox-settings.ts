import { readShape } from './body-shape.ts';
import { momentInput } from './event-input.ts';
import { graphDateTime, ianaZone, toEpoch, windowsZone } from './local-time.ts';
import { daysInput, invalidZone, workingHoursInput, workingHoursView } from './working-hours.ts';
import { badRequest } from '../graph/error.ts';
import type { GraphSlice } from '../graph/openapi.ts';
import { bodyValue } from '../graph/request.ts';
import type { Json } from '../graph/request.ts';
import { stableItemId } from '../tenant/identifiers.ts';
import type { DirectoryPerson, Tenant } from '../tenant/tenant.ts';

/** What is written as it comes. */
const PLAIN = ['dateFormat', 'timeFormat', 'delegateMeetingMessageDeliveryOptions'] as const;
const NO_MOMENT = '0001-01-01T00:00:00';

/** A person's mailbox settings: the organisation's, with what they changed themselves. */
export function settingsOf(tenant: Tenant, person: DirectoryPerson): Json {
  return {
    archiveFolder: stableItemId('archive', person.id),
    timeZone: windowsZone(person.timeZone),
    dateFormat: 'dd/MM/yyyy',
    timeFormat: 'HH:mm',
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    userPurpose: 'user',
    language: languageOf(person.language),
    automaticRepliesSetting: repliesOfLeave(person, tenant.now()),
    ...tenant.settings.get(person.id),
    workingHours: workingHoursView(tenant, person),
  };
}

/** Away messages follow a person's leave until they set their own. */
function repliesOfLeave(person: DirectoryPerson, now: number): Json {
  const at = (local: string) => toEpoch(local, person.timeZone);
  const leave = person.away.find((one) => at(`${one.from}T00:00:00`) <= now && now < at(`${one.to}T23:59:59`));
  const next = leave ?? person.away.find((one) => at(`${one.from}T00:00:00`) > now);
  const zone = windowsZone(person.timeZone);
  return {
    status: leave === undefined ? 'disabled' : 'scheduled',
    externalAudience: 'none',
    internalReplyMessage: leave?.message ?? '',
    externalReplyMessage: '',
    scheduledStartDateTime: {
      dateTime: graphDateTime(next === undefined ? NO_MOMENT : `${next.from}T00:00:00`),
      timeZone: zone,
    },
    scheduledEndDateTime: {
      dateTime: graphDateTime(next === undefined ? NO_MOMENT : `${next.to}T23:59:59`),
      timeZone: zone,
    },
  };
}

/** Changes a person's settings and gives those that were named. @throws GraphError 400 with the codes of user-update-mailboxsettings. */
export function changeSettings(tenant: Tenant, slice: GraphSlice, person: DirectoryPerson, sent: Json): Json {
  daysInput(bodyValue(sent, 'workingHours/daysOfWeek'));
  const body = readShape(slice, sent, 'mailboxSettings');
  const before = settingsOf(tenant, person);
  const changed: Json = Object.fromEntries(
    PLAIN.filter((name) => typeof body[name] === 'string').map((name) => [name, body[name]]),
  );
  if (typeof body['timeZone'] === 'string') {
    changed['timeZone'] = zoneInput(body['timeZone']);
  }
  if (isObject(body['language'])) {
    changed['language'] = languageInput(body['language']['locale']);
  }
  if (isObject(body['workingHours'])) {
    changed['workingHours'] = workingHoursInput(body['workingHours'], before['workingHours'] as Json);
  }
  if (isObject(body['automaticRepliesSetting'])) {
    changed['automaticRepliesSetting'] = repliesInput(
      body['automaticRepliesSetting'],
      before['automaticRepliesSetting'] as Json,
      tenant.now(),
    );
  }
  tenant.settings.put(person.id, { ...tenant.settings.get(person.id), ...changed });
  return changed;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function zoneInput(name: string): string {
  if (ianaZone(name) === null) {
    throw invalidZone();
  }
  return name.includes('/') ? windowsZone(name) : name;
}

function languageInput(locale: unknown): Json {
  try {
    return languageOf(new Intl.Locale(String(locale)).toString());
  } catch {
    throw badRequest(`Requested value '${String(locale).slice(0, 100)}' was not found.`, 'InvalidArguments');
  }
}

function languageOf(locale: string): Json {
  return {
    locale,
    displayName: new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' }).of(locale),
  };
}

function repliesInput(asked: Json, before: Json, now: number): Json {
  const merged = { ...before, ...asked };
  for (const name of ['status', 'externalAudience'] as const) {
    const value = String(merged[name]);
    merged[name] = `${value.slice(0, 1).toLowerCase()}${value.slice(1)}`;
  }
  for (const name of ['scheduledStartDateTime', 'scheduledEndDateTime'] as const) {
    const { dateTime, timeZone } = merged[name] as Json;
    if (asked[name] !== undefined && asked[name] !== null) {
      const moment = momentInput(asked[name], name);
      merged[name] = {
        dateTime: graphDateTime(moment.local),
        timeZone: typeof timeZone === 'string' ? timeZone : 'UTC',
      };
    } else {
      merged[name] = { dateTime, timeZone };
    }
  }
  if (merged['status'] === 'scheduled') {
    refusePastRange(merged, now);
  }
  return merged;
}

/** Replies can only be scheduled for a range that is still ahead. */
function refusePastRange(replies: Json, now: number): void {
  const [from, to] = ['scheduledStartDateTime', 'scheduledEndDateTime'].map((name) => {
    const { local, zone } = momentInput(replies[name], name);
    return toEpoch(local, zone);
  });
  if (from === undefined || to === undefined || to <= from || to <= now) {
    throw badRequest(
      'The range of scheduled automatic replies has to end in the future, after its start.',
      'InvalidArguments',
    );
  }
}
