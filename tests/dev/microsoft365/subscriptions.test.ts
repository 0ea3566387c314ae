import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { Json, SignedIn } from './local-microsoft365.ts';
import { NOW, at, local, seriesBody, signIn, startLocal } from './local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
});
afterAll(() => m365.close());
afterEach(() => local(m365, 'DELETE', '/faults'));

const TOMORROW = new Date(NOW + 86_400_000).toISOString();

/** Somebody who takes notifications: gives the token back, keeps what it is told, and says when it was told so many. */
async function listener() {
  const told: Json[] = [];
  let waiting: { count: number; resolve: () => void } | null = null;
  const server = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://here').searchParams.get('validationToken');
    let text = '';
    request.on('data', (part: Buffer) => {
      text += part.toString();
    });
    request.on('end', () => {
      response.writeHead(token === null ? 202 : 200, { 'Content-Type': 'text/plain' }).end(token ?? '');
      if (token === null) told.push(...(JSON.parse(text) as { value: Json[] }).value);
      if (waiting !== null && told.length >= waiting.count) waiting.resolve();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  return {
    url: `http://localhost:${String((server.address() as AddressInfo).port)}/hook`,
    told,
    hears: (count: number) =>
      new Promise<void>((resolve) => {
        if (told.length >= count) resolve();
        waiting = { count, resolve };
      }),
    close: () => server.close(),
  };
}

function subscribe(notificationUrl: string) {
  const wanted = { changeType: 'created,updated,deleted', resource: '/me/events', clientState: 'secret' };
  return priya.graph('POST', '/subscriptions', { ...wanted, notificationUrl, expirationDateTime: TOMORROW });
}

function newEvent() {
  return priya.graph('POST', '/me/events', seriesBody({ attendees: [] }));
}

test('a subscriber shakes hands while subscribing and is then told what changed', async () => {
  const receiver = await listener();
  const made = await subscribe(receiver.url);
  expect(made.status).toBe(201);
  const event = await newEvent();
  await receiver.hears(1);
  expect(receiver.told[0]).toMatchObject({
    subscriptionId: made.body['id'],
    clientState: 'secret',
    changeType: 'created',
    resourceData: { id: event.body['id'] },
  });
  receiver.close();
});

test('a notification is lost, or comes three times, when asked to', async () => {
  const receiver = await listener();
  await subscribe(receiver.url);
  await local(m365, 'POST', '/faults', { path: '/notifications', copies: 0, times: 2 });
  await newEvent();
  await local(m365, 'DELETE', '/faults');
  await local(m365, 'POST', '/faults', { path: '/notifications', copies: 3, times: 2 });
  const event = await newEvent();
  await receiver.hears(3);
  expect(receiver.told.map((one) => at(one, 'resourceData', 'id'))).toEqual(Array(3).fill(event.body['id']));
  receiver.close();
});

test('taking out one occurrence is told as a change of its series', async () => {
  const series = await priya.graph('POST', '/me/events', seriesBody({ attendees: [] }));
  const window = 'startDateTime=2026-12-01T00:00:00Z&endDateTime=2027-02-01T00:00:00Z';
  const path = `/me/events/${encodeURIComponent(String(series.body['id']))}/instances?${window}`;
  const [first] = (await priya.graph('GET', path)).body['value'] as Json[];
  const receiver = await listener();
  await subscribe(receiver.url);
  await priya.graph('DELETE', `/me/events/${encodeURIComponent(String(first?.['id']))}`);
  await receiver.hears(1);
  expect(receiver.told[0]).toMatchObject({ changeType: 'updated', resourceData: { id: series.body['id'] } });
  receiver.close();
});

test('the same subscription twice is refused, and a renewed one lives longer', async () => {
  const receiver = await listener();
  const made = await subscribe(receiver.url);
  expect((await subscribe(receiver.url)).status).toBe(409);
  const later = new Date(NOW + 5 * 86_400_000).toISOString();
  const renewed = await priya.graph('PATCH', `/subscriptions/${String(made.body['id'])}`, {
    expirationDateTime: later,
  });
  expect(renewed.body['expirationDateTime']).toBe(later);
  expect((await priya.graph('DELETE', `/subscriptions/${String(made.body['id'])}`)).status).toBe(204);
  expect((await priya.graph('GET', `/subscriptions/${String(made.body['id'])}`)).status).toBe(404);
  receiver.close();
});

test('a receiver that does not give the token back gets no subscription', async () => {
  const answer = await subscribe(`${m365.origin}/_local/clock`);
  expect({ status: answer.status, code: at(answer.body, 'error', 'code') }).toEqual({
    status: 400,
    code: 'ValidationError',
  });
});

test('a batch answers each request by itself', async () => {
  const requests = [
    { id: '1', method: 'GET', url: '/me' },
    { id: '2', method: 'GET', url: '/me/events/nothing-of-that-id' },
    { id: '3', method: 'GET', url: '/me', dependsOn: ['2'] },
  ];
  const { body } = await priya.graph('POST', '/$batch', { requests });
  expect((body['responses'] as { id: string; status: number }[]).map((one) => [one.id, one.status])).toEqual([
    ['1', 200],
    ['2', 404],
    ['3', 424],
  ]);
});
