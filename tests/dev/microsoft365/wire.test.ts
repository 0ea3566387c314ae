import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { SignedIn } from './local-microsoft365.ts';
import { NOW, at, local, seriesBody, signIn, startLocal } from './local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
});
afterAll(() => m365.close());
afterEach(() => local(m365, 'DELETE', '/faults'));

const ID = 'b6b4dd52-5a7e-4a4e-9d5c-0d1c6f1c1a11';
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One request with exactly these headers; the token is Priya's. */
function send(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { Authorization: `Bearer ${priya.graphToken}`, ...(init.headers as Record<string, string>) };
  return fetch(`${m365.graphBase}${path}`, { ...init, headers });
}

async function refusal(answer: Response): Promise<{ status: number; code: unknown; message: string }> {
  const body: unknown = await answer.json();
  return { status: answer.status, code: at(body, 'error', 'code'), message: String(at(body, 'error', 'message')) };
}

describe('every answer', () => {
  test('carries the ids of the request, its own where the caller gave none', async () => {
    const own = await send('/me');
    expect(own.headers.get('request-id')).toMatch(GUID);
    expect(own.headers.get('client-request-id')).toBe(own.headers.get('request-id'));
    const given = await send('/me', { headers: { 'client-request-id': ID } });
    expect(given.headers.get('client-request-id')).toBe(ID);
  });

  test('of a refusal is an envelope with the same ids and the time', async () => {
    const made = await priya.graph('POST', '/me/events', seriesBody({ attendees: [] }));
    const path = `/me/events/${encodeURIComponent(String(made.body['id']))}`;
    await priya.graph('DELETE', path);
    const answer = await send(path, { headers: { 'client-request-id': ID } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await answer.json()).toEqual({
      error: {
        code: 'ErrorItemNotFound',
        message: 'The specified object was not found in the store.',
        innerError: {
          date: new Date(NOW).toISOString().slice(0, 19),
          'request-id': answer.headers.get('request-id'),
          'client-request-id': ID,
        },
      },
    });
  });

  test('confirms which preferences of Outlook were followed', async () => {
    const events = await send('/me/events?$top=1', {
      headers: {
        Prefer: 'outlook.timezone="GMT Standard Time", outlook.body-content-type="text", odata.maxpagesize=5',
      },
    });
    expect(events.headers.get('preference-applied')).toBe(
      'outlook.timezone="GMT Standard Time", outlook.body-content-type="text"',
    );
    const unasked = await send('/me/events?$top=1');
    expect(unasked.headers.get('preference-applied')).toBeNull();
  });

  test('may be read by pages of any origin, which may ask first', async () => {
    const asked = await fetch(`${m365.graphBase}/me/events`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'http://localhost:1234',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type,prefer',
      },
    });
    expect([asked.status, asked.headers.get('access-control-allow-headers')]).toEqual([
      200,
      'authorization,content-type,prefer',
    ]);
    expect(asked.headers.get('access-control-allow-methods')).toContain('PATCH');
    const answer = await fetch(`${m365.graphBase}/me`);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-expose-headers')).toContain('WWW-Authenticate');
  });

  test('leads on through the proxy it was asked through', async () => {
    const answer = await send('/users?$top=1', {
      headers: { 'X-Forwarded-Host': 'graph.microsoft.com', 'X-Forwarded-Proto': 'https' },
    });
    const body: unknown = await answer.json();
    expect(String(at(body, '@odata.nextLink'))).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/users\?/);
  });
});

