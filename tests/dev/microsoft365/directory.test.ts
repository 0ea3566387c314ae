import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPortrait } from '#server/dev/microsoft365/directory/portrait.ts';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { GraphAnswer, Json, SignedIn } from './local-microsoft365.ts';
import { at, delegated, idOf, items, mailOf, organisation, signIn, startLocal } from './local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
});
afterAll(() => m365.close());

const EVENTUAL = { ConsistencyLevel: 'eventual' };
const everybody = organisation.people.length;

function names(answer: GraphAnswer): unknown[] {
  return items(answer).map((one) => one['displayName']);
}

async function everyPage(path: string, headers: Record<string, string> = {}): Promise<Json[]> {
  const found: Json[] = [];
  let next: string | null = path;
  while (next !== null) {
    const answer = await priya.graph('GET', next, undefined, headers);
    expect(answer.status).toBe(200);
    found.push(...items(answer));
    const link = answer.body['@odata.nextLink'];
    next = typeof link === 'string' ? link.replace(m365.graphBase, '') : null;
  }
  return found;
}

describe('people of the directory', () => {
  test('come in pages whose links are complete and keep what was asked for', async () => {
    const first = await priya.graph('GET', '/users?$top=4&$select=id,displayName');
    const link = new URL(String(first.body['@odata.nextLink']));
    expect(link.href.startsWith(`${m365.graphBase}/users?`)).toBe(true);
    expect(link.searchParams.get('$select')).toBe('id,displayName');
    expect(link.searchParams.has('$skiptoken')).toBe(true);
    const all = await everyPage('/users?$top=4&$select=id,displayName');
    expect(all.map((one) => one['id']).toSorted()).toEqual(organisation.people.map((one) => one.id).toSorted());
    expect(new Set(all.flatMap((one) => Object.keys(one)))).toEqual(new Set(['id', 'displayName']));
  });

  test('a page may be as large as the header prefers, on every page', async () => {
    const headers = { Prefer: 'odata.maxpagesize=3' };
    const first = await priya.graph('GET', '/users', undefined, headers);
    expect(items(first)).toHaveLength(3);
    expect(await everyPage('/users', headers)).toHaveLength(everybody);
  });

  test.each([
    [
      '$top=1000',
      'Request_UnsupportedQuery',
      "Invalid page size specified: '1000'. Must be between 1 and 999 inclusive.",
    ],
    ['$top=0', 'Request_UnsupportedQuery', "Invalid page size specified: '0'. Must be between 1 and 999 inclusive."],
    ['$skip=1', 'Request_BadRequest', "'$skip' is not supported by the service."],
    ['$skiptoken=made-up', 'Directory_ExpiredPageToken', 'The specified page token value has expired'],
    [
      '$select=colour',
      'BadRequest',
      "Parsing OData Select and Expand failed: Could not find a property named 'colour' on type 'microsoft.graph.user'.",
    ],
    ['$filter=displayName eq', 'BadRequest', 'Invalid filter clause: '],
    ["$filter=displayName ne 'x'", 'Request_UnsupportedQuery', 'Unsupported Query.'],
    ["$filter=not(startswith(displayName,'a'))", 'Request_UnsupportedQuery', 'Unsupported Query.'],
    ["$filter=endswith(mail,'example')", 'Request_UnsupportedQuery', 'Unsupported Query.'],
    ["$filter=contains(displayName,'a')", 'Request_UnsupportedQuery', ''],
    [
      "$filter=startswith(displayName,'a')&$orderby=displayName",
      'Request_UnsupportedQuery',
      'Sorting not supported for current query.',
    ],
    ['$search="displayName:pri"', 'Request_UnsupportedQuery', "'ConsistencyLevel: eventual'"],
    ['$count=true', 'Request_UnsupportedQuery', "'ConsistencyLevel: eventual'"],
  ])('%s is refused as %s', async (query, code, words) => {
    const answer = await priya.graph('GET', `/users?${query}`);
    expect(answer.status).toBe(400);
    expect(at(answer.body, 'error', 'code')).toBe(code);
    expect(String(at(answer.body, 'error', 'message'))).toContain(words);
  });

  test('more than fifteen alternatives are refused', async () => {
    const mails = Array.from({ length: 16 }, (_, one) => `'person${String(one)}@example.org'`).join(',');
    const answer = await priya.graph('GET', `/users?$filter=mail in (${mails})`);
    expect(at(answer.body, 'error', 'code')).toBe('Request_UnsupportedQuery');
    expect(String(at(answer.body, 'error', 'message'))).toContain('Max allowed: 15');
  });

  test('are found by address whatever its case, by the beginning of a name, and by several conditions', async () => {
    const shouted = mailOf('priya').toUpperCase();
    expect(names(await priya.graph('GET', `/users?$filter=userPrincipalName eq '${shouted}'`))).toEqual([
      'Priya Raman',
    ]);
    expect(names(await priya.graph('GET', "/users?$filter=startswith(givenName,'Yus')"))).toEqual(['Yusuf Haddad']);
    const reports = "/users?$filter=department ne 'x' and endswith(mail,'.example')&$count=true";
    const counted = await priya.graph('GET', reports, undefined, EVENTUAL);
    expect(counted.body['@odata.count']).toBe(everybody);
  });

  test('are found by search, which asks for its header', async () => {
    const found = await priya.graph('GET', '/users?$search="displayName:had"', undefined, EVENTUAL);
    expect(names(found)).toEqual(['Yusuf Haddad']);
    const either = await priya.graph(
      'GET',
      '/users?$search="displayName:yusuf" OR "mail:priya"&$orderby=displayName&$count=true',
      undefined,
      EVENTUAL,
    );
    expect(names(either)).toEqual(['Priya Raman', 'Yusuf Haddad']);
    const both = '/users?$search="displayName:yusuf" AND "mail:priya"';
    expect(names(await priya.graph('GET', both, undefined, EVENTUAL))).toEqual([]);
    expect((await priya.graph('GET', '/users?$search=yusuf', undefined, EVENTUAL)).status).toBe(400);
  });

  test('are counted as plain text', async () => {
    const response = await fetch(`${m365.graphBase}/users/$count`, {
      headers: { Authorization: `Bearer ${priya.graphToken}`, ...EVENTUAL },
    });
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toBe(String(everybody));
    expect((await priya.graph('GET', '/users/$count')).status).toBe(400);
  });

  test('somebody unknown is answered with 404', async () => {
    const answer = await priya.graph('GET', '/users/nobody@example.org');
    expect([answer.status, at(answer.body, 'error', 'code')]).toEqual([404, 'Request_ResourceNotFound']);
  });
});

