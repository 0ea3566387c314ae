import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BetterTimeView } from '#contract/rescheduling-api.ts';
import { addDays, addMinutes, localDateOf } from '#core/time.ts';
import { eventually } from '#tests/support/eventually.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

let started: Started;
let priya: PersonClient;
let tomasz: PersonClient;
let pairId = '';

beforeAll(async () => {
  started = await startDuologue();
  [priya, tomasz] = (await Promise.all(['priya', 'tomasz'].map((key) => started.as(key)))) as [
    PersonClient,
    PersonClient,
  ];
  const home = await priya.call('home');
  pairId = home.people.find(({ other }) => other.id === tomasz.personId)?.pairId ?? '';
});
afterAll(() => started.close());

/** The pair's planned one-to-ones, by start. */
async function planned() {
  const { meetings } = await priya.call('pair', { params: { pairId } });
  return meetings
    .filter(({ state, kind }) => state === 'planned' && kind === 'one-to-one')
    .sort((one, other) => (one.start < other.start ? -1 : 1));
}

async function nth(place: number) {
  const meeting = (await planned())[place];
  if (meeting === undefined) throw new Error('The pair has no such meeting');
  return meeting;
}

/** Puts something into somebody's own calendar, as they would in Outlook. */
async function inCalendar(person: PersonClient, day: string, showAs: string, subject: string): Promise<void> {
  const answer = await person.outlook('POST', '/me/events', {
    subject,
    isAllDay: true,
    showAs,
    start: { dateTime: `${day}T00:00:00`, timeZone: 'Europe/London' },
    end: { dateTime: `${addDays(day, 1)}T00:00:00`, timeZone: 'Europe/London' },
  });
  expect(answer.status).toBe(201);
}

/** What stands in somebody's calendar between two moments. */
async function inOutlook(person: PersonClient, { start, end }: { start: string; end: string }): Promise<string[]> {
  const view = await person.graph(`/me/calendarView?startDateTime=${start}&endDateTime=${end}&$top=50`);
  return (view['value'] as { subject: string }[]).map(({ subject }) => subject);
}

async function betterTimes(person = priya): Promise<BetterTimeView[]> {
  started.clock.forward(6);
  const { times } = await person.call('betterTimes');
  return times.filter((one) => one.pairId === pairId);
}

const dayOf = (start: string): string => localDateOf(start, 'Europe/London');

/** The better time for one meeting, if there is any. */
async function betterFor(meetingId: string, person = priya): Promise<BetterTimeView | null> {
  return (await betterTimes(person)).find((one) => one.meetingId === meetingId) ?? null;
}

describe('a one-to-one that comes too late', () => {
  test('[OUT-1] is not what somebody’s first becomes when times are proposed for everybody', async () => {
    const home = await priya.call('home');
    const yusuf = home.people.find(({ other }) => other.givenName === 'Yusuf');
    expect(yusuf?.cadence).toMatchObject({ state: 'due', dueOn: '2026-12-11' });
    const request = { from: '2026-12-10', breathingMinutes: 10 };
    const { proposals } = await priya.call('proposeAll', { request });
    const [offer] = proposals.filter(({ pairId: id }) => id === yusuf?.pairId).map((one) => one.offer);
    const begins = offer?.plan.startDate ?? 'never';
    expect(begins <= '2026-12-11').toBe(true);
  });

  test('[OUT-1] is put in, once, before the next one', async () => {
    const [first] = await planned();
    const params = { meetingId: first?.id ?? '' };
    await priya.call('cancelMeeting', { params, request: { reason: 'Both at the depot' } });
    const next = await nth(0);
    const late = await betterFor(next.id);
    expect(late).toMatchObject({ kind: 'late', step: 'put-in', clause: 'OUT-1', dueOn: '2026-11-26', isInTime: false });
    const to = late?.to ?? { start: '', end: '' };
    expect(to.start < next.start).toBe(true);
    const request = { id: randomUUID(), ...to };
    expect((await tomasz.refused('putInMeeting', { params: { pairId }, request })).code).toBe('only-supervisor');
    await priya.call('putInMeeting', { params: { pairId }, request });
    await priya.call('putInMeeting', { params: { pairId }, request });
    expect((await planned()).filter(({ id }) => id === request.id)).toMatchObject([{ start: to.start }]);
    // Put in from another screen as well, it stands there once.
    const twice = { params: { pairId }, request: { ...request, id: randomUUID() } };
    expect((await priya.refused('putInMeeting', twice)).code).toBe('one-to-one-that-day');
    expect((await betterTimes()).filter(({ kind }) => kind === 'late')).toEqual([]);
    await eventually(async () => (await inOutlook(tomasz, to)).some((one) => one.startsWith('One-to-one: ')));
  });
});

