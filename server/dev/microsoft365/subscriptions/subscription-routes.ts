import { GraphError } from '../graph/error.ts';
import type { Answer, GraphRequest } from '../graph/request.ts';
import { created, jsonBody, noContent, ok, page, param, preference } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { freshGuid } from '../tenant/identifiers.ts';
import type { StoredSubscription } from '../tenant/stored.ts';
import type { Deliveries } from './deliveries.ts';
import { checkAddress, shakeHands } from './handshake.ts';
import { expiryOf, kindOf, subscriptionView, watchedBy } from './subscription.ts';

const MOST_PER_MAILBOX = 1000;
const LONGEST_CLIENT_STATE = 128;
const CHANGES = ['created', 'updated', 'deleted'];

/** Whoever may read any of what can be watched; what exactly is looked at once it is known what is to be watched. */
const WATCHERS = {
  delegated: ['Calendars.Read', 'Mail.Read', 'Mail.ReadBasic', 'Tasks.ReadWrite'],
  application: ['Calendars.Read', 'Mail.Read', 'Mail.ReadBasic.All'],
};

/** Subscriptions to calendars, mail and tasks: made with a handshake, renewed, authorised again, removed. */
export function graphSubscriptions(router: GraphRouter, deliveries: Deliveries): void {
  const one = '/subscriptions/{subscription-id}';
  router.at('POST', '/subscriptions', (request) => subscribe(request, deliveries), WATCHERS);
  router.at('GET', '/subscriptions', (request) => listed(request), WATCHERS);
  router.at('GET', one, (request) => ok(subscriptionView(find(request))), WATCHERS);
  router.at('PATCH', one, (request) => renew(request, deliveries), WATCHERS);
  router.at('DELETE', one, (request) => remove(request), WATCHERS);
  router.at('POST', `${one}/reauthorize`, (request) => reauthorize(request, deliveries), WATCHERS);
}

function listed(request: GraphRequest): Answer {
  return page(request, visible(request).map(subscriptionView), { pageSize: MOST_PER_MAILBOX });
}

/** A person's token sees what was made in their name, an application's all of its own. */
function visible({ caller, tenant }: GraphRequest): StoredSubscription[] {
  return tenant.subscriptions
    .values()
    .filter(
      (one) =>
        one.applicationId === caller.appId &&
        one.expiresAt > tenant.now() &&
        (caller.person === null || one.creatorId === caller.person.id),
    );
}

function find(request: GraphRequest): StoredSubscription {
  const found = visible(request).find((one) => one.id === param(request, 'subscription-id').toLowerCase());
  if (found === undefined) {
    throw new GraphError(404, 'ResourceNotFound', 'The object was not found.');
  }
  return found;
}

async function subscribe(request: GraphRequest, deliveries: Deliveries): Promise<Answer> {
  const subscription = asked(request);
  const existing = request.tenant.subscriptionsOf(subscription.mailbox).filter(isAlive(request));
  if (existing.some((one) => isSame(one, subscription))) {
    throw new GraphError(409, 'Conflict', 'A subscription for this resource and change type exists already.');
  }
  if (existing.length >= MOST_PER_MAILBOX) {
    const words = `Operation: Create; Exception: [Status Code: Forbidden; Reason: The mailbox has ${String(MOST_PER_MAILBOX)} subscriptions.]`;
    throw new GraphError(403, 'ExtensionError', words);
  }
  const urls = new Set([subscription.notificationUrl, subscription.lifecycleNotificationUrl ?? '']);
  for (const url of [...urls].filter((one) => one !== '')) {
    await shakeHands(url, deliveries.settings.handshakeMs);
  }
  request.tenant.subscriptions.put(subscription.id, subscription);
  return created(subscriptionView(subscription));
}

function isAlive({ tenant }: GraphRequest): (one: StoredSubscription) => boolean {
  const now = tenant.now();
  return (one) => one.expiresAt > now;
}

function isSame(one: StoredSubscription, other: StoredSubscription): boolean {
  const sorted = (text: string) => text.split(',').toSorted().join(',');
  return (
    one.applicationId === other.applicationId &&
    one.creatorId === other.creatorId &&
    kindOf(one) === kindOf(other) &&
    (one.within ?? null) === (other.within ?? null) &&
    sorted(one.changeType) === sorted(other.changeType) &&
    one.notificationUrl === other.notificationUrl
  );
}

