import { describe, expect, test } from 'vitest';
import type { Json } from './local-microsoft365.ts';
import { at, delegated, idOf, items, local } from './local-microsoft365.ts';
import {
  MINUTE,
  clock,
  deliver,
  inMinutes,
  keepMailbox,
  m365,
  newEvent,
  priya,
  receiver,
  signInAgain,
  subscribe,
  told,
} from './subscribed-mailbox.ts';

const HOUR = 60 * MINUTE;

keepMailbox();

describe('delivering', () => {
  test('a receiver that fails is told again, each time after twice as long, for four hours; then it has missed it', async () => {
    await subscribe({ lifecycleNotificationUrl: receiver.url });
    receiver.status = 500;
    await newEvent();
    await deliver();
    const began = clock.now;
    const attempts = [];
    for (const wait of [10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 4170]) {
      for (const step of [wait * 1000 - 1, 1]) {
        clock.now += step;
        await deliver();
        attempts.push(told().filter((one) => one === 'created').length);
      }
    }
    expect(attempts).toEqual([1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12]);
    expect([(clock.now - began) / HOUR, told('lifecycleEvent').at(-1)]).toEqual([4, 'missed']);
    clock.now = began;
  });

  test('a receiver that comes back gets what it could not take', async () => {
    await subscribe();
    receiver.status = 503;
    const event = await newEvent();
    await deliver();
    receiver.status = 202;
    clock.now += 10_000;
    await deliver();
    expect(receiver.told.map((one) => at(one, 'resourceData', 'id'))).toEqual([event.body['id'], event.body['id']]);
    const { body } = await local(m365, 'GET', '/deliveries');
    expect((body['log'] as Json[]).slice(0, 2).map((one) => one['outcome'])).toEqual(['delivered', 'failed']);
  });

  test('a receiver whose answers come late is told later, then not at all, until ten minutes have passed', async () => {
    await subscribe();
    await local(m365, 'POST', '/deliveries', { giveUpAfterMs: 1 });
    for (let told20 = 0; told20 < 17; told20 += 1) await newEvent();
    await deliver();
    await local(m365, 'POST', '/faults', { path: '/notifications/*', slowAnswerMs: 12_000, times: 2 });
    await newEvent();
    await newEvent();
    await deliver();
    await local(m365, 'DELETE', '/faults');
    const { body: late } = await newEvent();
    const isTold = () => receiver.told.some((one) => at(one, 'resourceData', 'id') === late['id']);
    await deliver();
    const atOnce = isTold();
    clock.now += 10_000;
    await deliver();
    expect([atOnce, isTold()]).toEqual([false, true]);
    await local(m365, 'POST', '/faults', { path: '/notifications/*', slowAnswerMs: 12_000, times: 3 });
    for (let slow = 0; slow < 3; slow += 1) await newEvent();
    clock.now += 10_000;
    await deliver();
    const { body } = await local(m365, 'GET', '/deliveries');
    expect(at(body, 'receivers', receiver.url)).toBe('drop');
    await newEvent();
    expect(at((await local(m365, 'GET', '/deliveries')).body, 'log', 0, 'outcome')).toBe('dropped');
    clock.now += 10 * MINUTE;
    await newEvent();
    await deliver();
    expect(at((await local(m365, 'GET', '/deliveries')).body, 'log', 0, 'outcome')).toBe('delivered');
  });
});

describe('lifecycle notifications', () => {
  const lifecycle = (event: string) => local(m365, 'POST', '/deliveries/lifecycle', { event, person: idOf('priya') });

  test('asked to authorise again, a receiver is told nothing more until it does, and then what waited', async () => {
    const made = await subscribe({ lifecycleNotificationUrl: receiver.url });
    expect((await lifecycle('reauthorizationRequired')).body).toEqual({ subscriptions: 1, told: 1 });
    await newEvent();
    await deliver();
    expect([told('lifecycleEvent'), told('clientState'), told('resource')]).toEqual([
      ['reauthorizationRequired'],
      ['secret'],
      [undefined],
    ]);
    const path = `/subscriptions/${String(made.body['id'])}`;
    expect((await priya.graph('POST', `${path}/reauthorize`)).status).toBe(202);
    await deliver();
    expect(told()).toEqual([undefined, 'created']);
  });

  test('a renewal authorises as well', async () => {
    const made = await subscribe({ lifecycleNotificationUrl: receiver.url });
    await lifecycle('reauthorizationRequired');
    await newEvent();
    await deliver();
    await priya.graph('PATCH', `/subscriptions/${String(made.body['id'])}`, { expirationDateTime: inMinutes(60) });
    await deliver();
    expect(told()).toEqual([undefined, 'created']);
  });

  test('a removed subscription is gone, and its receiver told once; without a lifecycle address nobody is', async () => {
    await subscribe({ lifecycleNotificationUrl: receiver.url });
    await subscribe({ changeType: 'created' });
    expect((await lifecycle('subscriptionRemoved')).body).toEqual({ subscriptions: 2, told: 1 });
    await newEvent();
    await deliver();
    expect([told('lifecycleEvent'), items(await priya.graph('GET', '/subscriptions'))]).toEqual([
      ['subscriptionRemoved'],
      [],
    ]);
  });
});

