import { mkdtempSync, rmSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { SignedIn } from './local-microsoft365.ts';
import { NOW, at, idOf, items, local, mailOf, received, seriesBody, signIn, startLocal } from './local-microsoft365.ts';

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
  test('is there again at the next start, even after a half-written last line, with the same signing key', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'microsoft365-'));
    const first = await startLocal({ dataDirectory: folder });
    const before = await signIn(first, 'priya');
    const series = await before.graph('POST', '/me/events', seriesBody({ transactionId: 'kept' }));
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
