import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RequestOf, ResponseOf } from '#contract/api.ts';
import type { SeriesPlan } from '#core/series/series.ts';
import type { Weekday } from '#core/time-types.ts';
import { eventually } from '#tests/support/eventually.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

let started: Started;
let priya: PersonClient;
let yusuf: PersonClient;
let pairId = '';

beforeAll(async () => {
  started = await startDuologue();
  priya = await started.as('priya');
  yusuf = await started.as('yusuf');
  const home = await priya.call('home');
  pairId = home.people.find((one) => one.other.id === yusuf.personId)?.pairId ?? '';
});
afterAll(() => started.close());

interface GraphEvent {
  readonly seriesMasterId: string | null;
  readonly start: { readonly dateTime: string };
  readonly body: { readonly content: string };
  readonly onlineMeeting: { readonly joinUrl: string } | null;
}

type Meetings = ResponseOf<'pair'>['meetings'];
type Plan = RequestOf<'changeSeries'>['plan'];

/** Waits until nothing more is on its way to Outlook for the pair. */
function settled(person = priya, of = pairId): Promise<ResponseOf<'pair'>> {
  return eventually(async () => {
    const pair = await person.call('pair', { params: { pairId: of } });
    return pair.deliveries.every(({ state }) => state !== 'promised') ? pair : null;
  });
}

/** What stands in somebody's calendar under a subject, by start. */
async function calendar(person: PersonClient, subject: string): Promise<GraphEvent[]> {
  const view = await person.graph(
    `/me/calendarView?startDateTime=2026-11-20T00:00:00Z&endDateTime=2028-03-30T00:00:00Z&$top=500&$orderby=start/dateTime&$filter=${encodeURIComponent(`contains(subject, '${subject}') and isCancelled eq false`)}`,
  );
  return view['value'] as GraphEvent[];
}

function startsOf(events: readonly GraphEvent[]): string[] {
  return events.map(({ start }) => `${start.dateTime.slice(0, 16)}:00.000Z`);
}

function planned(meetings: Meetings): Meetings {
  return meetings.filter(({ state }) => state === 'planned').toReversed();
}

function mails(kind: string, person: PersonClient, subject: string): number {
  return started.trial.microsoft365
    .ledger()
    .filter((entry) => entry.kind === kind && entry.mailbox === person.personId && entry.subject?.includes(subject))
    .length;
}

async function addItem(person: PersonClient, meetingId: string, title: string): Promise<void> {
  const request = { id: randomUUID(), title, note: null, topicId: null, urgency: 'normal', minutes: 10 } as const;
  await person.call('addItem', { params: { meetingId }, request });
}

async function agree(meetingId: string): Promise<void> {
  const { meeting } = await priya.call('meeting', { params: { meetingId } });
  const request = { agendaVersion: meeting.agendaVersion };
  for (const person of [yusuf, priya]) await person.call('agreeAgenda', { params: { meetingId }, request });
}

const subject = 'One-to-one: Priya and Yusuf';

// No series here is kept on a date of the month.
const weekdayIn = ({ pattern }: Pick<SeriesPlan, 'pattern'>): Weekday =>
  pattern.kind === 'dated' ? 1 : pattern.weekday;

