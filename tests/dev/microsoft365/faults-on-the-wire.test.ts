import { request as httpRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { GraphAnswer, Json, SignedIn } from './local-microsoft365.ts';
import {
  APP,
  NOW,
  at,
  delegated,
  idOf,
  items,
  local,
  mailOf,
  onBehalfOf,
  postForm,
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

function fault(described: Json): Promise<GraphAnswer> {
  return local(m365, 'POST', '/faults', { path: '/v1.0/me', ...described });
}

/** What comes over the connection itself, to its end. */
function raw(path: string): Promise<{ status: number; headers: Json; text: string; isWhole: boolean }> {
  return new Promise((resolve, reject) => {
    const headers = { Authorization: `Bearer ${priya.graphToken}` };
    const sent = httpRequest(`${m365.graphBase}${path}`, { headers }, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => {
        text += part.toString();
      });
      answer.on('error', () => undefined);
      answer.on('close', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, isWhole: answer.complete });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

function mail(subject: string) {
  const message = { subject, toRecipients: [{ emailAddress: { address: mailOf('kwame') } }] };
  return priya.graph('POST', '/me/sendMail', { message });
}

function arrivals(subject: string): number {
  return received(m365, 'mail-received').filter((one) => one.subject === subject).length;
}

describe('answers that are spoilt', () => {
  test('half an answer comes, then the connection is cut', async () => {
    const whole = await raw('/me');
    await fault({ answer: 'half' });
    const half = await raw('/me');
    expect([half.status, half.isWhole, whole.text.startsWith(half.text), half.text.length]).toEqual([
      200,
      false,
      true,
      whole.text.length >> 1,
    ]);
  });

  test('the JSON cannot be read', async () => {
    await fault({ answer: 'malformed-json' });
    const { status, text, isWhole } = await raw('/me');
    expect([status, isWhole]).toEqual([200, true]);
    expect(() => JSON.parse(text) as unknown).toThrow();
  });

  test('the right JSON comes under the wrong type', async () => {
    await fault({ answer: 'wrong-type' });
    const { headers, text } = await raw('/me');
    expect([headers['content-type'], (JSON.parse(text) as Json)['id']]).toEqual([
      'text/plain; charset=utf-8',
      idOf('priya'),
    ]);
  });

  test('a proxy answers with a page of its own', async () => {
    await fault({ answer: 'html', status: 502 });
    const { status, headers, text } = await raw('/me');
    expect([status, headers['content-type'], text]).toEqual([
      502,
      'text/html; charset=utf-8',
      expect.stringContaining('<h1>502 Bad Gateway</h1>'),
    ]);
  });

  test('an answer comes twice on the connection', async () => {
    await fault({ answer: 'twice' });
    const bytes = await new Promise<string>((resolve, reject) => {
      const headers = { Authorization: `Bearer ${priya.graphToken}`, Connection: 'keep-alive' };
      const sent = httpRequest(`${m365.graphBase}/me`, { headers });
      let text = '';
      sent.on('socket', (socket) => {
        socket.on('data', (part: Buffer) => {
          text += part.toString();
          if (text.split(idOf('priya')).length > 2) {
            resolve(text);
            socket.destroy();
          }
        });
      });
      sent.on('error', reject);
      sent.end();
    });
    expect(bytes.match(/HTTP\/1\.1 200/g)?.length).toBe(2);
  });

  test('the work behind a spoilt answer is done, once', async () => {
    await fault({ path: '*/sendMail', answer: 'half' });
    await mail('Half').catch(() => undefined);
    expect(arrivals('Half')).toBe(1);
  });

  test('a gateway that sends a change again has it done twice', async () => {
    await fault({ path: '*/sendMail', runs: 2 });
    expect((await mail('Again')).status).toBe(202);
    expect(arrivals('Again')).toBe(2);
    await fault({ path: '*/events', method: 'POST', runs: 2 });
    const made = await priya.graph('POST', '/me/events', seriesBody({ transactionId: 'through a gateway' }));
    expect(made.status).toBe(201);
    expect(received(m365, 'invitation').length).toBe(1);
  });
});

describe('answers of trouble', () => {
  test('the wait is told in seconds, as a date, or not at all', async () => {
    for (const wait of [{ retryAfter: 7 }, { retryAfter: 7, retryAfterAs: 'date' }, {}]) {
      await fault({ status: 429, ...wait });
    }
    const waits = [];
    for (let asked = 0; asked < 3; asked += 1) waits.push((await priya.graph('GET', '/me')).headers.get('retry-after'));
    expect(waits).toEqual(['7', new Date(NOW + 7_000).toUTCString(), null]);
  });

  test('a challenge of continuous access evaluation carries its claims as base64', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    await fault({ claims });
    const answer = await priya.graph('GET', '/me');
    const header = answer.headers.get('www-authenticate') ?? '';
    expect([answer.status, header.includes('error="insufficient_claims"')]).toEqual([401, true]);
    expect(Buffer.from(/claims="([^"]+)"/.exec(header)?.[1] ?? '', 'base64').toString()).toBe(claims);
  });

  test('a wait before the work leaves it undone for as long; a wait after does not', async () => {
    await fault({ path: '*/sendMail', delayMs: 150 });
    const sending = mail('Slow before');
    await priya.graph('GET', '/me');
    expect(arrivals('Slow before')).toBe(0);
    await sending;
    await fault({ path: '*/sendMail', delayMs: 150, moment: 'after' });
    const answering = mail('Slow after');
    while (arrivals('Slow after') === 0) await priya.graph('GET', '/me');
    const isFirst = await Promise.race([answering.then(() => false), priya.graph('GET', '/me').then(() => true)]);
    expect([isFirst, (await answering).status]).toEqual([true, 202]);
  });
});

describe('whom a fault strikes', () => {
  test('only requests of one application', async () => {
    await fault({ app: APP.clientId, status: 503, times: 'always' });
    const duologue = await delegated(m365, 'priya', 'User.Read');
    expect([(await duologue('GET', '/me')).status, (await priya.graph('GET', '/me')).status]).toEqual([503, 200]);
  });

  test('only one kind of grant at the token endpoint', async () => {
    const oauth = { error: 'invalid_grant', suberror: 'consent_required' };
    await fault({ path: '*/oauth2/v2.0/token', grant: 'obo', oauth, times: 'always' });
    const app = await postForm(m365, {
      client_id: APP.clientId,
      client_secret: APP.clientSecret,
      grant_type: 'client_credentials',
      scope: 'https://graph.microsoft.com/.default',
    });
    const person = await postForm(m365, onBehalfOf(priya.apiToken));
    expect([app.status, person.status, person.body['suberror']]).toEqual([200, 400, 'consent_required']);
  });

  test('discovery and signing keys too', async () => {
    await fault({ path: '*/discovery/v2.0/keys', status: 503 });
    await fault({ path: '*/.well-known/openid-configuration', answer: 'half' });
    expect((await fetch(m365.jwksUri)).status).toBe(503);
    const configuration = `${m365.origin}/${m365.tenantId}/v2.0/.well-known/openid-configuration`;
    await expect(fetch(configuration).then((answer) => answer.text())).rejects.toThrow();
    expect((await fetch(m365.jwksUri)).status).toBe(200);
  });

  test('one request inside a batch, while the batch answers 200', async () => {
    await fault({ path: '/v1.0/me/calendar', status: 429, retryAfter: 3 });
    const requests = ['/me', '/me/calendar', '/me/calendar'].map((url, id) => ({ id: String(id), method: 'GET', url }));
    const { status, body } = await priya.graph('POST', '/$batch', { requests });
    const inside = body['responses'] as { status: number; headers: Json }[];
    expect([status, inside.map((one) => one.status), inside[1]?.headers['Retry-After']]).toEqual([
      200,
      [200, 429, 200],
      '3',
    ]);
  });

  test('a chance drawn by the seed: the same requests with the same seed fail', async () => {
    const day = async (seed: number) => {
      await fault({ status: 503, times: 'always', probability: 0.3, seed });
      const statuses: number[] = [];
      for (let asked = 0; asked < 40; asked += 1) statuses.push((await priya.graph('GET', '/me')).status);
      await local(m365, 'DELETE', '/faults');
      return statuses.join();
    };
    const [one, again, other] = [await day(1), await day(1), await day(2)];
    expect([again === one, other === one]).toEqual([true, false]);
    const failed = one.split(',').filter((status) => status === '503').length;
    expect(failed).toBeGreaterThan(4);
    expect(failed).toBeLessThan(22);
  });
});

describe('the controls', () => {
  test('a fault tells what it struck', async () => {
    await fault({ status: 503, times: 2, name: 'Trouble' });
    await priya.graph('GET', '/me');
    expect(items(await local(m365, 'GET', '/faults'))[0]).toMatchObject({
      name: 'Trouble',
      hits: 1,
      seen: 1,
      strikes: [{ at: NOW, method: 'GET', path: '/v1.0/me', personId: idOf('priya') }],
    });
  });

  test.each([
    [{ path: '' }, 'path'],
    [{ status: 42 }, 'status'],
    [{ probability: 2 }, 'probability'],
    [{ answer: 'upside-down' }, 'answer'],
    [{ tmies: 2 }, 'tmies'],
  ])('%j is refused, and the message names what is wrong', async (wrong, name) => {
    const answer = await fault(wrong);
    expect([answer.status, answer.body['message']]).toEqual([400, expect.stringContaining(name)]);
  });

  test('every trouble in plain words can be switched on, for one person, with a seed', async () => {
    const presets = items(await local(m365, 'GET', '/presets'));
    expect(presets.length).toBeGreaterThan(25);
    for (const { id } of presets) {
      const answer = await local(m365, 'POST', `/presets/${String(id)}`, { person: idOf('priya'), seed: 7 });
      expect([id, answer.status, items(answer).every((one) => one['person'] === idOf('priya'))]).toEqual([
        id,
        201,
        true,
      ]);
      await local(m365, 'DELETE', '/faults');
    }
    expect((await local(m365, 'POST', '/presets/no-such')).status).toBe(404);
  });

  test('"Outlook accepts the mail but the answer is lost" does what it says', async () => {
    await local(m365, 'POST', '/presets/mail-answer-lost');
    await expect(mail('Lost answer')).rejects.toThrow();
    expect(arrivals('Lost answer')).toBe(1);
    expect((await mail('Next')).status).toBe(202);
  });

  test('they describe themselves for machines, and each call there is answered', async () => {
    const { calls } = (await local(m365, 'GET', '')).body as { calls: { method: string; path: string; body?: Json }[] };
    const described = calls.find((one) => one.method === 'POST' && one.path === '/_local/faults');
    expect(Object.keys(at(described, 'body', 'properties') as Json)).toContain('probability');
    const nowhere = [];
    for (const { method, path } of calls) {
      const answer = await fetch(`${m365.origin}${path.replaceAll(/\{\w+\}/g, 'nothing')}`, { method });
      // Where there is nothing at all, the answer is a page and not JSON.
      if ((await answer.text()).startsWith('<!DOCTYPE')) nowhere.push(`${method} ${path}`);
    }
    expect(nowhere).toEqual([]);
  });
});
