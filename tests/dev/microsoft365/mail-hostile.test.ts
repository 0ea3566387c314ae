import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { Json, SignedIn } from './local-microsoft365.ts';
import { items, mailOf, signIn, startLocal } from './local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
let draft: string;
let list: string;
let task: string;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
  draft = `/me/messages/${String((await priya.graph('POST', '/me/messages', { subject: 'Draft' })).body['id'])}`;
  list = `/me/todo/lists/${String(items(await priya.graph('GET', '/me/todo/lists'))[0]?.['id'])}`;
  task = `${list}/tasks/${String((await priya.graph('POST', `${list}/tasks`, { title: 'Task' })).body['id'])}`;
});
afterAll(() => m365.close());

const NASTY: unknown[] = [
  null,
  0,
  true,
  '',
  'x'.repeat(20_000),
  '\u0000\ud800',
  [],
  [null],
  {},
  { emailAddress: null },
  [{ emailAddress: { address: {} } }],
  { dateTime: '9999-99-99T99:99:99', timeZone: 'UTC' },
  { dateTime: '0001-01-01T00:00:00', timeZone: 'Europe/London' },
  JSON.parse(`${'{"a":'.repeat(60)}1${'}'.repeat(60)}`),
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{}}}'),
];
const OF_MESSAGES = [
  'subject',
  'body',
  'toRecipients',
  'from',
  'replyTo',
  'importance',
  'isRead',
  'categories',
  'flag',
  'internetMessageHeaders',
  'singleValueExtendedProperties',
  'attachments',
  'extensions',
  '__proto__',
];
const OF_TASKS = [
  'title',
  'body',
  'status',
  'importance',
  'categories',
  'isReminderOn',
  'dueDateTime',
  'reminderDateTime',
  'completedDateTime',
  'recurrence',
  'linkedResources',
  'checklistItems',
];

async function answers(method: string, path: string, body: Json): Promise<void> {
  const answer = await priya.graph(method, path, body);
  expect(answer.status, JSON.stringify(body).slice(0, 200)).toBeLessThan(500);
}

test.each(OF_MESSAGES)(
  'whatever a message says of %s gets an answer or a refusal, and mail can still be read',
  async (name) => {
    for (const value of NASTY) {
      await answers('POST', '/me/messages', { [name]: value });
      await answers('PATCH', draft, { [name]: value });
      await answers('POST', '/me/sendMail', {
        message: { toRecipients: [{ emailAddress: { address: mailOf('kwame') } }], [name]: value },
      });
    }
    const all = await priya.graph('GET', '/me/messages?$top=1000&$expand=attachments,extensions');
    expect(all.status).toBe(200);
  },
);

test.each(OF_TASKS)(
  'whatever a task says of %s gets an answer or a refusal, and tasks can still be read',
  async (name) => {
    for (const value of NASTY) {
      await answers('POST', `${list}/tasks`, { title: 'x', [name]: value });
      await answers('PATCH', task, { [name]: value });
    }
    const all = await priya.graph('GET', `${list}/tasks?$top=1000&$expand=linkedResources,checklistItems`);
    expect(all.status).toBe(200);
  },
);

test.each(['destinationId', 'comment', 'toRecipients', 'message'])(
  'whatever an action is told of %s gets an answer or a refusal',
  async (name) => {
    for (const value of NASTY) {
      for (const action of ['move', 'copy', 'createReply', 'createForward', 'forward', 'reply']) {
        await answers('POST', `${draft}/${action}`, { [name]: value });
      }
      await answers('POST', '/me/mailFolders/inbox/copy', { [name]: value });
    }
  },
);
