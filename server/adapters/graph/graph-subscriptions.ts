import type { Actor } from '#core/people/person.ts';
import { addMinutes } from '#core/time.ts';
import type { Instant } from '#core/time-types.ts';
import { Failure } from '#server/ports/failures.ts';
import type { Subscription } from '#server/ports/outlook.ts';
import { subscriptionAnswer } from './graph-following-schemas.ts';
import type { GraphCaller } from './graph-http.ts';
import { instantOfText } from './graph-time.ts';

/** Graph lets a subscription to a calendar live 10,080 minutes; clocks differ a little. */
const lifeMinutes = 10_070;

interface Wanted {
  readonly clientState: string;
  /** Where Graph tells changes to. */
  readonly notificationUrl: string;
  readonly now: Instant;
}

/**
 * Subscribes to a person's calendar. Graph asks the address to prove itself before it answers, so nothing may be locked meanwhile.
 * One left over from a try whose answer was lost stands in the way: nobody knows its secret, so it is taken away.
 */
export async function subscribe(caller: GraphCaller, actor: Actor, wanted: Wanted): Promise<Subscription> {
  const ask = () =>
    caller.write(
      {
        method: 'POST',
        path: '/subscriptions',
        body: {
          changeType: 'created,updated,deleted',
          resource: `/users/${actor.personId}/events`,
          notificationUrl: wanted.notificationUrl,
          lifecycleNotificationUrl: `${wanted.notificationUrl}/lifecycle`,
          clientState: wanted.clientState,
          expirationDateTime: addMinutes(wanted.now, lifeMinutes),
        },
      },
      subscriptionAnswer,
    );
  try {
    return made(await ask());
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'outlook-conflict') throw error;
    await removeOurs(caller, wanted.notificationUrl);
    return made(await ask());
  }
}

/** Lets a subscription live on. Null: Graph has none of that id. */
export async function renew(caller: GraphCaller, subscriptionId: string, now: Instant): Promise<Subscription | null> {
  const path = `/subscriptions/${encodeURIComponent(subscriptionId)}`;
  try {
    const body = { expirationDateTime: addMinutes(now, lifeMinutes) };
    return made(await caller.write({ method: 'PATCH', path, body }, subscriptionAnswer));
  } catch (error) {
    if (error instanceof Failure && error.code === 'outlook-missing') return null;
    throw error;
  }
}

async function removeOurs(caller: GraphCaller, notificationUrl: string): Promise<void> {
  const all = await caller.readAll('/subscriptions', subscriptionAnswer);
  for (const one of all.filter((other) => other.notificationUrl === notificationUrl))
    await caller.writeOnly({ method: 'DELETE', path: `/subscriptions/${encodeURIComponent(one.id)}` });
}

function made({ id, expirationDateTime }: { readonly id: string; readonly expirationDateTime: string }): Subscription {
  return { id, until: instantOfText(expirationDateTime) };
}
