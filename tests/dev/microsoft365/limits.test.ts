import { request as httpRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Limits } from '#server/dev/microsoft365/limits/limits.ts';
import { requestCost } from '#server/dev/microsoft365/limits/request-cost.ts';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { GraphAnswer, SignedIn } from './local-microsoft365.ts';
import { NOW, at, delegated, idOf, local, mailOf, seriesBody, signIn, startLocal } from './local-microsoft365.ts';

let now = NOW;
let m365: Microsoft365;
let priya: SignedIn;
let kwame: SignedIn;
beforeAll(async () => {
  m365 = await startLocal({ now: () => now });
  [priya, kwame] = await Promise.all([signIn(m365, 'priya'), signIn(m365, 'kwame')]);
});
afterAll(() => m365.close());
afterEach(() => local(m365, 'DELETE', '/limits'));

function limits(change: unknown): Promise<GraphAnswer> {
  return local(m365, 'POST', '/limits', change);
}

function statuses(answers: readonly GraphAnswer[]): number[] {
  return answers.map((one) => one.status).toSorted((one, other) => one - other);
}

function calendars(person: SignedIn, count: number): Promise<GraphAnswer>[] {
  return Array.from({ length: count }, () => person.graph('GET', '/me/calendar'));
}

describe('requests at the same time', () => {
  test('a fifth request to one mailbox is refused while four run, and the other mailbox is not concerned', async () => {
    await limits({ latencyMs: 150 });
    const [mine, other] = await Promise.all([Promise.all(calendars(priya, 5)), Promise.all(calendars(kwame, 4))]);
    expect([statuses(mine), statuses(other)]).toEqual([
      [200, 200, 200, 200, 429],
      [200, 200, 200, 200],
    ]);
    const refused = mine.find((one) => one.status === 429);
    expect({
      error: [at(refused?.body, 'error', 'code'), at(refused?.body, 'error', 'message')],
      wait: refused?.headers.get('retry-after'),
    }).toEqual({
      error: ['ApplicationThrottled', 'Application is over its MailboxConcurrency limit.'],
      wait: '1',
    });
    expect(statuses(await Promise.all(calendars(priya, 4)))).toEqual([200, 200, 200, 200]);
  });

  test('read the other way, the four are the application’s, whichever mailboxes it asks', async () => {
    await limits({ latencyMs: 150, concurrency: { reading: 'application' } });
    const answers = await Promise.all([...calendars(priya, 3), ...calendars(kwame, 3)]);
    expect(statuses(answers)).toEqual([200, 200, 200, 200, 429, 429]);
  });

  test('an address that names the mailbox counts with `me`, the directory does not', async () => {
    await limits({ latencyMs: 150 });
    const answers = await Promise.all([
      ...calendars(priya, 3),
      priya.graph('GET', `/users/${mailOf('priya')}/calendar`),
      priya.graph('GET', `/users/${idOf('priya')}/events`),
      priya.graph('GET', '/me'),
      priya.graph('GET', '/users?$top=1'),
    ]);
    expect(statuses(answers)).toEqual([200, 200, 200, 200, 200, 200, 429]);
  });

  test('an address that cannot be read is refused in its turn, not by the counting', async () => {
    expect((await priya.graph('GET', '/users/%E0%A4%A/calendar')).status).toBe(400);
  });

  test('a slow answer keeps its place until it has left', async () => {
    await local(m365, 'POST', '/faults', { path: '/v1.0/me/calendar', delayMs: 150, times: 4 });
    expect(statuses(await Promise.all(calendars(priya, 5)))).toEqual([200, 200, 200, 200, 429]);
    await local(m365, 'DELETE', '/faults');
  });

  test('a batch sends four at a time to Outlook; sent all at once, those above four are refused inside it', async () => {
    const requests = Array.from({ length: 10 }, (_, id) => ({ id: String(id), method: 'GET', url: '/me/calendar' }));
    await limits({ latencyMs: 30 });
    const paced = await priya.graph('POST', '/$batch', { requests });
    await limits({ batch: 'at-once' });
    const atOnce = await priya.graph('POST', '/$batch', { requests });
    const inside = (answer: GraphAnswer) => statuses(answer.body['responses'] as GraphAnswer[]);
    expect([paced.status, inside(paced)]).toEqual([200, Array(10).fill(200)]);
    expect([atOnce.status, inside(atOnce)]).toEqual([200, [200, 200, 200, 200, ...Array<number>(6).fill(429)]]);
  });

  test("the pages, which are Microsoft's own, are never refused", async () => {
    await limits({ latencyMs: 50 });
    const looks = Array.from({ length: 8 }, () =>
      priya.graph('GET', '/me/calendar', undefined, { 'x-local-pages': '1' }),
    );
    expect(statuses(await Promise.all(looks))).toEqual(Array(8).fill(200));
  });
});

