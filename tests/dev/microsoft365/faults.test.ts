import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { SignedIn } from './local-microsoft365.ts';
import {
  APP,
  NOW,
  at,
  idOf,
  items,
  local,
  mailOf,
  received,
  seriesBody,
  signIn,
  startLocal,
} from './local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
});
afterAll(() => m365.close());
afterEach(() => local(m365, 'DELETE', '/faults'));

function mail(subject: string) {
  return priya.graph('POST', '/me/sendMail', {
    message: { subject, toRecipients: [{ emailAddress: { address: mailOf('kwame') } }] },
  });
}

function arrivals(subject: string): number {
  return received(m365, 'mail-received').filter((one) => one.subject === subject).length;
}

describe('faults switched on', () => {
  test('throttling before the change: refused with Retry-After, nothing happened, and it passes', async () => {
    await local(m365, 'POST', '/faults', { method: 'POST', path: '/v1.0/me/sendMail', status: 429, retryAfter: 7 });
    const refused = await mail('Throttled');
    expect({
      status: refused.status,
      wait: refused.headers.get('retry-after'),
      code: at(refused.body, 'error', 'code'),
    }).toEqual({ status: 429, wait: '7', code: 'ApplicationThrottled' });
    expect(arrivals('Throttled')).toBe(0);
    expect((await mail('Throttled')).status).toBe(202);
  });

  test('a timeout after the change: the answer is lost, the mail is not', async () => {
    await local(m365, 'POST', '/faults', { path: '/v1.0/me/sendMail', status: 504, moment: 'after' });
    expect((await mail('Sent all the same')).status).toBe(504);
    expect(arrivals('Sent all the same')).toBe(1);
  });

  test('a connection cut after the change: no answer at all', async () => {
    await local(m365, 'POST', '/faults', { path: '*/sendMail', cut: true, moment: 'after' });
    await expect(mail('Cut')).rejects.toThrow();
    expect(arrivals('Cut')).toBe(1);
  });

  test('a fault meant for one person, the second time only, leaves everybody else alone', async () => {
    await local(m365, 'POST', '/faults', { path: '/v1.0/me', person: idOf('priya'), skip: 1, status: 503 });
    const kwame = await signIn(m365, 'kwame');
    const statuses = [];
    for (const person of [priya, kwame, priya, priya]) {
      statuses.push((await person.graph('GET', '/me')).status);
    }
    expect(statuses).toEqual([200, 200, 503, 200]);
    expect(items(await local(m365, 'GET', '/faults'))[0]).toMatchObject({ hits: 1 });
  });

  test('a delay lets the true answer through', async () => {
    await local(m365, 'POST', '/faults', { path: '/v1.0/me', delayMs: 30 });
    const began = performance.now();
    expect((await priya.graph('GET', '/me')).body['id']).toBe(idOf('priya'));
    expect(performance.now() - began).toBeGreaterThanOrEqual(29);
  });

  test('a claims challenge from Graph carries the claims', async () => {
    const challenge = 'Bearer realm="", error="insufficient_claims", claims="eyJ9"';
    await local(m365, 'POST', '/faults', { path: '/v1.0/me', status: 401, headers: { 'WWW-Authenticate': challenge } });
    const answer = await priya.graph('GET', '/me');
    expect(answer.headers.get('www-authenticate')).toBe(challenge);
  });

  test('a fault that is not described rightly is refused', async () => {
    expect((await local(m365, 'POST', '/faults', { path: '/v1.0/me', somtimes: true })).status).toBe(400);
  });

  test("malformed JSON is refused in Graph's envelope", async () => {
    const answer = await priya.graph('POST', '/me/events', '{"subject":');
    expect({ status: answer.status, code: at(answer.body, 'error', 'code') }).toEqual({
      status: 400,
      code: 'BadRequest',
    });
  });
});

