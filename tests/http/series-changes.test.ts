import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RequestOf } from '#contract/api.ts';
import type { SeriesPlan } from '#core/series/series.ts';
import type { Weekday } from '#core/time-types.ts';
import { askLocal, hoursLater } from '#tests/support/at-work-in-outlook.ts';
import { eventually } from '#tests/support/eventually.ts';
import { mixedPolicy } from '#tests/support/mixed-policy.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';
import { calendar, lookedAtBy, planned, startsOf, type Meetings } from './series-in-outlook.ts';

let started: Started;
let priya: PersonClient;
let yusuf: PersonClient;
let pairId = '';

beforeAll(async () => {
  started = await startDuologue({ policy: await mixedPolicy('out', { ess: ['prepare'] }) });
  priya = await started.as('priya');
  yusuf = await started.as('yusuf');
  const home = await priya.call('home');
  pairId = home.people.find((one) => one.other.id === yusuf.personId)?.pairId ?? '';
});
afterAll(() => started.close());

type Plan = RequestOf<'changeSeries'>['plan'];

const subject = 'One-to-one: Priya and Yusuf';
const { settled, mails, addItem, agree } = lookedAtBy(() => ({ started, priya, yusuf, pairId }));

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

describe('one meeting that is skipped', () => {
  const pick = async (place: number) => {
    const one = planned((await settled()).meetings)[place];
    if (one === undefined) throw new Error('too few');
    return { ...one, params: { meetingId: one.id } };
  };
  const stands = async (start: string) => startsOf(await calendar(yusuf, subject)).includes(start);

  test('[OUT-1] says before when the next one is, and whether what the policy asks still holds without it', async () => {
    const looked = [];
    for (const place of [1, 4]) {
      const [one, next] = [await pick(place), await pick(place + 1)];
      const ahead = await priya.call('skipAhead', { params: one.params });
      expect(ahead.next).toEqual({ id: next.id, start: next.start, end: next.end });
      looked.push(ahead);
    }
    const asked = { clause: expect.any(String) as string };
    expect(looked).toMatchObject([
      { gapDays: 42, keeps: false, asked },
      { gapDays: 28, keeps: true, asked },
    ]);
    const one = await pick(1);
    expect((await yusuf.refused('skipAhead', { params: one.params })).code).toBe('only-supervisor');
  });

  test('[OUT-1] takes its agenda on to the next, and taken back at once it was never gone', async () => {
    const [one, next] = [await pick(1), await pick(2)];
    await addItem(yusuf, one.id, 'The rota in January');
    const before = await priya.call('meeting', { params: one.params });
    const request = { words: 'A week of audits.' };
    expect((await yusuf.refused('skipMeeting', { params: one.params, request })).code).toBe('only-supervisor');
    await priya.call('skipMeeting', { params: one.params, request });
    expect((await priya.refused('skipMeeting', { params: one.params, request })).code).toBe('meeting-cancelled');
    const skipped = await priya.call('meeting', { params: one.params });
    const titles = async () => (await yusuf.call('meeting', { params: next.params })).items.map(({ title }) => title);
    expect(skipped.meeting).toMatchObject({
      state: 'cancelled',
      reason: 'A week of audits.',
      skipped: { by: priya.personId, undoUntil: '2026-11-26T09:40:30.000Z' },
    });
    expect(await titles()).toContain('The rota in January');
    expect(await stands(one.start)).toBe(true);
    expect((await yusuf.refused('takeBackSkip', { params: one.params })).code).toBe('only-supervisor');
    await priya.call('takeBackSkip', { params: one.params });
    const after = await priya.call('meeting', { params: one.params });
    expect(after.meeting).toEqual(before.meeting);
    expect(after.items).toEqual(before.items);
    expect(await titles()).not.toContain('The rota in January');
    expect((await priya.refused('takeBackSkip', { params: one.params })).code).toBe('bad-request');
  });

  test('[ESS-4] [OUT-3] taken back has the time both keep to prepare, none twice, also what Outlook was still too busy for', async () => {
    const [one, next] = [await pick(0), await pick(1)];
    const keep = (person: PersonClient, { params }: typeof one, value: 'this' | 'each' | 'none') =>
      person.call('keepPreparationTime', { params, request: { keep: value } });
    const both = async () => [await settled(yusuf), await settled()];
    const blocks = async () => {
      const [hers, his] = [calendar(priya, 'Prepare: one-to-one with Yusuf'), calendar(yusuf, 'Prepare: one-to-one')];
      return [startsOf(await hers), startsOf(await his)] as const;
    };
    await keep(priya, one, 'this');
    await keep(yusuf, one, 'each');
    await both();
    const before = await blocks();
    expect(before).toMatchObject([{ length: 1 }, { length: 1 }]);
    const busy = { path: '*/me/events*', status: 429, retryAfter: 10, times: 'always' };
    await askLocal(started, 'POST', '/faults', { ...busy, method: 'POST' });
    await keep(priya, next, 'this');
    for (const { params } of [one, next]) await priya.call('skipMeeting', { params, request: { words: null } });
    await askLocal(started, 'DELETE', '/faults');
    started.clock.forward(1 / 3);
    // Everything due is tried while both are skipped.
    await eventually(async () => {
      started.trial.duologue.wake();
      const at = await started.trial.duologue.effectQueue.nextAt();
      return at === null || Date.parse(at) > started.clock.now();
    });
    for (const { params } of [next, one]) await priya.call('takeBackSkip', { params });
    started.clock.forward(1);
    started.trial.duologue.wake();
    await both();
    const [hers, his] = await blocks();
    expect([hers[0], hers.length]).toEqual([before[0][0], 2]);
    expect(his[0]).toBe(before[1][0]);
    // For him others may have been kept meanwhile, as each came next; never one meeting's twice.
    const later = await pick(2);
    const kept = [one, next, later].map(({ start }) => his.filter((at) => at < start && hoursLater(at, 120) > start));
    expect(kept.flat()).toEqual(his);
    expect(kept.map(({ length }) => length > 1)).toEqual([false, false, false]);
    const { preparation } = await priya.call('meeting', { params: next.params });
    expect(preparation.block?.start).toBe(hers[1]);
    // Time somebody let go before stays let go.
    await askLocal(started, 'POST', '/faults', { ...busy, method: 'DELETE' });
    await keep(yusuf, one, 'none');
    started.clock.forward(1 / 60);
    await priya.call('skipMeeting', { params: one.params, request: { words: null } });
    await priya.call('takeBackSkip', { params: one.params });
    await askLocal(started, 'DELETE', '/faults');
    started.clock.forward(1);
    started.trial.duologue.wake();
    await both();
    expect((await blocks())[1]).toEqual([]);
  });

  test('[OUT-3] is called off in both calendars after half a minute, with one note that says when the next one is', async () => {
    const [one, next] = [await pick(1), await pick(2)];
    const cancelled = mails('cancellation', yusuf, subject);
    await priya.call('skipMeeting', { params: one.params, request: { words: null } });
    started.clock.forward(1);
    // What is promised next wakes whoever keeps promises.
    await priya.call('skipMeeting', { params: next.params, request: { words: null } });
    await priya.call('takeBackSkip', { params: next.params });
    const { deliveries } = await settled();
    expect(deliveries.filter(({ state }) => state === 'parked')).toEqual([]);
    expect([await stands(one.start), await stands(next.start)]).toEqual([false, true]);
    expect(mails('cancellation', yusuf, subject)).toBe(cancelled + 1);
    const inbox = await yusuf.graph(
      "/me/mailFolders/inbox/messages?$filter=startswith(subject,'Canceled: One-to-one')",
    );
    const bodies = (inbox['value'] as { body: { content: string } }[]).map(({ body }) => body.content).join(' ');
    expect(bodies).toMatch(/We skip this one-to-one\. The next one is on \w+day \d+ \w+ 202\d at \d\d:\d\d/);
    expect((await priya.refused('takeBackSkip', { params: one.params })).code).toBe('skip-told');
    const { items } = await yusuf.call('meeting', { params: next.params });
    expect(items.map(({ title }) => title)).toContain('The rota in January');
  });

  test('stays skipped where the series goes on longer, and does not take another one away where its rule changes', async () => {
    const one = await pick(2);
    await priya.call('skipMeeting', { params: one.params, request: { words: null } });
    const { pair } = await priya.call('pair', { params: { pairId } });
    if (pair.series === null) throw new Error('no series');
    const { plan } = pair.series;
    const request = { plan: { ...plan, untilDate: '2027-09-14' }, moves: [], skips: [], reason: null };
    await priya.call('changeSeries', { params: { pairId }, request });
    started.clock.forward(1);
    expect((await priya.refused('takeBackSkip', { params: one.params })).code).toBe('skip-told');
    const { meetings } = await settled();
    expect(startsOf(await calendar(yusuf, subject))).toEqual(planned(meetings).map(({ start }) => start));
    expect(planned(meetings).map(({ start }) => start)).toContain(one.start);
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
