import type { Faults } from '../local/faults.ts';
import { GraphError } from '../graph/error.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { created, jsonBody, noContent, ok, page, param } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { freshGuid } from '../tenant/identifiers.ts';
import { graphInstant } from '../calendar/local-time.ts';
import type { StoredSubscription } from '../tenant/stored.ts';
import type { CalendarChange, Tenant } from '../tenant/tenant.ts';

const LONGEST_LIFE_MS = 10_080 * 60_000;
const SHORTEST_LIFE_MS = 45 * 60_000;
const HANDSHAKE_MS = 10_000;
const CALENDARS = { delegated: ['Calendars.Read', 'Mail.Read'], application: ['Calendars.Read', 'Mail.Read'] };

/** Subscriptions to calendars: made with a handshake, renewed, removed. */
export function graphSubscriptions(router: GraphRouter): void {
  router.at('POST', '/subscriptions', subscribe, CALENDARS);
  router.at(
    'GET',
    '/subscriptions',
    (request) => page(request, visible(request).map(view), { pageSize: 100 }),
    CALENDARS,
  );
  router.at('GET', '/subscriptions/{subscription-id}', (request) => ok(view(find(request))), CALENDARS);
  router.at(
    'PATCH',
    '/subscriptions/{subscription-id}',
    (request) => {
      const renewed = { ...find(request), expiresAt: expiry(request) };
      request.tenant.subscriptions.put(renewed.id, renewed);
      return ok(view(renewed));
    },
    CALENDARS,
  );
  router.at(
    'DELETE',
    '/subscriptions/{subscription-id}',
    (request) => {
      request.tenant.subscriptions.remove(find(request).id);
      return noContent();
    },
    CALENDARS,
  );
  router.at(
    'POST',
    '/subscriptions/{subscription-id}/reauthorize',
    (request) => {
      find(request);
      return { status: 202 };
    },
    CALENDARS,
  );
}

function visible(request: GraphRequest): StoredSubscription[] {
  return request.tenant.subscriptions
    .values()
    .filter((one) => one.applicationId === request.caller.appId && one.expiresAt > request.tenant.now());
}

function find(request: GraphRequest): StoredSubscription {
  const found = visible(request).find((one) => one.id === param(request, 'subscription-id'));
  if (found === undefined) {
    throw new GraphError(404, 'ResourceNotFound', 'The object was not found.');
  }
  return found;
}

function expiry(request: GraphRequest): number {
  const asked = jsonBody(request)['expirationDateTime'];
  const at = Date.parse(typeof asked === 'string' ? asked : '');
  const now = request.tenant.now();
  if (Number.isNaN(at) || at > now + LONGEST_LIFE_MS) {
    throw new GraphError(400, 'ValidationError', 'Subscription expiration can only be 10080 minutes in the future.');
  }
  return Math.max(at, now + SHORTEST_LIFE_MS);
}

async function subscribe(request: GraphRequest): Promise<Answer> {
  const body = jsonBody(request);
  const text = (name: string) => {
    const value = body[name];
    return typeof value === 'string' ? value : null;
  };
  const [resource, changeType, notificationUrl] = [text('resource'), text('changeType'), text('notificationUrl')];
  if (resource === null || changeType === null || notificationUrl === null) {
    throw new GraphError(400, 'InvalidRequest', 'A subscription needs changeType, notificationUrl and resource.');
  }
  const lifecycleNotificationUrl = text('lifecycleNotificationUrl');
  const subscription: StoredSubscription = {
    id: freshGuid(),
    resource,
    mailbox: mailboxOf(request, resource),
    applicationId: request.caller.appId,
    creatorId: request.caller.person?.id ?? null,
    changeType,
    notificationUrl,
    lifecycleNotificationUrl,
    clientState: text('clientState'),
    expiresAt: expiry(request),
    latestSupportedTlsVersion: text('latestSupportedTlsVersion'),
  };
  if (
    visible(request).some(
      (one) =>
        one.mailbox === subscription.mailbox &&
        one.changeType === changeType &&
        one.notificationUrl === notificationUrl,
    )
  ) {
    throw new GraphError(409, 'Conflict', 'A subscription for this resource and change type exists already.');
  }
  for (const url of [notificationUrl, lifecycleNotificationUrl]) {
    if (url !== null) {
      await shakeHands(url);
    }
  }
  request.tenant.subscriptions.put(subscription.id, subscription);
  return created(view(subscription));
}

