import { describe, expect, test } from 'vitest';
import { ApiError, Offline } from '../../../src/app/api/api-error.ts';
import { createCallApi } from '../../../src/app/api/call-api.ts';
import type { TokenWish } from '../../../src/app/host/host.ts';
import { answering, giving, refusing, silence, type Answering } from '../support/answering.ts';
import { idOf, me } from '../support/views.ts';

function callerFor(server: Answering) {
  const wishes: TokenWish[] = [];
  const callApi = createCallApi({
    fetch: server.fetch,
    getToken: (wish = {}) => {
      wishes.push(wish);
      return Promise.resolve(`token-${String(wishes.length)}`);
    },
  });
  return { callApi, wishes };
}

describe('a call to the server', () => {
  test('goes to the route with its ids, as the person signed in, and comes back in the contract’s shape', async () => {
    const server = answering({
      findMeeting: () => giving({ meetingId: idOf(5), pairId: null }),
      removeItem: () => giving({ seq: 4 }),
    });
    const { callApi } = callerFor(server);
    await expect(callApi('findMeeting', { request: { chatId: '19:a b@thread.v2' } })).resolves.toEqual({
      meetingId: idOf(5),
      pairId: null,
    });
    await expect(callApi('removeItem', { params: { itemId: idOf(7) } })).resolves.toEqual({ seq: 4 });
    expect(server.calls.map(({ path, query, body, token }) => ({ path, query, body, token }))).toEqual([
      { path: '/api/meetings', query: { chatId: '19:a b@thread.v2' }, body: null, token: 'Bearer token-1' },
      { path: `/api/items/${idOf(7)}`, query: {}, body: {}, token: 'Bearer token-2' },
    ]);
  });

  test('an expired token is replaced once by a fresh one', async () => {
    const server = answering({
      me: ({ token }) => (token === 'Bearer token-1' ? refusing('not-signed-in', 401) : giving(me)),
    });
    const { callApi, wishes } = callerFor(server);
    await expect(callApi('me', {})).resolves.toMatchObject({ zone: 'Europe/London' });
    expect(wishes).toEqual([{}, { fresh: true }]);
  });

  test('a token that is refused again is an error, not a loop', async () => {
    const server = answering({ me: () => refusing('not-signed-in', 401) });
    const { callApi } = callerFor(server);
    await expect(callApi('me', {})).rejects.toMatchObject({ code: 'not-signed-in', requestId: '7F3-K29' });
    expect(server.calls).toHaveLength(2);
  });

  test('a claims challenge goes to the host, and the call goes again', async () => {
    const server = answering({
      me: ({ token }) =>
        token === 'Bearer token-1' ? refusing('claims-needed', 403, { claims: '{"x":1}' }) : giving(me),
    });
    const { callApi, wishes } = callerFor(server);
    await callApi('me', {});
    expect(wishes).toEqual([{}, { claims: '{"x":1}' }]);
  });

  test('a refusal keeps its code, reference and details', async () => {
    const server = answering({ bookSeries: () => refusing('series-exists', 409, { details: { count: 13 } }) });
    const { callApi } = callerFor(server);
    const refused = callApi('bookSeries', { params: { pairId: idOf(1) }, request: {} as never });
    await expect(refused).rejects.toBeInstanceOf(ApiError);
    await expect(refused).rejects.toMatchObject({ code: 'series-exists', details: { count: 13 } });
  });

  test('nobody answering, and a gateway without an answer, are the same: offline', async () => {
    const { callApi } = callerFor(answering({ me: silence, home: () => new Response('<html>', { status: 502 }) }));
    await expect(callApi('me', {})).rejects.toBeInstanceOf(Offline);
    await expect(callApi('home', {})).rejects.toBeInstanceOf(Offline);
  });

  test('an answer outside the contract is an unexpected problem', async () => {
    const { callApi } = callerFor(
      answering({ me: () => giving({ hello: 1 }), home: () => new Response('<html>', { status: 500 }) }),
    );
    await expect(callApi('me', {})).rejects.toMatchObject({ code: 'unexpected' });
    await expect(callApi('home', {})).rejects.toMatchObject({ code: 'unexpected' });
  });
});
