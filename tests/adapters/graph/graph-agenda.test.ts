import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AgendaPublication } from '#server/ports/calendar.ts';
import { documents } from '#server/adapters/documents/documents.ts';
import type { LocalTenant, Someone } from './local-tenant.ts';
import { startTenant } from './local-tenant.ts';
import { invitationFor } from './series-invitation.ts';

const start = '2026-12-17T10:00:00.000Z';
const papers = documents();

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

interface Booked {
  readonly eventId: string;
  readonly subject: string;
}

async function newSeries(): Promise<Booked> {
  const invitation = invitationFor(kwame);
  const { eventId } = await tenant.calendar.createSeries(priya.actor, invitation);
  return { eventId, subject: invitation.subject };
}

async function publication(
  { eventId }: Booked,
  title: string,
  change: Partial<AgendaPublication> = {},
): Promise<AgendaPublication> {
  const agenda = {
    start,
    end: '2026-12-17T10:45:00.000Z',
    zone: 'Europe/London',
    supervisorName: priya.name,
    employeeName: kwame.name,
    items: [{ title, note: null, raisedByName: kwame.name, urgent: false, minutes: 10 }],
    actions: [],
    link: 'http://localhost:3978/',
  };
  return {
    effectId: 'e',
    eventId,
    start,
    html: papers.agendaHtml(agenda),
    document: await papers.agendaDocument(agenda),
    ...change,
  };
}

interface Seen {
  readonly body: string;
  readonly joinUrl: string | undefined;
  readonly attachments: readonly string[];
}

async function seenBy(someone: Someone, subject: string, day = '2026-12-17'): Promise<Seen> {
  const view = await tenant.look(
    someone,
    `/me/calendarView?startDateTime=${day}T00:00:00Z&endDateTime=${day}T23:59:00Z&$top=50`,
  );
  const events = view.value as {
    id: string;
    subject: string;
    body: { content: string };
    onlineMeeting?: { joinUrl: string };
  }[];
  const event = events.find((one) => one.subject.endsWith(subject));
  if (event === undefined) throw new Error(`no ${subject} on ${day}`);
  const files = await tenant.look(someone, `/me/events/${event.id}/attachments`);
  return {
    body: event.body.content,
    joinUrl: event.onlineMeeting?.joinUrl,
    attachments: (files.value as { name: string }[]).map((one) => one.name),
  };
}

function ledgerOf(kind: string, subject: string): { readonly occurrenceDate?: string | undefined }[] {
  return tenant.m365.ledger().filter((entry) => entry.kind === kind && entry.subject?.endsWith(subject));
}

