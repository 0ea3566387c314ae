import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { GraphAnswer, Json, SignedIn } from './local-microsoft365.ts';
import { at, delegated, items, mailOf, signIn, startLocal } from './local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
let kwame: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
  kwame = await signIn(m365, 'kwame');
});
afterAll(() => m365.close());

const IMMUTABLE = { Prefer: 'IdType="ImmutableId"' };

function codeOf(answer: GraphAnswer): [number, unknown] {
  return [answer.status, at(answer.body, 'error', 'code')];
}

async function send(subject: string, extra: Json = {}): Promise<void> {
  const message = {
    subject,
    body: { contentType: 'HTML', content: `<p>About ${subject}.</p>` },
    toRecipients: [{ emailAddress: { address: mailOf('kwame') } }],
    ...extra,
  };
  expect((await priya.graph('POST', '/me/sendMail', { message })).status).toBe(202);
}

async function received(subject: string): Promise<Json> {
  const [found] = items(await kwame.graph('GET', `/me/mailFolders/inbox/messages?$filter=subject eq '${subject}'`));
  return found ?? {};
}

async function sentAndReceived(subject: string, extra: Json = {}): Promise<string> {
  await send(subject, extra);
  return String((await received(subject))['id']);
}

describe('the messages of a mailbox', () => {
  beforeAll(async () => {
    for (let one = 1; one <= 12; one += 1) {
      await send(`Page ${String(one).padStart(2, '0')}`, { importance: one % 2 === 0 ? 'high' : 'normal' });
    }
  });

  test('come ten on a page and go on by $skip, keeping the query', async () => {
    const path = "/me/mailFolders/inbox/messages?$filter=startswith(subject,'Page')&$count=true&$select=subject";
    const first = await kwame.graph('GET', path);
    expect([items(first).length, first.body['@odata.count']]).toEqual([10, 12]);
    const link = String(first.body['@odata.nextLink']);
    expect(new URL(link).searchParams.get('$skip')).toBe('10');
    const second = await kwame.graph('GET', link.replace(m365.graphBase, ''));
    expect(items(second).map((one) => Object.keys(one).toSorted())).toEqual([
      ['@odata.etag', 'id', 'subject'],
      ['@odata.etag', 'id', 'subject'],
    ]);
    expect(second.body['@odata.nextLink']).toBeUndefined();
  });

  test('are ordered as asked, but the order must come first in the filter', async () => {
    const filter = "startswith(subject,'Page') and importance eq 'high'";
    const found = await kwame.graph('GET', `/me/messages?$filter=${filter}&$orderby=subject desc&$top=2`);
    expect(items(found).map((one) => one['subject'])).toEqual(['Page 12', 'Page 10']);
    const path = `/me/messages?$filter=${filter}&$orderby=receivedDateTime desc`;
    expect(codeOf(await kwame.graph('GET', path))).toEqual([400, 'InefficientFilter']);
  });

  test('are counted as plain text', async () => {
    const response = await fetch(`${m365.graphBase}/me/messages/$count?$filter=startswith(subject,'Page')`, {
      headers: { Authorization: `Bearer ${kwame.graphToken}` },
    });
    expect(await response.text()).toBe('12');
  });

  test.each([
    ['$top=1001', 'ErrorInvalidParameter'],
    ['$select=colour', 'RequestBroker--ParseUri'],
    ["$filter=colour eq 'red'", 'RequestBroker--ParseUri'],
    ['$filter=isRead eq', 'RequestBroker--ParseUri'],
    ['$expand=colour', 'RequestBroker--ParseUri'],
    ['$search="a"&$filter=isRead eq false', 'SearchWithFilter'],
    ['$search="a"&$orderby=subject', 'SearchWithOrderBy'],
    ['$search=""', 'BadRequest'],
  ])('%s is refused as %s', async (query, code) => {
    expect(codeOf(await kwame.graph('GET', `/me/messages?${query}`))).toEqual([400, code]);
  });

  test.each([
    ['"subject:\'Page 03\'"', []],
    ['"subject:03"', ['Page 03']],
    ['"subject:page AND subject:03 OR subject:04"', ['Page 03', 'Page 04']],
    ['"importance:high subject:page NOT subject:12"', ['Page 02', 'Page 04', 'Page 06', 'Page 08', 'Page 10']],
    ['"from:priya subject:11"', ['Page 11']],
    ['"to:priya subject:11"', []],
    ['"received>=2026-11-26 subject:09"', ['Page 09']],
    ['"received<2026-11-26 subject:09"', []],
    ['about subject:01', ['Page 01']],
  ])('the search %s finds %j', async (search, expected) => {
    const found = await kwame.graph('GET', `/me/messages?$search=${encodeURIComponent(search)}&$top=50`);
    expect(found.status).toBe(200);
    const subjects = items(found).map((one) => String(one['subject']));
    expect(subjects.filter((one) => one.startsWith('Page')).toSorted()).toEqual(expected);
  });

  test('a search goes on by a token', async () => {
    const first = await kwame.graph('GET', '/me/messages?$search="subject:page"&$top=5');
    const link = String(first.body['@odata.nextLink']);
    expect(new URL(link).searchParams.has('$skiptoken')).toBe(true);
    const second = await kwame.graph('GET', link.replace(m365.graphBase, ''));
    const both = [...items(first), ...items(second)].map((one) => one['id']);
    expect(new Set(both).size).toBe(10);
  });
});

