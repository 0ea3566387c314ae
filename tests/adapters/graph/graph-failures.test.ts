import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '#server/ports/failures.ts';
import type { LocalTenant, Someone } from './local-tenant.ts';
import { startTenant } from './local-tenant.ts';
import { invitationFor } from './series-invitation.ts';

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1795424400"}}}';
const challenge = `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;

let tenant: LocalTenant;
let priya: Someone;
let kwame: Someone;

beforeAll(async () => {
  tenant = await startTenant();
  priya = await tenant.signIn('priya');
  kwame = await tenant.signIn('kwame');
});
afterEach(() => tenant.noFaults());
afterAll(() => tenant.close());

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const outcome = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(outcome instanceof Failure)) throw new Error(`expected a Failure, got ${String(outcome)}`);
  return outcome;
}

function read(): Promise<unknown> {
  return tenant.meetingChat.findChat(priya.actor, 'https://teams.microsoft.com/meet/1?p=x');
}

function write(): Promise<unknown> {
  return tenant.calendar.createSeries(priya.actor, invitationFor(kwame));
}

const onRead = { method: 'GET', path: '/v1.0/me/onlineMeetings' };
const onWrite = { method: 'POST', path: '/v1.0/me/events' };

describe('what a no from Graph becomes', () => {
  it.each([
    [403, {}, 'outlook-forbidden', { outsideCode: 'ErrorAccessDenied' }],
    [409, {}, 'outlook-conflict', { outsideCode: 'ErrorIrresolvableConflict' }],
    [412, {}, 'outlook-conflict', {}],
    [404, {}, 'outlook-missing', { outsideCode: 'ErrorItemNotFound' }],
    [410, {}, 'outlook-missing', {}],
    [
      400,
      { code: 'ErrorInvalidRecurrencePattern' },
      'outlook-refused',
      { outsideCode: 'ErrorInvalidRecurrencePattern' },
    ],
    [429, { retryAfter: 30 }, 'outlook-throttled', { retryAfterSeconds: 30 }],
    [500, {}, 'outlook-unavailable', { ambiguous: true }],
    [502, {}, 'outlook-unavailable', { ambiguous: true }],
    [503, { retryAfter: 7 }, 'outlook-unavailable', { ambiguous: true, retryAfterSeconds: 7 }],
    [504, {}, 'outlook-unavailable', { ambiguous: true }],
  ])('a write answered %i', async (status, fault, code, details) => {
    await tenant.fault({ ...onWrite, status, ...fault });
    const failure = await failureOf(write());
    expect(failure.code).toBe(code);
    expect(failure.details).toMatchObject(details);
    expect(failure.details.ambiguous).toBe('ambiguous' in details ? true : undefined);
    expect(failure.message).not.toContain('could not answer');
  });

  it('a write is never sent again by itself', async () => {
    for (const fault of [{ status: 503, retryAfter: 0 }, { status: 429, retryAfter: 0 }, { cut: true }]) {
      await tenant.fault({ ...onWrite, ...fault });
      await failureOf(write());
      await tenant.noFaults();
    }
    const before = tenant.m365.ledger().filter((entry) => entry.kind === 'event-created').length;
    await write();
    expect(tenant.m365.ledger().filter((entry) => entry.kind === 'event-created')).toHaveLength(before + 1);
  });

  it.each([
    ['throttled', { status: 429, retryAfter: 0 }],
    ['unavailable', { status: 503 }],
    ['cut off', { cut: true }],
  ])('a read that is %s once is tried again', async (_, fault) => {
    await tenant.fault({ ...onRead, ...fault });
    expect(await read()).toBeNull();
  });

  it('a read gives up after the second try, without a doubt about anything', async () => {
    await tenant.fault({ ...onRead, status: 503, times: 'always' });
    const failure = await failureOf(read());
    expect(failure.code).toBe('outlook-unavailable');
    expect(failure.details.ambiguous).toBeUndefined();
    const hits = (await (await fetch(`${tenant.m365.origin}/_local/faults`)).json()) as { value: { hits: number }[] };
    expect(hits.value[0]?.hits).toBe(2);
  });

  it('a read does not wait for long: a person is waiting for it', async () => {
    await tenant.fault({ ...onRead, status: 429, retryAfter: 60, times: 'always' });
    expect(await failureOf(read())).toMatchObject({ code: 'outlook-throttled', details: { retryAfterSeconds: 60 } });
  });

  it('a token taken for expired is replaced once, also for a write', async () => {
    await tenant.fault({ ...onWrite, status: 401, code: 'InvalidAuthenticationToken' });
    await expect(write()).resolves.toMatchObject({ joinUrl: expect.stringContaining('https://') as unknown });
    await tenant.fault({ ...onWrite, status: 401, code: 'InvalidAuthenticationToken', times: 'always' });
    expect((await failureOf(write())).code).toBe('sign-in-needed');
  });

  it('a claims challenge is handed on, decoded', async () => {
    await tenant.fault({ ...onWrite, status: 401, headers: { 'WWW-Authenticate': challenge } });
    expect(await failureOf(write())).toMatchObject({ code: 'claims-needed', details: { claims } });
  });

  it.each([
    ['not JSON at all', 'a page of a proxy'],
    ['of another shape', { value: [{ chatInfo: 'elsewhere' }] }],
    [
      'pointing to a foreign address for its next page',
      { value: [], '@odata.nextLink': 'https://graph.example.org/v1.0/me/onlineMeetings?$skip=1' },
    ],
  ])('an answer that is %s is not trusted', async (_, body) => {
    await tenant.fault({ ...onRead, status: 200, body });
    expect(await failureOf(read())).toMatchObject({
      code: 'outlook-unavailable',
      details: { outsideCode: 'unexpected-shape' },
    });
  });

  it('a write whose answer has another shape has happened all the same, so it is in doubt', async () => {
    await tenant.fault({ ...onWrite, status: 201, body: { id: 7 } });
    expect(await failureOf(write())).toMatchObject({ details: { outsideCode: 'unexpected-shape', ambiguous: true } });
  });

  it('a Graph that is not there has certainly done nothing', async () => {
    const gone = await startTenant();
    const someone = await gone.signIn('priya');
    await gone.graphToken(someone.actor, ['Calendars.ReadWrite']);
    await gone.close();
    // The first call finds its old connection broken, which might have carried something.
    await failureOf(gone.calendar.createSeries(someone.actor, invitationFor(kwame)));
    const failure = await failureOf(gone.calendar.createSeries(someone.actor, invitationFor(kwame)));
    expect(failure).toMatchObject({ code: 'outlook-unavailable', details: { outsideCode: 'ECONNREFUSED' } });
    expect(failure.details.ambiguous).toBeUndefined();
  });
});
