import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { GraphAnswer, Json, SignedIn } from './local-microsoft365.ts';
import { NOW, at, items, mailOf, organisation, received, signIn, startLocal } from './local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
let kwame: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
  kwame = await signIn(m365, 'kwame');
});
afterAll(() => m365.close());

function to(...addresses: string[]): Json[] {
  return addresses.map((address) => ({ emailAddress: { address } }));
}

function codeOf(answer: GraphAnswer): [number, unknown] {
  return [answer.status, at(answer.body, 'error', 'code')];
}

async function send(person: SignedIn, message: Json): Promise<void> {
  expect((await person.graph('POST', '/me/sendMail', { message })).status).toBe(202);
}

async function inbox(person: SignedIn, subject: string): Promise<Json[]> {
  return items(await person.graph('GET', `/me/mailFolders/inbox/messages?$filter=subject eq '${subject}'`));
}

async function arrived(person: SignedIn, subject: string): Promise<Json> {
  const [found] = await inbox(person, subject);
  expect(found).toBeDefined();
  return found ?? {};
}

describe('mail that cannot be delivered', () => {
  test('comes back to whoever sent it, naming who got nothing, and reaches the others', async () => {
    const lost = `nobody.here@${organisation.tenant.domain}`;
    await send(priya, { subject: 'To two', toRecipients: to(mailOf('kwame'), lost, 'x@nowhere.invalid') });
    expect(await inbox(kwame, 'To two')).toHaveLength(1);
    const back = await arrived(priya, 'Undeliverable: To two');
    expect(at(back, 'from', 'emailAddress', 'name')).toBe('Microsoft Outlook');
    const words = String(at(back, 'body', 'content'));
    expect(words).toContain(lost);
    expect(words).toContain('550 5.1.10');
    expect(words).toContain('x@nowhere.invalid');
    expect(words).toContain('550 5.4.310');
  });

  test('does not come back when it leaves for somewhere else', async () => {
    await send(priya, { subject: 'Far away', toRecipients: to('someone@contoso.com') });
    expect(await inbox(priya, 'Undeliverable: Far away')).toEqual([]);
    const [sent] = m365.ledger().filter((one) => one.kind === 'mail-sent' && one.subject === 'Far away');
    expect(sent?.detail).toBe('someone@contoso.com');
  });

  test.each(['not an address', 'a@b@c', '<a@b>'])(
    'the address %s is refused before anything is sent',
    async (address) => {
      const answer = await priya.graph('POST', '/me/sendMail', {
        message: { subject: 'No', toRecipients: to(address) },
      });
      expect(codeOf(answer)).toEqual([400, 'ErrorInvalidRecipients']);
      expect(received(m365, 'mail-sent').filter((one) => one.subject === 'No')).toEqual([]);
    },
  );
});

describe('a mailbox whose owner is away', () => {
  const leave = organisation.leave.find((one) => one.person === 'kwame' && one.fromWeek > 0);
  const during = NOW + (leave?.fromWeek ?? 0) * 7 * 86_400_000;

  test('answers each sender once while they are away, and never another answer', async () => {
    let now = NOW;
    const away = await startLocal({ now: () => now });
    const one = await signIn(away, 'priya');
    await send(one, { subject: 'Before', toRecipients: to(mailOf('kwame')) });
    expect(await inbox(one, 'Automatic reply: Before')).toEqual([]);
    now = during + 86_400_000;
    const [early, late] = [await signIn(away, 'priya'), await signIn(away, 'yusuf')];
    await send(early, { subject: 'First', toRecipients: to(mailOf('kwame')) });
    await send(early, { subject: 'Second', toRecipients: to(mailOf('kwame')) });
    await send(late, { subject: 'Third', toRecipients: to(mailOf('kwame')) });
    const reply = await arrived(early, 'Automatic reply: First');
    expect(at(reply, 'body', 'content')).toContain(leave?.message);
    expect(at(reply, 'from', 'emailAddress', 'address')).toBe(mailOf('kwame'));
    expect(await inbox(early, 'Automatic reply: Second')).toEqual([]);
    expect(await inbox(late, 'Automatic reply: Third')).toHaveLength(1);
    const absent = await signIn(away, 'kwame');
    expect(items(await absent.graph('GET', '/me/mailFolders/sentitems/messages'))).toEqual([]);
    await away.close();
  });
});