describe('one-to-ones moved from here on', () => {
  let first: Meetings = [];
  let joinUrl = '';
  let plan: Plan;
  const change = (changes: Partial<RequestOf<'changeSeries'>>) =>
    priya.call('changeSeries', {
      params: { pairId },
      request: { plan, moves: [], skips: [], reason: null, ...changes },
    });

  test('[OUT-3] the time they have is free for them, and is not for others', async () => {
    const request = { rhythm: { kind: 'weekly', every: 2 }, minutes: 30, from: '2026-11-30', most: 20 } as const;
    const params = { pairId };
    const [offer] = (await priya.call('findSlots', { params, request })).offers;
    if (offer === undefined) throw new Error('no offer');
    const booking = { id: randomUUID(), plan: offer.plan, moves: [], skips: [], note: 'Bring what matters.' };
    expect(
      (
        await priya.refused('changeSeries', {
          params,
          request: { plan: offer.plan, moves: [], skips: [], reason: null },
        })
      ).code,
    ).toBe('series-missing');
    await priya.call('bookSeries', { params, request: booking });
    const { pair, meetings } = await settled();
    joinUrl = pair.series?.joinUrl ?? '';
    first = planned(meetings);
    plan = offer.plan;
    const freeOf = async (instead: boolean) =>
      (await priya.call('findSlots', { params, request: { ...request, instead } })).offers.find(
        (one) => one.plan.startDate === plan.startDate && one.plan.startTime === plan.startTime,
      )?.freeCount;
    expect(await freeOf(true)).toBe(offer.freeCount);
    expect(await freeOf(false)).not.toBe(offer.freeCount);
  });

  test('[OUT-3] [C2] keep their Teams meeting, ids and agendas on another day, and a published agenda is published again', async () => {
    const [one, two, three, four] = first;
    if (one === undefined || two === undefined || three === undefined || four === undefined) throw new Error('too few');
    await addItem(yusuf, two.id, 'Shadowing in January');
    await agree(two.id);
    const moved = (await priya.call('moveOptions', { params: { meetingId: three.id } })).options[0];
    if (moved === undefined) throw new Error('no time');
    await priya.call('moveMeeting', { params: { meetingId: three.id }, request: { ...moved, reason: 'A team day' } });
    await priya.call('cancelMeeting', { params: { meetingId: four.id }, request: { reason: 'Leave' } });
    await settled();
    const before = mails('invitation', yusuf, subject);
    const request = {
      rhythm: { kind: 'weekly', every: 2 },
      minutes: 45,
      from: '2026-12-07',
      most: 20,
      instead: true,
    } as const;
    const { offers } = await priya.call('findSlots', { params: { pairId }, request });
    const offer = offers.find((other) => weekdayIn(other.plan) !== weekdayIn(plan));
    if (offer === undefined) throw new Error('no offer');
    plan = offer.plan;
    await change({});
    await change({});
    const { meetings, deliveries, pair } = await settled();
    expect(deliveries.filter(({ state }) => state === 'parked')).toEqual([]);
    const now = planned(meetings);
    const ids = first.filter(({ id }) => id !== four.id).map(({ id }) => id);
    expect(now.slice(0, ids.length).map(({ id }) => id)).toEqual(ids);
    expect(now.map(({ start }) => start)).toEqual(offer.occurrences.map(({ start }) => start));
    for (const person of [priya, yusuf]) {
      const events = await calendar(person, subject);
      expect(startsOf(events)).toEqual(now.map(({ start }) => start));
      expect(new Set(events.map(({ onlineMeeting }) => onlineMeeting?.joinUrl))).toEqual(new Set([joinUrl]));
      expect(new Set(events.map(({ seriesMasterId }) => seriesMasterId)).size).toBe(1);
      expect(events.map(({ body }) => body.content.includes('Shadowing in January'))).toEqual(
        events.map((_, index) => index === 1),
      );
    }
    expect(pair.series?.joinUrl).toBe(joinUrl);
    expect(mails('invitation', yusuf, subject)).toBe(before);
    expect(mails('cancellation', yusuf, subject)).toBe(1);
    const agenda = await priya.call('meeting', { params: { meetingId: two.id } });
    expect(agenda.items.map(({ title }) => title)).toContain('Shadowing in January');
    expect(agenda.meeting).toMatchObject({ agreedByEmployee: true, agreedBySupervisor: true, movedFrom: null });
  });

  test('[OUT-1] [OD3a-9] [ESS-1] held less often leave the last meetings out, with what stood on them, and more often have new ones', async () => {
    const before = planned((await settled()).meetings);
    const last = before.at(-1);
    if (last === undefined) throw new Error('none');
    await addItem(yusuf, last.id, 'My move to days');
    plan = { ...plan, pattern: { kind: 'weekly', every: 6, weekday: weekdayIn(plan) } };
    await change({ reason: 'Every six weeks from now on' });
    const fewer = planned((await settled()).meetings);
    expect(fewer.map(({ id }) => id)).toEqual(before.slice(0, fewer.length).map(({ id }) => id));
    expect(startsOf(await calendar(yusuf, subject))).toEqual(fewer.map(({ start }) => start));
    const end = fewer.at(-1)?.id ?? '';
    const { items } = await yusuf.call('meeting', { params: { meetingId: end } });
    expect(items.map(({ title }) => title)).toContain('My move to days');
    plan = { ...plan, pattern: { kind: 'weekly', every: 2, weekday: weekdayIn(plan) } };
    await change({ skips: [], reason: null });
    const more = planned((await settled()).meetings);
    expect(more.length).toBe(before.length);
    expect(startsOf(await calendar(priya, subject))).toEqual(more.map(({ start }) => start));
    expect(new Set((await calendar(priya, subject)).map(({ onlineMeeting }) => onlineMeeting?.joinUrl)).size).toBe(1);
  });

  test('[FORM-1] [OUT-3] go on longer in place before they run out, and what was moved or called off stays so', async () => {
    const before = planned((await settled()).meetings);
    const [, two, three] = before;
    const option = (await priya.call('moveOptions', { params: { meetingId: two?.id ?? '' } })).options[0];
    if (two === undefined || three === undefined || option === undefined) throw new Error('too few');
    await priya.call('moveMeeting', { params: { meetingId: two.id }, request: { ...option, reason: 'Away' } });
    await priya.call('cancelMeeting', { params: { meetingId: three.id }, request: { reason: 'Leave' } });
    await settled();
    await priya.call('extendSeries', { params: { pairId }, request: { untilDate: '2027-08-10' } });
    const { meetings, deliveries } = await settled();
    expect(deliveries.filter(({ state }) => state === 'parked')).toEqual([]);
    const now = planned(meetings);
    expect(now.length).toBeGreaterThan(before.length);
    expect(now.find(({ id }) => id === two.id)?.start).toBe(option.start);
    expect(startsOf(await calendar(yusuf, subject))).toEqual(now.map(({ start }) => start));
    const tooFar = await priya.refused('extendSeries', { params: { pairId }, request: { untilDate: '2031-01-01' } });
    const notTheirs = await yusuf.refused('extendSeries', { params: { pairId }, request: { untilDate: '2027-12-31' } });
    expect([tooFar.code, notTheirs.code]).toEqual(['bad-request', 'only-supervisor']);
  });
});

