import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { GraphAnswer, Json, SignedIn } from './local-microsoft365.ts';
import { at, delegated, items, mailOf, signIn, startLocal } from './local-microsoft365.ts';

let m365: Microsoft365;
let yusuf: SignedIn['graph'];
let list: string;
beforeAll(async () => {
  m365 = await startLocal();
  yusuf = (await signIn(m365, 'yusuf')).graph;
  const lists = items(await yusuf('GET', '/me/todo/lists'));
  list = `/me/todo/lists/${String(lists.find((one) => one['wellknownListName'] === 'defaultList')?.['id'])}`;
});
afterAll(() => m365.close());

function codeOf(answer: GraphAnswer): [number, unknown] {
  return [answer.status, at(answer.body, 'error', 'code')];
}

async function task(title: string, extra: Json = {}): Promise<string> {
  const made = await yusuf('POST', `${list}/tasks`, { title, ...extra });
  expect(made.status).toBe(201);
  return `${list}/tasks/${String(made.body['id'])}`;
}

describe('lists', () => {
  test('everybody has two, which stay as they are', async () => {
    const lists = items(await yusuf('GET', '/me/todo/lists'));
    expect(lists.map((one) => one['wellknownListName'])).toEqual(
      expect.arrayContaining(['defaultList', 'flaggedEmails']),
    );
    expect(codeOf(await yusuf('DELETE', list))).toEqual([400, 'invalidRequest']);
    expect(codeOf(await yusuf('PATCH', list, { displayName: 'Mine' }))).toEqual([400, 'invalidRequest']);
  });

  test('are made, renamed and deleted with what is on them', async () => {
    const made = await yusuf('POST', '/me/todo/lists', { displayName: 'From one-to-ones' });
    expect([made.status, made.body['wellknownListName']]).toEqual([201, 'none']);
    const path = `/me/todo/lists/${String(made.body['id'])}`;
    expect((await yusuf('PATCH', path, { displayName: 'Agreed' })).body['displayName']).toBe('Agreed');
    const added = await yusuf('POST', `${path}/tasks`, { title: 'On it' });
    expect((await yusuf('DELETE', path)).status).toBe(204);
    expect(codeOf(await yusuf('GET', path))).toEqual([404, 'ErrorItemNotFound']);
    expect((await yusuf('GET', `${path}/tasks/${String(added.body['id'])}`)).status).toBe(404);
  });

  test('are filtered, ordered and counted', async () => {
    await yusuf('POST', '/me/todo/lists', { displayName: 'Alpha' });
    await yusuf('POST', '/me/todo/lists', { displayName: 'Beta' });
    const { body } = await yusuf(
      'GET',
      "/me/todo/lists?$filter=startswith(displayName,'Alpha') or displayName eq 'Beta'&$orderby=displayName desc&$count=true&$select=displayName",
    );
    expect(body['@odata.count']).toBe(2);
    expect((body['value'] as Json[]).map((one) => one['displayName'])).toEqual(['Beta', 'Alpha']);
  });
});

