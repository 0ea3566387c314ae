import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventAt } from '#tests/support/at-work-in-outlook.ts';
import { eventually } from '#tests/support/eventually.ts';
import { mixedPolicy } from '#tests/support/mixed-policy.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

let started: Started;
let priya: PersonClient;
let tomasz: PersonClient;
let kwame: PersonClient;
let pairId = '';
const specialistPair = randomUUID();
const third = () => ({ id: kwame.personId, role: 'specialist' });

beforeAll(async () => {
  started = await startDuologue({ policy: await mixedPolicy('out', { od3a: ['how-we-meet'] }) });
  [priya, tomasz, kwame] = await Promise.all([started.as('priya'), started.as('tomasz'), started.as('kwame')]);
  await Promise.all([tomasz.call('home'), kwame.call('home')]);
  const home = await priya.call('home');
  pairId = home.people.find((one) => one.other.id === tomasz.personId)?.pairId ?? '';
  const { tenantId } = started.trial.microsoft365;
  await started.trial.duologue.store.asPerson({ tenantId, personId: kwame.personId }, (tx) =>
    tx.pairs.save({
      id: specialistPair,
      supervisorId: kwame.personId,
      employeeId: tomasz.personId,
      role: 'specialist',
      from: '2026-10-01',
      to: null,
      extraSupport: null,
      pause: null,
    }),
  );
});
afterAll(() => started.close());

/** Waits until nothing more is on its way to Outlook for the pair. */
async function settled(): Promise<void> {
  await eventually(async () => {
    const { deliveries } = await priya.call('pair', { params: { pairId } });
    return deliveries.every(({ state }) => state !== 'promised');
  });
}

async function calendar(person: PersonClient, filter: string): Promise<unknown[]> {
  const view = await person.graph(
    `/me/calendarView?startDateTime=2026-11-26T00:00:00Z&endDateTime=2027-01-30T00:00:00Z&$top=500&$filter=${encodeURIComponent(filter)}`,
  );
  return view['value'] as unknown[];
}

function received(person: PersonClient, subject: string): number {
  return started.trial.microsoft365
    .ledger()
    .filter((one) => one.kind === 'invitation' && one.mailbox === person.personId && one.subject === subject).length;
}