describe('one-to-ones that pause', () => {
  const pause = { from: '2027-01-04', until: '2027-02-26', reason: 'Parental leave' };
  const isInside = ({ start }: Meetings[number]): boolean => start >= '2027-01-04' && start < '2027-02-27';

  test('[OUT-1] are called off in Outlook with a word why, excused meanwhile, and what stood on them waits for the first after', async () => {
    const before = planned((await settled()).meetings);
    const inside = before.filter(isInside);
    const [first] = inside;
    const next = before.find(({ start }) => start > '2027-02-27');
    if (first === undefined || next === undefined) throw new Error('too few');
    await addItem(yusuf, first.id, 'Handing over my cases');
    const cancelled = mails('cancellation', yusuf, subject);
    expect((await yusuf.refused('setPause', { params: { pairId }, request: pause })).code).toBe('only-supervisor');
    const backwards = { ...pause, until: '2027-01-03' };
    expect((await priya.refused('setPause', { params: { pairId }, request: backwards })).code).toBe('bad-request');
    await priya.call('setPause', { params: { pairId }, request: pause });
    const { meetings, pause: kept } = await settled();
    expect(kept).toEqual(pause);
    const left = planned(meetings);
    expect(left.map(({ id }) => id)).toEqual(before.filter((one) => !isInside(one)).map(({ id }) => id));
    expect(startsOf(await calendar(yusuf, subject))).toEqual(left.map(({ start }) => start));
    expect(mails('cancellation', yusuf, subject)).toBe(cancelled + inside.length);
    const { items } = await yusuf.call('meeting', { params: { meetingId: next.id } });
    expect(items.map(({ title }) => title)).toContain('Handing over my cases');
    const { findings } = await priya.call('pairFindings', { params: { pairId }, request: { on: '2026-11-26' } });
    expect(findings.some(({ state }) => state === 'overdue')).toBe(false);
  });

  test('[OUT-3] go on earlier in the series they had, on the days that were called off', async () => {
    const { pair } = await settled();
    const before = planned((await settled()).meetings);
    expect((await priya.refused('endPause', { params: { pairId }, request: { on: '2027-03-01' } })).code).toBe(
      'bad-request',
    );
    await priya.call('endPause', { params: { pairId }, request: { on: '2027-02-01' } });
    const after = await settled();
    expect(after.deliveries.filter(({ state }) => state === 'parked')).toEqual([]);
    const now = planned(after.meetings);
    expect(after.pause).toEqual({ ...pause, until: '2027-01-31' });
    expect(now.length).toBeGreaterThan(before.length);
    expect(now.filter(({ start }) => start >= '2027-01-04' && start < '2027-02-01')).toEqual([]);
    expect(now.some(({ start }) => start > '2027-02-01' && start < '2027-02-27')).toBe(true);
    for (const person of [priya, yusuf])
      expect(startsOf(await calendar(person, subject))).toEqual(now.map(({ start }) => start));
    expect(after.pair.series?.joinUrl).toBe(pair.series?.joinUrl);
  });

  test('[OUT-3] [OUT-1] with no end in sight are all called off, and begin again in the same Teams meeting on the return', async () => {
    const { pair } = await settled();
    await priya.call('setPause', {
      params: { pairId },
      request: { from: '2026-11-26', until: null, reason: 'Long illness' },
    });
    const paused = await settled();
    expect(planned(paused.meetings)).toEqual([]);
    expect(paused.findings.find(({ kind }) => kind === 'cadence')).toMatchObject({
      state: 'excused',
      reason: 'paused',
    });
    expect(await calendar(yusuf, subject)).toEqual([]);
    await priya.call('endPause', { params: { pairId }, request: { on: '2026-12-14' } });
    const back = await settled();
    const now = planned(back.meetings);
    expect(now[0]?.start.slice(0, 10) ?? '').toMatch(/^2026-12-(1[4-9]|2)/);
    expect(startsOf(await calendar(yusuf, subject))).toEqual(now.map(({ start }) => start));
    expect(back.pair.series?.joinUrl).toBe(pair.series?.joinUrl);
    const { items } = await yusuf.call('meeting', { params: { meetingId: now[0]?.id ?? '' } });
    expect(items.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Handing over my cases', 'Shadowing in January']),
    );
  });
});

