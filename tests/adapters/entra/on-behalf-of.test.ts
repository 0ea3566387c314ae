import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LocalTenant, Someone } from '../graph/local-tenant.ts';
import { startTenant } from '../graph/local-tenant.ts';

const tokenEndpoint = '*/oauth2/v2.0/token';

let tenant: LocalTenant;
let priya: Someone;

beforeAll(async () => {
  tenant = await startTenant();
});
afterEach(() => tenant.noFaults());
afterAll(() => tenant.close());

async function signInAgain(): Promise<void> {
  // A new token of their own, so that nothing kept for an earlier one is used.
  tenant.passMinutes(1);
  priya = await tenant.signIn('priya');
}

async function hitsOf(work: () => Promise<unknown>): Promise<number> {
  await tenant.fault({ path: tokenEndpoint, delayMs: 1, times: 'always' });
  await work();
  const { value } = (await (await fetch(`${tenant.m365.origin}/_local/faults`)).json()) as {
    value: { hits: number }[];
  };
  return value[0]?.hits ?? 0;
}

describe('acting on somebody’s behalf', () => {
  it('gets a Graph token in their name with the permissions asked for', async () => {
    await signInAgain();
    const claims = decodeJwt(await tenant.graphToken(priya.actor, ['Mail.Send']));
    expect(claims).toMatchObject({ oid: priya.actor.personId, tid: priya.actor.tenantId });
    expect(String(claims.scp)).toContain('Mail.Send');
  });

  it('asks once for the same permissions, also when asked twice at the same moment', async () => {
    await signInAgain();
    const ask = (): Promise<string> => tenant.graphToken(priya.actor, ['Calendars.ReadWrite', 'User.Read']);
    const hits = await hitsOf(async () => {
      const [one, two] = await Promise.all([ask(), ask()]);
      expect(await tenant.graphToken(priya.actor, ['User.Read', 'Calendars.ReadWrite'])).toBe(one);
      expect(two).toBe(one);
    });
    expect(hits).toBe(1);
  });

  it('asks anew where a fresh one is wanted, or the person has brought a newer token', async () => {
    await signInAgain();
    const hits = await hitsOf(async () => {
      await tenant.graphToken(priya.actor, ['Mail.Send']);
      await tenant.graphToken(priya.actor, ['Mail.Send'], { fresh: true });
      await signInAgain();
      await tenant.graphToken(priya.actor, ['Mail.Send']);
    });
    expect(hits).toBe(3);
  });

  it('needs the person where no token of theirs is held, or it has run out', async () => {
    const nobody = { tenantId: tenant.m365.tenantId, personId: '11111111-1111-4111-8111-111111111111' };
    await expect(tenant.graphToken(nobody, ['Mail.Send'])).rejects.toMatchObject({ code: 'sign-in-needed' });
    const kwame = await tenant.signIn('kwame');
    await tenant.graphToken(kwame.actor, ['Mail.Send']);
    tenant.passMinutes(61);
    await expect(tenant.graphToken(kwame.actor, ['Mail.Send'])).rejects.toMatchObject({ code: 'sign-in-needed' });
  });

  const claims = '{"access_token":{"polids":{"essential":true,"values":["x"]}}}';

  it.each<[string, Record<string, unknown>, string, Record<string, unknown>]>([
    [
      'consent is missing',
      { oauth: { error: 'invalid_grant', suberror: 'consent_required', errorCodes: [65001] } },
      'consent-needed',
      { outsideCode: 'AADSTS65001' },
    ],
    [
      'consent is missing and only the number says so',
      { oauth: { error: 'invalid_grant', errorCodes: [65001] } },
      'consent-needed',
      {},
    ],
    [
      'a rule of the organisation asks for more',
      { oauth: { error: 'interaction_required', errorCodes: [50076], claims } },
      'claims-needed',
      { claims, outsideCode: 'AADSTS50076' },
    ],
    [
      'the person must sign in again',
      { oauth: { error: 'interaction_required', errorCodes: [50058] } },
      'sign-in-needed',
      {},
    ],
    [
      'their token is no longer taken',
      { oauth: { error: 'invalid_grant', errorCodes: [500133] } },
      'sign-in-needed',
      { outsideCode: 'AADSTS500133' },
    ],
    [
      'our own secret is wrong',
      { status: 401, oauth: { error: 'invalid_client', errorCodes: [7000215] } },
      'outlook-unavailable',
      { outsideCode: 'AADSTS7000215' },
    ],
    ['Entra is down', { status: 503 }, 'outlook-unavailable', { outsideCode: 'http-503' }],
    ['Entra cuts the line', { cut: true }, 'outlook-unavailable', {}],
  ])('says it in our words where %s', async (_, fault, code, details) => {
    await signInAgain();
    await tenant.fault({ path: tokenEndpoint, times: 'always', ...fault });
    await expect(tenant.graphToken(priya.actor, ['Mail.Send'])).rejects.toMatchObject({ code, details });
    await tenant.noFaults();
    await expect(tenant.graphToken(priya.actor, ['Mail.Send'])).resolves.toBeTypeOf('string');
  });

  it('says that Entra asks for patience where it does', async () => {
    const kwame = await tenant.signIn('kwame');
    await tenant.fault({ path: tokenEndpoint, times: 'always', status: 429, retryAfter: 20 });
    await expect(tenant.graphToken(kwame.actor, ['Mail.Send'])).rejects.toMatchObject({
      code: 'outlook-throttled',
      details: { retryAfterSeconds: 20 },
    });
  });

  it('keeps the words of a refusal out of what is logged', async () => {
    await signInAgain();
    await tenant.fault({
      path: tokenEndpoint,
      oauth: {
        error: 'invalid_grant',
        errorCodes: [500133],
        description: 'AADSTS500133: priya.raman@brackenmoor.example',
      },
    });
    const failure: unknown = await tenant.graphToken(priya.actor, ['Mail.Send']).catch((error: unknown) => error);
    expect(String(failure)).toBe('Failure: sign-in-needed (AADSTS500133)');
  });
});
