import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ResponseOf } from '#contract/api.ts';
import { askLocal, eventAt, eventPath, hoursLater, utc, workInOutlook } from '#tests/support/at-work-in-outlook.ts';
import { eventually } from '#tests/support/eventually.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

let started: Started;
let priya: PersonClient;
let yusuf: PersonClient;
let tomasz: PersonClient;

beforeEach(async () => {
  started = await startDuologue();
  [priya, yusuf, tomasz] = (await Promise.all(['priya', 'yusuf', 'tomasz'].map((key) => started.as(key)))) as [
    PersonClient,
    PersonClient,
    PersonClient,
  ];
});
afterEach(() => started.close());

function known<T>(one: T | null | undefined): T {
  if (one == null) throw new Error('nothing planned');
  return one;
}

async function fault(body: Record<string, unknown>): Promise<void> {
  expect((await askLocal(started, 'POST', '/faults', body)).status).toBe(201);
}

function ledger(kind: string, mailbox?: string) {
  return started.trial.microsoft365
    .ledger()
    .filter((entry) => entry.kind === kind && (mailbox === undefined || entry.mailbox === mailbox));
}

async function pairWith(other: PersonClient): Promise<string> {
  const home = await priya.call('home');
  return home.people.find((one) => one.other.id === other.personId)?.pairId ?? '';
}

type Delivery = ResponseOf<'pair'>['deliveries'][number];

/** Lets the hours pass until the pair's latest promise of a kind has settled as wanted. */
async function settled(
  pairId: string,
  kind: Delivery['kind'],
  state: Delivery['state'],
  stepMinutes = 1,
): Promise<Delivery> {
  return eventually(async () => {
    started.clock.forward(stepMinutes);
    started.trial.duologue.wake();
    const found = (await priya.call('pair', { params: { pairId } })).deliveries.findLast((one) => one.kind === kind);
    return found?.state === state ? found : null;
  });
}

async function book(pairId: string): Promise<void> {
  const found = await priya.call('findSlots', {
    params: { pairId },
    request: { rhythm: { kind: 'weekly', every: 4 }, minutes: 30, from: '2026-11-30' },
  });
  const plan = found.offers[0]?.plan;
  if (plan === undefined) throw new Error('no offer');
  await priya.call('bookSeries', {
    params: { pairId },
    request: { id: randomUUID(), plan, moves: [], skips: [], note: '' },
  });
}

/** Opens and closes Priya's next meeting with Tomasz; its summary is promised. */
async function close(pairId: string): Promise<string> {
  const meetingId = (await priya.call('pair', { params: { pairId } })).pair.next?.id ?? '';
  await priya.call('openMeeting', { params: { meetingId } });
  const { seq } = await priya.call('meeting', { params: { meetingId } });
  await priya.call('closeMeeting', { params: { meetingId }, request: { seq } });
  return meetingId;
}

const afterwards = [
  ['no answer in time', { status: 504, code: 'gatewayTimeout' }],
  ['an error after it was done', { status: 500, code: 'internalServerError' }],
  ['a cut connection', { cut: true }],
] as const;

describe('a series', () => {
  test.each(afterwards)(
    '[OUT-3] [C2] is booked once, with one invitation, although Outlook gave %s',
    async (_what, wrong) => {
      const pairId = await pairWith(yusuf);
      await fault({ method: 'POST', path: '/v1.0/me/events', moment: 'after', ...wrong });
      await book(pairId);
      await settled(pairId, 'create-series', 'done');
      expect(ledger('event-created', priya.personId)).toHaveLength(1);
      expect(ledger('invitation', yusuf.personId)).toHaveLength(1);
    },
  );

  test('[C2] waits as long as Outlook asks, and is then booked', async () => {
    const pairId = await pairWith(yusuf);
    await fault({
      method: 'POST',
      path: '/v1.0/me/events',
      status: 429,
      code: 'TooManyRequests',
      retryAfter: 120,
      times: 2,
    });
    await book(pairId);
    await settled(pairId, 'create-series', 'done');
    expect(ledger('invitation', yusuf.personId)).toHaveLength(1);
  });

  test('waits for consent, says so, and goes on at one press', async () => {
    const pairId = await pairWith(yusuf);
    await fault({
      path: '*/oauth2/v2.0/token',
      grant: 'obo',
      times: 'always',
      oauth: { error: 'invalid_grant', suberror: 'consent_required', errorCodes: [65001] },
    });
    started.clock.forward(70);
    const from = '2026-12-07';
    expect(
      await priya.refused('findSlots', {
        params: { pairId },
        request: { rhythm: { kind: 'weekly', every: 4 }, minutes: 30, from },
      }),
    ).toMatchObject({ code: 'consent-needed' });
    const plan = {
      pattern: { kind: 'weekly', every: 4, weekday: 2 } as const,
      zone: 'Europe/London',
      startDate: '2026-12-08',
      startTime: '10:00',
      minutes: 30,
      untilDate: '2027-05-30',
    };
    await priya.call('bookSeries', {
      params: { pairId },
      request: { id: randomUUID(), plan, moves: [], skips: [], note: '' },
    });
    const parked = await settled(pairId, 'create-series', 'parked');
    expect(parked.parkedFor).toBe('consent-needed');
    await askLocal(started, 'DELETE', '/faults');
    await priya.call('retryDelivery', { params: { effectId: parked.effectId }, request: { again: false } });
    await settled(pairId, 'create-series', 'done');
    expect(ledger('invitation', yusuf.personId)).toHaveLength(1);
  });
});