/** What the body asks for. @throws GraphError for what Graph would refuse before it asks the receiver */
function asked(request: GraphRequest): StoredSubscription {
  const body = jsonBody(request);
  const text = (name: string) => {
    const value = body[name];
    return typeof value === 'string' ? value : null;
  };
  const [resource, changeType, notificationUrl] = [text('resource'), text('changeType'), text('notificationUrl')];
  if (resource === null || changeType === null || notificationUrl === null) {
    throw new GraphError(400, 'InvalidRequest', 'A subscription needs changeType, notificationUrl and resource.');
  }
  const changes = changeType.split(',').map((one) => one.trim().toLowerCase());
  if (!changes.every((one) => CHANGES.includes(one))) {
    throw new GraphError(400, 'InvalidRequest', `The changeType '${changeType}' is not valid.`);
  }
  const lifecycleNotificationUrl = text('lifecycleNotificationUrl');
  checkAddress(notificationUrl, 'notificationUrl');
  if (lifecycleNotificationUrl !== null) {
    checkAddress(lifecycleNotificationUrl, 'lifecycleNotificationUrl');
  }
  const clientState = text('clientState');
  if ((clientState ?? '').length > LONGEST_CLIENT_STATE) {
    const words = `The clientState of a subscription has at most ${String(LONGEST_CLIENT_STATE)} characters.`;
    throw new GraphError(400, 'InvalidRequest', words);
  }
  refuseContent(body);
  const watched = watchedBy(request, resource);
  return {
    ...watched,
    id: freshGuid(),
    resource,
    applicationId: request.caller.appId,
    creatorId: request.caller.person?.id ?? null,
    changeType: changes.join(','),
    notificationUrl,
    lifecycleNotificationUrl,
    clientState,
    expiresAt: expiryOf(body['expirationDateTime'], watched.kind, request.tenant.now()),
    latestSupportedTlsVersion: text('latestSupportedTlsVersion'),
    immutableIds: preference(request, 'IdType')?.toLowerCase() === 'immutableid',
    sessionId: sessionOf(request),
  };
}

function sessionOf({ caller, tenant }: GraphRequest): string | null {
  return caller.person === null ? null : tenant.register.sessionId(caller.person.id);
}

/** Notifications here carry no content: what to do about it is said, so that nobody waits for it. */
function refuseContent(body: Record<string, unknown>): void {
  if (body['includeResourceData'] !== true) {
    return;
  }
  if (typeof body['encryptionCertificate'] !== 'string' || typeof body['encryptionCertificateId'] !== 'string') {
    const words = 'A subscription that includes resource data needs an encryptionCertificate and its id.';
    throw new GraphError(400, 'InvalidRequest', words);
  }
  const words = 'The local Microsoft 365 sends notifications without resource data: leave includeResourceData out.';
  throw new GraphError(501, 'NotImplementedLocally', words);
}

async function renew(request: GraphRequest, deliveries: Deliveries): Promise<Answer> {
  const found = find(request);
  const body = jsonBody(request);
  if ('lifecycleNotificationUrl' in body && body['lifecycleNotificationUrl'] !== found.lifecycleNotificationUrl) {
    const words = 'The lifecycleNotificationUrl of a subscription cannot be changed: remove it and make another.';
    throw new GraphError(400, 'InvalidRequest', words);
  }
  const expiresAt = expiryOf(body['expirationDateTime'], kindOf(found), request.tenant.now());
  const url = body['notificationUrl'];
  if (typeof url === 'string' && url !== found.notificationUrl) {
    checkAddress(url, 'notificationUrl');
    await shakeHands(url, deliveries.settings.handshakeMs);
  }
  const renewed = {
    ...find(request),
    expiresAt,
    pausedAt: null,
    sessionId: sessionOf(request),
    notificationUrl: typeof url === 'string' ? url : found.notificationUrl,
  };
  request.tenant.subscriptions.put(renewed.id, renewed);
  deliveries.resume(renewed.id);
  return ok(subscriptionView(renewed));
}

function remove(request: GraphRequest): Answer {
  request.tenant.subscriptions.remove(find(request).id);
  return noContent();
}

function reauthorize(request: GraphRequest, deliveries: Deliveries): Answer {
  const found = find(request);
  request.tenant.subscriptions.put(found.id, { ...found, pausedAt: null, sessionId: sessionOf(request) });
  deliveries.resume(found.id);
  return { status: 202 };
}
