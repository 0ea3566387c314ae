import { timingSafeEqual } from 'node:crypto';
import express, { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { FollowQueue, Subscribed } from '../ports/following.ts';
import type { Clock, Logger } from '../ports/system.ts';

/** Where Microsoft Graph tells of changes; what concerns a subscription itself comes below it. */
export const notificationsPath = '/graph/notifications';

const mostBytes = '1mb';
const longestToken = 4096;
/** Microsoft's ids are plain; anything else could not be kept. */
const plain = z.string().regex(/^[!-~]*$/);

const told = z.object({
  value: z
    .array(
      z.object({
        subscriptionId: plain.max(100),
        clientState: z.string().max(200).nullish(),
        tenantId: z.string().max(100).nullish(),
        resourceData: z.object({ id: plain.max(600).nullish(), '@odata.etag': plain.max(300).nullish() }).nullish(),
        lifecycleEvent: z.string().max(100).nullish(),
      }),
    )
    .max(1000),
});
type Told = z.infer<typeof told>['value'][number];

interface NotificationNeeds {
  readonly followQueue: FollowQueue;
  readonly fingerprint: (text: string) => string;
  readonly clock: Clock;
  readonly log: Logger;
}

function sameHash(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}

/** Whether what is said of a subscription knows its secret, and names no other tenant. */
function isOurs(needs: NotificationNeeds, known: Subscribed | undefined, { clientState, tenantId }: Told): boolean {
  const isKnown = sameHash(needs.fingerprint(clientState ?? ''), known?.clientStateHash ?? '');
  return isKnown && (tenantId == null || tenantId.toLowerCase() === known?.tenantId);
}

/** What it names and, after a space, its version: neither has one in it. */
function hintOf({ resourceData }: Told): string[] {
  if (resourceData?.id == null) return [];
  const told = resourceData['@odata.etag'];
  return [told == null ? resourceData.id : `${resourceData.id} ${told}`];
}

/** Keeps what was told, before it is answered: then a process that ends now loses nothing. */
async function keep(needs: NotificationNeeds, value: readonly Told[]): Promise<void> {
  const told = Map.groupBy(value, ({ subscriptionId }) => subscriptionId);
  const known = await needs.followQueue.bySubscription([...told.keys()]);
  const count = value.filter((one) => !isOurs(needs, known.get(one.subscriptionId), one)).length;
  if (count > 0) needs.log.warn('notification-not-ours', { count });
  for (const [subscriptionId, all] of told) {
    const subscribed = known.get(subscriptionId);
    const some = all.filter((one) => isOurs(needs, subscribed, one));
    if (subscribed === undefined || some.length === 0) continue;
    const { tenantId, personId } = subscribed;
    const actor = { tenantId, personId };
    const lifecycle = new Set(some.flatMap(({ lifecycleEvent }) => lifecycleEvent ?? []));
    if (lifecycle.has('subscriptionRemoved') || lifecycle.has('reauthorizationRequired'))
      await needs.followQueue.endSubscription(actor, subscriptionId, lifecycle.has('subscriptionRemoved'));
    const hints = [...new Set(some.flatMap(hintOf))];
    await needs.followQueue.hint(actor, hints, needs.clock.now(), lifecycle.size > 0);
  }
}

/**
 * What Microsoft Graph tells without being asked. It is only ever a hint: nothing in it is believed, the calendar is read again.
 * Nobody is signed in here; what does not know the subscription's secret has no effect.
 */
export function graphNotifications(needs: NotificationNeeds): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const take = async (request: Request, response: Response): Promise<void> => {
    response.setHeader('Cache-Control', 'no-store');
    const token = request.query['validationToken'];
    if (typeof token === 'string') {
      response.status(token.length <= longestToken ? 200 : 400).type('text/plain');
      response.send(token.length <= longestToken ? token : '');
      return;
    }
    const body = told.safeParse(request.body);
    if (!body.success) {
      needs.log.warn('notification-malformed');
      response.status(400).end();
      return;
    }
    await keep(needs, body.data.value);
    response.status(202).end();
  };
  const read = express.json({ limit: mostBytes, strict: true });
  router.post(notificationsPath, read, take);
  router.post(`${notificationsPath}/lifecycle`, read, take);
  return router;
}
