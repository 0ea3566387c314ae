import { timingSafeEqual } from 'node:crypto';
import express, { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Actor } from '#core/people/person.ts';
import type { FollowQueue } from '../ports/following.ts';
import type { Clock, Logger } from '../ports/system.ts';

/** Where Microsoft Graph tells of changes; what concerns a subscription itself comes below it. */
export const notificationsPath = '/graph/notifications';

const mostBytes = '1mb';
const longestToken = 4096;
const id = z.string().max(600);

const told = z.object({
  value: z
    .array(
      z.object({
        subscriptionId: z.string().max(100),
        clientState: z.string().max(200).nullish(),
        tenantId: z.string().max(100).nullish(),
        resourceData: z.object({ id: id.nullish() }).nullish(),
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

/** Whose calendar a notification is about. Null: it is not from a subscription of ours, whatever it says. */
async function mailboxOf(
  needs: NotificationNeeds,
  subscriptionId: string,
  some: readonly Told[],
): Promise<Actor | null> {
  const known = await needs.followQueue.bySubscription(subscriptionId);
  const hash = known?.clientStateHash ?? '';
  const isOurs = some.every(
    ({ clientState, tenantId }) =>
      sameHash(needs.fingerprint(clientState ?? ''), hash) &&
      (tenantId == null || tenantId.toLowerCase() === known?.tenantId),
  );
  if (known !== null && isOurs) return { tenantId: known.tenantId, personId: known.personId };
  needs.log.warn('notification-not-ours', { isKnown: known !== null });
  return null;
}

/** Keeps what was told, before it is answered: then a process that ends now loses nothing. */
async function keep(needs: NotificationNeeds, value: readonly Told[]): Promise<void> {
  const bySubscription = Map.groupBy(value, ({ subscriptionId, clientState, tenantId }) =>
    JSON.stringify([subscriptionId, clientState, tenantId]),
  );
  for (const some of bySubscription.values()) {
    const subscriptionId = some[0]?.subscriptionId ?? '';
    const actor = await mailboxOf(needs, subscriptionId, some);
    if (actor === null) continue;
    const lifecycle = new Set(some.flatMap(({ lifecycleEvent }) => lifecycleEvent ?? []));
    if (lifecycle.has('subscriptionRemoved') || lifecycle.has('reauthorizationRequired'))
      await needs.followQueue.endSubscription(actor, subscriptionId, lifecycle.has('subscriptionRemoved'));
    const eventIds = [...new Set(some.flatMap(({ resourceData }) => resourceData?.id ?? []))];
    await needs.followQueue.hint(actor, eventIds, needs.clock.now(), lifecycle.size > 0);
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