describe('tasks', () => {
  test('begin with what Graph fills in', async () => {
    const { body } = await yusuf('POST', `${list}/tasks`, { title: 'Plain' });
    expect(body).toMatchObject({
      title: 'Plain',
      status: 'notStarted',
      importance: 'normal',
      isReminderOn: false,
      categories: [],
      body: { content: '', contentType: 'text' },
    });
    for (const name of ['dueDateTime', 'completedDateTime', 'linkedResources', 'checklistItems']) {
      expect(body).not.toHaveProperty(name);
    }
  });

  test('say when they are due in UTC, and with null no longer', async () => {
    const path = await task('Due', { dueDateTime: { dateTime: '2027-06-04T09:00:00', timeZone: 'Europe/London' } });
    expect((await yusuf('GET', path)).body['dueDateTime']).toEqual({
      dateTime: '2027-06-04T08:00:00.0000000',
      timeZone: 'UTC',
    });
    const { body } = await yusuf('PATCH', path, { dueDateTime: null });
    expect(body).not.toHaveProperty('dueDateTime');
  });

  test('say when they were done, and no longer once they are open again', async () => {
    const path = await task('Done');
    const done = await yusuf('PATCH', path, { status: 'Completed' });
    expect(done.body).toMatchObject({
      status: 'completed',
      completedDateTime: { dateTime: '2026-11-26T00:00:00.0000000', timeZone: 'UTC' },
    });
    const open = await yusuf('PATCH', path, { status: 'inProgress' });
    expect(open.body['status']).toBe('inProgress');
    expect(open.body).not.toHaveProperty('completedDateTime');
    expect(open.body['@odata.etag']).not.toBe(done.body['@odata.etag']);
  });

  test('keep what a change does not name', async () => {
    const path = await task('Kept', { importance: 'high', body: { content: 'Words', contentType: 'text' } });
    const { body } = await yusuf('PATCH', path, { title: 'Kept and renamed' });
    expect(body).toMatchObject({ title: 'Kept and renamed', importance: 'high', body: { content: 'Words' } });
  });

  test('recur only when they are due some day', async () => {
    const recurrence = {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['Friday'] },
      range: { type: 'noEnd', startDate: '2026-12-04' },
    };
    expect(codeOf(await yusuf('POST', `${list}/tasks`, { title: 'Weekly', recurrence }))).toEqual([
      400,
      'invalidRequest',
    ]);
    const due = { dueDateTime: { dateTime: '2026-12-04T00:00:00', timeZone: 'UTC' } };
    const made = await yusuf('POST', `${list}/tasks`, { title: 'Weekly', recurrence, ...due });
    expect(at(made.body, 'recurrence', 'pattern', 'daysOfWeek')).toEqual(['friday']);
  });

  test('come twenty on a page, filtered and ordered', async () => {
    const own = await yusuf('POST', '/me/todo/lists', { displayName: 'Many' });
    const path = `/me/todo/lists/${String(own.body['id'])}/tasks`;
    for (let one = 1; one <= 23; one += 1) {
      await yusuf('POST', path, {
        title: `T${String(one).padStart(2, '0')}`,
        importance: one % 2 === 0 ? 'high' : 'low',
      });
    }
    const first = await yusuf('GET', path);
    expect(items(first)).toHaveLength(20);
    const link = String(first.body['@odata.nextLink']).replace(m365.graphBase, '');
    expect(items(await yusuf('GET', link))).toHaveLength(3);
    const high = await yusuf(
      'GET',
      `${path}?$filter=importance eq 'high' and title gt 'T15'&$orderby=title desc&$top=2`,
    );
    expect(items(high).map((one) => one['title'])).toEqual(['T22', 'T20']);
  });

  test('are deleted', async () => {
    const path = await task('Goes');
    expect((await yusuf('DELETE', path)).status).toBe(204);
    expect(codeOf(await yusuf('GET', path))).toEqual([404, 'ErrorItemNotFound']);
  });

  test.each([
    ['a property there is not', { title: 'x', colour: 'red' }, /^(RequestBodyRead|BadRequest)$/],
    ['a status there is not', { title: 'x', status: 'burning' }, /^(RequestBodyRead|BadRequest)$/],
    ['a title that is no text', { title: 7 }, /^(RequestBodyRead|BadRequest)$/],
    [
      'a due date that is none',
      { title: 'x', dueDateTime: { dateTime: 'soon', timeZone: 'UTC' } },
      /^ErrorPropertyValidationFailure$/,
    ],
    [
      'a zone there is not',
      { title: 'x', dueDateTime: { dateTime: '2026-12-04T00:00:00', timeZone: 'Nowhere' } },
      /^TimeZoneNotSupportedException$/,
    ],
    ['a step without a name', { title: 'x', checklistItems: [{ isChecked: true }] }, /^invalidRequest$/],
  ])('refuse %s', async (_case, body, code) => {
    const answer = await yusuf('POST', `${list}/tasks`, body);
    expect(answer.status).toBe(400);
    expect(String(at(answer.body, 'error', 'code'))).toMatch(code);
  });
});