describe('a promise that is taken back while it is tried', () => {
  test('[OUT-3] [C2] is not tried again, whatever Outlook said to it', async () => {
    const pairId = await pairWith(tomasz);
    const next = known((await priya.call('pair', { params: { pairId } })).pair.next);
    const busy = { status: 429, code: 'TooManyRequests', retryAfter: 5, times: 'always', delayMs: 700 };
    await fault({ method: 'PATCH', path: '/v1.0/me/events/*', ...busy });
    const to = { start: hoursLater(next.start, 1), end: hoursLater(next.end, 1) };
    await priya.call('moveMeeting', { params: { meetingId: next.id }, request: { ...to, reason: 'A visit' } });
    await eventually(async () => {
      const { value } = (await (await askLocal(started, 'GET', '/faults')).json()) as { value: { hits: number }[] };
      return value.some(({ hits }) => hits > 0);
    });
    await priya.call('endSeries', { params: { pairId }, request: { reason: 'A new team' } });
    const stateOf = async () =>
      (await priya.call('pair', { params: { pairId } })).deliveries.find(({ kind }) => kind === 'move-occurrence')
        ?.state;
    await askLocal(started, 'DELETE', '/faults');
    await settled(pairId, 'end-series', 'done');
    const states: unknown[] = [];
    await eventually(async () => {
      started.clock.forward(0.5);
      started.trial.duologue.wake();
      return states.push(await stateOf()) > 25;
    });
    expect(new Set(states)).toEqual(new Set(['withdrawn']));
  });
});