describe('what a subscription rests on', () => {
  async function byDuologue(): Promise<void> {
    const graph = await delegated(m365, 'priya', 'Calendars.Read');
    const body = {
      changeType: 'created',
      resource: '/me/events',
      notificationUrl: receiver.url,
      lifecycleNotificationUrl: receiver.url,
      expirationDateTime: inMinutes(60),
    };
    expect((await graph('POST', '/subscriptions', body)).status).toBe(201);
  }

  test('consent that is withdrawn asks for authorisation, once', async () => {
    await byDuologue();
    await local(m365, 'PUT', '/consent', { scopes: ['User.Read'] });
    await local(m365, 'PUT', '/consent', { scopes: ['Mail.Read'] });
    await deliver();
    expect(told('lifecycleEvent')).toEqual(['reauthorizationRequired']);
    await local(m365, 'PUT', '/consent', { scopes: ['*'] });
  });

  test('a session that is revoked takes the subscription along', async () => {
    await byDuologue();
    await local(m365, 'POST', `/accounts/${idOf('priya')}/revoke-sessions`);
    await deliver();
    expect(told('lifecycleEvent')).toEqual(['subscriptionRemoved']);
    await signInAgain();
  });
});

describe('faults of notifications', () => {
  const fault = (described: Json) => local(m365, 'POST', '/faults', { path: '/notifications/*', ...described });

  async function told4(seed: number): Promise<unknown[]> {
    receiver.told.length = 0;
    const ids: unknown[] = [];
    await fault({ reorder: 4, seed, times: 1 });
    for (let made = 0; made < 4; made += 1) ids.push((await newEvent()).body['id']);
    await deliver();
    await local(m365, 'DELETE', '/faults');
    return receiver.told.map((one) => ids.indexOf(at(one, 'resourceData', 'id')));
  }

  test('a queue really comes in another order, the same one with the same seed', async () => {
    await subscribe();
    const [one, again, other] = [await told4(5), await told4(5), await told4(6)];
    expect(one.toSorted()).toEqual([0, 1, 2, 3]);
    expect(one).not.toEqual([0, 1, 2, 3]);
    expect([again, other]).toEqual([one, expect.not.arrayContaining([one])]);
  });

  test('what was gathered goes on as it came when the fault is removed', async () => {
    await subscribe();
    await fault({ reorder: 10 });
    const [first, second] = [await newEvent(), await newEvent()];
    await deliver();
    expect(receiver.told).toEqual([]);
    await local(m365, 'DELETE', '/faults');
    await deliver();
    expect(receiver.told.map((one) => at(one, 'resourceData', 'id'))).toEqual([first.body['id'], second.body['id']]);
  });

  test('they come late, doubled, with another secret, or only after an attempt that failed', async () => {
    await subscribe();
    await fault({ delayMs: 5 * MINUTE });
    await newEvent();
    await deliver();
    expect(receiver.told.length).toBe(0);
    clock.now += 5 * MINUTE;
    await deliver();
    expect(receiver.told.length).toBe(1);
    await fault({ copies: 2, clientState: 'forged' });
    await newEvent();
    await deliver();
    expect(told('clientState')).toEqual(['secret', 'forged', 'forged']);
    await fault({ cut: true });
    await newEvent();
    await deliver();
    expect(receiver.told.length).toBe(3);
    clock.now += 10_000;
    await deliver();
    expect(receiver.told.length).toBe(4);
  });

  test('a receiver taken to be slow is told again, as one that failed', async () => {
    await subscribe();
    await fault({ slowAnswerMs: 12_000 });
    await newEvent();
    await deliver();
    clock.now += 10_000;
    await deliver();
    clock.now += 20_000;
    await deliver();
    expect(receiver.told.length).toBe(2);
  });
});
