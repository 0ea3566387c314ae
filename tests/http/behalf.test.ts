import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResponseOf } from '#contract/api.ts';
import { requestedPermissions } from '#server/dev/requested-permissions.ts';
import { eventually } from '#tests/support/eventually.ts';
import { mixedPolicy } from '#tests/support/mixed-policy.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

let started: Started;
let priya: PersonClient;
let yusuf: PersonClient;
let tomasz: PersonClient;
const pairs = new Map<string, string>();

/** Later than all the past that was written when the trial began. */
const since = '2026-11-26T09:40:00.000Z';

type Delivery = ResponseOf<'pair'>['deliveries'][number];

async function begin(background: boolean): Promise<void> {
  started = await startDuologue({
    background,
    policy: await mixedPolicy('od3a', { ess: ['prepare'], out: ['actions-by-mail'] }),
  });
  [priya, yusuf, tomasz] = [await started.as('priya'), await started.as('yusuf'), await started.as('tomasz')];
  for (const line of (await priya.call('home')).people) pairs.set(line.other.id, line.pairId);
}

function pairOf(other: PersonClient): { readonly pairId: string } {
  return { pairId: pairs.get(other.personId) ?? '' };
}

async function local(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const answer = await fetch(`${started.trial.microsoft365.origin}/_local${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(answer.ok).toBe(true);
  const text = await answer.text();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function ledger(kind: string, mailbox: PersonClient) {
  return started.trial.microsoft365.ledger().filter((one) => one.kind === kind && one.mailbox === mailbox.personId);
}

/** The latest promise of a kind, as the database has it: nobody has to be here to see. */
async function latest(
  other: PersonClient,
  kind: Delivery['kind'],
): Promise<(Delivery & { readonly meetingId: string | null }) | undefined> {
  const actor = { tenantId: started.trial.microsoft365.tenantId, personId: priya.personId };
  const all = await started.trial.duologue.store.asPerson(actor, (tx) =>
    tx.effects.deliveriesOf([pairOf(other).pairId]),
  );
  const found = all.findLast((one) => one.kind === kind && one.promisedAt >= since);
  return found === undefined ? undefined : { ...found, effectId: found.id, at: found.settledAt ?? found.promisedAt };
}

/** Lets minutes pass, nobody looking, until the latest promise of a kind stands so. */
async function settles(
  other: PersonClient,
  kind: Delivery['kind'],
  state: Delivery['state'],
  step = 0,
): Promise<Delivery> {
  return eventually(async () => {
    started.clock.forward(step);
    started.trial.duologue.wake();
    const one = await latest(other, kind);
    return one?.state === state ? one : null;
  });
}

/** Everybody's token runs out. */
function everybodyLeaves(): void {
  started.clock.forward(61);
}

async function agreeToShare(other: PersonClient, days: number): Promise<void> {
  const params = pairOf(other);
  const terms = {
    ...{ everyWeeks: 4, place: 'Room 4', noticeDays: 1, minutes: 30, signed: false },
    ...{ notesBy: 'turns' as const, notesDepth: 'actions' as const },
    agendaSharing: { kind: 'days-before' as const, days },
  };
  await other.call('changeAgreement', { params, request: { version: null, terms } });
  const { draft } = await other.call('agreement', { params });
  const request = { version: draft?.version ?? 0, revision: draft?.revision ?? 0 };
  for (const person of [priya, other]) await person.call('signAgreement', { params, request });
}

async function bookWith(other: PersonClient, note = ''): Promise<void> {
  const plan = {
    pattern: { kind: 'weekly', every: 4, weekday: 2 } as const,
    ...{ zone: 'Europe/London', startDate: '2026-12-08', startTime: '10:00', minutes: 30, untilDate: '2027-05-30' },
    place: 'Room 4',
  };
  const request = { id: randomUUID(), plan, moves: [], skips: [], note };
  await priya.call('bookSeries', { params: pairOf(other), request });
}

async function nextOf(other: PersonClient) {
  const { next } = (await other.call('pair', { params: pairOf(other) })).pair;
  if (next === null) throw new Error('There is no next meeting.');
  return { ...next, params: { meetingId: next.id } };
}

async function addItem(person: PersonClient, params: { meetingId: string }, title: string): Promise<void> {
  const item = { title, note: null, topicId: null, kindId: 'work', urgency: 'normal' as const, minutes: 10 };
  await person.call('addItem', { params, request: { id: randomUUID(), ...item } });
}

interface GraphEvent {
  readonly id: string;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly body: { readonly content: string };
}

async function view(person: PersonClient, filter: string, from = '2026-11-27', until = '2027-05-30') {
  const span = `startDateTime=${from}T00:00:00Z&endDateTime=${until}T00:00:00Z`;
  const answer = await person.graph(`/me/calendarView?${span}&$top=50&$filter=${encodeURIComponent(filter)}`);
  return answer['value'] as GraphEvent[];
}

const ours = `subject eq 'One-to-one: Priya and Yusuf'`;

describe('where the tenant granted Duologue itself the permissions', () => {
  beforeAll(() => begin(true));
  afterAll(() => started.close());

  test('[OUT-3] [OD3a-10] the series stands in both calendars as agreed: Teams meeting, place, words, reminder, category, our mark', async () => {
    await agreeToShare(yusuf, 2);
    await bookWith(yusuf, 'Bring what you are proud of.');
    await settles(yusuf, 'install-panel', 'done');
    const mark = encodeURIComponent(
      `singleValueExtendedProperties($filter=id eq 'String {5f1c4f0a-7a3e-4d0b-9b57-2c6d1b8e4a90} Name duologueEffect')`,
    );
    const answer = await priya.graph(`/me/events?$filter=${encodeURIComponent(ours)}&$expand=${mark}`);
    const [series] = answer['value'] as Record<string, unknown>[];
    expect(series).toMatchObject({
      ...{ type: 'seriesMaster', isOnlineMeeting: true, isReminderOn: true, reminderMinutesBeforeStart: 15 },
      ...{ location: { displayName: 'Room 4' }, categories: ['One-to-one'], showAs: 'busy' },
      singleValueExtendedProperties: [{ value: (await latest(yusuf, 'create-series'))?.effectId }],
    });
    expect(JSON.stringify(series?.['body'])).toContain('Bring what you are proud of.');
    const copies = await yusuf.graph(`/me/events?$filter=${encodeURIComponent(ours)}`);
    expect((copies['value'] as unknown[])[0]).toMatchObject({
      ...{ type: 'seriesMaster', isOnlineMeeting: true, isReminderOn: true, reminderMinutesBeforeStart: 15 },
      location: { displayName: 'Room 4' },
    });
  });

  test('[C2] [OD3a-10] an agenda is shared at the agreed hour although nobody is here, once', async () => {
    const { params, start } = await nextOf(yusuf);
    await addItem(yusuf, params, 'The boiler contract');
    await addItem(priya, params, 'Cover in January');
    started.clock.set('2026-12-06T09:59:00.000Z');
    started.trial.duologue.wake();
    expect(await latest(yusuf, 'publish-agenda')).toBeUndefined();
    const updates = ledger('update', yusuf).length;
    started.clock.forward(2);
    await settles(yusuf, 'publish-agenda', 'done');
    expect(ledger('update', yusuf)).toHaveLength(updates + 1);
    expect(ledger('attachment-received', yusuf)).toHaveLength(1);
    expect(ledger('update', yusuf).at(-1)?.by).toMatchObject({ personId: null });
    const [shared] = (await view(yusuf, ours)).filter((one) => start.startsWith(one.start.dateTime.slice(0, 16)));
    expect(shared?.body.content).toContain('The boiler contract');
    expect(shared?.body.content).toContain('Cover in January');
  });

  test('[C2] what is changed after that is shared again only when both agree', async () => {
    const { params } = await nextOf(yusuf);
    await addItem(yusuf, params, 'Leave at Easter');
    everybodyLeaves();
    started.trial.duologue.wake();
    const { meeting } = await yusuf.call('meeting', { params });
    expect(ledger('attachment-received', yusuf)).toHaveLength(1);
    const request = { agendaVersion: meeting.agendaVersion };
    for (const person of [priya, yusuf]) await person.call('agreeAgenda', { params, request });
    everybodyLeaves();
    await eventually(() => Promise.resolve(ledger('attachment-received', yusuf).length === 2));
  });

  test('[ESS-4] time to prepare is kept for each next meeting as they come, where the calendar is free, although nobody is here', async () => {
    const { params, start } = await nextOf(yusuf);
    await yusuf.call('keepPreparationTime', { params, request: { keep: 'each' } });
    await settles(yusuf, 'create-event', 'done');
    everybodyLeaves();
    started.clock.set('2026-12-08T10:31:00.000Z');
    const mine = `startswith(subject, 'Prepare:')`;
    const blocks = await eventually(async () => {
      started.trial.duologue.wake();
      const all = await view(yusuf, mine);
      return all.length === 2 ? all : null;
    });
    expect(start).toBe('2026-12-08T10:00:00.000Z');
    const [first, second] = blocks.map((one) => one.end.dateTime.slice(0, 16));
    expect(first?.startsWith('2026-12-0')).toBe(true);
    expect((second ?? '') <= '2027-01-05T10:00').toBe(true);
    const busy = await view(yusuf, `not startswith(subject, 'Prepare:')`, '2027-01-01', '2027-01-06');
    const [block] = blocks.slice(-1);
    for (const one of busy)
      expect(
        one.end.dateTime <= (block?.start.dateTime ?? '') || one.start.dateTime >= (block?.end.dateTime ?? ''),
      ).toBe(true);
  });

  test('[C2] the summary that could not leave while the manager was here leaves once without them, from their mailbox', async () => {
    const { params } = await nextOf(tomasz);
    await priya.call('openMeeting', { params });
    const { seq } = await priya.call('meeting', { params });
    const busy = { method: 'POST', path: '*/sendMail', status: 429, code: 'ApplicationThrottled', retryAfter: 4_000 };
    await local('POST', '/faults', busy);
    await priya.call('closeMeeting', { params, request: { seq } });
    await eventually(() => Promise.resolve(started.logged.some((line) => line.includes('outlook-throttled'))));
    everybodyLeaves();
    await settles(tomasz, 'send-summary', 'done', 10);
    expect(ledger('mail-received', tomasz)).toHaveLength(1);
    expect(ledger('mail-received', tomasz)[0]?.by).toMatchObject({ personId: null });
    expect(ledger('mail-sent', priya)).toHaveLength(1);
  });

  test('what is out of the application’s reach waits for the person, says so, and goes on at their visit', async () => {
    const { params } = await nextOf(yusuf);
    await addItem(priya, params, 'Training');
    const { meeting } = await priya.call('meeting', { params });
    const request = { agendaVersion: meeting.agendaVersion };
    await priya.call('agreeAgenda', { params, request });
    everybodyLeaves();
    const path = `/v1.0/users/${priya.personId}/*`;
    await local('POST', '/faults', { path, status: 403, code: 'ErrorAccessDenied', times: 'always' });
    await yusuf.call('agreeAgenda', { params, request });
    const waiting = await settles(yusuf, 'publish-agenda', 'parked');
    expect(waiting).toMatchObject({ parkedFor: 'application-refused', actingId: priya.personId });
    await priya.call('me');
    await settles(yusuf, 'publish-agenda', 'done');
    await local('DELETE', '/faults');
  });
});

describe('where Duologue acts only as people', () => {
  beforeAll(() => begin(false));
  afterAll(() => started.close());

  test('[C2] [OD3a-10] an agenda at its hour waits for the organiser, says so to both, and is shared at their next visit', async () => {
    await agreeToShare(yusuf, 2);
    await bookWith(yusuf);
    await settles(yusuf, 'install-panel', 'done');
    const { params } = await nextOf(yusuf);
    await addItem(yusuf, params, 'The boiler contract');
    started.clock.set('2026-12-06T10:01:00.000Z');
    const waiting = await settles(yusuf, 'publish-agenda', 'parked');
    expect(waiting).toMatchObject({ parkedFor: 'sign-in-needed', actingId: priya.personId });
    const seen = (await yusuf.call('meeting', { params })).deliveries.find(({ kind }) => kind === 'publish-agenda');
    expect(seen).toMatchObject({ state: 'parked', parkedFor: 'sign-in-needed' });
    expect(ledger('attachment-received', yusuf)).toHaveLength(0);
    await priya.call('me');
    await settles(yusuf, 'publish-agenda', 'done');
    expect(ledger('attachment-received', yusuf)).toHaveLength(1);
  });

  test('[OUT-3] [OD3a-10] a meeting put in Outlook sooner than the two agreed is said to be, with the clause', async () => {
    const { params } = await nextOf(yusuf);
    const [event] = await view(priya, ours);
    const [start, end] = ['2026-12-06T18:00:00', '2026-12-06T18:30:00'].map((dateTime) => ({
      dateTime,
      timeZone: 'UTC',
    }));
    await priya.outlook('PATCH', `/me/events/${encodeURIComponent(event?.id ?? '')}`, { start, end });
    const told = await eventually(async () => {
      const { news } = await yusuf.call('outlookNews', { params: pairOf(yusuf) });
      return news.find(({ kind, meeting }) => kind === 'meeting-moved' && meeting?.id === params.meetingId);
    }, 10_000);
    expect(told.shortNotice).toEqual({ days: 1, clause: 'OD3a-10' });
  });

  async function timeForFollowUp() {
    const request = { kind: 'follow-up' as const, minutes: 30, from: '2026-12-14', days: 14, perDay: 1, near: null };
    const { times } = await priya.call('findTimes', { params: pairOf(tomasz), request });
    const [time] = times;
    if (time === undefined) throw new Error('There is no time.');
    return time;
  }

  async function consentTo(isWhole: boolean): Promise<void> {
    const scopes = requestedPermissions.delegated.filter((one) => isWhole || one !== 'OnlineMeetings.Read');
    await local('PUT', '/consent', { scopes });
  }

  const priyaAlone = () => ({ resource: 'graph', personIds: [priya.personId] });

  test.each<{
    readonly what: string;
    readonly parkedFor: string;
    readonly stopsAt: Delivery['kind'];
    readonly wrong: () => Promise<void>;
    readonly led: (claims: string | null) => Promise<void>;
  }>([
    {
      what: 'missing consent',
      parkedFor: 'consent-needed',
      stopsAt: 'install-panel',
      wrong: () => consentTo(false),
      led: () => consentTo(true),
    },
    {
      what: 'a rule of the organisation',
      parkedFor: 'claims-needed',
      stopsAt: 'install-panel',
      wrong: async () => {
        await local('POST', '/conditional-access', { name: 'Two steps', requires: { mfa: true }, ...priyaAlone() });
      },
      led: (claims) => priya.signInAgain(claims ?? undefined),
    },
    {
      what: 'a session that was ended',
      parkedFor: 'claims-needed',
      stopsAt: 'create-event',
      wrong: async () => {
        await local('POST', `/accounts/${priya.personId}/revoke-sessions`);
      },
      led: (claims) => priya.signInAgain(claims ?? undefined),
    },
    {
      what: 'a token that ran out',
      parkedFor: 'sign-in-needed',
      stopsAt: 'create-event',
      wrong: async () => {
        const busy = {
          method: 'POST',
          path: '*/me/events',
          status: 429,
          code: 'ApplicationThrottled',
          retryAfter: 3_700,
        };
        await local('POST', '/faults', busy);
      },
      led: () => Promise.resolve(),
    },
  ])(
    '[OUT-3] [OD3a-12] a booking stopped half-way by $what leads its person through and goes on where it stopped',
    async ({ wrong, led, parkedFor, stopsAt }) => {
      await local('DELETE', '/conditional-access');
      // A token of their own for each, so that what comes later than the event has to be asked for.
      started.clock.forward(1);
      await priya.signInAgain();
      const time = await timeForFollowUp();
      const invited = ledger('invitation', tomasz).length;
      await wrong();
      const request = { id: randomUUID(), kind: 'follow-up' as const, ...time, note: '' };
      await priya.call('planMeeting', { params: pairOf(tomasz), request });
      if (parkedFor === 'sign-in-needed') {
        await eventually(() => Promise.resolve(started.logged.some((line) => line.includes('outlook-throttled'))));
        everybodyLeaves();
      }
      const parked = await settles(tomasz, stopsAt, 'parked', parkedFor === 'sign-in-needed' ? 10 : 0);
      expect(parked).toMatchObject({ parkedFor, actingId: priya.personId });
      expect(parked.claims !== null).toBe(parkedFor === 'claims-needed');
      const event = await latest(tomasz, 'create-event');
      expect(event?.state).toBe(stopsAt === 'install-panel' ? 'done' : 'parked');
      await led(parked.claims);
      await priya.call('me');
      await eventually(async () => {
        started.trial.duologue.wake();
        const install = await latest(tomasz, 'install-panel');
        return install?.state === 'done' && install.meetingId === request.id;
      });
      expect((await latest(tomasz, 'create-event'))?.effectId).toBe(event?.effectId);
      expect(ledger('invitation', tomasz)).toHaveLength(invited + 1);
    },
  );
});
