import {
  AuthenticationHandler,
  BatchRequestContent,
  BatchResponseContent,
  Client,
  FileUpload,
  GraphError,
  LargeFileUploadTask,
  PageIterator,
  RedirectHandler,
  RetryHandler,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client';
import type { BatchResponseBody, Context, Middleware, PageCollection } from '@microsoft/microsoft-graph-client';
import { GraphBrowser, graphfi } from '@pnp/graph';
import type { GraphFI } from '@pnp/graph';
import '@pnp/graph/batching.js';
import '@pnp/graph/attachments/index.js';
import '@pnp/graph/calendars/index.js';
import '@pnp/graph/mail/index.js';
import '@pnp/graph/users/index.js';
import { BearerToken } from '@pnp/queryable';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { Json, SignedIn } from './local-microsoft365.ts';
import { at, idOf, local, mailOf, received, seriesBody, signIn, startLocal } from './local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
let yusuf: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
  yusuf = await signIn(m365, 'yusuf');
});
afterAll(() => m365.close());
afterEach(() => local(m365, 'DELETE', '/faults'));

const WINDOW = { startDateTime: '2026-12-01T00:00:00Z', endDateTime: '2027-03-01T00:00:00Z' };

/** How many people the organisation has, and the addresses of all. */
async function everybody(): Promise<string[]> {
  const { body } = await local(m365, 'GET', '/people');
  return (body['value'] as Json[]).map((one) => String(one['mail'])).toSorted();
}

/** The subjects of what lies in Yusuf's Inbox. */
async function inboxOfYusuf(): Promise<unknown[]> {
  const { body } = await yusuf.graph('GET', '/me/mailFolders/inbox/messages?$top=50&$select=subject');
  return (body['value'] as Json[]).map((one) => one['subject']);
}

function mailTo(subject: string) {
  return {
    subject,
    body: { contentType: 'html' as const, content: '<p>Our points.</p>' },
    toRecipients: [{ emailAddress: { address: mailOf('yusuf') } }],
  };
}