test('a mailbox answers with what its owner set, anew for each absence', async () => {
  const setting = async (message: string): Promise<void> => {
    const automaticRepliesSetting = { status: 'alwaysEnabled', internalReplyMessage: message };
    expect((await kwame.graph('PATCH', '/me/mailboxSettings', { automaticRepliesSetting })).status).toBe(200);
  };
  await setting('Back on Monday.');
  await send(priya, { subject: 'Absence one', toRecipients: to(mailOf('kwame')) });
  expect(at(await arrived(priya, 'Automatic reply: Absence one'), 'body', 'content')).toContain('Back on Monday.');
  await setting('Back on Friday.');
  await send(priya, { subject: 'Absence two', toRecipients: to(mailOf('kwame')) });
  expect(at(await arrived(priya, 'Automatic reply: Absence two'), 'body', 'content')).toContain('Back on Friday.');
  await kwame.graph('PATCH', '/me/mailboxSettings', { automaticRepliesSetting: { status: 'disabled' } });
  await send(priya, { subject: 'Absence over', toRecipients: to(mailOf('kwame')) });
  expect(await inbox(priya, 'Automatic reply: Absence over')).toEqual([]);
});

describe('answering', () => {
  let original: string;
  beforeAll(async () => {
    await send(priya, {
      subject: 'Plans',
      body: { contentType: 'HTML', content: '<p>The plan.</p>' },
      toRecipients: to(mailOf('kwame'), mailOf('yusuf')),
      ccRecipients: to(mailOf('mei')),
      attachments: [{ '@odata.type': '#microsoft.graph.fileAttachment', name: 'plan.txt', contentBytes: 'AAAA' }],
    });
    original = `/me/messages/${String((await arrived(kwame, 'Plans'))['id'])}`;
  });

  function addresses(message: Json, name: string): unknown[] {
    return (message[name] as Json[]).map((one) => at(one, 'emailAddress', 'address'));
  }

  test('makes a draft to whoever wrote, in the same conversation, quoting what they wrote', async () => {
    const { status, body } = await kwame.graph('POST', `${original}/createReply`, { comment: 'Fine by me.' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ subject: 'RE: Plans', isDraft: true });
    expect(addresses(body, 'toRecipients')).toEqual([mailOf('priya')]);
    const words = String(at(body, 'body', 'content'));
    expect(words.indexOf('Fine by me.')).toBeLessThan(words.indexOf('<p>The plan.</p>'));
    expect(words).toContain(mailOf('priya'));
    const first = (await kwame.graph('GET', original)).body;
    expect(body['conversationId']).toBe(first['conversationId']);
    const send = await kwame.graph('POST', `/me/messages/${String(body['id'])}/send`);
    expect(send.status).toBe(202);
    expect((await arrived(priya, 'RE: Plans'))['conversationId']).toBe(first['conversationId']);
  });

  test('to all goes to everybody who got it but oneself', async () => {
    const { body } = await kwame.graph('POST', `${original}/createReplyAll`);
    expect(addresses(body, 'toRecipients')).toEqual([mailOf('priya'), mailOf('yusuf')]);
    expect(addresses(body, 'ccRecipients')).toEqual([mailOf('mei')]);
  });

  test('passing on takes the file along and asks to whom', async () => {
    const nobody = await kwame.graph('POST', `${original}/forward`, { comment: 'See below' });
    expect(codeOf(nobody)).toEqual([400, 'ErrorInvalidRecipients']);
    const answer = await kwame.graph('POST', `${original}/forward`, {
      Comment: 'See below',
      ToRecipients: to(mailOf('priya')),
    });
    expect(answer.status).toBe(202);
    const message = await arrived(priya, 'FW: Plans');
    const files = await priya.graph('GET', `/me/messages/${String(message['id'])}/attachments`);
    expect(items(files).map((one) => one['name'])).toEqual(['plan.txt']);
  });

  test('at once sends and keeps a copy; a mark is not repeated', async () => {
    expect((await kwame.graph('POST', `${original}/reply`, { comment: 'Done' })).status).toBe(202);
    const sent = await kwame.graph('GET', "/me/mailFolders/sentitems/messages?$filter=subject eq 'RE: Plans'");
    expect(items(sent).length).toBeGreaterThan(0);
    const [reply] = await inbox(priya, 'RE: Plans');
    const again = await priya.graph('POST', `/me/messages/${String(reply?.['id'])}/createReply`);
    expect(again.body['subject']).toBe('RE: Plans');
  });

  test('takes a comment or a body, not both, and other words for its message', async () => {
    const both = { comment: 'a', message: { body: { contentType: 'text', content: 'b' } } };
    expect(codeOf(await kwame.graph('POST', `${original}/reply`, both))).toEqual([400, 'ErrorInvalidRequest']);
    const { body } = await kwame.graph('POST', `${original}/createReply`, {
      message: { subject: 'Something else', toRecipients: to(mailOf('mei')), importance: 'high' },
    });
    expect(body).toMatchObject({ subject: 'Something else', importance: 'high' });
    expect(addresses(body, 'toRecipients')).toEqual([mailOf('mei')]);
  });
});

