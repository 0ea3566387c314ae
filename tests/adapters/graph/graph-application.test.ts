import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addMinutes } from '#core/time.ts';
import { Failure } from '#server/ports/failures.ts';
import { addressFor, batchFor } from '#server/adapters/graph/graph-address.ts';
import type { LocalTenant, Someone } from './local-tenant.ts';
import { startTenant } from './local-tenant.ts';
import { invitationFor } from './series-invitation.ts';

const actor = { tenantId: 't', personId: 'p-1' };

let tenant: LocalTenant;
let priya: Someone;
let kwame: Someone;

beforeAll(async () => {
  tenant = await startTenant({
    applicationRoles: ['Calendars.ReadWrite', 'Mail.Send', 'OnlineMeetings.Read.All'],
  });
  kwame = await tenant.signIn('kwame');
  priya = await tenant.signIn('priya');
  // Nobody is here any more: what is done now is done by the application.
  tenant.passMinutes(61);
});
afterEach(() => tenant.noFaults());
afterAll(() => tenant.close());

function failureOf(work: Promise<unknown>): Promise<Failure> {
  return work.then(
    () => Promise.reject(new Error('It worked.')),
    (failure: unknown) => (failure instanceof Failure ? failure : Promise.reject(new Error('bug', { cause: failure }))),
  );
}

describe('an address', () => {
  it.each([
    ['/me', '/users/p-1'],
    ['/me?$select=id', '/users/p-1?$select=id'],
    ['/me/events/AA%2FBB', '/users/p-1/events/AA%2FBB'],
    ['/meetings', '/meetings'],
    ['/chats/19%3Ameeting/installedApps', '/chats/19%3Ameeting/installedApps'],
    ['/users/p-2/events', '/users/p-2/events'],
  ])('%s is %s for the application, and stays for the person', (path, own) => {
    expect(addressFor('application', actor, path)).toBe(own);
    expect(addressFor('person', actor, path)).toBe(path);
  });

  it('is the same in each step of a batch', () => {
    const body = { requests: [{ id: '1', method: 'GET', url: '/me/events' }] };
    const steps = [{ id: '1', method: 'GET', url: '/users/p-1/events' }];
    expect(batchFor('application', actor, '/$batch', body)).toEqual({ requests: steps });
    expect(batchFor('person', actor, '/$batch', body)).toBe(body);
    expect(batchFor('application', actor, '/me/events', body)).toBe(body);
  });
});

describe('with the application’s own token', () => {
  it('[C2] books, publishes, moves and ends in the organiser’s mailbox as if they had been here', async () => {
    const invitation = invitationFor(kwame);
    const booked = await tenant.calendar.createSeries(priya.actor, invitation);
    expect(await tenant.calendar.createSeries(priya.actor, invitation)).toEqual(booked);
    const { eventId, iCalUid, joinUrl } = booked;
    const found = { eventId, iCalUid, joinUrl };
    expect(await tenant.calendar.findSeries(priya.actor, invitation.effectId)).toEqual(found);
    const [first] = await tenant.calendar.occurrences(
      priya.actor,
      booked.eventId,
      tenant.clock.now(),
      '2027-03-01T00:00:00Z',
    );
    if (first === undefined) throw new Error('There is no occurrence.');
    await tenant.calendar.publishAgenda(priya.actor, {
      effectId: 'agenda-1',
      eventId: booked.eventId,
      start: first.start,
      html: '<p>Agenda</p>',
      document: { name: 'Agenda.txt', contentType: 'text/plain', bytes: Buffer.from('Agenda') },
    });
    const seen = await tenant.look(priya, `/me/events/${first.eventId}`);
    expect(JSON.stringify(seen['body'])).toContain('Agenda');
    expect(seen['organizer']).toMatchObject({ emailAddress: { address: priya.mail } });
    const received = tenant.m365.ledger().filter((one) => one.kind.startsWith('invit'));
    expect(received).toHaveLength(1);
    await tenant.calendar.endSeries(priya.actor, booked.eventId, 'Over.');
  });

  it('[C2] sends from the person’s own mailbox', async () => {
    const mail = {
      effectId: 'e-mail-1',
      to: { name: 'Kwame', mail: kwame.mail },
      subject: 'What we said',
      html: '<p>x</p>',
    };
    await tenant.mail.send(priya.actor, mail);
    const sent = await tenant.look(priya, '/me/mailFolders/sentitems/messages?$select=subject,from');
    expect(sent['value']).toEqual([
      expect.objectContaining({
        subject: 'What we said',
        from: { emailAddress: expect.objectContaining({ address: priya.mail }) as unknown },
      }),
    ]);
  });

  it('reads when others are busy, and not with what', async () => {
    const at = (hour: number) => ({ dateTime: `2026-11-24T${String(hour)}:00:00.0000000`, timeZone: 'UTC' });
    const item = { status: 'busy', subject: 'Nobody’s business', start: at(10), end: at(11), isPrivate: false };
    const people = [{ personId: kwame.actor.personId, mail: kwame.mail }];
    const labels = async () => {
      const value = [{ scheduleId: kwame.mail, availabilityView: '2', scheduleItems: [item] }];
      await tenant.fault({ path: '*/calendar/getSchedule', status: 200, body: { value } });
      const from = tenant.clock.now();
      const { available } = await tenant.calendar.availability(priya.actor, people, from, addMinutes(from, 4320));
      return available.flatMap(({ busy }) => busy.map(({ label }) => label));
    };
    expect(await labels()).toEqual([null]);
    await tenant.signIn('priya');
    expect(await labels()).toEqual(['Nobody’s business']);
    tenant.passMinutes(61);
  });

  it('waits for the person where Teams does not let an application into meetings, and where a permission is missing', async () => {
    const { joinUrl } = await tenant.calendar.createSeries(priya.actor, { ...invitationFor(kwame), effectId: 'other' });
    const chat = await failureOf(tenant.meetingChat.findChat(priya.actor, joinUrl ?? ''));
    expect(chat).toMatchObject({ code: 'application-refused', details: { outsideCode: 'Unauthorized' } });
    const install = await failureOf(tenant.meetingChat.install(priya.actor, '19:meeting_x@thread.v2'));
    expect(install).toMatchObject({ code: 'sign-in-needed' });
  });

  it('waits for the person where their mailbox is out of reach, and where there is none in this tenant', async () => {
    await tenant.fault({ path: '*/users/*', status: 403, code: 'ErrorAccessDenied', times: 'always' });
    expect(await failureOf(tenant.calendar.cancelEvent(priya.actor, 'AAMk', ''))).toMatchObject({
      code: 'application-refused',
      details: { outsideCode: 'ErrorAccessDenied' },
    });
    await tenant.noFaults();
    const stranger = { tenantId: priya.actor.tenantId, personId: '11111111-1111-4111-8111-111111111111' };
    expect(await failureOf(tenant.calendar.findSeries(stranger, 'effect'))).toMatchObject({ code: 'outlook-missing' });
    const answer = await fetch(`${tenant.m365.origin}/_local/tenants`);
    const { value } = (await answer.json()) as { value: { id: string }[] };
    // The other tenant of this machine does not know the application: nothing of the first one's rights reaches there.
    const tenantId = value.find(({ id }) => id !== tenant.m365.tenantId)?.id ?? '';
    const elsewhere = { tenantId, personId: priya.actor.personId };
    expect(await failureOf(tenant.calendar.findSeries(elsewhere, 'effect'))).toMatchObject({ code: 'sign-in-needed' });
    expect(await tenant.identity.holds(elsewhere)).toBe(false);
  });
});