describe('requests over time', () => {
  test('a mailbox takes so many in ten minutes from one application, then tells how long to wait', async () => {
    await limits({ rates: { 'mailbox-requests': { most: 2 } } });
    const ask = () => priya.graph('GET', '/me/calendar');
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    now += 90_000;
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '510']);
    expect((await kwame.graph('GET', '/me/calendar')).status).toBe(200);
    const duologue = await delegated(m365, 'priya', 'Calendars.Read');
    expect((await duologue('GET', '/me/calendar')).status).toBe(200);
    now += 510_000;
    expect((await ask()).status).toBe(200);
  });

  test('what is uploaded to a mailbox counts by its length', async () => {
    await limits({ rates: { 'mailbox-upload': { most: 5_000 } } });
    const send = () =>
      priya.graph(
        'POST',
        '/me/events',
        seriesBody({ attendees: [], body: { contentType: 'text', content: 'a'.repeat(3_000) } }),
      );
    expect([(await send()).status, (await send()).status]).toEqual([201, 429]);
    now += 300_000;
    expect((await send()).status).toBe(201);
  });

  test('the directory counts in units: a list costs two, and one when properties are chosen', async () => {
    await limits({ rates: { directory: { most: 3 } } });
    const [list, narrow] = ['/users?$top=5', '/users?$top=5&$select=id'];
    const answers = [];
    for (const path of [list, narrow, narrow]) answers.push(await priya.graph('GET', path));
    expect(statuses(answers)).toEqual([200, 200, 429]);
  });

  test('the activity feed takes five a second, installs thirty, each by itself', async () => {
    const notify = () => kwame.graph('POST', '/me/teamwork/sendActivityNotification', {});
    const install = () => kwame.graph('POST', '/chats/nowhere/installedApps', {});
    now += 60_000;
    const told = await Promise.all(Array.from({ length: 6 }, notify));
    const installed = await Promise.all(Array.from({ length: 31 }, install));
    expect([
      told.filter((one) => one.status === 429).length,
      installed.filter((one) => one.status === 429).length,
    ]).toEqual([1, 1]);
    now += 1_000;
    expect((await notify()).status).not.toBe(429);
  });

  test('the wait is told in seconds, as a date, or not at all', async () => {
    await limits({ rates: { 'mailbox-requests': { most: 0, windowMs: 30_000 } } });
    const waits = [];
    for (const retryAfter of ['seconds', 'date', 'missing']) {
      await limits({ retryAfter });
      waits.push((await priya.graph('GET', '/me/calendar')).headers.get('retry-after'));
    }
    expect(waits).toEqual(['30', new Date(now + 30_000).toUTCString(), null]);
  });
});

