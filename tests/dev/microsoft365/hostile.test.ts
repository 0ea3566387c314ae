import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import { HostileRequests, seeded } from './hostile-requests.ts';
import type { HostileRequest, KnownIds } from './hostile-requests.ts';
import type { Json, SignedIn } from './local-microsoft365.ts';
import { APP, idOf, items, mailOf, seriesBody, signIn, startLocal } from './local-microsoft365.ts';

/** The seed of this run, and how many requests it sends; a longer run sets them in the environment. */
const SEED = Number(process.env['DUOLOGUE_FUZZ_SEED'] ?? 20261126);
const REQUESTS = Number(process.env['DUOLOGUE_FUZZ_REQUESTS'] ?? 700);
const AT_ONCE = 6;
const PATIENCE_MS = 8_000;

let m365: Microsoft365;
let priya: SignedIn;
let ids: KnownIds;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
  ids = await knownIds();
});
// What these requests leave behind fits Graph as well, or closing says what does not.
afterAll(() => m365.close());

async function knownIds(): Promise<KnownIds> {
  const { graph } = priya;
  const series = (await graph('POST', '/me/events', seriesBody())).body;
  const path = `/me/events/${encodeURIComponent(String(series['id']))}`;
  const window = 'startDateTime=2026-12-01T00:00:00Z&endDateTime=2027-03-01T00:00:00Z';
  const instances = items(await graph('GET', `${path}/instances?${window}`));
  const single = (await graph('POST', '/me/events', seriesBody({ recurrence: null }))).body;
  const file = { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'QQ==' };
  const attachment = (await graph('POST', `${path}/attachments`, file)).body;
  const message = (await graph('POST', '/me/messages', { subject: 'A draft', toRecipients: [to(mailOf('yusuf'))] }))
    .body;
  const joinUrl = String((series['onlineMeeting'] as Json)['joinUrl']).replaceAll("'", "''");
  const filter = encodeURIComponent(`JoinWebUrl eq '${joinUrl}'`);
  const meeting = items(await graph('GET', `/me/onlineMeetings?$filter=${filter}`))[0] ?? {};
  const chatId = String((meeting['chatInfo'] as Json | undefined)?.['threadId']);
  const calendar = (await graph('GET', '/me/calendar')).body;
  const id = (one: Json | undefined): string => String(one?.['id']);
  return {
    'user-id': [idOf('priya'), mailOf('priya'), idOf('yusuf')],
    'event-id': [id(series), id(single), ...instances.slice(0, 3).map(id)],
    'attachment-id': [id(attachment)],
    'message-id': [id(message)],
    'calendar-id': [id(calendar)],
    'folder-id': ['inbox', 'sentitems', 'drafts'],
    'mailFolder-id': ['inbox', 'sentitems', 'drafts'],
    'onlineMeeting-id': [id(meeting)],
    'chat-id': [chatId],
    size: ['48x48'],
  };
}

function to(address: string): Json {
  return { emailAddress: { address } };
}