describe('what hangs on a draft', () => {
  test('is added and taken away, and makes another version of it', async () => {
    const made = await priya.graph('POST', '/me/messages', { subject: 'With file' });
    const path = `/me/messages/${String(made.body['id'])}`;
    const file = { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'aGk=' };
    const added = await priya.graph('POST', `${path}/attachments`, file);
    expect(added.status).toBe(201);
    const with1 = (await priya.graph('GET', path)).body;
    expect(with1['hasAttachments']).toBe(true);
    expect(with1['changeKey']).not.toBe(made.body['changeKey']);
    const one = `${path}/attachments/${String(added.body['id'])}`;
    const response = await fetch(`${m365.graphBase}${one}/$value`, {
      headers: { Authorization: `Bearer ${priya.graphToken}` },
    });
    expect(await response.text()).toBe('hi');
    expect((await priya.graph('DELETE', one)).status).toBe(204);
    expect((await priya.graph('GET', path)).body['hasAttachments']).toBe(false);
    expect(codeOf(await priya.graph('GET', one))).toEqual([404, 'ErrorItemNotFound']);
  });
});

test('a large file comes in pieces and hangs on the draft once it is whole', async () => {
  const bytes = Buffer.alloc(3_500_000, 'x');
  const made = await priya.graph('POST', '/me/messages', { subject: 'Large file', toRecipients: to(mailOf('kwame')) });
  const path = `/me/messages/${String(made.body['id'])}`;
  const item = { attachmentType: 'file', name: 'large.txt', size: bytes.length };
  const session = await priya.graph('POST', `${path}/attachments/createUploadSession`, { AttachmentItem: item });
  expect(session.status).toBe(201);
  const put = (from: number, until: number): Promise<Response> =>
    fetch(String(session.body['uploadUrl']), {
      method: 'PUT',
      headers: { 'Content-Range': `bytes ${String(from)}-${String(until - 1)}/${String(bytes.length)}` },
      body: bytes.subarray(from, until),
    });
  expect((await put(0, 2_000_000)).status).toBe(200);
  expect(items(await priya.graph('GET', `${path}/attachments`))).toEqual([]);
  expect((await put(2_000_000, bytes.length)).status).toBe(201);
  const [file] = items(await priya.graph('GET', `${path}/attachments?$select=name,size`));
  expect(file).toMatchObject({ name: 'large.txt', size: bytes.length });
  expect((await priya.graph('POST', `${path}/send`)).status).toBe(202);
  const message = await arrived(kwame, 'Large file');
  const arrivedFile = items(await kwame.graph('GET', `/me/messages/${String(message['id'])}/attachments?$select=size`));
  expect(arrivedFile[0]?.['size']).toBe(bytes.length);
});