describe('the agenda', () => {
  async function agree(pairId: string): Promise<string> {
    const meetingId = (await priya.call('pair', { params: { pairId } })).pair.next?.id ?? '';
    const { meeting } = await priya.call('meeting', { params: { meetingId } });
    await priya.call('agreeAgenda', { params: { meetingId }, request: { agendaVersion: meeting.agendaVersion } });
    await tomasz.call('agreeAgenda', { params: { meetingId }, request: { agendaVersion: meeting.agendaVersion } });
    return meetingId;
  }

  test.each(afterwards)('[C2] mails its update once although Outlook gave %s', async (_what, wrong) => {
    const pairId = await pairWith(tomasz);
    await fault({ method: 'PATCH', path: '/v1.0/me/events/*', moment: 'after', ...wrong });
    await fault({ method: 'POST', path: '/v1.0/me/events/*/attachments', moment: 'after', ...wrong });
    const before = ledger('update', tomasz.personId).length;
    await agree(pairId);
    await settled(pairId, 'publish-agenda', 'done');
    expect(ledger('update', tomasz.personId)).toHaveLength(before + 1);
    expect(ledger('attachment-received', tomasz.personId)).toHaveLength(1);
  });

  test('[OUT-3] [C2] is there again though Outlook cleared it while the answer to it was still on its way', async () => {
    const pairId = await pairWith(tomasz);
    const { start } = known((await priya.call('pair', { params: { pairId } })).pair.next);
    await fault({ method: 'PATCH', path: '/v1.0/me/events/*', person: priya.personId, moment: 'after', delayMs: 2500 });
    const before = ledger('update', tomasz.personId).length;
    await agree(pairId);
    await eventually(() => Promise.resolve(ledger('update', tomasz.personId).length > before));
    const { seriesMasterId } = await eventAt(started, priya, start, 'Tomasz');
    const master = eventPath({ id: String(seriesMasterId) });
    const { start: from, end: to } = await workInOutlook(started, priya, 'GET', master);
    const later = (at: unknown) => utc(hoursLater(`${(at as { dateTime: string }).dateTime.slice(0, 19)}Z`, 0.5));
    await workInOutlook(started, priya, 'PATCH', master, { start: later(from), end: later(to) });
    await askLocal(started, 'POST', '/deliveries/run');
    const moved = hoursLater(start, 0.5);
    await eventually(async () => {
      started.trial.duologue.wake();
      return (await priya.call('pair', { params: { pairId } })).pair.next?.start === moved;
    });
    const isThere = async (): Promise<boolean> => {
      await settled(pairId, 'publish-agenda', 'done');
      return JSON.stringify(await eventAt(started, tomasz, moved, 'Tomasz')).includes('Attached as a document');
    };
    expect(await eventually(isThere)).toBe(true);
  });

  test('waits for the manager’s next visit when only the report is here', async () => {
    const pairId = await pairWith(tomasz);
    const meetingId = (await priya.call('pair', { params: { pairId } })).pair.next?.id ?? '';
    const { meeting } = await priya.call('meeting', { params: { meetingId } });
    await priya.call('agreeAgenda', { params: { meetingId }, request: { agendaVersion: meeting.agendaVersion } });
    started.clock.forward(70);
    await tomasz.call('agreeAgenda', { params: { meetingId }, request: { agendaVersion: meeting.agendaVersion } });
    const waiting = await eventually(async () => {
      const one = (await tomasz.call('meeting', { params: { meetingId } })).deliveries.find(
        (each) => each.kind === 'publish-agenda',
      );
      return one?.state === 'parked' ? one : null;
    });
    expect(waiting.parkedFor).toBe('sign-in-needed');
    await priya.call('me');
    await settled(pairId, 'publish-agenda', 'done');
    expect(ledger('attachment-received', tomasz.personId)).toHaveLength(1);
  });
});

describe('the summary mail', () => {
  test.each(afterwards)(
    '[C4] [OUT-4] is submitted once, and the doubt is said, although Outlook gave %s',
    async (_what, wrong) => {
      const pairId = await pairWith(tomasz);
      await fault({ method: 'POST', path: '/v1.0/me/sendMail', moment: 'after', ...wrong });
      await close(pairId);
      const parked = await settled(pairId, 'send-summary', 'parked');
      expect(parked.parkedFor).toBe('unconfirmed');
      for (let day = 0; day < 3; day += 1) {
        started.clock.forward(24 * 60);
        started.trial.duologue.wake();
        await priya.call('home');
      }
      expect(ledger('mail-received', tomasz.personId)).toHaveLength(1);
      expect(
        await priya.refused('retryDelivery', { params: { effectId: parked.effectId }, request: { again: false } }),
      ).toMatchObject({ code: 'reason-needed' });
      expect(
        await tomasz.refused('retryDelivery', { params: { effectId: parked.effectId }, request: { again: true } }),
      ).toMatchObject({ code: 'not-allowed' });
      await priya.call('retryDelivery', { params: { effectId: parked.effectId }, request: { again: true } });
      await settled(pairId, 'send-summary', 'done');
      expect(ledger('mail-received', tomasz.personId)).toHaveLength(2);
    },
  );

  test('[C4] [OUT-4] that Outlook plainly did not take is sent later, once', async () => {
    const pairId = await pairWith(tomasz);
    await fault({
      method: 'POST',
      path: '/v1.0/me/sendMail',
      status: 429,
      code: 'TooManyRequests',
      retryAfter: 30,
      times: 3,
    });
    await close(pairId);
    await settled(pairId, 'send-summary', 'done');
    expect(ledger('mail-received', tomasz.personId)).toHaveLength(1);
  });

  test('[C4] closing twice at the same moment sends one', async () => {
    const pairId = await pairWith(tomasz);
    const meetingId = (await priya.call('pair', { params: { pairId } })).pair.next?.id ?? '';
    await priya.call('openMeeting', { params: { meetingId } });
    const { seq } = await priya.call('meeting', { params: { meetingId } });
    const pressed = await Promise.allSettled(
      [1, 2, 3].map(() => priya.call('closeMeeting', { params: { meetingId }, request: { seq } })),
    );
    expect(pressed.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    await settled(pairId, 'send-summary', 'done');
    expect(ledger('mail-received', tomasz.personId)).toHaveLength(1);
  });
});