describe('a one-to-one that clashes', () => {
  test('[OUT-3] [C2] is found in both calendars, and moved in one press to a time that suits both', async () => {
    const meeting = await nth(1);
    expect(await betterFor(meeting.id)).toBeNull();
    await inCalendar(tomasz, dayOf(meeting.start), 'oof', 'Dentist, then home');
    // Calendars were read a moment ago, and Outlook is not asked again at once.
    expect((await priya.call('betterTimes')).times.map(({ meetingId }) => meetingId)).not.toContain(meeting.id);
    const better = await betterFor(meeting.id);
    expect(better).toMatchObject({ kind: 'clash', step: 'move', start: meeting.start });
    expect(better?.clashes).toMatchObject([{ personId: tomasz.personId, kind: 'away' }]);
    expect((await betterFor(meeting.id, tomasz))?.to).toEqual(better?.to);
    const to = better?.to ?? { start: '', end: '' };
    expect(dayOf(to.start)).not.toBe(dayOf(meeting.start));
    const params = { meetingId: meeting.id };
    await priya.call('moveMeeting', { params, request: { ...to, reason: 'It clashed' } });
    expect(await betterFor(meeting.id)).toBeNull();
    await eventually(async () => (await inOutlook(tomasz, to)).includes('One-to-one: Priya and Tomasz'));
  });

  test('stays where it is once one of the two says so', async () => {
    const meeting = await nth(1);
    await inCalendar(priya, dayOf(meeting.start), 'busy', 'All day out');
    expect(await betterFor(meeting.id)).toMatchObject({
      clashes: [{ personId: priya.personId, label: 'All day out' }],
    });
    // What it is stays with whoever may read it.
    expect(JSON.stringify(await betterTimes(tomasz))).not.toContain('All day out');
    const params = { meetingId: meeting.id };
    const kwame = await started.as('kwame');
    expect((await kwame.refused('keepMeeting', { params })).code).toBe('not-found');
    await tomasz.call('keepMeeting', { params });
    expect(await betterFor(meeting.id)).toBeNull();
  });
});

describe('by itself', () => {
  const wish = (person: PersonClient, wanted: boolean) =>
    person.call('wishRescheduling', { params: { pairId }, request: { wanted } });
  const known = (person = priya) => person.call('rescheduling', { params: { pairId } });

  /** An hour later both are there, and the worker is told to look. */
  async function lookAgain(): Promise<void> {
    started.clock.forward(61);
    await Promise.all([priya.call('me'), tomasz.call('me')]);
    started.trial.duologue.wake();
  }

  test('nothing moves while only one of the two asked for that', async () => {
    await wish(priya, true);
    await lookAgain();
    expect(await known()).toMatchObject({ mine: true, theirs: false, moved: [] });
    expect(await known(tomasz)).toMatchObject({ mine: false, theirs: true });
  });

  test('[OUT-3] a clashing meeting moves where both asked, once, and both can read why', async () => {
    const meeting = await nth(2);
    expect(await betterFor(meeting.id)).toMatchObject({ kind: 'clash' });
    await wish(tomasz, true);
    await lookAgain();
    const moved = await eventually(async () => (await known(tomasz)).moved[0]);
    expect(moved).toMatchObject({ meetingId: meeting.id, was: meeting.start, because: 'away' });
    const params = { meetingId: meeting.id };
    const { meeting: now } = await tomasz.call('meeting', { params });
    expect(now).toMatchObject({ start: moved.start, movedFrom: meeting.start });
    expect(now.reason).toMatch(/as you both asked/);
    // Once a week is enough for one meeting.
    await inCalendar(tomasz, dayOf(moved.start), 'oof', 'Something private');
    await lookAgain();
    expect(await betterFor(meeting.id)).toMatchObject({ kind: 'clash' });
    expect((await known()).moved).toHaveLength(1);
    expect(JSON.stringify(await known())).not.toContain('private');
  });

  test('either ends it at once', async () => {
    await wish(tomasz, false);
    expect(await known()).toMatchObject({ mine: true, theirs: false });
    started.clock.forward(8 * 24 * 60);
    await lookAgain();
    expect(await betterTimes()).not.toEqual([]);
    expect((await known()).moved).toHaveLength(1);
  });
});

describe('suggested by the employee', () => {
  test('[C2] the time that suits both is asked for once, and the manager takes it in one press', async () => {
    const [better] = (await betterTimes(tomasz)).filter(({ step }) => step === 'move');
    const request = better?.to;
    if (better === undefined || request == null) throw new Error('No better time was found');
    const params = { meetingId: better.meetingId };
    const wishes = async () => {
      const { news } = await priya.call('outlookNews', { params: { pairId } });
      return news.filter(({ kind }) => kind === 'new-time-proposed');
    };
    expect((await priya.refused('suggestTime', { params, request })).code).toBe('only-employee');
    const kwame = await started.as('kwame');
    expect((await kwame.refused('suggestTime', { params, request })).code).toBe('not-found');
    const past = { start: '2020-01-01T10:00:00.000Z', end: '2020-01-01T10:30:00.000Z' };
    expect((await tomasz.refused('suggestTime', { params, request: past })).code).toBe('slot-in-past');
    expect(await wishes()).toEqual([]);
    await Promise.all([1, 2, 3].map(() => tomasz.call('suggestTime', { params, request })));
    expect(await betterFor(better.meetingId, tomasz)).toMatchObject({ isSuggested: true });
    const [wish, another] = await wishes();
    expect(another).toBeUndefined();
    expect(wish).toMatchObject({ to: request });
    const take = { params: { pairId }, request: { newsId: wish?.id ?? '' } };
    await priya.call('takeProposal', take);
    await priya.call('takeProposal', take);
    expect(await planned()).toContainEqual(expect.objectContaining({ id: better.meetingId, start: request.start }));
    // Moved since by hand, it is not brought back by an old press.
    const later = { start: addMinutes(request.start, 30), end: addMinutes(request.end, 30), reason: 'A little later' };
    await priya.call('moveMeeting', { params, request: later });
    expect((await priya.refused('takeProposal', take)).code).toBe('proposal-overtaken');
  });
});