describe('one message', () => {
  test('changes its usual id with its folder, and keeps the lasting one', async () => {
    const id = await sentAndReceived('Moves');
    const lasting = (await kwame.graph('GET', `/me/messages/${id}`, undefined, IMMUTABLE)).body['id'];
    const moved = await kwame.graph('POST', `/me/messages/${id}/move`, { DestinationId: 'archive' });
    expect(moved.status).toBe(201);
    expect(moved.body['id']).not.toBe(id);
    expect(codeOf(await kwame.graph('GET', `/me/messages/${id}`))).toEqual([404, 'ErrorItemNotFound']);
    expect((await kwame.graph('GET', `/me/messages/${String(moved.body['id'])}`)).body['subject']).toBe('Moves');
    const kept = await kwame.graph('GET', `/me/messages/${String(lasting)}`, undefined, IMMUTABLE);
    expect([kept.body['id'], kept.body['subject']]).toEqual([lasting, 'Moves']);
  });

  test('is copied with its file, and the copy goes its own way', async () => {
    const id = await sentAndReceived('Copied', {
      attachments: [{ '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'AAAA' }],
    });
    const copy = await kwame.graph('POST', `/me/messages/${id}/copy`, { destinationId: 'archive' });
    expect(copy.status).toBe(201);
    const path = `/me/messages/${String(copy.body['id'])}`;
    expect(items(await kwame.graph('GET', `${path}/attachments`)).map((one) => one['name'])).toEqual(['a.txt']);
    await kwame.graph('PATCH', path, { isRead: true });
    expect((await kwame.graph('GET', `/me/messages/${id}`)).body['isRead']).toBe(false);
  });

  test('goes into Deleted Items when deleted, and out of sight from there', async () => {
    const id = await sentAndReceived('Deleted');
    expect((await kwame.graph('DELETE', `/me/messages/${id}`)).status).toBe(204);
    const path = "/me/mailFolders/deleteditems/messages?$filter=subject eq 'Deleted'";
    const [inBin] = items(await kwame.graph('GET', path));
    expect((await kwame.graph('DELETE', `/me/messages/${String(inBin?.['id'])}`)).status).toBe(204);
    expect(items(await kwame.graph('GET', "/me/messages?$filter=subject eq 'Deleted'"))).toEqual([]);
  });

  test('is marked, and has another version after each change', async () => {
    const id = await sentAndReceived('Marked');
    const before = (await kwame.graph('GET', `/me/messages/${id}`)).body;
    const change = { isRead: true, categories: ['Blue category'], importance: 'High', flag: { flagStatus: 'Flagged' } };
    const { body } = await kwame.graph('PATCH', `/me/messages/${id}`, change);
    expect(body).toMatchObject({
      isRead: true,
      categories: ['Blue category'],
      importance: 'high',
      flag: { flagStatus: 'flagged' },
    });
    expect(body['changeKey']).not.toBe(before['changeKey']);
    expect(body['@odata.etag']).toBe(`W/"${String(body['changeKey'])}"`);
    const stale = { 'If-Match': String(before['@odata.etag']) };
    expect(codeOf(await kwame.graph('PATCH', `/me/messages/${id}`, { isRead: false }, stale))).toEqual([
      412,
      'ErrorIrresolvableConflict',
    ]);
    const found = await kwame.graph('GET', "/me/messages?$filter=categories/any(c:c eq 'Blue category')");
    expect(items(found).map((one) => one['id'])).toEqual([id]);
  });

  test.each([
    ['words of a message that was sent', { subject: 'Other' }, 'ErrorInvalidPropertySet'],
    ['a property there is not', { colour: 'red' }, 'RequestBodyRead'],
    ['an importance there is not', { importance: 'burning' }, 'RequestBodyRead'],
    ['a truth that is none', { isRead: 'yes' }, 'RequestBodyRead'],
    ['categories that are no texts', { categories: [1] }, 'RequestBodyRead'],
    ['a flag there is not', { flag: { flagStatus: 'waving' } }, 'RequestBodyRead'],
  ])('refuses %s', async (_case, change, code) => {
    const id = await sentAndReceived(`Refuses ${code} ${Object.keys(change).join('')}`);
    expect(codeOf(await kwame.graph('PATCH', `/me/messages/${id}`, change))).toEqual([400, code]);
  });

  test('shows its own headers, files and properties only when asked', async () => {
    const property = 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Mark';
    const made = await priya.graph('POST', '/me/messages', {
      subject: 'Expanded',
      internetMessageHeaders: [{ name: 'x-duologue', value: 'yes' }],
      singleValueExtendedProperties: [{ id: property, value: 'v' }],
      attachments: [{ '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'AAAA' }],
    });
    const path = `/me/messages/${String(made.body['id'])}`;
    const plain = (await priya.graph('GET', path)).body;
    for (const name of ['internetMessageHeaders', 'attachments', 'singleValueExtendedProperties', 'uniqueBody']) {
      expect(plain).not.toHaveProperty(name);
    }
    const query = `$select=subject,internetMessageHeaders&$expand=attachments($select=name),singleValueExtendedProperties($filter=id eq '${property}')`;
    const { body } = await priya.graph('GET', `${path}?${encodeURI(query)}`);
    expect(body['internetMessageHeaders']).toEqual([{ name: 'x-duologue', value: 'yes' }]);
    expect(body['singleValueExtendedProperties']).toEqual([{ id: property, value: 'v' }]);
    expect(at(body, 'attachments', 0, 'name')).toBe('a.txt');
    expect(at(body, 'attachments', 0, 'contentBytes')).toBeUndefined();
  });

  test('comes as plain text when preferred, and without scripts', async () => {
    const id = await sentAndReceived('Text', {
      body: { contentType: 'HTML', content: '<p>One</p><script>alert(1)</script><p>Two</p>' },
    });
    const html = await kwame.graph('GET', `/me/messages/${id}`);
    expect(html.body['body']).toEqual({ contentType: 'html', content: '<p>One</p><p>Two</p>' });
    const text = await kwame.graph('GET', `/me/messages/${id}`, undefined, {
      Prefer: 'outlook.body-content-type="text"',
    });
    expect(at(text.body, 'body', 'contentType')).toBe('text');
    expect(at(text.body, 'body', 'content')).toMatch(/^One\s+/);
    expect(at(text.body, 'body', 'content')).not.toContain('<');
  });

  test('is given as mail servers pass it on', async () => {
    const id = await sentAndReceived('Grüße', {
      internetMessageHeaders: [{ name: 'x-mark', value: 'one' }],
      attachments: [
        {
          '@odata.type': '#microsoft.graph.fileAttachment',
          name: 'a.txt',
          contentType: 'text/plain',
          contentBytes: 'aGVsbG8=',
        },
      ],
    });
    const response = await fetch(`${m365.graphBase}/me/messages/${id}/$value`, {
      headers: { Authorization: `Bearer ${kwame.graphToken}` },
    });
    const mime = await response.text();
    expect(mime).toContain('MIME-Version: 1.0\r\n');
    expect(mime).toContain(`<${mailOf('priya')}>`);
    expect(mime).toContain(`Subject: =?utf-8?B?${Buffer.from('Grüße').toString('base64')}?=\r\n`);
    expect(mime).toContain('x-mark: one\r\n');
    const boundary = /boundary="([^"]+)"/.exec(mime)?.[1] ?? '';
    const parts = mime.split(`--${boundary}`);
    expect(parts).toHaveLength(4);
    expect(parts[2]).toContain('aGVsbG8=');
  });

  test("shows no words to an application that may only see who wrote when, and nothing to others' eyes", async () => {
    const id = await sentAndReceived('Basic');
    const basic = await delegated(m365, 'kwame', 'Mail.ReadBasic');
    const { body } = await basic('GET', `/me/messages/${id}`);
    expect(body['subject']).toBe('Basic');
    expect(body).not.toHaveProperty('body');
    expect(body).not.toHaveProperty('bodyPreview');
    expect((await basic('GET', `/me/messages/${id}/attachments`)).status).toBe(403);
    expect((await priya.graph('GET', `/me/messages/${id}`)).status).toBe(404);
    expect((await priya.graph('GET', `/users/${mailOf('kwame')}/messages/${id}`)).status).toBe(403);
  });
});

describe('what changed in a folder', () => {
  const base = '/me/mailFolders/inbox/messages/delta';

  async function follow(start: string): Promise<{ changes: Json[]; link: string }> {
    const changes: Json[] = [];
    for (let next = start; ;) {
      const { status, body } = await kwame.graph('GET', next.replace(m365.graphBase, ''));
      expect(status).toBe(200);
      changes.push(...(body['value'] as Json[]));
      const delta = body['@odata.deltaLink'];
      if (typeof delta === 'string') {
        return { changes, link: delta };
      }
      next = String(body['@odata.nextLink']);
    }
  }

  test('is everything at first, then only what came, changed and went', async () => {
    const [stays, goes] = [await sentAndReceived('Stays'), await sentAndReceived('Goes')];
    const first = await follow(`${base}?$select=subject,isRead`);
    expect(first.changes.map((one) => one['id'])).toEqual(expect.arrayContaining([stays, goes]));
    expect(Object.keys(first.changes[0] ?? {})).not.toContain('bodyPreview');
    await kwame.graph('PATCH', `/me/messages/${stays}`, { isRead: true });
    await kwame.graph('DELETE', `/me/messages/${goes}`);
    const comes = await sentAndReceived('Comes');
    const second = await follow(first.link);
    expect(second.changes).toHaveLength(3);
    expect(second.changes).toContainEqual({ '@removed': { reason: 'deleted' }, id: goes });
    expect(second.changes.find((one) => one['id'] === stays)).toMatchObject({ isRead: true, subject: 'Stays' });
    expect(second.changes.map((one) => one['id'])).toContain(comes);
    const again = await follow(first.link);
    expect(again.changes).toEqual(second.changes);
    expect((await follow(second.link)).changes).toEqual([]);
  });

  test('comes in pages of the preferred size, and by kind', async () => {
    const sized = await kwame.graph('GET', base, undefined, { Prefer: 'odata.maxpagesize=2' });
    expect(items(sized)).toHaveLength(2);
    const { link } = await follow(`${base}?changeType=created`);
    const id = await sentAndReceived('Only new ones');
    await kwame.graph('PATCH', `/me/messages/${id}`, { isRead: true });
    const { changes, link: after } = await follow(link);
    expect(changes.map((one) => one['id'])).toEqual([id]);
    await kwame.graph('PATCH', `/me/messages/${id}`, { isRead: false });
    expect((await follow(after)).changes).toEqual([]);
  });

  test.each([
    ['$search="a"', 400, 'ErrorInvalidUrlQuery'],
    ['$deltatoken=made-up', 410, 'SyncStateNotFound'],
  ])('%s is refused', async (query, status, code) => {
    expect(codeOf(await kwame.graph('GET', `${base}?${query}`))).toEqual([status, code]);
  });
});