/** What was answered, or why nothing was. */
async function send({ method, path, headers, body }: HostileRequest): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(m365.origin);
    const sent = httpRequest(
      {
        hostname,
        port,
        method,
        path: `/v1.0${path}`,
        headers: {
          'Content-Length': Buffer.byteLength(body ?? ''),
          Authorization: `Bearer ${priya.graphToken}`,
          'x-local-pages': '1',
          ...headers,
        },
        timeout: PATIENCE_MS,
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => (text += part));
        answer.on('end', () => {
          resolve({ status: answer.statusCode ?? 0, text });
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Why an answer is none Graph would give; null for a plain yes or no. */
function trouble(status: number, text: string): string | null {
  // Too long for Node itself, or an address that no longer leads to any operation.
  if (status === 431 || (status === 501 && text.includes('"NotImplementedLocally"'))) {
    return null;
  }
  if (status < 200 || status >= 500) {
    return `${String(status)} ${text.slice(0, 600)}`;
  }
  if (status < 400) {
    return null;
  }
  const isEnvelope = /^\{"error":\{"code":"[^"]+","message":".*","innerError":\{/s.test(text);
  return isEnvelope ? null : `${String(status)} without an envelope: ${text.slice(0, 300)}`;
}

describe('hostile requests', () => {
  test('get a plain yes or no from every operation, and leave it as it was', async () => {
    const hostile = new HostileRequests(SEED, ids);
    const pick = seeded(SEED + 1);
    const { operations } = m365;
    // Every operation in turn, then any.
    const others = Array.from({ length: Math.max(0, REQUESTS - operations.length) }, () => pick(operations.length));
    const queue = [...operations.keys(), ...others].flatMap((at) => {
      const operation = operations[at];
      return operation === undefined ? [] : [hostile.next(operation)];
    });
    const troubles: string[] = [];
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const request = next;
        const found = await send(request).then(
          ({ status, text }) => trouble(status, text),
          (fault: unknown) => String(fault),
        );
        if (found !== null) {
          const { method, path, body } = request;
          troubles.push(`${method} ${path.slice(0, 300)} ${String(body).slice(0, 500)}\n  ${found}`);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    expect(troubles.slice(0, 10).join('\n\n')).toBe('');
    expect((await priya.graph('GET', '/me')).status).toBe(200);
    const view = 'startDateTime=2026-12-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z&$top=50';
    for (const path of ['/me/events?$top=50', `/me/calendarView?${view}`, '/me/messages?$top=50', '/users?$top=50']) {
      expect([path, (await priya.graph('GET', path)).status]).toEqual([path, 200]);
    }
  }, 600_000);
});

describe('the other doors', () => {
  const json = { 'Content-Type': 'application/json' };
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const grants = [
    {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion: 'a.b.c',
    },
    { grant_type: 'authorization_code', code: 'x', redirect_uri: 'http://localhost:3978/' },
    { grant_type: 'refresh_token', refresh_token: 'x' },
    { grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' },
    { grant_type: 'password' },
  ];

  /** Bodies for one door: each field of what it expects replaced by nonsense in turn, and nonsense alone. */
  function bodies(expected: Json, hostile: HostileRequests): unknown[] {
    const spoilt = Object.keys(expected).map((name) => ({ ...expected, [name]: hostile.nonsense() }));
    return [...spoilt, ...spoilt, { ...expected, surprise: hostile.nonsense() }, hostile.nonsense(), '{', '[[[['];
  }

  test('of Entra, of uploads and of the local tools stay a plain yes or no as well', async () => {
    const own = await startLocal();
    const hostile = new HostileRequests(SEED, {});
    const troubles: string[] = [];
    const knock = async (method: string, path: string, headers: Record<string, string>, body?: string) => {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const sent = { method, headers, redirect: 'manual' as const, signal, ...(body === undefined ? {} : { body }) };
      const status = await fetch(`${own.origin}${path}`, sent).then(
        (answer) => answer.status,
        (fault: unknown) => String(fault),
      );
      if (typeof status === 'string' || status >= 500) {
        troubles.push(`${method} ${path.slice(0, 200)} ${String(body).slice(0, 300)}: ${String(status)}`);
      }
    };
    for (const tenant of [own.tenantId, '%00']) {
      for (const grant of grants) {
        const client = {
          client_id: APP.clientId,
          client_secret: APP.clientSecret,
          scope: 'User.Read',
          claims: '{"a":',
        };
        for (const body of bodies({ ...client, ...grant }, hostile)) {
          const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
          const text = new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString();
          await knock('POST', `/${tenant}/oauth2/v2.0/token`, form, text);
          await knock('GET', `/${tenant}/oauth2/v2.0/authorize?${text.slice(0, 6_000)}`, {});
        }
      }
      await knock('GET', `/${tenant}/v2.0/.well-known/openid-configuration`, {});
    }
    const local: [string, Json][] = [
      ['/_local/sign-in', { personId: idOf('priya') }],
      ['/_local/nested-token', { personId: idOf('priya'), scope: 'User.Read', clientId: APP.clientId }],
      ['/_local/limits', { perMailbox: 4 }],
      ['/_local/deliveries', { copies: 2, delayMs: 1 }],
      ['/_local/deliveries/lifecycle', { subscriptionId: 'x', lifecycleEvent: 'missed' }],
      ['/_local/faults', { method: 'GET', path: '/v1.0/nowhere', times: 1, status: 503, headers: {}, body: {} }],
    ];
    for (const [path, expected] of local) {
      for (const body of bodies(expected, hostile)) {
        await knock('POST', path, json, typeof body === 'string' ? body : JSON.stringify(body));
      }
    }
    for (const query of ['after=x', 'after=-1', 'mailbox=%00', 'kind=__proto__', 'personId=', 'joinUrl=%E0%A4%A']) {
      for (const path of ['ledger', 'ledger.json', 'notifications', 'chats', 'meeting']) {
        await knock('GET', `/_local/${path}?${query}`, {});
      }
    }
    for (const range of ['bytes 0-1/2', 'bytes 9-1/2', 'bytes 0-99999999999999999999/*', 'x', '']) {
      await knock(
        'PUT',
        "/api/v2.0/Users('x')/Events('x')/AttachmentSessions('x')?authtoken=x",
        { 'Content-Range': range },
        'ab',
      );
    }
    expect(troubles.slice(0, 10)).toEqual([]);
    await knock('DELETE', '/_local/faults', {});
    await knock('DELETE', '/_local/limits', {});
    const again = await signIn(own, 'priya');
    expect((await again.graph('GET', '/me')).status).toBe(200);
    await own.close();
  }, 60_000);
});

describe('what is no HTTP', () => {
  test.each([
    ['nonsense', 'hello\r\n\r\n'],
    ['a header without end', `GET /v1.0/me HTTP/1.1\r\nX: ${'y'.repeat(40_000)}`],
    ['a body longer than announced', 'POST /v1.0/me/events HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}{}{}{}{}'],
    ['two lengths', 'POST /v1.0/me/events HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
    ['a chunk of no size', 'POST /v1.0/me/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n'],
    ['a path with a line in it', 'GET /v1.0/me\u0000\u0001 HTTP/1.1\r\nHost: x\r\n\r\n'],
  ])('%s does not bring it down', async (_case, bytes) => {
    const { hostname, port } = new URL(m365.origin);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.end(bytes));
      socket.on('data', () => socket.destroy());
      socket.on('error', () => undefined);
      socket.on('close', () => {
        resolve();
      });
    });
    expect((await priya.graph('GET', '/me')).status).toBe(200);
  });
});