describe('a meeting of three', () => {
  test('[OD3a-18] is offered at times all three can make, and one invitation brings all three together', async () => {
    const looking = { kind: 'follow-up' as const, minutes: 30, from: '2026-12-01', days: 21, perDay: 4, near: null };
    const two = await priya.call('findTimes', { params: { pairId }, request: looking });
    expect(two.besides).toEqual([expect.objectContaining(third())]);
    const three = await priya.call('findTimes', {
      params: { pairId },
      request: { ...looking, withId: kwame.personId },
    });
    const view = await kwame.graph(
      `/me/calendarView?startDateTime=2026-12-01T00:00:00Z&endDateTime=2026-12-23T00:00:00Z&$top=500`,
    );
    const taken = (
      view['value'] as { start: { dateTime: string }; end: { dateTime: string }; showAs: string }[]
    ).filter(({ showAs }) => showAs === 'busy' || showAs === 'oof');
    const clashes = three.times.filter(({ start, end }) =>
      taken.some((one) => `${one.start.dateTime.slice(0, 23)}Z` < end && `${one.end.dateTime.slice(0, 23)}Z` > start),
    );
    expect(three.times.length).toBeGreaterThan(0);
    expect(clashes).toEqual([]);

    const [time] = three.times;
    if (time === undefined) throw new Error('no time');
    const meetingId = randomUUID();
    const request = { id: meetingId, kind: 'follow-up' as const, ...time, note: '', withId: kwame.personId };
    await priya.call('planMeeting', { params: { pairId }, request });
    await settled();
    const subject = `Follow-up: Priya, Tomasz and ${(await kwame.call('me')).person.givenName}`;
    for (const person of [priya, tomasz, kwame])
      expect(await calendar(person, `subject eq '${subject}'`)).toHaveLength(1);
    expect(received(kwame, subject)).toBe(1);
    expect(received(tomasz, subject)).toBe(1);
    // Asked in Outlook, and no nearer to what the two keep.
    expect((await kwame.refused('meeting', { params: { meetingId } })).code).toBe('not-found');
    expect((await kwame.refused('pair', { params: { pairId } })).code).toBe('not-found');
    // What the two agree to talk about stays theirs.
    const params = { meetingId };
    const item = { id: randomUUID(), title: 'Ours alone', note: null, topicId: null, kindId: null, minutes: 5 };
    await tomasz.call('addItem', { params, request: { ...item, urgency: 'normal' } });
    const { meeting: planned, isOfThree } = await priya.call('meeting', { params });
    expect(isOfThree).toBe(true);
    const agreed = { agendaVersion: planned.agendaVersion };
    for (const person of [priya, tomasz]) await person.call('agreeAgenda', { params, request: agreed });
    const { deliveries } = await priya.call('meeting', { params });
    expect(deliveries.filter(({ kind }) => kind === 'publish-agenda')).toEqual([]);
    await settled();
    const [event] = await calendar(kwame, `subject eq '${subject}'`);
    expect(JSON.stringify(event)).not.toContain('Ours alone');
    // What its organiser does to it in Outlook, and that the third cannot come, both are told; that the third was asked is no news.
    const [own] = (await calendar(priya, `subject eq '${subject}'`)) as { readonly id: string }[];
    const by = (minutes: number) => (at: string) =>
      new Date(Date.parse(at) + minutes * 60_000).toISOString().slice(0, 19);
    const [start, end] = [time.start, time.end].map(by(30)).map((dateTime) => ({ dateTime, timeZone: 'UTC' }));
    await priya.outlook('PATCH', `/me/events/${encodeURIComponent(own?.id ?? '')}`, { start, end });
    const news = async (person: PersonClient) =>
      (await person.call('outlookNews', { params: { pairId } })).news.filter(
        ({ meeting }) => meeting?.id === meetingId,
      );
    const moved = await eventually(
      async () => (await news(tomasz)).find(({ kind }) => kind === 'meeting-moved'),
      10_000,
    );
    expect(moved).toMatchObject({ by: 'other', seen: false, to: { start: `${start?.dateTime ?? ''}.000Z` } });
    const [copy] = (await calendar(kwame, `subject eq '${subject}'`)) as { readonly id: string }[];
    await kwame.outlook('POST', `/me/events/${encodeURIComponent(copy?.id ?? '')}/decline`, {});
    const { givenName } = (await kwame.call('me')).person;
    for (const person of [priya, tomasz]) {
      const told = await eventually(async () => (await news(person)).find(({ kind }) => kind === 'declined'), 10_000);
      expect([told.by, told.guest?.name.split(' ')[0], told.seen]).toEqual([null, givenName, false]);
    }
    expect((await news(tomasz)).map(({ kind }) => kind).toSorted()).toEqual(['declined', 'meeting-moved']);
    // Called off, everybody still asked reads that and not why: the reason is the two's.
    await priya.call('cancelMeeting', { params: { meetingId }, request: { reason: 'Only a try' } });
    await settled();
    const mails = JSON.stringify(await tomasz.graph('/me/messages?$top=50'));
    expect(mails).toContain(`Canceled: ${subject}`);
    expect(mails).not.toContain('Only a try');
  });

  test('[OD3a-18] joins only who supervises the same employee, and tells nobody else who that is', async () => {
    const looking = { kind: 'follow-up' as const, minutes: 30, from: '2026-12-01', days: 7, perDay: 1, near: null };
    const nadia = await started.as('nadia');
    const stranger = { ...looking, withId: nadia.personId };
    expect((await priya.refused('findTimes', { params: { pairId }, request: stranger })).code).toBe('bad-request');
    expect((await nadia.refused('findTimes', { params: { pairId }, request: looking })).code).toBe('not-found');
    const others = (await priya.call('home')).people.find((one) => one.pairId !== pairId);
    const alone = await priya.call('findTimes', { params: { pairId: others?.pairId ?? '' }, request: looking });
    expect(alone.besides).toEqual([]);
    const { besides } = await kwame.call('findTimes', { params: { pairId: specialistPair }, request: looking });
    expect(besides).toEqual([expect.objectContaining({ id: priya.personId, role: 'line' })]);
  });
});

