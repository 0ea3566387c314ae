import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { GraphAnswer, Json, SignedIn } from './local-microsoft365.ts';
import { NOW, items, local, seriesBody, signIn, startLocal } from './local-microsoft365.ts';
import type { Receiver } from './notification-receiver.ts';
import { notificationReceiver } from './notification-receiver.ts';

export const MINUTE = 60_000;

/** Time stands still until a test moves it. */
export const clock = { now: NOW };
export let m365: Microsoft365;
export let priya: SignedIn;
/** Takes what is told of Priya's mailbox; a new one for each test. */
export let receiver: Receiver;

/** One local Microsoft 365 for a test file; each test begins with nothing subscribed to. */
export function keepMailbox(): void {
  beforeAll(async () => {
    m365 = await startLocal({ now: () => clock.now });
  });
  afterAll(() => m365.close());
  beforeEach(async () => {
    receiver = await notificationReceiver();
    await signInAgain();
  });
  afterEach(async () => {
    for (const one of items(await priya.graph('GET', '/subscriptions'))) {
      await priya.graph('DELETE', `/subscriptions/${String(one['id'])}`);
    }
    await local(m365, 'DELETE', '/faults');
    await local(m365, 'DELETE', '/deliveries');
    receiver.close();
  });
}

/** Priya with a token of this moment. */
export async function signInAgain(): Promise<void> {
  priya = await signIn(m365, 'priya');
}

export function inMinutes(minutes: number): string {
  return new Date(clock.now + minutes * MINUTE).toISOString();
}

export function subscribe(more: Json = {}, person = priya): Promise<GraphAnswer> {
  return person.graph('POST', '/subscriptions', {
    changeType: 'created,updated,deleted',
    resource: '/me/events',
    clientState: 'secret',
    notificationUrl: receiver.url,
    expirationDateTime: inMinutes(600),
    ...more,
  });
}

/** Delivers what is due now. */
export async function deliver(): Promise<void> {
  await local(m365, 'POST', '/deliveries/run');
}

export function newEvent(body: Json = seriesBody({ attendees: [] })): Promise<GraphAnswer> {
  return priya.graph('POST', '/me/events', body);
}

/** One thing of each notification that came, in order. */
export function told(what = 'changeType'): unknown[] {
  return receiver.told.map((one) => one[what]);
}
