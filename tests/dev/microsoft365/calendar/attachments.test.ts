import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { Json, SignedIn } from '../local-microsoft365.ts';
import { NOW, at, items, received, seriesBody, signIn, startLocal } from '../local-microsoft365.ts';

let now = NOW;
let m365: Microsoft365;
let priya: SignedIn;
let yusuf: SignedIn;
beforeAll(async () => {
  m365 = await startLocal({ now: () => now });
  priya = await signIn(m365, 'priya');
  yusuf = await signIn(m365, 'yusuf');
});
afterAll(() => m365.close());

const MB = 1024 * 1024;

async function newMeeting(subject: string, extra: Json = {}): Promise<Json> {
  const single = seriesBody({ subject, ...extra, recurrence: null });
  return (await priya.graph('POST', '/me/events', single)).body;
}

function eventPath(event: Json, below = ''): string {
  return `/me/events/${encodeURIComponent(String(event['id']))}${below}`;
}

function file(name: string, bytes: Buffer, extra: Json = {}): Json {
  return {
    '@odata.type': '#microsoft.graph.fileAttachment',
    name,
    contentType: 'text/plain',
    contentBytes: bytes.toString('base64'),
    ...extra,
  };
}

async function session(event: Json, size: number): Promise<{ status: number; code: unknown; body: Json; url: string }> {
  const item = { attachmentType: 'file', name: 'large.bin', size };
  const answer = await priya.graph('POST', eventPath(event, '/attachments/createUploadSession'), {
    AttachmentItem: item,
  });
  return {
    status: answer.status,
    code: at(answer.body, 'error', 'code'),
    body: answer.body,
    url: String(answer.body['uploadUrl']),
  };
}

async function put(url: string, from: number, bytes: Buffer, total: number): Promise<Response> {
  return fetch(url, {
    method: 'PUT',
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Range': `bytes ${String(from)}-${String(from + bytes.length - 1)}/${String(total)}`,
    },
    body: new Uint8Array(bytes),
  });
}

describe('attachments', () => {
  test('files, items and links hang on an event; an item is shown when asked for, a file also as it is', async () => {
    // The description was cut and has no options for attachments, so what is asked here is not compared with it.
    const unchecked = await startLocal({ validate: false });
    const priya = await signIn(unchecked, 'priya');
    const single = seriesBody({ subject: 'All kinds', recurrence: null });
    const meeting = (await priya.graph('POST', '/me/events', single)).body;
    const add = (body: Json) => priya.graph('POST', eventPath(meeting, '/attachments'), body);
    const added = [
      await add(file('notes.txt', Buffer.from('notes'), { isInline: true, contentId: 'notes' })),
      await add({
        '@odata.type': '#microsoft.graph.itemAttachment',
        name: 'A message',
        item: { '@odata.type': 'microsoft.graph.message', subject: 'Inside' },
      }),
      await add({ '@odata.type': '#microsoft.graph.referenceAttachment', name: 'A link' }),
    ];
    expect(added.map(({ status, body }) => [status, body['@odata.type'], body['name']])).toEqual([
      [201, '#microsoft.graph.fileAttachment', 'notes.txt'],
      [201, '#microsoft.graph.itemAttachment', 'A message'],
      [201, '#microsoft.graph.referenceAttachment', 'A link'],
    ]);
    const one = (at_: number, below = '') =>
      priya.graph(
        'GET',
        eventPath(meeting, `/attachments/${encodeURIComponent(String(added[at_]?.body['id']))}${below}`),
      );
    expect((await one(0)).body).toMatchObject({ size: 5, isInline: true, contentId: 'notes' });
    expect((await one(1)).body['item']).toBeUndefined();
    expect(at((await one(1, '?$expand=microsoft.graph.itemattachment/item')).body, 'item', 'subject')).toBe('Inside');
    expect((await one(1, '/$value')).status).toBe(400);
    expect(Object.keys((await one(0, '?$select=name,size')).body).toSorted()).toEqual([
      '@odata.type',
      'id',
      'name',
      'size',
    ]);
    expect(items(await priya.graph('GET', eventPath(meeting, '/attachments')))).toHaveLength(3);
    expect(
      at((await priya.graph('GET', eventPath(meeting, '?$expand=attachments'))).body, 'attachments', 0, 'name'),
    ).toBe('notes.txt');
    expect((await priya.graph('GET', eventPath(meeting))).body['hasAttachments']).toBe(true);
    await unchecked.close();
  });

  test('what came with a draft goes out with its invitation, once', async () => {
    const draft = await newMeeting('With papers', { isDraft: true });
    await priya.graph('POST', eventPath(draft, '/attachments'), file('papers.txt', Buffer.from('papers')));
    expect(received(m365, 'attachment-received').filter(({ subject }) => subject === 'With papers')).toEqual([]);
    await priya.graph('PATCH', eventPath(draft), { isDraft: false });
    expect(received(m365, 'attachment-received').filter(({ subject }) => subject === 'With papers')).toHaveLength(1);
    expect(received(m365, 'invitation').filter(({ subject }) => subject === 'With papers')).toHaveLength(1);
  });

  test.each([
    ['without its kind', { name: 'x', contentBytes: '' }, 400],
    ['without a name', file('', Buffer.from('x')), 400],
    ['whose bytes are no base64', file('x', Buffer.alloc(0), { contentBytes: '***' }), 400],
    ['of 3 MB', file('x', Buffer.alloc(3 * MB)), 400],
  ])('a file %s is refused', async (_case, body, status) => {
    const answer = await priya.graph('POST', eventPath(await newMeeting('Refuses files'), '/attachments'), body);
    expect(answer.status).toBe(status);
  });

  test('files in the event itself are left out', async () => {
    const meeting = await newMeeting('Files inside', { attachments: [file('inside.txt', Buffer.from('x'))] });
    expect(meeting['hasAttachments']).toBe(false);
  });
});