describe('a bad request', () => {
  test.each<[string, string, RequestInit, number, string]>([
    ['without a token', '/me', { headers: { Authorization: '' } }, 401, 'InvalidAuthenticationToken'],
    ['with a token that is none', '/me', { headers: { Authorization: 'Bearer x' } }, 401, 'InvalidAuthenticationToken'],
    ['by a method the directory has not', '/me/manager', { method: 'PATCH' }, 405, 'Request_BadRequest'],
    ['by a method Outlook has not', '/me/calendar/getSchedule', { method: 'GET' }, 405, 'ErrorInvalidRequest'],
    ['with an id that is none', '/me/events/nothing', {}, 400, 'ErrorInvalidIdMalformed'],
    ['for somebody who is not there', '/users/nobody', {}, 404, 'Request_ResourceNotFound'],
    ['that takes no JSON', '/me', { headers: { Accept: 'text/html' } }, 406, 'NotAcceptable'],
    ['with a body of another type', '/me/events', post('<a/>', 'application/xml'), 415, 'RequestBodyRead'],
    ['with text where JSON belongs', '/me/events', post('{}', 'text/plain'), 415, 'RequestBodyRead'],
    ['with a body of no type', '/me/events', post(new Blob(['{}']), undefined), 400, 'BadRequest'],
    ['with half a body', '/me/events', post('{"subject":', 'application/json'), 400, 'BadRequest'],
    ['with a list for a body', '/me/events', post('[1]', 'application/json'), 400, 'BadRequest'],
    ['with an address nobody can read', '/me/events/%E0%A4%A', {}, 400, 'BadRequest'],
    ['in an encoding nobody reads', '/me/events', encoded('snappy'), 415, 'RequestBodyRead'],
    ['that is not what it says to be', '/me/events', encoded('gzip'), 400, 'BadRequest'],
  ])('%s is refused as Graph refuses it', async (_case, path, init, status, code) => {
    const answer = await send(path, init);
    const said = await refusal(answer);
    expect({ status: said.status, code: said.code }).toEqual({ status, code });
    expect(answer.headers.get('request-id')).toMatch(GUID);
  });

  test('without a token says where to get one', async () => {
    const answer = await fetch(`${m365.graphBase}/me`);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="", authorization_uri="https:\/\/login/);
  });

  test('by a wrong method names the right ones', async () => {
    expect((await send('/me/calendar/getSchedule')).headers.get('allow')).toBe('POST');
  });

  test.each(['/me/planner/tasks', '/me/presence', '/me/onlineMeetings/x/transcripts'])(
    'for %s, which is not emulated, says so',
    async (path) => {
      expect(await refusal(await send(path))).toMatchObject({ status: 501, code: 'NotImplementedLocally' });
    },
  );

  test('to the beta endpoint finds none', async () => {
    expect((await fetch(`${m365.origin}/beta/me`)).status).toBe(501);
  });
});

function post(body: BodyInit, type: string | undefined): RequestInit {
  return { method: 'POST', body, headers: type === undefined ? {} : { 'Content-Type': type } };
}

function encoded(encoding: string): RequestInit {
  const headers = { 'Content-Type': 'application/json', 'Content-Encoding': encoding };
  return { method: 'POST', body: '{}', headers };
}