describe('one-to-ones that somebody else takes over', () => {
  let kwame: PersonClient;
  const takenOver = 'One-to-one: Kwame and Yusuf';
  const stretch = { from: '2027-03-01', until: '2027-05-31' };
  let standInId = '';

  test('[OD3a-8] are offered at the times they have, to people of the organisation, by the manager alone', async () => {
    kwame = await started.as('kwame');
    const params = { pairId };
    const { people } = await priya.call('findPeople', { params, request: { name: 'Kwa' } });
    expect(people.map(({ id }) => id)).toEqual([kwame.personId]);
    expect((await priya.call('findPeople', { params, request: { name: '") OR "mail:' } })).people).toEqual([]);
    expect((await yusuf.refused('findPeople', { params, request: { name: 'Kwa' } })).code).toBe('only-supervisor');
  });

  test('[OD3a-8] go between two days to a stand-in, who invites in their own name once they are here, and then come back', async () => {
    const params = { pairId };
    const before = planned((await settled()).meetings);
    const plan = (await settled()).pair.series?.plan;
    if (plan === undefined) throw new Error('no series');
    const request = {
      toId: kwame.personId,
      ...stretch,
      rhythm: { kind: 'weekly', every: 2 },
      minutes: plan.minutes,
    } as const;
    const { same, offers } = await priya.call('handoverSlots', { params, request });
    const offer = same ?? offers[0];
    if (offer === undefined) throw new Error('no time');
    const id = randomUUID();
    const booking = { id: randomUUID(), plan: offer.plan, moves: [], skips: [] };
    const wanted = { id, toId: kwame.personId, ...stretch, words: 'I lead the move to the new offices.', booking };
    const later = {
      ...wanted,
      id: randomUUID(),
      booking: { ...booking, plan: { ...offer.plan, untilDate: '2027-06-30' } },
    };
    expect((await priya.refused('handOver', { params, request: later })).code).toBe('bad-request');
    expect((await yusuf.refused('handOver', { params, request: wanted })).code).toBe('only-supervisor');
    for (const toId of [yusuf.personId, priya.personId])
      expect((await priya.refused('handOver', { params, request: { ...wanted, toId } })).code).toBe('bad-request');
    await priya.call('handOver', { params, request: wanted });
    await priya.call('handOver', { params, request: wanted });
    expect((await priya.refused('handOver', { params, request: { ...wanted, id: randomUUID() } })).code).toBe(
      'pair-exists',
    );
    const { meetings, pause } = await settled();
    const isInside = ({ start }: Meetings[number]): boolean => start >= '2027-03-01' && start < '2027-06-01';
    const left = planned(meetings);
    expect(left.map(({ id: one }) => one)).toEqual(before.filter((one) => !isInside(one)).map(({ id: one }) => one));
    expect(left.some(({ start }) => start > '2027-06-01')).toBe(true);
    expect(pause).toMatchObject({ ...stretch, reason: expect.stringContaining('Kwame') as string });
    expect(startsOf(await calendar(yusuf, subject))).toEqual(left.map(({ start }) => start));
    const line = (await kwame.call('home')).people.find(({ other }) => other.id === yusuf.personId);
    standInId = line?.pairId ?? '';
    const theirs = await settled(kwame, standInId);
    const events = await calendar(yusuf, takenOver);
    expect(startsOf(events)).toEqual(planned(theirs.meetings).map(({ start }) => start));
    expect(events.every(({ body }) => body.content.includes('takes over your one-to-ones from Priya'))).toBe(true);
    expect(mails('invitation', yusuf, takenOver)).toBe(1);
    expect(theirs.openActions).toEqual([]);
    expect((await kwame.refused('pair', { params })).code).toBe('not-found');
    expect((await priya.refused('pair', { params: { pairId: standInId } })).code).toBe('not-found');
  });

  test('[OD3a-8] nothing of the two is taken along but what the employee chooses of their own', async () => {
    const last = planned((await settled()).meetings).at(-1)?.id ?? '';
    await addItem(yusuf, last, 'My training plan');
    await addItem(priya, last, 'A word about March');
    const params = { pairId: standInId };
    const open = await yusuf.call('toTakeAlong', { params });
    expect(open.items.map(({ title }) => title)).toContain('My training plan');
    expect(open.items.map(({ title }) => title)).not.toContain('A word about March');
    expect(await kwame.call('toTakeAlong', { params })).toEqual({ from: null, items: [], actions: [] });
    const chosen = open.items.filter(({ title }) => title === 'My training plan').map(({ id }) => id);
    const request = { itemIds: chosen, actionIds: [] };
    expect((await kwame.refused('takeAlong', { params, request })).code).toBe('not-allowed');
    await yusuf.call('takeAlong', { params, request });
    await yusuf.call('takeAlong', { params, request });
    const next = (await kwame.call('pair', { params })).pair.next?.id ?? '';
    const titles = (await kwame.call('meeting', { params: { meetingId: next } })).items.map(({ title }) => title);
    expect(titles.filter((title) => title === 'My training plan')).toHaveLength(1);
    expect(titles).not.toContain('A word about March');
  });

  test('[OD3a-8] come back earlier: the stand-in stops the day before', async () => {
    await priya.call('endPause', { params: { pairId }, request: { on: '2027-05-03' } });
    const now = planned((await settled()).meetings);
    expect(now.some(({ start }) => start >= '2027-05-03' && start < '2027-06-01')).toBe(true);
    expect(startsOf(await calendar(yusuf, subject))).toEqual(now.map(({ start }) => start));
    await kwame.call('home');
    const theirs = planned((await settled(kwame, standInId)).meetings);
    expect(theirs.every(({ start }) => start < '2027-05-03')).toBe(true);
    expect(startsOf(await calendar(yusuf, takenOver))).toEqual(theirs.map(({ start }) => start));
  });

  test('[OD3a-8] go to another manager for good, and the directory naming the old one does not bring them back', async () => {
    const mei = await started.as('mei');
    const params = { pairId };
    const wanted = {
      id: randomUUID(),
      toId: mei.personId,
      from: '2027-01-11',
      until: null,
      words: null,
      booking: null,
    };
    await priya.call('handOver', { params, request: wanted });
    const { meetings } = await settled();
    const left = planned(meetings);
    expect(left.every(({ start }) => start < '2027-01-11')).toBe(true);
    expect(startsOf(await calendar(yusuf, subject))).toEqual(left.map(({ start }) => start));
    started.clock.set('2027-01-12T09:00:00.000Z');
    const people = (await priya.call('home')).people.filter(({ other }) => other.id === yusuf.personId);
    expect(people).toEqual([]);
    const line = (await mei.call('home')).people.find(({ other }) => other.id === yusuf.personId);
    expect(line?.series).toBeNull();
    expect(line?.openActions).toBe(0);
  });
});
