import type { Clock } from '#server/ports/system.ts';
import type { Outlook } from '#server/ports/outlook.ts';
import { readChanges } from './graph-changes.ts';
import type { GraphConfig } from './graph-config.ts';
import { readEvent, readSeries, seriesWith } from './graph-following.ts';
import type { GraphHttp } from './graph-http.ts';
import { renew, subscribe } from './graph-subscriptions.ts';

const scopes = ['Calendars.ReadWrite'];

/** Outlook as it stands, over Microsoft Graph. */
export function graphOutlook(
  http: GraphHttp,
  config: GraphConfig,
  needs: { readonly clock: Clock; readonly notificationUrl: string },
): Outlook {
  const { clock, notificationUrl } = needs;
  return {
    readSeries: (actor, item, from, until) =>
      readSeries(http(actor, scopes), config.defaultZone, item, { from, until, now: clock.now() }),
    readEvent: (actor, item) => readEvent(http(actor, scopes), config.defaultZone, item, clock.now()),
    seriesWith: (actor, two) => seriesWith(http(actor, scopes), config.defaultZone, two),
    changes: (actor, deltaLink, from, until) =>
      readChanges(http(actor, scopes), `${config.origin}/v1.0`, deltaLink, { from, until }),
    subscribe: (actor, clientState) =>
      subscribe(http(actor, scopes), actor, { clientState, notificationUrl, now: clock.now() }),
    renew: (actor, subscriptionId) => renew(http(actor, scopes), subscriptionId, clock.now()),
  };
}