describe('a batch', () => {
  const json = { 'Content-Type': 'application/json' };
  const get = (id: string, url = '/me', dependsOn?: string[]) => ({
    id,
    method: 'GET',
    url,
    ...(dependsOn === undefined ? {} : { dependsOn }),
  });
  interface Inner {
    id: string;
    status: number;
    headers: Record<string, string>;
    body?: unknown;
  }

  async function batch(requests: unknown): Promise<Inner[]> {
    const answer = await priya.graph('POST', '/$batch', { requests });
    expect(answer.status).toBe(200);
    return answer.body['responses'] as Inner[];
  }

  test.each<[string, unknown, string]>([
    ['without requests', { requests: [] }, 'Invalid batch payload format.'],
    ['that is none', { request: 1 }, 'Invalid batch payload format.'],
    ['with a request that is none', { requests: [7] }, 'Invalid batch payload format.'],
    ['with a request without an id', { requests: [{ method: 'GET', url: '/me' }] }, 'Invalid batch payload format.'],
    ['with one id twice', { requests: [get('a'), get('A')] }, 'Request Id A has to be unique in a batch.'],
    [
      'with 21 requests',
      { requests: Array.from({ length: 21 }, (_one, at) => get(String(at))) },
      'Number of requests in a batch exceeds the maximum of 20.',
    ],
    [
      'with a body of no type',
      { requests: [{ id: '1', method: 'POST', url: '/me/events', body: {} }] },
      "Write request with id '1' does not contain a Content-Type header.",
    ],
    [
      'with a request that waits for a later one',
      { requests: [get('1', '/me', ['2']), get('2')] },
      'Invalid dependency for request Id 1.',
    ],
    [
      'with a request that waits for itself',
      { requests: [get('1', '/me', ['1'])] },
      'Invalid dependency for request Id 1.',
    ],
  ])('%s is refused whole', async (_case, body, message) => {
    const answer = await priya.graph('POST', '/$batch', body);
    expect([answer.status, at(answer.body, 'error', 'code'), at(answer.body, 'error', 'message')]).toEqual([
      400,
      'BadRequest',
      message,
    ]);
  });

  test('of twenty is answered, each by itself, with or without a slash at the beginning', async () => {
    const answers = await batch(Array.from({ length: 20 }, (_one, at) => get(String(at), at % 2 === 0 ? '/me' : 'me')));
    expect(answers.map(({ id, status }) => [id, status])).toEqual(
      Array.from({ length: 20 }, (_one, at) => [String(at), 200]),
    );
  });

  test('lets what depends on another wait for it, and holds it back where that failed', async () => {
    const subject = 'Made first';
    const answers = await batch([
      { id: 'make', method: 'POST', url: '/me/events', headers: json, body: seriesBody({ subject, attendees: [] }) },
      get('look', `/me/events?$filter=subject eq '${subject}'&$select=subject`, ['MAKE']),
      get('miss', '/me/events/nothing'),
      get('after', '/me', ['miss']),
      get('afterThat', '/me', ['after']),
    ]);
    expect(answers.map(({ id, status }) => [id, status])).toEqual([
      ['make', 201],
      ['look', 200],
      ['miss', 400],
      ['after', 424],
      ['afterThat', 424],
    ]);
    expect(at(answers[1]?.body, 'value', 0, 'subject')).toBe(subject);
    expect(at(answers[3]?.body, 'error', 'code')).toBe('FailedDependency');
  });

  test('answers with bytes in base64, and with no body where there is none', async () => {
    const made = await priya.graph('POST', '/me/events', seriesBody({ attendees: [] }));
    const path = `/me/events/${encodeURIComponent(String(made.body['id']))}`;
    const file = { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'QWdlbmRh' };
    const attached = await priya.graph('POST', `${path}/attachments`, file);
    const value = `${path}/attachments/${encodeURIComponent(String(attached.body['id']))}/$value`;
    const [bytes, gone] = await batch([get('1', value), { id: '2', method: 'DELETE', url: path, dependsOn: ['1'] }]);
    expect(bytes).toMatchObject({ status: 200, body: 'QWdlbmRh' });
    expect([gone?.status, gone === undefined ? [] : Object.keys(gone)]).toEqual([204, ['id', 'status', 'headers']]);
  });

  test('follows the headers of each request', async () => {
    const [answer] = await batch([
      { ...get('1', '/me/events?$top=1'), headers: { PREFER: 'outlook.timezone="GMT Standard Time"' } },
    ]);
    expect(answer?.headers['Preference-Applied']).toBe('outlook.timezone="GMT Standard Time"');
  });

  test.each([
    ['another batch', '/$batch', 'POST', { requests: [] }],
    ['an absolute address', 'https://graph.microsoft.com/v1.0/me', 'GET', undefined],
    ['an address with a version', '/v1.0/me', 'GET', undefined],
  ])('does not hold %s, and answers the rest', async (_case, url, method, body) => {
    const answers = await batch([
      { id: '1', method, url, ...(body === undefined ? {} : { headers: json, body }) },
      get('2'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 200]);
  });

  test('refuses a body of a type nobody reads by itself', async () => {
    const xml = { id: '1', method: 'POST', url: '/me/events', headers: { 'Content-Type': 'text/xml' }, body: 'PGEvPg' };
    expect((await batch([xml, get('2')])).map(({ status }) => status)).toEqual([415, 200]);
  });

  test('is answered 200 though one inside is throttled, which says for how long', async () => {
    await local(m365, 'POST', '/faults', { method: 'GET', path: '/v1.0/me/events', status: 429, retryAfter: 7 });
    const [throttled, fine] = await batch([get('1', '/me/events'), get('2')]);
    expect([throttled?.status, throttled?.headers['Retry-After'], fine?.status]).toEqual([429, '7', 200]);
  });

  test('needs no permission of its own, and gives none', async () => {
    const kwame = await signIn(m365, 'kwame');
    const answer = await kwame.graph('POST', '/$batch', { requests: [get('1'), get('2', '/me/soul')] });
    expect((answer.body['responses'] as Inner[]).map(({ status }) => status)).toEqual([200, 501]);
  });
});
