import { GraphError } from '../graph/error.ts';
import type { GraphRequest, Json } from '../graph/request.ts';
import { graphInstant } from '../calendar/local-time.ts';
import type { StoredSubscription } from '../tenant/stored.ts';

const MINUTE_MS = 60_000;
const SHORTEST_LIFE_MINUTES = 45;

type Kind = NonNullable<StoredSubscription['kind']>;

/** How long a subscription may live, in minutes, by what it watches. */
const LONGEST_LIFE_MINUTES: Record<Kind, number> = { events: 10_080, messages: 10_080, tasks: 4_230 };

/** Permissions that let somebody be told; tasks belong to a signed-in person alone. */
const PERMISSIONS: Record<Kind, { delegated: readonly string[]; application: readonly string[] }> = {
  events: { delegated: ['Calendars.Read'], application: ['Calendars.Read'] },
  messages: { delegated: ['Mail.Read', 'Mail.ReadBasic'], application: ['Mail.Read', 'Mail.ReadBasic.All'] },
  tasks: { delegated: ['Tasks.ReadWrite'], application: [] },
};

/** Graph's name for an item of what is watched. */
const TYPES: Record<Kind, string> = {
  events: '#Microsoft.Graph.Event',
  messages: '#Microsoft.Graph.Message',
  tasks: '#Microsoft.Graph.todoTask',
};

export interface Watched {
  kind: Kind;
  mailbox: string;
  within: string | null;
}

/** Permissions of which any one lets somebody be told of such changes: reading, and writing which includes it. */
export function permissionsFor(kind: Kind): { delegated: readonly string[]; application: readonly string[] } {
  const both = (one: string) => [one, one.replace(/\.Read(?:Basic)?$/, '.ReadWrite')];
  const { delegated, application } = PERMISSIONS[kind];
  return { delegated: delegated.flatMap(both), application: application.flatMap(both) };
}

/** What kind of thing a subscription watches. */
export function kindOf(subscription: StoredSubscription): Kind {
  return subscription.kind ?? 'events';
}

/** What an address to be watched names. @throws GraphError 400, 403 or 501 for what cannot be watched */
export function watchedBy(request: GraphRequest, resource: string): Watched {
  const [path = '', query] = resource.replace(/^\/?(?:v1\.0\/)?/i, '').split('?');
  const steps = path.split('/').map((step) => decoded(step));
  const isMe = steps[0]?.toLowerCase() === 'me';
  const [named, below] = isMe ? ['me', steps.slice(1)] : [steps[1] ?? '', steps.slice(2)];
  if (!isMe && steps[0]?.toLowerCase() !== 'users') {
    throw notHere(resource);
  }
  const found = watchedBelow(below);
  if (found === null || query !== undefined) {
    throw query === undefined ? cannotWatch(resource) : notHere(resource);
  }
  const person = isMe ? request.caller.person : request.tenant.person(named);
  if (person === null || person === undefined) {
    throw isMe
      ? new GraphError(400, 'BadRequest', '/me request is only valid with delegated authentication flow.')
      : new GraphError(404, 'ResourceNotFound', `Resource '${named}' does not exist.`);
  }
  checkMayWatch(request, found.kind, person.id);
  return { ...found, mailbox: person.id };
}

function watchedBelow(below: readonly string[]): Omit<Watched, 'mailbox'> | null {
  const name = below.map((step) => step.toLowerCase()).join('/');
  if (name === 'events' || name === 'calendar/events') {
    return { kind: 'events', within: null };
  }
  if (name === 'messages') {
    return { kind: 'messages', within: null };
  }
  const folder = /^mailfolders(?:\('([^']+)'\)|\/([^/]+))\/messages$/i.exec(below.join('/'));
  if (folder !== null) {
    return { kind: 'messages', within: folder[1] ?? folder[2] ?? null };
  }
  const list = /^todo\/lists(?:\('([^']+)'\)|\/([^/]+))\/tasks$/i.exec(below.join('/'));
  return list === null ? null : { kind: 'tasks', within: list[1] ?? list[2] ?? null };
}

function checkMayWatch(request: GraphRequest, kind: Kind, mailbox: string): void {
  const { person, permissions } = request.caller;
  const { application, delegated } = permissionsFor(kind);
  const wanted = person === null ? application : delegated;
  if (!wanted.some((one) => permissions.has(one)) || (person !== null && person.id !== mailbox)) {
    throw new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  }
}

/** Until when a subscription lives: as asked, but at least 45 minutes. @throws GraphError 400 */
export function expiryOf(asked: unknown, kind: Kind, now: number): number {
  const at = Date.parse(typeof asked === 'string' ? asked : '');
  const longest = LONGEST_LIFE_MINUTES[kind];
  if (Number.isNaN(at)) {
    throw new GraphError(400, 'InvalidRequest', 'The expirationDateTime of the subscription is missing or not valid.');
  }
  if (at > now + longest * MINUTE_MS) {
    const words = `Subscription expiration can only be ${String(longest)} minutes in the future.`;
    throw new GraphError(400, 'ValidationError', words);
  }
  return Math.max(at, now + SHORTEST_LIFE_MINUTES * MINUTE_MS);
}

/** How Graph names an item in a notification. */
export function itemResource(subscription: StoredSubscription, itemId: string): { resource: string; type: string } {
  const kind = kindOf(subscription);
  const steps = { events: 'Events', messages: 'Messages', tasks: `todo/lists/${subscription.within ?? ''}/tasks` };
  return { resource: `Users/${subscription.mailbox}/${steps[kind]}/${itemId}`, type: TYPES[kind] };
}

/** A subscription as Graph writes it. */
export function subscriptionView(subscription: StoredSubscription): Json {
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

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

function cannotWatch(resource: string): GraphError {
  return new GraphError(400, 'ExtensionError', `Resource '${resource}' cannot be subscribed to here.`);
}

function notHere(resource: string): GraphError {
  const words = `The local Microsoft 365 watches calendars, mail and tasks, not '${resource}'. The row to add is in docs/local-microsoft-365.md, section Subscriptions.`;
  return new GraphError(501, 'NotImplementedLocally', words);
}
