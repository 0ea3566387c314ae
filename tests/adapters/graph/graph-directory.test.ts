import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LocalTenant } from './local-tenant.ts';
import { startTenant } from './local-tenant.ts';

let tenant: LocalTenant;

beforeAll(async () => {
  tenant = await startTenant();
});
afterEach(() => tenant.noFaults());
afterAll(() => tenant.close());

describe('the directory', () => {
  it('says who somebody is, in which zone, and that people report to them', async () => {
    const priya = await tenant.signIn('priya');
    expect(await tenant.directory.me(priya.actor)).toEqual({
      id: priya.actor.personId,
      displayName: 'Priya Raman',
      givenName: 'Priya',
      mail: priya.mail,
      jobTitle: 'Neighbourhood Manager',
      grade: 'M1',
      contract: 'full-time',
      zone: 'Europe/London',
      clock: {
        source: 'settings',
        zone: 'Europe/London',
        hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00', zone: 'Europe/London' },
      },
      joinedOn: '2019-03-04',
      unit: 'Neighbourhoods',
      employeeNumber: 'BM1001',
      incrementalOn: '2019-03-04',
      hasReports: true,
    });
  });

  it('[FORM-6] [CAREER-4] gives a manager their reports with what decides which rule is theirs', async () => {
    const priya = await tenant.signIn('priya');
    const reports = await tenant.directory.directReports(priya.actor);
    expect(reports.map((one) => [one.displayName, one.grade, one.contract, one.hasReports])).toEqual(
      expect.arrayContaining([
        ['Kwame Asante', 'S1', 'full-time', null],
        ['Yusuf Haddad', 'A1', 'full-time', null],
      ]),
    );
    expect(reports.every((one) => /^BM\d{4}$/.test(one.employeeNumber ?? '') && one.unit !== '')).toBe(true);
    expect(reports.every((one) => one.incrementalOn === one.joinedOn)).toBe(true);
    expect(new Set(reports.map((one) => one.contract))).toEqual(new Set(['full-time', 'part-time']));
  });

  it('knows of each report in which zone they work', async () => {
    const mei = await tenant.signIn('mei');
    const reports = await tenant.directory.directReports(mei.actor);
    // Outlook has one zone for Paris and Madrid: same clock, other name.
    expect(Object.fromEntries(reports.map((one) => [one.givenName, one.zone]))).toEqual({
      Ade: 'Europe/London',
      Hannah: 'Europe/Paris',
      Rahim: 'Europe/London',
    });
  });

  it('says that nobody reports to somebody without reports', async () => {
    const kwame = await tenant.signIn('kwame');
    const me = await tenant.directory.me(kwame.actor);
    expect(me.hasReports).toBe(false);
    expect(await tenant.directory.directReports(kwame.actor)).toEqual([]);
  });

  it('takes the zone of the organisation where the mailbox does not say', async () => {
    const kwame = await tenant.signIn('kwame');
    await tenant.fault({
      path: '/v1.0/me/mailboxSettings',
      status: 404,
      code: 'MailboxNotEnabledForRESTAPI',
      times: 'always',
    });
    expect(await tenant.directory.me(kwame.actor)).toMatchObject({ zone: 'Europe/London', clock: null });
    expect(tenant.logged.at(-1)).toEqual({
      event: 'zone-not-read',
      facts: { what: 'own', code: 'outlook-missing', outsideCode: 'MailboxNotEnabledForRESTAPI' },
    });
  });

  it('tells what was read of clocks from what was not: own settings, others’ schedules, and nothing of whoever’s is not read', async () => {
    const [mei, hannah] = [await tenant.signIn('mei'), await tenant.signIn('hannah')];
    const people = [mei, hannah].map(({ actor, mail }) => ({ id: actor.personId, mail }));
    const nobody = { id: 'nobody', mail: null };
    const read = await tenant.directory.clocksOf(mei.actor, [...people, nobody]);
    expect([...read].map(([id, { source, zone }]) => [id, source, zone]).toSorted()).toEqual(
      [
        [mei.actor.personId, 'settings', 'Europe/London'],
        [hannah.actor.personId, 'schedule', 'Europe/Paris'],
      ].toSorted(),
    );
    await tenant.fault({
      path: '/v1.0/me/calendar/getSchedule',
      status: 403,
      code: 'ErrorAccessDenied',
      times: 'always',
    });
    const rest = await tenant.directory.clocksOf(mei.actor, people);
    expect([...rest.keys()]).toEqual([mei.actor.personId]);
    expect((await tenant.directory.directReports(mei.actor)).map(({ clock }) => clock)).toEqual([null, null, null]);
  });
});