describe("Microsoft's Graph client", () => {
  /** Stands for a proxy that ends TLS: the client takes itself to be at graph.microsoft.com. */
  class ToLocal implements Middleware {
    async execute(context: Context): Promise<void> {
      const asked = typeof context.request === 'string' ? context.request : context.request.url;
      const url = asked.replace('https://graph.microsoft.com', m365.origin);
      const headers = new Headers(context.options?.headers);
      headers.set('X-Forwarded-Host', 'graph.microsoft.com');
      headers.set('X-Forwarded-Proto', 'https');
      context.response = await fetch(url, { ...context.options, headers });
    }
  }

  function clientOf({ graphToken }: SignedIn): Client {
    const authProvider = { getAccessToken: () => Promise.resolve(graphToken) };
    const chain = [
      new AuthenticationHandler(authProvider),
      new RetryHandler(),
      new RedirectHandler(),
      new TelemetryHandler(),
      new ToLocal(),
    ];
    return Client.initWithMiddleware({ middleware: chain });
  }

  async function all(client: Client, first: PageCollection): Promise<{ found: Json[]; deltaLink: string | undefined }> {
    const found: Json[] = [];
    const pages = new PageIterator(client, first, (one: Json) => found.push(one) > 0);
    await pages.iterate();
    return { found, deltaLink: pages.getDeltaLink() };
  }

  test('lists people page by page', async () => {
    const client = clientOf(priya);
    const first = (await client.api('/users').select('mail').top(3).get()) as PageCollection;
    expect(first.value).toHaveLength(3);
    const { found } = await all(client, first);
    expect(found.map((one) => String(one['mail'])).toSorted()).toEqual(await everybody());
  });

  test('books a series, pages through it, and hears of changes until there are none', async () => {
    const client = clientOf(priya);
    const made = (await client.api('/me/events').post(seriesBody({ subject: 'By client' }))) as Json;
    const view = (await client
      .api('/me/calendarView')
      .query(WINDOW)
      .header('Prefer', 'outlook.timezone="GMT Standard Time"')
      .select('subject,start')
      .orderby('start/dateTime')
      .top(4)
      .get()) as PageCollection;
    const { found } = await all(client, view);
    const ours = found.filter((one) => one['subject'] === 'By client');
    expect(ours).toHaveLength(7);

    let round = await all(client, (await client.api('/me/calendarView/delta').query(WINDOW).get()) as PageCollection);
    expect(round.found.filter((one) => one['seriesMasterId'] === made['id'])).toHaveLength(7);
    round = await all(client, (await client.api(String(round.deltaLink)).get()) as PageCollection);
    expect(round.found).toEqual([]);
    await client.api(`/me/events/${String(made['id'])}`).update({ subject: 'By client, again' });
    round = await all(client, (await client.api(String(round.deltaLink)).get()) as PageCollection);
    expect(round.found.length).toBeGreaterThan(0);
    round = await all(client, (await client.api(String(round.deltaLink)).get()) as PageCollection);
    expect(round.found).toEqual([]);
  });

  test('sends a mail', async () => {
    await clientOf(priya)
      .api('/me/sendMail')
      .post({ message: mailTo('From the client') });
    expect(await inboxOfYusuf()).toContain('From the client');
  });

  test('attaches a large file in pieces, which the attendee gets with the next change', async () => {
    const client = clientOf(priya);
    const made = (await client.api('/me/events').post(seriesBody({ recurrence: null }))) as Json;
    const path = `/me/events/${String(made['id'])}`;
    const bytes = new Uint8Array(4 * 1024 * 1024).fill(65);
    const session = await LargeFileUploadTask.createUploadSession(client, `${path}/attachments/createUploadSession`, {
      AttachmentItem: { attachmentType: 'file', name: 'agenda.txt', size: bytes.length },
    });
    const progress: number[] = [];
    const file = new FileUpload(bytes, 'agenda.txt', bytes.length);
    const uploadEventHandlers = { progress: (range?: { maxValue: number }) => progress.push(range?.maxValue ?? 0) };
    const task = new LargeFileUploadTask(client, file, session, { rangeSize: 1_500_000, uploadEventHandlers });
    const result = (await task.upload()) as { location?: string };
    expect(result.location).toContain('Attachments');
    expect(progress).toEqual([1_499_999, 2_999_999, bytes.length - 1]);
    const { value } = (await client.api(`${path}/attachments`).get()) as { value: Json[] };
    expect(value.map((one) => one['name'])).toEqual(['agenda.txt']);
  });

  test('asks several things at once', async () => {
    const subject = 'In a batch';
    const at_ = (path: string) => `https://graph.microsoft.com${path}`;
    const content = new BatchRequestContent([
      { id: '1', request: new Request(at_('/me?$select=mail')) },
      {
        id: '2',
        request: new Request(at_('/me/events'), {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(seriesBody({ subject, attendees: [] })),
        }),
      },
      { id: '3', request: new Request(at_('/me/events/nothing'), { method: 'DELETE' }) },
    ]);
    const client = clientOf(priya);
    const answer = (await client.api('/$batch').post(await content.getContent())) as BatchResponseBody;
    const responses = new BatchResponseContent(answer);
    const statuses = ['1', '2', '3'].map((id) => responses.getResponseById(id).status);
    expect(statuses).toEqual([200, 201, 400]);
    expect(await responses.getResponseById('1').json()).toMatchObject({ mail: mailOf('priya') });
    expect(await responses.getResponseById('2').json()).toMatchObject({ subject, type: 'seriesMaster' });
  });

  test('gets what went wrong as its own error', async () => {
    const failed: unknown = await clientOf(priya)
      .api('/users/nobody')
      .get()
      .catch((fault: unknown) => fault);
    expect(failed).toBeInstanceOf(GraphError);
    expect(failed).toMatchObject({ statusCode: 404, code: 'Request_ResourceNotFound' });
    expect((failed as GraphError).requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect((failed as GraphError).date.getFullYear()).toBe(2026);
  });

  test('waits as it is told to and then gets through', async () => {
    await local(m365, 'POST', '/faults', { path: '/v1.0/me', status: 429, retryAfter: 0, times: 2 });
    expect(await clientOf(priya).api('/me').get()).toMatchObject({ mail: mailOf('priya') });
  });
});

describe('PnP', () => {
  function pnp({ graphToken }: SignedIn): GraphFI {
    return graphfi().using(GraphBrowser({ baseUrl: m365.graphBase }), BearerToken(graphToken));
  }

  test('lists people page by page, and who is who', async () => {
    const graph = pnp(priya);
    const found: string[] = [];
    for await (const page of graph.users.select('mail').top(4)) {
      found.push(...page.map((one) => String(one.mail)));
    }
    expect(found.toSorted()).toEqual(await everybody());
    expect(await graph.me()).toMatchObject({ mail: mailOf('priya') });
    expect(await graph.users.getById(idOf('yusuf'))()).toMatchObject({ mail: mailOf('yusuf') });
    expect((await graph.me.directReports()).length).toBeGreaterThan(3);
  });

  test('books a series, finds its occurrences, pages through the calendar and cancels', async () => {
    const graph = pnp(priya);
    const made = await graph.me.calendar.events.add(seriesBody({ subject: 'By PnP' }));
    const event = graph.me.events.getById(String(made.id));
    const occurrences: unknown = await event.instances(WINDOW.startDateTime, WINDOW.endDateTime).top(50)();
    expect(occurrences).toHaveLength(7);
    const seen: unknown[] = [];
    for await (const page of graph.me.calendarView(WINDOW.startDateTime, WINDOW.endDateTime).top(7)) {
      seen.push(...(page as Json[]).filter((one) => one['subject'] === 'By PnP'));
    }
    expect(seen).toHaveLength(7);
    await event.update({ location: { displayName: 'Room 4' } });
    expect(await event.select('location')()).toMatchObject({ location: { displayName: 'Room 4' } });
    await event.cancel('No longer needed');
    expect(received(m365, 'cancellation').filter((one) => one.subject?.includes('By PnP') === true)).toHaveLength(1);
  });

  test('asks when people are free, and answers an invitation', async () => {
    const schedule: unknown = await pnp(priya).me.calendar.getSchedule({
      schedules: [mailOf('yusuf')],
      startTime: { dateTime: '2026-12-01T08:00:00', timeZone: 'Europe/London' },
      endTime: { dateTime: '2026-12-01T18:00:00', timeZone: 'Europe/London' },
      availabilityViewInterval: 30,
    });
    expect(schedule).toMatchObject([{ scheduleId: mailOf('yusuf') }]);
    const made = await pnp(priya).me.events.add(seriesBody({ subject: 'Answer me', recurrence: null }));
    const copies = await pnp(yusuf).me.events.filter(`iCalUId eq '${String(made.iCalUId)}'`)();
    await pnp(yusuf).me.events.getById(String(copies[0]?.id)).accept('Gladly', true);
    const answered = await pnp(priya).me.events.getById(String(made.id))();
    expect(answered.attendees?.[0]?.status?.response).toBe('accepted');
  });

  test('writes, sends and finds mail', async () => {
    const graph = pnp(priya);
    await graph.me.sendMail(mailTo('From PnP'));
    const draft = await graph.me.messages.add(mailTo('A draft of PnP'));
    await graph.me.messages.getById(draft.id).send();
    const inbox = await pnp(yusuf).me.mailFolders.getById('inbox').messages.select('subject').top(50)();
    expect(inbox.map((one) => one.subject)).toEqual(expect.arrayContaining(['From PnP', 'A draft of PnP']));
    expect(await graph.me.mailboxSettings()).toMatchObject({ timeZone: 'GMT Standard Time' });
  });

  test('attaches a file', async () => {
    const graph = pnp(priya);
    const made = await graph.me.events.add(seriesBody({ recurrence: null, attendees: [] }));
    const event = graph.me.events.getById(String(made.id));
    await event.attachments.addFile({ name: 'agenda.txt' }, 'QWdlbmRh');
    expect(await event.attachments()).toMatchObject([{ name: 'agenda.txt', contentBytes: 'QWdlbmRh' }]);
  });

  test('asks several things at once', async () => {
    const [batched, execute] = pnp(priya).batched();
    const answers = Promise.allSettled([
      batched.me(),
      batched.me.events.add(seriesBody({ subject: 'PnP in a batch', attendees: [] })),
      batched.users.getById('nobody')(),
    ]);
    await execute();
    expect(await answers).toMatchObject([
      { value: { mail: mailOf('priya') } },
      { value: { subject: 'PnP in a batch' } },
      { reason: { status: 404 } },
    ]);
  });

  test('gets what went wrong as its own error', async () => {
    await expect(pnp(priya).users.getById('nobody')()).rejects.toMatchObject({
      status: 404,
      message: expect.stringContaining('Request_ResourceNotFound') as string,
    });
  });
});

describe('plain fetch', () => {
  const headers = () => ({ Authorization: `Bearer ${priya.graphToken}`, 'Content-Type': 'application/json' });

  async function get(url: string): Promise<Json> {
    const answer = await fetch(url, { headers: headers() });
    expect(answer.status).toBe(200);
    return (await answer.json()) as Json;
  }

  /** All items from an address on, and the address of what comes later. */
  async function follow(first: string): Promise<{ found: Json[]; deltaLink: unknown; pages: number }> {
    const found: Json[] = [];
    let pages = 0;
    for (let url: unknown = first; ;) {
      const page = await get(String(url));
      pages += 1;
      found.push(...(page['value'] as Json[]));
      url = page['@odata.nextLink'];
      if (url === undefined) return { found, deltaLink: page['@odata.deltaLink'], pages };
    }
  }

  test('follows every nextLink of people, events and a calendar view to its end', async () => {
    const people = await follow(`${m365.graphBase}/users?$top=2&$select=mail&$orderby=displayName`);
    expect(people.found.map((one) => String(one['mail'])).toSorted()).toEqual(await everybody());
    expect(people.pages).toBe(Math.ceil(people.found.length / 2));
    const query = new URLSearchParams({ ...WINDOW, $top: '8', $select: 'subject' });
    const view = await follow(`${m365.graphBase}/me/calendarView?${query.toString()}`);
    expect(new Set(view.found.map((one) => one['id'])).size).toBe(view.found.length);
    const unpaged = await get(
      `${m365.graphBase}/me/calendarView?${new URLSearchParams({ ...WINDOW, $top: '999' }).toString()}`,
    );
    expect(view.found.map((one) => one['id'])).toEqual((unpaged['value'] as Json[]).map((one) => one['id']));
  });

  test('hears by delta of what came, changed and went, and then of nothing', async () => {
    const query = new URLSearchParams(WINDOW);
    let round = await follow(`${m365.graphBase}/me/calendarView/delta?${query.toString()}`);
    const make = await fetch(`${m365.graphBase}/me/events`, {
      method: 'POST',
      headers: headers(),
      body: JSON.stringify(seriesBody({ subject: 'Comes and goes', recurrence: null, attendees: [] })),
    });
    const made = (await make.json()) as Json;
    const path = `${m365.graphBase}/me/events/${encodeURIComponent(String(made['id']))}`;
    round = await follow(String(round.deltaLink));
    expect(round.found.map((one) => one['id'])).toEqual([made['id']]);
    await fetch(path, { method: 'PATCH', headers: headers(), body: JSON.stringify({ subject: 'Changed' }) });
    round = await follow(String(round.deltaLink));
    expect(round.found).toMatchObject([{ id: made['id'], subject: 'Changed' }]);
    expect((await fetch(path, { method: 'DELETE', headers: headers() })).status).toBe(204);
    round = await follow(String(round.deltaLink));
    expect(round.found).toMatchObject([{ id: made['id'], '@removed': { reason: 'deleted' } }]);
    expect((await follow(String(round.deltaLink))).found).toEqual([]);
  });

  test('reads the bytes of a file, and a change against an old version is refused', async () => {
    const event = (await priya.graph('POST', '/me/events', seriesBody({ recurrence: null, attendees: [] }))).body;
    const path = `${m365.graphBase}/me/events/${encodeURIComponent(String(event['id']))}`;
    const file = { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'QWdlbmRh' };
    const posted = await fetch(`${path}/attachments`, {
      method: 'POST',
      headers: headers(),
      body: JSON.stringify(file),
    });
    const attached = (await posted.json()) as Json;
    const value = await fetch(`${path}/attachments/${encodeURIComponent(String(attached['id']))}/$value`, {
      headers: headers(),
    });
    expect(await value.text()).toBe('Agenda');
    const stale = await fetch(path, {
      method: 'PATCH',
      headers: { ...headers(), 'If-Match': String(event['@odata.etag']) },
      body: JSON.stringify({ subject: 'Too late' }),
    });
    expect(stale.status).toBe(412);
    expect(at(await stale.json(), 'error', 'code')).toBe('ErrorIrresolvableConflict');
  });
});
