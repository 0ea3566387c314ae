import { describe, expect, test } from 'vitest';
import type { GraphAnswer } from './local-microsoft365.ts';
import { at, delegated, idOf, items, local, mailOf, signIn, startLocal } from './local-microsoft365.ts';
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

keepMailbox();

function refusal(answer: GraphAnswer): unknown[] {
  return [answer.status, at(answer.body, 'error', 'code'), at(answer.body, 'error', 'message')];
}

describe('making a subscription', () => {
  test('its life is at least 45 minutes and at most 10,080', async () => {
    const short = await subscribe({ expirationDateTime: inMinutes(5) });
    expect(short.body['expirationDateTime']).toBe(inMinutes(45));
    const long = await subscribe({ changeType: 'created', expirationDateTime: inMinutes(10_081) });
    expect(refusal(long)).toEqual([
      400,
      'ValidationError',
      'Subscription expiration can only be 10080 minutes in the future.',
    ]);
    const longest = await subscribe({ changeType: 'created', expirationDateTime: inMinutes(10_080) });
    expect(longest.status).toBe(201);
  });

  test.each([
    ['a single event', { resource: '/me/events/AAMkAD123' }, 400],
    ['an address of another service', { resource: '/teams/1/channels' }, 501],
    ['an unknown change', { changeType: 'created,erased' }, 400],
    ['a secret of more than 128 characters', { clientState: 'x'.repeat(129) }, 400],
    ['an address that is not https', { notificationUrl: 'http://example.org/hook' }, 400],
    ['no expiry', { expirationDateTime: undefined }, 400],
    ['resource data without a certificate', { includeResourceData: true }, 400],
    [
      'resource data, which is not sent here',
      { includeResourceData: true, encryptionCertificate: 'MII=', encryptionCertificateId: 'one' },
      501,
    ],
    ["somebody else's calendar", { resource: `/users/${mailOf('kwame')}/events` }, 403],
    ['somebody who does not exist', { resource: '/users/nobody@example.org/events' }, 404],
  ])('is refused for %s, before the receiver is asked', async (_what, wrong, status) => {
    expect((await subscribe(wrong)).status).toBe(status);
    expect(receiver.handshakes).toBe(0);
  });

  test('needs the permission for what it watches', async () => {
    const [calendar, mail] = await Promise.all([
      delegated(m365, 'priya', 'Calendars.Read'),
      delegated(m365, 'priya', 'Mail.Read'),
    ]);
    const body = (resource: string) => ({
      changeType: 'created',
      resource,
      notificationUrl: receiver.url,
      expirationDateTime: inMinutes(60),
    });
    const answers = [];
    for (const [graph, resource] of [
      [calendar, '/me/messages'],
      [mail, '/me/events'],
      [calendar, '/me/events'],
      [mail, "/me/mailFolders('inbox')/messages"],
    ] as const) {
      const answer = await graph('POST', '/subscriptions', body(resource));
      answers.push(answer.status);
      if (answer.status === 201) await graph('DELETE', `/subscriptions/${String(answer.body['id'])}`);
    }
    expect(answers).toEqual([403, 403, 201, 201]);
  });

  test('a receiver that is too slow, says no, or changes the token gets none', async () => {
    await local(m365, 'POST', '/deliveries', { handshakeMs: 50 });
    receiver.proves = () => undefined;
    expect(refusal(await subscribe())).toEqual([400, 'InvalidRequest', 'Subscription validation request timed out.']);
    await local(m365, 'DELETE', '/deliveries');
    receiver.proves = (token, response) => response.writeHead(202, { 'Content-Type': 'text/plain' }).end(token);
    expect(refusal(await subscribe())).toEqual([
      400,
      'ValidationError',
      expect.stringContaining('must respond with 200 OK to validation request'),
    ]);
    receiver.proves = (token, response) => response.writeHead(200).end(encodeURIComponent(token));
    expect(refusal(await subscribe())).toEqual([
      400,
      'ValidationError',
      'Response must exactly match validationToken query parameter.',
    ]);
    expect(items(await priya.graph('GET', '/subscriptions'))).toEqual([]);
  });

  test('both addresses are asked to prove themselves', async () => {
    await subscribe({ lifecycleNotificationUrl: `${receiver.url}/lifecycle` });
    expect(receiver.handshakes).toBe(2);
  });

  test('a mailbox has at most 1,000', async () => {
    const full = await startLocal();
    const person = await signIn(full, 'priya');
    const ask = (place: number) => subscribe({ notificationUrl: `${receiver.url}/${String(place)}` }, person);
    const begun: Awaited<ReturnType<typeof ask>>[] = [];
    // Fifty at once: a thousand new connections at once overflow what waits to be accepted on a busy machine.
    for (let place = 0; place < 1000; place += 50) {
      begun.push(...(await Promise.all(Array.from({ length: 50 }, (_, more) => ask(place + more)))));
    }
    expect([begun.length, begun.every((one) => one.status === 201)]).toEqual([1000, true]);
    expect((await ask(1000)).status).toBe(403);
    expect(items(await person.graph('GET', '/subscriptions')).length).toBe(1000);
    await full.close();
  }, 30_000);
});