describe('an upload session', () => {
  test('takes the ranges of a file in order, without a token, and ends as an attachment', async () => {
    const meeting = await newMeeting('Large');
    const bytes = Buffer.alloc(5 * MB, 'duologue');
    const { status, body, url } = await session(meeting, bytes.length);
    expect(status).toBe(201);
    expect(body['nextExpectedRanges']).toEqual(['0-']);
    const first = await put(url, 0, bytes.subarray(0, 2 * MB), bytes.length);
    expect(first.status).toBe(200);
    expect(await first.json()).toMatchObject({ nextExpectedRanges: [String(2 * MB)] });
    const outOfOrder = await put(url, 3 * MB, bytes.subarray(3 * MB), bytes.length);
    expect(outOfOrder.status).toBe(416);
    const again = await put(url, 0, bytes.subarray(0, 2 * MB), bytes.length);
    expect(again.status).toBe(416);
    const last = await put(url, 2 * MB, bytes.subarray(2 * MB), bytes.length);
    expect(last.status).toBe(201);
    const id = /Attachments\('([^']+)'\)$/.exec(last.headers.get('location') ?? '')?.[1] ?? '';
    const path = eventPath(meeting, `/attachments/${encodeURIComponent(id)}`);
    expect((await priya.graph('GET', path)).body).toMatchObject({
      name: 'large.bin',
      size: 5 * MB,
    });
    const raw = await fetch(`${m365.graphBase}${path}/$value`, {
      headers: { Authorization: `Bearer ${priya.graphToken}` },
    });
    expect(Buffer.compare(Buffer.from(await raw.arrayBuffer()), bytes)).toBe(0);
    expect((await put(url, 0, bytes.subarray(0, MB), bytes.length)).status).toBe(404);
  });

  test('is over after its time, when it is cancelled, and for whoever does not have its address', async () => {
    const meeting = await newMeeting('Too late');
    const { url, body } = await session(meeting, 4 * MB);
    expect((await put(url.replace(/authtoken=.*/, 'authtoken=guessed'), 0, Buffer.alloc(MB), 4 * MB)).status).toBe(401);
    now = Date.parse(String(body['expirationDateTime'])) + 1;
    expect((await put(url, 0, Buffer.alloc(MB), 4 * MB)).status).toBe(404);
    now = NOW;
    const other = await session(meeting, 4 * MB);
    expect((await fetch(other.url, { method: 'DELETE' })).status).toBe(204);
    expect((await put(other.url, 0, Buffer.alloc(MB), 4 * MB)).status).toBe(404);
  });

  test.each([
    ['a smaller file', 3 * MB - 1, 400, 'ErrorAttachmentSizeShouldNotBeLessThanMinimumSize'],
    ['a file larger than a mailbox takes', 36 * MB, 413, 'ErrorMessageSizeExceeded'],
    ['a file beyond 150 MB', 151 * MB, 413, 'ErrorMessageSizeExceeded'],
    ['no size', -1, 400, 'ErrorAttachmentSizeShouldNotBeLessThanMinimumSize'],
  ])('is not given for %s', async (_case, size, status, code) => {
    expect(await session(await newMeeting('Sizes'), size)).toMatchObject({ status, code });
  });

  test.each([
    ['without saying which', 'bytes */4194304', MB],
    ['that says another length than it has', 'bytes 0-10/4194304', MB],
    ['of another file', 'bytes 0-1048575/9999999', MB],
    ['beyond the end', 'bytes 4194304-5242879/4194304', MB],
    ['of more than 4 MB', 'bytes 0-5242879/6291456', 5 * MB],
  ])('refuses a range %s', async (_case, range, length) => {
    const { url } = await session(await newMeeting('Ranges'), 4 * MB);
    const answer = await fetch(url, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/octet-stream', 'Content-Range': range },
      body: new Uint8Array(length),
    });
    expect([400, 413]).toContain(answer.status);
    expect(at(await answer.json(), 'error', 'code')).toBeTypeOf('string');
  });

  test('for an event that has gone meanwhile ends in 404', async () => {
    const meeting = await newMeeting('Gone meanwhile', { attendees: [] });
    const { url } = await session(meeting, 3 * MB);
    await priya.graph('DELETE', eventPath(meeting));
    expect((await put(url, 0, Buffer.alloc(3 * MB), 3 * MB)).status).toBe(404);
  });

  test('reaches attendees with the next change of the event, like any file', async () => {
    const meeting = await newMeeting('Large for two');
    const { url } = await session(meeting, 3 * MB);
    await put(url, 0, Buffer.alloc(3 * MB), 3 * MB);
    const received_ = () => received(m365, 'attachment-received').filter(({ subject }) => subject === 'Large for two');
    expect(received_()).toEqual([]);
    await priya.graph('PATCH', eventPath(meeting), { importance: 'high' });
    expect(received_()).toHaveLength(1);
    const filter = encodeURIComponent(`iCalUId eq '${String(meeting['iCalUId'])}'`);
    const copy = items(await yusuf.graph('GET', `/me/events?$filter=${filter}`))[0] ?? {};
    expect(copy['hasAttachments']).toBe(true);
  });
});
