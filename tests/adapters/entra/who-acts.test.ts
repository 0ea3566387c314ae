import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { entraAdapters } from '#server/adapters/entra/entra-adapters.ts';
import { Failure } from '#server/ports/failures.ts';
import type { LocalTenant, Someone } from '../graph/local-tenant.ts';
import { startTenant } from '../graph/local-tenant.ts';
import { engines, quiet, type OpenedEngine } from '../sql/engines.ts';

const calendar = ['Calendars.ReadWrite'];
const all = [
  'Calendars.ReadWrite',
  'Mail.Send',
  'OnlineMeetings.Read.All',
  'TeamsAppInstallation.ReadWriteSelfForChat.All',
];
const claims = '{"access_token":{"polids":{"essential":true,"values":["x"]}}}';

let opened: OpenedEngine;
let tenant: LocalTenant;
let priya: Someone;

beforeAll(async () => {
  opened = await openKept();
  tenant = await startTenant({ applicationRoles: all }, undefined, opened.tokenRefusals);
});
afterEach(() => tenant.noFaults());
afterAll(async () => {
  await tenant.close();
  await opened.close();
});

function openKept(): Promise<OpenedEngine> {
  const [pglite] = engines;
  if (pglite === undefined) throw new Error('no engine');
  return pglite.open();
}

function holderOf(one: Pick<LocalTenant, 'passes'>, someone: Someone, scopes: readonly string[]): Promise<string> {
  return one.passes.passFor(someone.actor, scopes).then(
    ({ holder }) => holder,
    (failure: unknown) => (failure instanceof Failure ? failure.code : 'bug'),
  );
}

/** Their token runs out: nobody of them is here any more. */
async function hereAndGone(key: string, one = tenant): Promise<Someone> {
  const someone = await one.signIn(key);
  one.passMinutes(61);
  return someone;
}

async function grant(one: LocalTenant, roles: readonly string[], isInstalled = true): Promise<void> {
  await fetch(`${one.m365.origin}/_local/application`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ isInstalled, roles }),
  });
}

describe('who acts', () => {
  it('[C2] is the person while their token is held, whatever the tenant granted', async () => {
    priya = await tenant.signIn('priya');
    const { token, holder } = await tenant.passes.passFor(priya.actor, calendar);
    expect(holder).toBe('person');
    expect(decodeJwt(token)).toMatchObject({ oid: priya.actor.personId, scp: expect.any(String) as unknown });
    expect(await tenant.identity.holds(priya.actor)).toBe(true);
  });

  it('[C2] is the application once their token has run out, with the permission that stands in for the one needed', async () => {
    priya = await hereAndGone('priya');
    expect(tenant.identity.isHere(priya.actor)).toBe(false);
    expect(await tenant.identity.holds(priya.actor)).toBe(true);
    const { token, holder } = await tenant.passes.passFor(priya.actor, ['OnlineMeetings.Read']);
    expect(holder).toBe('application');
    expect(decodeJwt(token)).toMatchObject({ idtyp: 'app', roles: all, tid: priya.actor.tenantId });
    expect(decodeJwt(token)).not.toHaveProperty('scp');
  });

  it('is nobody where the tenant did not grant the very permission', async () => {
    const some = await startTenant({ applicationRoles: ['Calendars.ReadWrite'] });
    try {
      const kwame = await hereAndGone('kwame', some);
      expect(await holderOf(some, kwame, calendar)).toBe('application');
      expect(await holderOf(some, kwame, ['Mail.Send'])).toBe('sign-in-needed');
      expect(await holderOf(some, kwame, ['Calendars.ReadWrite', 'Mail.Send'])).toBe('sign-in-needed');
      expect(await holderOf(some, kwame, ['Tasks.ReadWrite'])).toBe('sign-in-needed');
      expect(await some.identity.holds(kwame.actor)).toBe(true);
    } finally {
      await some.close();
    }
  });

  it('is nobody where nothing was granted, the tenant does not know the application, or background work is turned off', async () => {
    const none = await startTenant({ applicationRoles: [] });
    const off = await startTenant({ applicationRoles: all }, { isAllowed: false, grantedInExchange: all });
    try {
      for (const one of [none, off]) {
        const kwame = await hereAndGone('kwame', one);
        expect(await one.identity.holds(kwame.actor)).toBe(false);
        expect(await holderOf(one, kwame, calendar)).toBe('sign-in-needed');
      }
      await grant(none, all, false);
      none.passMinutes(11);
      const rahim = await hereAndGone('rahim', none);
      expect(await none.identity.holds(rahim.actor)).toBe(false);
      expect(none.identity.isHere((await none.signIn('rahim')).actor)).toBe(true);
    } finally {
      await none.close();
      await off.close();
    }
  });

  it('follows within minutes what an administrator grants and takes back', async () => {
    const changing = await startTenant({ applicationRoles: [] });
    try {
      const kwame = await hereAndGone('kwame', changing);
      expect(await changing.identity.holds(kwame.actor)).toBe(false);
      await grant(changing, all);
      changing.passMinutes(11);
      expect(await holderOf(changing, kwame, calendar)).toBe('application');
      await grant(changing, ['Mail.Send']);
      changing.passMinutes(11);
      expect(await holderOf(changing, kwame, calendar)).toBe('sign-in-needed');
    } finally {
      await changing.close();
    }
  });

  it('takes the word of the setting for permissions granted in Exchange, which no token tells of', async () => {
    const scoped = await startTenant({ applicationRoles: [] }, { isAllowed: true, grantedInExchange: calendar });
    try {
      const kwame = await hereAndGone('kwame', scoped);
      expect(await holderOf(scoped, kwame, calendar)).toBe('application');
      expect(await holderOf(scoped, kwame, ['Mail.Send'])).toBe('sign-in-needed');
    } finally {
      await scoped.close();
    }
  });

  it('says that Entra is down rather than that nothing was granted', async () => {
    const busy = await startTenant({ applicationRoles: all });
    try {
      const kwame = await hereAndGone('kwame', busy);
      await busy.fault({ path: '*/oauth2/v2.0/token', status: 503, times: 'always' });
      await expect(busy.identity.holds(kwame.actor)).rejects.toMatchObject({ code: 'outlook-unavailable' });
      await busy.noFaults();
      expect(await busy.identity.holds(kwame.actor)).toBe(true);
    } finally {
      await busy.close();
    }
  });
});