describe('what belongs to a task', () => {
  test('links come with the task when expanded, and the task is found by them', async () => {
    const link = {
      applicationName: 'Duologue',
      displayName: 'One-to-one',
      externalId: 'action-7',
      webUrl: 'http://localhost',
    };
    const path = await task('Linked', { linkedResources: [link] });
    const { body } = await yusuf('GET', `${path}?$expand=linkedResources`);
    expect(at(body, 'linkedResources', 0)).toMatchObject(link);
    const found = await yusuf('GET', `${list}/tasks?$filter=linkedResources/any(l:l/externalId eq 'action-7')`);
    expect(items(found).map((one) => one['title'])).toEqual(['Linked']);
    const one = `${path}/linkedResources/${String(at(body, 'linkedResources', 0, 'id'))}`;
    expect((await yusuf('PATCH', one, { displayName: 'Other' })).body).toMatchObject({ ...link, displayName: 'Other' });
    expect((await yusuf('DELETE', one)).status).toBe(204);
    expect(items(await yusuf('GET', `${path}/linkedResources`))).toEqual([]);
  });

  test('steps are added, ticked off and taken away', async () => {
    const path = await task('Steps');
    const made = await yusuf('POST', `${path}/checklistItems`, { displayName: 'First' });
    expect([made.status, made.body['isChecked']]).toEqual([201, false]);
    const one = `${path}/checklistItems/${String(made.body['id'])}`;
    const ticked = await yusuf('PATCH', one, { isChecked: true });
    expect(ticked.body['checkedDateTime']).toBe('2026-11-26T09:40:00.000Z');
    const unticked = await yusuf('PATCH', one, { isChecked: false });
    expect(unticked.body).not.toHaveProperty('checkedDateTime');
    expect((await yusuf('DELETE', one)).status).toBe(204);
    expect(codeOf(await yusuf('GET', one))).toEqual([404, 'ErrorItemNotFound']);
  });
});

test('delta tells what came, changed and went on a list', async () => {
  const own = await yusuf('POST', '/me/todo/lists', { displayName: 'Followed' });
  const path = `/me/todo/lists/${String(own.body['id'])}/tasks`;
  const one = String((await yusuf('POST', path, { title: 'One' })).body['id']);
  const two = String((await yusuf('POST', path, { title: 'Two' })).body['id']);
  const first = await yusuf('GET', `${path}/delta`);
  expect(items(first).map((item) => item['id'])).toEqual(expect.arrayContaining([one, two]));
  const link = String(first.body['@odata.deltaLink']).replace(m365.graphBase, '');
  await yusuf('PATCH', `${path}/${one}`, { status: 'completed' });
  await yusuf('DELETE', `${path}/${two}`);
  const three = String((await yusuf('POST', path, { title: 'Three' })).body['id']);
  const second = items(await yusuf('GET', link));
  expect(second).toHaveLength(3);
  expect(second.find((item) => item['id'] === one)).toMatchObject({ status: 'completed' });
  expect(second).toContainEqual({ '@removed': { reason: 'deleted' }, id: two });
  expect(second.map((item) => item['id'])).toContain(three);
  expect(codeOf(await yusuf('GET', `${path}/delta?$deltatoken=made-up`))).toEqual([410, 'SyncStateNotFound']);
});

test('tasks survive a restart with their lists', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'todo-'));
  try {
    const before = await startLocal({ dataDirectory: folder });
    const { graph } = await signIn(before, 'yusuf');
    const own = await graph('POST', '/me/todo/lists', { displayName: 'Lasting' });
    const path = `/me/todo/lists/${String(own.body['id'])}/tasks`;
    await graph('POST', path, { title: 'Still there' });
    await before.close();
    const after = await startLocal({ dataDirectory: folder });
    const again = await signIn(after, 'yusuf');
    expect(items(await again.graph('GET', path)).map((one) => one['title'])).toEqual(['Still there']);
    await after.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("nobody reaches another's tasks, nor theirs without permission", async () => {
  const path = await task('Private');
  const priya = await delegated(m365, 'priya', 'Tasks.ReadWrite');
  expect((await priya('GET', path)).status).toBe(404);
  expect((await priya('GET', `/users/${mailOf('yusuf')}/todo/lists`)).status).toBe(403);
  const reader = await delegated(m365, 'yusuf', 'Tasks.Read');
  expect((await reader('GET', path)).status).toBe(200);
  expect((await reader('POST', `${list}/tasks`, { title: 'No' })).status).toBe(403);
});