describe('hours somebody keeps free', () => {
  const wanted = { kind: 'follow-up' as const, minutes: 30, from: '2026-11-30', days: 5, perDay: 4, near: null };
  const daysOf = async () => {
    const { times } = await priya.call('findTimes', { params: { pairId }, request: wanted });
    return [...new Set(times.map(({ start }) => start.slice(0, 10)))];
  };

  test('[OUT-3] are their own to set, and nobody is offered a time in them', async () => {
    expect(await daysOf()).toContain('2026-12-01');
    const hours = [{ days: [3, 1, 2] as (1 | 2 | 3)[], from: '07:00', until: '20:00' }];
    const kept = await tomasz.call('keepProtectedHours', { request: { hours } });
    expect(kept).toEqual({ hours: [{ days: [1, 2, 3], from: '07:00', until: '20:00' }] });
    expect(await tomasz.call('protectedHours')).toEqual(kept);
    expect(await priya.call('protectedHours')).toEqual({ hours: [] });
    expect((await daysOf()).filter((day) => day < '2026-12-03')).toEqual([]);
    const request = { rhythm: { kind: 'weekly', every: 2 }, minutes: 45, from: '2026-11-30', instead: true } as const;
    const { offers } = await priya.call('findSlots', { params: { pairId }, request });
    const [best] = offers;
    expect(best?.plan.pattern.kind === 'weekly' && best.plan.pattern.weekday).toBeGreaterThan(3);
    const backwards = [{ days: [1] as 1[], from: '12:00', until: '09:00' }];
    expect((await tomasz.refused('keepProtectedHours', { request: { hours: backwards } })).code).toBe('bad-request');
    await tomasz.call('keepProtectedHours', { request: { hours: [] } });
    expect(await daysOf()).toContain('2026-12-01');
  });
});

// At the end, because the clock goes on to its hour.
test('[OD3a-18] [OD3a-10] at the hour the two share their agendas, that of a meeting of three stays with them', async () => {
  const params = { pairId };
  const terms = {
    ...{ everyWeeks: 2, place: 'Room 4', noticeDays: 1, minutes: 30, signed: false },
    ...{ notesBy: 'turns' as const, notesDepth: 'actions' as const },
    agendaSharing: { kind: 'days-before' as const, days: 2 },
  };
  await tomasz.call('changeAgreement', { params, request: { version: null, terms } });
  const { draft } = await tomasz.call('agreement', { params });
  const signed = { version: draft?.version ?? 0, revision: draft?.revision ?? 0 };
  for (const person of [priya, tomasz]) await person.call('signAgreement', { params, request: signed });
  const looking = { kind: 'follow-up' as const, minutes: 30, from: '2026-12-14', days: 5, perDay: 1, near: null };
  const plan = async (withId: string | undefined, title: string) => {
    const whom = withId === undefined ? {} : { withId };
    const [time] = (await priya.call('findTimes', { params, request: { ...looking, ...whom } })).times;
    if (time === undefined) throw new Error('no time');
    const id = randomUUID();
    await priya.call('planMeeting', { params, request: { id, kind: 'follow-up', ...time, note: '', ...whom } });
    const item = { id: randomUUID(), title, note: null, topicId: null, kindId: null, minutes: 5 };
    await tomasz.call('addItem', { params: { meetingId: id }, request: { ...item, urgency: 'normal' } });
    await settled();
    return { ...time, params: { meetingId: id } };
  };
  const three = await plan(kwame.personId, 'Not for a third');
  const two = await plan(undefined, 'For the two');
  const last = three.start > two.start ? three : two;
  started.clock.set(new Date(Date.parse(last.start) - 2 * 86_400_000 + 60_000).toISOString());
  for (const person of [priya, tomasz]) await person.call('me');
  const shared = async (which: typeof two) =>
    (await priya.call('meeting', { params: which.params })).deliveries.filter(({ kind }) => kind === 'publish-agenda');
  await eventually(async () => {
    started.trial.duologue.wake();
    return (await shared(two))[0]?.state === 'done';
  });
  expect(await shared(three)).toEqual([]);
  const at = (person: PersonClient, { start }: typeof two) => eventAt(started, person, start, 'Tomasz');
  for (const person of [priya, tomasz, kwame])
    expect(JSON.stringify(await at(person, three))).not.toContain('Not for a third');
  expect(JSON.stringify(await at(tomasz, two))).toContain('For the two');
  const received = (kind: string) =>
    started.trial.microsoft365.ledger().filter((one) => one.kind === kind && one.mailbox === kwame.personId);
  expect(received('attachment-received')).toEqual([]);
});