describe('what a request counts towards', () => {
  test.each([
    ['GET', '/me/events', 'me', ['mailbox-requests']],
    ['GET', "/users/kwame/mailFolders('inbox')/messages", 'kwame', ['mailbox-requests']],
    ['POST', '/me/sendMail', 'me', ['mailbox-requests', 'mailbox-upload']],
    ['POST', '/me/calendar/getSchedule', 'me', ['mailbox-requests', 'mailbox-upload']],
    ['GET', '/me', null, ['directory']],
    ['GET', '/me/directReports', null, ['directory']],
    ['GET', '/me/onlineMeetings', null, []],
    ['POST', '/chats/1/installedApps', null, ['teams-installs']],
    ['PATCH', '/chats/1/tabs/2', null, ['teams-installs']],
    ['GET', '/chats/1/installedApps', null, ['teams-other']],
    ['GET', '/chats/1/messages', null, ['chat-messages']],
    ['POST', '/chats/1/sendActivityNotification', null, ['activity-notifications']],
    ['POST', '/users/1/teamwork/sendActivityNotification', null, ['activity-notifications']],
    ['GET', '/appCatalogs/teamsApps', null, ['teams-other']],
    ['POST', '/subscriptions', null, []],
  ])('%s %s: the mailbox %s, and %j', (method, path, mailbox, rates) => {
    const asked = {
      method,
      path,
      appId: 'app',
      callerId: 'priya',
      isNarrowed: false,
      bytes: method === 'GET' ? 0 : 10,
    };
    const cost = requestCost(asked);
    expect([cost.mailbox, cost.rates.map(([rate]) => rate)]).toEqual([mailbox, ['all-requests', ...rates]]);
  });

  test('and that costs next to nothing', () => {
    const limits = new Limits(
      () => NOW,
      (named) => named,
    );
    const asked = { method: 'GET', path: '/me/events', appId: 'app', callerId: 'priya', isNarrowed: false, bytes: 0 };
    const began = performance.now();
    for (let count = 0; count < 10_000; count += 1) limits.enter(asked)();
    expect((performance.now() - began) / 10_000).toBeLessThan(0.05);
  });
});

describe('the length of a request', () => {
  const long = JSON.stringify({ message: { subject: 'x'.repeat(4 * 1024 * 1024) } });

  test('more than four megabytes is refused by Outlook in its words, and elsewhere with 413', async () => {
    const mail = await priya.graph('POST', '/me/sendMail', long);
    expect([mail.status, at(mail.body, 'error', 'code'), at(mail.body, 'error', 'message')]).toEqual([
      400,
      'BadRequest',
      'The maximum request length supported is 4MB.',
    ]);
    const chat = await priya.graph('POST', '/chats/any/tabs', long);
    expect([chat.status, at(chat.body, 'error', 'code')]).toEqual([413, 'RequestEntityTooLarge']);
  });

  test('so is one that does not say how long it is', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const headers = { Authorization: `Bearer ${priya.graphToken}`, 'Content-Type': 'application/json' };
      const sent = httpRequest(`${m365.graphBase}/me/sendMail`, { method: 'POST', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.write(long.slice(0, 1000));
      sent.end(long.slice(1000));
    });
    expect(status).toBe(400);
  });
});

describe('the controls', () => {
  test('are refused when they do not fit, say what was refused, and go back to what Microsoft publishes', async () => {
    const wrong = await limits({ concurrency: { most: 'many' } });
    expect([wrong.status, String(wrong.body['message'])]).toEqual([400, expect.stringContaining('concurrency.most')]);
    await limits({ rates: { 'mailbox-requests': { most: 0 } } });
    await priya.graph('GET', '/me/calendar');
    expect((await local(m365, 'GET', '/limits')).body['refused']).toEqual({ 'mailbox-requests': 1 });
    await local(m365, 'DELETE', '/limits');
    const { body } = await local(m365, 'GET', '/limits');
    expect([body['refused'], at(body, 'rates', 'mailbox-requests'), at(body, 'concurrency')]).toEqual([
      {},
      { on: true, most: 10_000, windowMs: 600_000 },
      { on: true, most: 4, reading: 'mailbox' },
    ]);
  });

  test('switched off, nothing is refused for being too much', async () => {
    await limits({ on: false, rates: { 'mailbox-requests': { most: 0 } } });
    expect((await priya.graph('GET', '/me/calendar')).status).toBe(200);
  });
});