describe('the life of a subscription', () => {
  test('only whom it was made for finds it, and nobody once it has expired', async () => {
    const made = await subscribe();
    const kwame = await signIn(m365, 'kwame');
    const path = `/subscriptions/${String(made.body['id'])}`;
    expect([(await priya.graph('GET', path)).status, (await kwame.graph('GET', path)).status]).toEqual([200, 404]);
    const before = clock.now;
    clock.now += 601 * MINUTE;
    await signInAgain();
    expect((await priya.graph('GET', path)).status).toBe(404);
    await newEvent();
    await deliver();
    expect(receiver.told).toEqual([]);
    clock.now = before;
    await signInAgain();
  });

  test('a renewal moves the expiry and may move the receiver, which proves itself; lifecycle cannot be added', async () => {
    const made = await subscribe();
    const path = `/subscriptions/${String(made.body['id'])}`;
    const moved = await priya.graph('PATCH', path, {
      expirationDateTime: inMinutes(900),
      notificationUrl: `${receiver.url}/other`,
    });
    expect([moved.status, moved.body['expirationDateTime'], receiver.handshakes]).toEqual([200, inMinutes(900), 2]);
    const more = { expirationDateTime: inMinutes(900), lifecycleNotificationUrl: receiver.url };
    expect((await priya.graph('PATCH', path, more)).status).toBe(400);
    expect((await priya.graph('PATCH', path, { expirationDateTime: inMinutes(10_081) })).status).toBe(400);
  });

  test('one edit is notified three times, each of the same version', async () => {
    await subscribe();
    const event = await newEvent();
    await deliver();
    receiver.told.length = 0;
    await priya.graph('PATCH', `/me/events/${String(event.body['id'])}`, { subject: 'Renamed' });
    await deliver();
    expect(told()).toEqual(['updated', 'updated', 'updated']);
    expect(new Set(receiver.told.map((one) => at(one, 'resourceData', '@odata.etag'))).size).toBe(1);
  });

  test('cancelling one occurrence is told as a change of its series only', async () => {
    const series = await newEvent();
    await subscribe();
    const id = String(series.body['id']);
    const window = `startDateTime=${inMinutes(0)}&endDateTime=${inMinutes(60 * 24 * 60)}`;
    const [first] = items(await priya.graph('GET', `/me/events/${id}/instances?${window}`));
    await priya.graph('DELETE', `/me/events/${String(first?.['id'])}`);
    await deliver();
    expect([new Set(told()), new Set(receiver.told.map((one) => at(one, 'resourceData', 'id')))]).toEqual([
      new Set(['updated']),
      new Set([id]),
    ]);
  });

  test('a subscription made for ids that stay is told those', async () => {
    const made = await priya.graph(
      'POST',
      '/subscriptions',
      {
        changeType: 'created',
        resource: '/me/events',
        notificationUrl: receiver.url,
        expirationDateTime: inMinutes(60),
      },
      { Prefer: 'IdType="ImmutableId"' },
    );
    expect(made.status).toBe(201);
    const event = await newEvent();
    await deliver();
    const id = at(receiver.told[0], 'resourceData', 'id');
    expect(id).not.toBe(event.body['id']);
    expect((await priya.graph('GET', `/me/events/${String(id)}`)).body['subject']).toBe(event.body['subject']);
  });

  test('mail is told to who watches the mailbox or the folder it comes into', async () => {
    await subscribe({ resource: "/me/mailFolders('inbox')/messages", changeType: 'created' });
    await subscribe({ resource: '/me/messages', changeType: 'created' });
    const kwame = await signIn(m365, 'kwame');
    const recipient = { emailAddress: { address: mailOf('priya') } };
    await kwame.graph('POST', '/me/sendMail', { message: { subject: 'Hello', toRecipients: [recipient] } });
    await deliver();
    expect(receiver.told.map((one) => [one['changeType'], at(one, 'resourceData', '@odata.type')])).toEqual([
      ['created', '#Microsoft.Graph.Message'],
      ['created', '#Microsoft.Graph.Message'],
    ]);
    await priya.graph('POST', '/me/sendMail', {
      message: { subject: 'Away', toRecipients: [{ emailAddress: { address: mailOf('kwame') } }] },
    });
    await deliver();
    expect(told('subscriptionId').length).toBe(3);
  });

  test('tasks are told to who watches their list', async () => {
    const graph = await delegated(m365, 'priya', 'Tasks.ReadWrite');
    const list = (await graph('POST', '/me/todo/lists', { displayName: 'Watched' })).body['id'];
    const resource = `/me/todo/lists/${String(list)}/tasks`;
    const wanted = { resource, changeType: 'created,updated,deleted', notificationUrl: receiver.url };
    const long = await graph('POST', '/subscriptions', { ...wanted, expirationDateTime: inMinutes(4_231) });
    const made = await graph('POST', '/subscriptions', { ...wanted, expirationDateTime: inMinutes(4_230) });
    expect([long.status, made.status]).toEqual([400, 201]);
    const task = await graph('POST', resource, { title: 'Call back' });
    await graph('PATCH', `${resource}/${String(task.body['id'])}`, { status: 'completed' });
    await graph('DELETE', `${resource}/${String(task.body['id'])}`);
    await deliver();
    expect(told()).toEqual(['created', 'updated', 'deleted']);
    expect(told('resource')[0]).toBe(
      `Users/${idOf('priya')}/todo/lists/${String(list)}/tasks/${String(task.body['id'])}`,
    );
    await graph('DELETE', `/subscriptions/${String(made.body['id'])}`);
  });
});