describe('who manages whom', () => {
  test('a manager comes along when asked for, with only what is asked of them', async () => {
    const path = '/me?$select=displayName&$expand=manager($select=displayName)';
    const yusuf = await signIn(m365, 'yusuf');
    const { body } = await yusuf.graph('GET', path);
    expect(body).toMatchObject({ displayName: 'Yusuf Haddad', manager: { displayName: 'Priya Raman' } });
    expect(Object.keys(at(body, 'manager') as Json).toSorted()).toEqual(['@odata.type', 'displayName', 'id']);
  });

  test('the whole way up comes with $levels=max, and that asks for its header', async () => {
    const yusuf = await signIn(m365, 'yusuf');
    const path = '/me?$expand=manager($levels=max;$select=id,displayName)&$count=true';
    const { body } = await yusuf.graph('GET', path, undefined, EVENTUAL);
    const way: unknown[] = [];
    for (let one = at(body, 'manager'); one !== undefined; one = at(one, 'manager')) {
      way.push(at(one, 'id'));
    }
    const expected: string[] = [];
    const byKey = new Map(organisation.people.map((one) => [one.key, one]));
    for (let key = byKey.get('yusuf')?.managerKey ?? null; key !== null; key = byKey.get(key)?.managerKey ?? null) {
      expected.push(idOf(key));
    }
    expect(way).toEqual(expected);
    expect(way.length).toBeGreaterThan(1);
    expect((await yusuf.graph('GET', path.replace('&$count=true', ''))).status).toBe(400);
  });

  test('whoever has no manager is answered with 404', async () => {
    const top = organisation.people.find((one) => one.managerKey === null);
    const chief = await delegated(m365, top?.key ?? '', 'User.Read.All');
    const answer = await chief('GET', '/me/manager');
    expect([answer.status, at(answer.body, 'error', 'code')]).toEqual([404, 'Request_ResourceNotFound']);
  });

  test('direct reports are a collection like any other', async () => {
    const all = items(await priya.graph('GET', '/me/directReports?$select=id'));
    const expected = organisation.people.filter((one) => one.managerKey === 'priya').map((one) => one.id);
    expect(all.map((one) => one['id']).toSorted()).toEqual(expected.toSorted());
    const one = await priya.graph('GET', '/me/directReports?$top=1&$select=displayName');
    expect(items(one)).toHaveLength(1);
    expect(one.body['@odata.nextLink']).toContain('directReports');
    const counted = await priya.graph('GET', '/me/directReports?$count=true', undefined, EVENTUAL);
    expect(counted.body['@odata.count']).toBe(expected.length);
  });
});

describe('photographs', () => {
  const people = organisation.people.map((one) => ({ id: one.id, has: hasPortrait({ ...one } as never) }));

  async function bytes(path: string): Promise<{ status: number; type: string | null; data: Buffer }> {
    const response = await fetch(`${m365.graphBase}${path}`, {
      headers: { Authorization: `Bearer ${priya.graphToken}` },
    });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      data: Buffer.from(await response.arrayBuffer()),
    };
  }

  test('most people have one, in every size Graph keeps, and each is a real picture of that size', async () => {
    const somebody = people.find((one) => one.has)?.id ?? '';
    for (const size of [48, 96, 240, 648]) {
      const { status, type, data } = await bytes(`/users/${somebody}/photos/${String(size)}x${String(size)}/$value`);
      expect([status, type]).toEqual([200, 'image/png']);
      expect(data.subarray(1, 4).toString()).toBe('PNG');
      expect([data.readUInt32BE(16), data.readUInt32BE(20)]).toEqual([size, size]);
    }
    const { body } = await priya.graph('GET', `/users/${somebody}/photo`);
    expect(body).toMatchObject({ id: '648x648', width: 648, height: 648, '@odata.mediaContentType': 'image/png' });
    const listed = items(await priya.graph('GET', `/users/${somebody}/photos`)).map((one) => one['id']);
    expect(listed).toContain('120x120');
  });

  test('whoever has none, and a size nobody keeps, is answered with 404 ImageNotFound', async () => {
    const nobody = people.find((one) => !one.has)?.id ?? '';
    const somebody = people.find((one) => one.has)?.id ?? '';
    for (const path of [
      `/users/${nobody}/photo`,
      `/users/${nobody}/photo/$value`,
      `/users/${nobody}/photos/48x48/$value`,
      `/users/${somebody}/photos/50x50/$value`,
      `/users/${somebody}/photos/48x64/$value`,
    ]) {
      const answer = await priya.graph('GET', path);
      expect([answer.status, at(answer.body, 'error', 'code')]).toEqual([404, 'ImageNotFound']);
    }
  });
});