describe('publishing an agenda', () => {
  it('[C2] puts it into that occurrence of both calendars, in the body and as a document, with one mail', async () => {
    const series = await newSeries();
    const before = await seenBy(priya, series.subject);
    await tenant.calendar.publishAgenda(priya.actor, await publication(series, 'Alder Court handover'));

    const organisers = await seenBy(priya, series.subject);
    const attendees = await seenBy(kwame, series.subject);
    expect(organisers.body).toContain('Alder Court handover');
    expect(organisers.joinUrl).toBe(before.joinUrl);
    expect(joinBlockOf(organisers.body)).toBe(joinBlockOf(before.body));
    expect(attendees.body).toContain('Alder Court handover');
    expect([organisers.attachments, attendees.attachments]).toEqual([
      ['Agenda 17 December.pdf'],
      ['Agenda 17 December.pdf'],
    ]);
    expect(ledgerOf('update', series.subject).map((one) => one.occurrenceDate)).toEqual(['2026-12-17']);
    expect(await seenBy(priya, series.subject, '2026-12-31')).toMatchObject({
      body: expect.not.stringContaining('Alder Court') as unknown,
      attachments: [],
    });
  });

  it('sends nothing when it is there already', async () => {
    const series = await newSeries();
    const agenda = await publication(series, 'Rota');
    await tenant.calendar.publishAgenda(priya.actor, agenda);
    const entries = tenant.m365.ledger().length;
    await tenant.calendar.publishAgenda(priya.actor, agenda);
    expect(tenant.m365.ledger()).toHaveLength(entries);
  });

  it.each(['POST', 'PATCH'])(
    'ends as one update and one document where the %s was answered with a time-out although it took effect',
    async (method) => {
      const series = await newSeries();
      const agenda = await publication(series, 'Rota');
      await tenant.fault({
        method,
        path: method === 'POST' ? '/v1.0/me/events/*/attachments' : '/v1.0/me/events/*',
        moment: 'after',
        status: 504,
      });
      await expect(tenant.calendar.publishAgenda(priya.actor, agenda)).rejects.toMatchObject({
        details: { ambiguous: true },
      });
      await tenant.calendar.publishAgenda(priya.actor, agenda);
      expect(ledgerOf('update', series.subject)).toHaveLength(1);
      expect((await seenBy(kwame, series.subject)).attachments).toEqual(['Agenda 17 December.pdf']);
    },
  );

  it('replaces an earlier agenda and its document, also one of another day', async () => {
    const series = await newSeries();
    await tenant.calendar.publishAgenda(priya.actor, await publication(series, 'First thoughts'));
    await tenant.calendar.publishAgenda(priya.actor, await publication(series, 'Second thoughts'));
    const after = await seenBy(priya, series.subject);
    expect(after.body).toContain('Second thoughts');
    expect(after.body).not.toContain('First thoughts');
    expect(after.attachments).toEqual(['Agenda 17 December.pdf']);

    const moved = await publication(series, 'Third thoughts');
    await tenant.calendar.publishAgenda(priya.actor, {
      ...moved,
      document: { ...moved.document, name: 'Agenda 18 December.pdf' },
    });
    expect((await seenBy(priya, series.subject)).attachments).toEqual(['Agenda 18 December.pdf']);
  });

  it("leaves other people's files and words alone", async () => {
    const series = await newSeries();
    const [{ eventId } = { eventId: '' }] = await tenant.calendar.occurrences(
      priya.actor,
      series.eventId,
      '2026-12-17T00:00:00.000Z',
      '2026-12-18T00:00:00.000Z',
    );
    await post(`/me/events/${eventId}/attachments`, {
      '@odata.type': '#microsoft.graph.fileAttachment',
      name: 'Rota.txt',
      contentType: 'text/plain',
      contentBytes: Buffer.from('mine').toString('base64'),
    });
    await tenant.calendar.publishAgenda(priya.actor, await publication(series, 'Rota'));
    await tenant.calendar.publishAgenda(priya.actor, await publication(series, 'Rota again'));
    const after = await seenBy(priya, series.subject);
    expect(after.attachments.toSorted()).toEqual(['Agenda 17 December.pdf', 'Rota.txt']);
    expect(after.body).toContain('<p>Our one-to-one.</p>');
  });

  it('is noticed where Outlook gave the meeting another join address', async () => {
    const series = await newSeries();
    await tenant.fault({
      method: 'PATCH',
      path: '/v1.0/me/events/*',
      status: 200,
      body: {
        body: { contentType: 'html', content: '' },
        onlineMeeting: { joinUrl: 'https://teams.microsoft.com/another' },
      },
    });
    await tenant.calendar.publishAgenda(priya.actor, await publication(series, 'Rota'));
    expect(tenant.logged.at(-1)).toEqual({ event: 'join-link-changed', facts: { effectId: 'e' } });
  });

  it('says so where the occurrence is gone, and makes no other', async () => {
    const series = await newSeries();
    await tenant.calendar.cancelOccurrence(priya.actor, series.eventId, start, 'Leave');
    await expect(tenant.calendar.publishAgenda(priya.actor, await publication(series, 'Rota'))).rejects.toMatchObject({
      code: 'outlook-missing',
    });
  });
});

function joinBlockOf(body: string): string {
  return body.slice(body.indexOf('<div class="me-email-text"'));
}

async function post(path: string, body: unknown): Promise<void> {
  const token = await tenant.graphToken(priya.actor, ['Calendars.ReadWrite']);
  await fetch(`${tenant.m365.graphBase}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