test('an extension stays on the copy it was put on, and comes when expanded by its name', async () => {
  const extension = {
    '@odata.type': 'microsoft.graph.openTypeExtension',
    extensionName: 'com.duologue.mark',
    level: 3,
  };
  const made = await priya.graph('POST', '/me/messages', {
    subject: 'Extended',
    toRecipients: to(mailOf('kwame')),
    extensions: [extension],
  });
  const path = `/me/messages/${String(made.body['id'])}`;
  const { body } = await priya.graph('GET', `${path}?$expand=extensions($filter=id eq 'com.duologue.mark')`);
  expect(at(body, 'extensions', 0)).toMatchObject({ extensionName: 'com.duologue.mark', level: 3 });
  expect((await priya.graph('GET', path)).body).not.toHaveProperty('extensions');
  expect(codeOf(await priya.graph('POST', `${path}/extensions`, extension))).toEqual([409, 'ErrorItemExists']);
  const changed = await priya.graph('PATCH', `${path}/extensions/com.duologue.mark`, { ...extension, level: 4 });
  expect(changed.body['level']).toBe(4);
  await priya.graph('POST', `${path}/send`);
  const theirs = String((await arrived(kwame, 'Extended'))['id']);
  expect(items(await kwame.graph('GET', `/me/messages/${theirs}/extensions`))).toEqual([]);
});

test('an invitation brings its event along when asked for', async () => {
  await priya.graph('POST', '/me/events', {
    subject: 'Bring along',
    start: { dateTime: '2026-12-03T13:00:00', timeZone: 'UTC' },
    end: { dateTime: '2026-12-03T13:30:00', timeZone: 'UTC' },
    attendees: to(mailOf('kwame')),
  });
  const message = await arrived(kwame, 'Bring along');
  expect(message).not.toHaveProperty('event');
  const path = `/me/messages/${String(message['id'])}?$expand=microsoft.graph.eventMessage/event`;
  expect(at((await kwame.graph('GET', path)).body, 'event', 'subject')).toBe('Bring along');
});

test.each([
  ['a message that is a list', { message: [] }, 'RequestBodyRead'],
  ['no message', {}, 'ErrorInvalidParameter'],
  ['recipients that are no list', { message: { toRecipients: 'kwame' } }, 'RequestBodyRead'],
  ['a recipient that is nothing', { message: { toRecipients: [null] } }, 'RequestBodyRead'],
  [
    'a file that is nothing',
    { message: { toRecipients: [{ emailAddress: { address: 'a@b.example' } }], attachments: [null] } },
    'RequestBodyRead',
  ],
  ['a subject that is a number', { message: { subject: 1, toRecipients: [] } }, 'RequestBodyRead'],
  [
    'six headers',
    {
      message: {
        internetMessageHeaders: Array.from({ length: 6 }, (_, one) => ({ name: `x-${String(one)}`, value: 'v' })),
      },
    },
    'InvalidInternetMessageHeaderCollection',
  ],
])('a mail with %s is refused', async (_case, body, code) => {
  expect(codeOf(await priya.graph('POST', '/me/sendMail', body))).toEqual([400, code]);
});

test('a mail of more than four megabytes is refused', async () => {
  const content = 'x'.repeat(4 * 1024 * 1024);
  const answer = await priya.graph('POST', '/me/sendMail', {
    message: { subject: 'Large', body: { contentType: 'text', content }, toRecipients: to(mailOf('kwame')) },
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(String(at(answer.body, 'error', 'message'))).toContain('4MB');
});
