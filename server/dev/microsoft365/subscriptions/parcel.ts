import { graphInstant } from '../calendar/local-time.ts';
import type { Json } from '../graph/request.ts';
import { freshGuid } from '../tenant/identifiers.ts';
import type { StoredSubscription } from '../tenant/stored.ts';
import { itemResource } from './subscription.ts';

export const lifecycleEvents = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'] as const;

export type LifecycleEvent = (typeof lifecycleEvents)[number];

/** A change of something that may be watched. */
export interface WatchedChange {
  kind: 'events' | 'messages' | 'tasks';
  mailbox: string;
  itemId: string;
  changeType: 'created' | 'updated' | 'deleted';
  /** The mail folders or task list it lies in. */
  within?: readonly string[];
  /** Whether it concerns only those who watch one of these folders. */
  isOnlyWithin?: boolean;
  /** The item's version, as in its `@odata.etag`. */
  etag?: string;
}

/** One notification on its way to a receiver. */
export interface Parcel {
  subscriptionId: string;
  url: string;
  /** `created`, `updated`, `deleted`, or the lifecycle event. */
  what: string;
  item: Json;
  dueAt: number;
  firstAt: number | null;
  attempts: number;
  /** How long the receiver is taken to need, whatever it really needs. */
  slowAnswerMs: number;
  /** The first attempt fails before it arrives. */
  isCut: boolean;
}

/** How one attempt went. */
export interface DeliveryNote {
  at: string;
  subscriptionId: string;
  url: string;
  what: string;
  resource: string;
  attempt: number;
  outcome: 'delivered' | 'failed' | 'lost' | 'dropped' | 'given up' | 'paused';
  status: number | null;
}

type Fresh = Pick<Parcel, 'subscriptionId' | 'url' | 'what' | 'item'>;

/** The notification of a change. */
export function changeParcel(
  tenantId: string,
  subscription: StoredSubscription,
  change: WatchedChange,
  itemId: string,
): Fresh {
  const { resource, type } = itemResource(subscription, itemId);
  const item = {
    ...inCommon(tenantId, subscription),
    changeType: change.changeType,
    resource,
    resourceData: {
      '@odata.type': type,
      '@odata.id': resource,
      '@odata.etag': change.etag ?? `W/"${freshGuid()}"`,
      id: itemId,
    },
  };
  return { subscriptionId: subscription.id, url: subscription.notificationUrl, what: change.changeType, item };
}

/** The notification of something about the subscription itself, or null when nobody wanted to be told. */
export function lifecycleParcel(
  tenantId: string,
  subscription: StoredSubscription,
  event: LifecycleEvent,
): Fresh | null {
  const { lifecycleNotificationUrl: url } = subscription;
  const item = { ...inCommon(tenantId, subscription), lifecycleEvent: event };
  return url === null ? null : { subscriptionId: subscription.id, url, what: event, item };
}

function inCommon(tenantId: string, subscription: StoredSubscription): Json {
  return {
    subscriptionId: subscription.id,
    subscriptionExpirationDateTime: graphInstant(subscription.expiresAt),
    clientState: subscription.clientState,
    tenantId,
  };
}