describe('state kept in a folder', () => {
  test('survives a start after a kill, with a half-written last line, and the same signing key', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'microsoft365-'));
    const first = await startLocal({ dataDirectory: folder });
    const before = await signIn(first, 'priya');
    const series = await before.graph('POST', '/me/events', seriesBody({ transactionId: 'kept' }));
    await before.graph('POST', '/chats/x/installedApps', { 'teamsApp@odata.bind': APP.catalogAppId });
    await first.close();
    appendFileSync(join(folder, 'microsoft365.jsonl'), '["events","half');
    const port = Number(new URL(first.origin).port);
    const second = await startLocal({ dataDirectory: folder, port, now: () => NOW + 1000 });
    const after = { ...before, ...(await signIn(second, 'priya')) };
    expect(
      (await after.graph('GET', `/me/events/${encodeURIComponent(String(series.body['id']))}`)).body['subject'],
    ).toBe(series.body['subject']);
    expect((await before.graph('GET', '/me')).status).toBe(200);
    expect((await after.graph('POST', '/me/events', seriesBody({ transactionId: 'kept' }))).body['id']).toBe(
      series.body['id'],
    );
    expect(second.ledger()).toEqual(first.ledger());
    await second.close();
    rmSync(folder, { recursive: true });
  });
});

describe('change notifications', () => {
  test('a subscriber shakes hands while subscribing and is then told what changed', async () => {
    const told: unknown[] = [];
    let heard: () => void = () => undefined;
    const hears = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const receiver = createServer((request, response) => {
      const token = new URL(request.url ?? '', 'http://here').searchParams.get('validationToken');
      let text = '';
      request.on('data', (part: Buffer) => {
        text += part.toString();
      });
      request.on('end', () => {
        response.writeHead(token === null ? 202 : 200, { 'Content-Type': 'text/plain' }).end(token ?? '');
        if (token === null) {
          told.push(JSON.parse(text));
          heard();
        }
      });
    });
    await new Promise<void>((resolve) => {
      receiver.listen(0, resolve);
    });
    const notificationUrl = `http://localhost:${String((receiver.address() as AddressInfo).port)}/hook`;
    const subscription = {
      changeType: 'created,updated,deleted',
      resource: '/me/events',
      notificationUrl,
      clientState: 'secret',
      expirationDateTime: new Date(NOW + 86_400_000).toISOString(),
    };
    const made = await priya.graph('POST', '/subscriptions', subscription);
    expect(made.status).toBe(201);
    expect((await priya.graph('POST', '/subscriptions', subscription)).status).toBe(409);
    const event = await priya.graph('POST', '/me/events', seriesBody({ attendees: [] }));
    await hears;
    expect(at(told[0], 'value', 0)).toMatchObject({
      subscriptionId: made.body['id'],
      clientState: 'secret',
      changeType: 'created',
      resourceData: { id: event.body['id'] },
    });
    receiver.close();
  });

  test('a receiver that does not give the token back gets no subscription', async () => {
    const answer = await priya.graph('POST', '/subscriptions', {
      changeType: 'updated',
      resource: '/me/events',
      notificationUrl: `${m365.origin}/_local/clock`,
      expirationDateTime: new Date(NOW + 86_400_000).toISOString(),
    });
    expect({ status: answer.status, code: at(answer.body, 'error', 'code') }).toEqual({
      status: 400,
      code: 'ValidationError',
    });
  });

  test('a batch answers each request by itself', async () => {
    const requests = [
      { id: '1', method: 'GET', url: '/me' },
      { id: '2', method: 'GET', url: '/me/events/nothing' },
      { id: '3', method: 'GET', url: '/me', dependsOn: ['2'] },
    ];
    const { body } = await priya.graph('POST', '/$batch', { requests });
    expect((body['responses'] as { id: string; status: number }[]).map((one) => [one.id, one.status])).toEqual([
      ['1', 200],
      ['2', 404],
      ['3', 424],
    ]);
  });
});