function mailboxOf(request: GraphRequest, resource: string): string {
  const found = /^\/?(?:me|users\/([^/]+))\/events(\/.+)?$/i.exec(resource.replace(/^\/?v1\.0\//, ''));
  const person =
    found === null
      ? undefined
      : found[1] === undefined
        ? request.caller.person
        : request.tenant.person(decodeURIComponent(found[1]));
  if (found?.[2] !== undefined || person === undefined || person === null) {
    throw new GraphError(400, 'ExtensionError', `Resource '${resource}' cannot be subscribed to here.`);
  }
  return person.id;
}

/** The receiver must give back the token, decoded and as plain text, while the subscription is being made. */
async function shakeHands(url: string): Promise<void> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${freshGuid()}`;
  let answer: globalThis.Response;
  try {
    answer = await fetch(`${url}${url.includes('?') ? '&' : '?'}validationToken=${encodeURIComponent(token)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      signal: AbortSignal.timeout(HANDSHAKE_MS),
    });
  } catch {
    throw new GraphError(400, 'InvalidRequest', 'Subscription validation request timed out.');
  }
  if (answer.status !== 200) {
    throw new GraphError(
      400,
      'ValidationError',
      `The server committed a protocol violation: notification endpoint must respond with 200 OK to validation request, but answered ${String(answer.status)}.`,
    );
  }
  if ((await answer.text()) !== token) {
    throw new GraphError(400, 'ValidationError', 'Response must exactly match validationToken query parameter.');
  }
}

function view(subscription: StoredSubscription): Json {
  return {
    id: subscription.id,
    resource: subscription.resource,
    applicationId: subscription.applicationId,
    changeType: subscription.changeType,
    clientState: subscription.clientState,
    notificationUrl: subscription.notificationUrl,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl,
    expirationDateTime: graphInstant(subscription.expiresAt),
    creatorId: subscription.creatorId,
    latestSupportedTlsVersion: subscription.latestSupportedTlsVersion,
    includeResourceData: false,
    notificationQueryOptions: null,
  };
}

/** Sends subscribers what changed, soon after and outside any request; a receiver that fails is not told again. */
export function deliverNotifications(tenant: Tenant, faults: Faults): void {
  tenant.onCalendarChange((change) => {
    const wanted = tenant
      .subscriptionsOf(change.mailbox)
      .filter((one) => one.expiresAt > change.at && one.changeType.split(',').includes(change.changeType));
    for (const subscription of wanted) {
      const fault = faults.notification({ method: 'POST', path: '/notifications', personId: change.mailbox });
      for (let copy = 0; copy < (fault?.copies ?? 1); copy += 1) {
        setTimeout(() => {
          void send(tenant, subscription, change);
        }, fault?.delayMs ?? 0);
      }
    }
  });
}

async function send(tenant: Tenant, subscription: StoredSubscription, change: CalendarChange): Promise<void> {
  const resource = `Users/${change.mailbox}/Events/${change.eventId}`;
  const item = {
    subscriptionId: subscription.id,
    subscriptionExpirationDateTime: graphInstant(subscription.expiresAt),
    changeType: change.changeType,
    resource,
    clientState: subscription.clientState,
    tenantId: tenant.id,
    resourceData: {
      '@odata.type': '#Microsoft.Graph.Event',
      '@odata.id': resource,
      '@odata.etag': `W/"${freshGuid()}"`,
      id: change.eventId,
    },
  };
  try {
    await fetch(subscription.notificationUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ value: [item] }),
      signal: AbortSignal.timeout(3_000),
    });
  } catch {
    // A notification that nobody takes is lost: receivers must look for themselves now and then.
  }
}