describe('what a person’s own token was refused', () => {
  it.each([
    ['a claims challenge', { oauth: { error: 'interaction_required', errorCodes: [50076], claims } }, 'claims-needed'],
    ['missing consent', { oauth: { error: 'invalid_grant', errorCodes: [65001] } }, 'consent-needed'],
  ])('[C2] at Entra (%s) is not done with the application’s rights either', async (_, fault, code) => {
    tenant.passMinutes(61);
    const siobhan = await tenant.signIn('siobhan');
    await tenant.fault({ path: '*/oauth2/v2.0/token', grant: 'obo', ...fault });
    expect(await holderOf(tenant, siobhan, calendar)).toBe(code);
    tenant.passMinutes(61);
    expect(await tenant.identity.holds(siobhan.actor)).toBe(false);
    expect(await holderOf(tenant, siobhan, ['Mail.Send'])).toBe(code);
  });

  it('[C2] at Graph is not done with the application’s rights either, until they bring a new token', async () => {
    const siobhan = await tenant.signIn('siobhan');
    const encoded = Buffer.from(claims).toString('base64');
    await tenant.fault({
      path: '*/me/events/*',
      status: 401,
      headers: { 'WWW-Authenticate': `Bearer error="insufficient_claims", claims="${encoded}"` },
    });
    const cancel = () => tenant.calendar.cancelEvent(siobhan.actor, 'AAMk', 'words');
    await expect(cancel()).rejects.toMatchObject({ code: 'claims-needed' });
    tenant.passMinutes(61);
    await expect(cancel()).rejects.toMatchObject({ code: 'claims-needed', details: { claims } });
    await tenant.signIn('siobhan');
    expect(await holderOf(tenant, siobhan, calendar)).toBe('person');
    tenant.passMinutes(61);
    expect(await holderOf(tenant, siobhan, calendar)).toBe('application');
  });

  it('[C2] as not theirs is refused for that permission alone', async () => {
    const bethan = await tenant.signIn('bethan');
    await tenant.fault({ path: '*/me/sendMail', status: 403, code: 'ErrorAccessDenied' });
    const mail = { effectId: 'one', to: { name: 'K', mail: priya.mail }, subject: 's', html: 'h' };
    await expect(tenant.mail.send(bethan.actor, mail)).rejects.toMatchObject({ code: 'outlook-forbidden' });
    tenant.passMinutes(61);
    expect(await holderOf(tenant, bethan, ['Mail.Send'])).toBe('outlook-forbidden');
    expect(await holderOf(tenant, bethan, calendar)).toBe('application');
  });

  it('[C2] [C3] is known to every process, and after a restart, until they bring a new token to any of them', async () => {
    const another = () => {
      const { clock, entra } = tenant;
      return entraAdapters(entra, { clock, log: quiet, tokenRefusals: opened.tokenRefusals });
    };
    const hannah = await tenant.signIn('hannah');
    await tenant.fault({
      path: '*/oauth2/v2.0/token',
      grant: 'obo',
      oauth: { error: 'invalid_grant', errorCodes: [65001] },
    });
    expect(await holderOf(tenant, hannah, calendar)).toBe('consent-needed');
    tenant.passMinutes(61);
    const second = another();
    expect(await second.identity.holds(hannah.actor)).toBe(false);
    expect(await holderOf(second, hannah, ['Mail.Send'])).toBe('consent-needed');
    await tenant.signIn('hannah');
    expect(await holderOf(tenant, hannah, calendar)).toBe('person');
    tenant.passMinutes(61);
    for (const one of [tenant, second, another()]) expect(await holderOf(one, hannah, calendar)).toBe('application');
  });
});
