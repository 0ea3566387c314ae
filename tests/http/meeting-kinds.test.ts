import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '#tests/support/eventually.ts';
import {
  addItem,
  calendar,
  keepPairOfKinds,
  pairId,
  priya,
  read,
  received,
  settled,
  started,
  timesFor,
  tomasz,
} from './pair-of-kinds.ts';

let nextId = '';
let inductionId = '';

keepPairOfKinds();
beforeAll(async () => {
  nextId = (await priya.call('home')).people.find((one) => one.pairId === pairId)?.next?.id ?? '';
});

describe('a meeting of another kind', () => {
  let meetingId = '';

  test('[CAREER-1] is planned by the manager at a time both can make: one Teams meeting in both calendars, with what the policy wants gone through as its agenda', async () => {
    const [time] = await timesFor('induction');
    if (time === undefined) throw new Error('no time');
    meetingId = randomUUID();
    inductionId = meetingId;
    const request = { id: meetingId, kind: 'induction' as const, ...time, note: 'Bring your questions.' };
    await priya.call('planMeeting', { params: { pairId }, request });
    await priya.call('planMeeting', { params: { pairId }, request });
    await settled(priya);
    for (const person of [priya, tomasz]) {
      const events = await calendar(person, `subject eq 'Introductory meeting: Priya and Tomasz'`);
      expect(events).toHaveLength(1);
    }
    expect(received('invitation', tomasz, 'Introductory meeting')).toBe(1);
    const view = await read(tomasz, meetingId);
    expect(view.meeting).toMatchObject({ kind: 'induction', kindTitle: 'Introductory meeting', state: 'planned' });
    expect(view.meeting.joinUrl).not.toBeNull();
    expect(view.items.map(({ title }) => title)).toContain('What is expected');
    expect(view.coverage).toMatchObject({ clause: 'CAREER-1' });
  });

  test('[OD3a-2] is listed with its name, and does not count as a one-to-one', async () => {
    const pair = await priya.call('pair', { params: { pairId } });
    const line = pair.meetings.find(({ id }) => id === meetingId);
    expect(line).toMatchObject({ kind: 'induction', kindTitle: 'Introductory meeting' });
    const before = pair.findings.find(({ kind }) => kind === 'cadence');
    await tomasz.call('openMeeting', { params: { meetingId } });
    const during = await priya.call('pair', { params: { pairId } });
    expect(during.findings.find(({ kind }) => kind === 'cadence')).toEqual(before);
  });

  test('is found from its chat, and from its appointment by organiser and attendee', async () => {
    const { meeting } = await read(priya, meetingId);
    const found = { meetingId, pairId };
    expect(await priya.call('findMeeting', { request: { eventId: meeting.eventId ?? '' } })).toEqual(found);
    expect(await tomasz.call('findMeeting', { request: { start: meeting.start } })).toEqual(found);
    const nadia = await started.as('nadia');
    const nothing = { meetingId: null, pairId: null };
    expect(await nadia.call('findMeeting', { request: { eventId: meeting.eventId ?? '' } })).toEqual(nothing);
    const installed = started.trial.microsoft365.ledger().findLast((entry) => entry.kind === 'app-installed');
    expect(await tomasz.call('findMeeting', { request: { chatId: installed?.chatId ?? '' } })).toEqual(found);
  });

  test('[OUT-11] never takes the time of a one-to-one where the policy keeps it apart, not even of a cancelled one', async () => {
    const { meeting } = await read(priya, nextId);
    const taken = { id: randomUUID(), kind: 'performance-review' as const, note: '' };
    const request = { ...taken, start: meeting.start, end: meeting.end };
    expect(await priya.refused('planMeeting', { params: { pairId }, request })).toMatchObject({
      code: 'slot-of-one-to-one',
      details: { clause: 'OUT-11' },
    });
    const coming = (await priya.call('pair', { params: { pairId } })).meetings.filter(
      ({ state }) => state === 'planned',
    );
    const last = coming[0];
    if (last === undefined) throw new Error('none planned');
    await priya.call('cancelMeeting', { params: { meetingId: last.id }, request: { reason: 'Away' } });
    const inCancelled = { ...taken, start: last.start, end: last.end };
    expect((await priya.refused('planMeeting', { params: { pairId }, request: inCancelled })).code).toBe(
      'slot-of-one-to-one',
    );
    const [time] = await timesFor('performance-review');
    if (time === undefined) throw new Error('no time');
    const apart = { ...taken, ...time };
    await priya.call('planMeeting', { params: { pairId }, request: apart });
    const moving = { start: meeting.start, end: meeting.end, reason: 'Nearer' };
    const moved = await priya.refused('moveMeeting', { params: { meetingId: apart.id }, request: moving });
    expect(moved.code).toBe('slot-of-one-to-one');
    await settled(priya);
    const [event] = await calendar(priya, `subject eq 'Performance review: Priya and Tomasz'`);
    expect(event?.sensitivity).toBe('private');
  });

  test('[OUT-11] no one-to-one is offered, booked or moved into the time of a meeting that is kept apart', async () => {
    const pair = await priya.call('pair', { params: { pairId } });
    const review = pair.meetings.find(({ kind, state }) => kind === 'performance-review' && state === 'planned');
    if (review === undefined) throw new Error('no review');
    const request = { start: review.start, end: review.end, reason: 'Nearer' };
    const moved = await priya.refused('moveMeeting', { params: { meetingId: nextId }, request });
    expect(moved).toMatchObject({ code: 'slot-kept-apart' });
    const looking = {
      rhythm: { kind: 'weekly' as const, every: 1 },
      minutes: 30,
      from: review.start.slice(0, 10),
      most: 20,
    };
    const { offers } = await priya.call('findSlots', { params: { pairId }, request: looking });
    const inside = offers.flatMap(({ occurrences }) =>
      occurrences.filter(({ start, end }) => start < review.end && end > review.start),
    );
    expect(inside.every(({ clashes }) => clashes[0]?.kind === 'apart')).toBe(true);
  });

  test('is refused where the policy does not know the kind, to the employee, in the past, and under another’s id', async () => {
    const [time] = await timesFor('follow-up');
    if (time === undefined) throw new Error('no time');
    const plan = { id: randomUUID() as string, kind: 'follow-up' as const, note: '', ...time };
    const refused = async (request: typeof plan, person = priya): Promise<string> =>
      (await person.refused('planMeeting', { params: { pairId }, request })).code;
    expect(await refused({ ...plan, kind: 'one-to-one' as never })).toBe('meeting-kind-unknown');
    expect(await refused(plan, tomasz)).toBe('only-supervisor');
    const past = { start: '2026-11-20T10:00:00.000Z', end: '2026-11-20T10:30:00.000Z' };
    expect(await refused({ ...plan, ...past })).toBe('slot-in-past');
    expect(await refused({ ...plan, end: plan.start })).toBe('bad-request');
    const kwame = (await started.as('kwame')).call('home');
    const foreign = (await kwame).mine[0]?.next?.id ?? '';
    expect(await refused({ ...plan, id: foreign })).toBe('duplicate-id');
    expect(await refused({ ...plan, id: nextId })).toBe('duplicate-id');
  });
});

describe('an adjourned item', () => {
  let itemId = '';
  let followUp = '';

  test('[OD3a-12] gets its date then and there: a follow-up in both calendars, with the item on its agenda, once however often it is asked for', async () => {
    await priya.call('openMeeting', { params: { meetingId: nextId } });
    itemId = await addItem(tomasz, nextId, 'Bikes in the stairwell');
    const view = await read(tomasz, nextId);
    const request = { kind: 'follow-up' as const, minutes: 15, from: '2026-11-27', days: 14, perDay: 1 };
    const { times } = await tomasz.call('findTimes', {
      params: { pairId },
      request: { ...request, near: view.meeting.start },
    });
    expect(times.length).toBeGreaterThan(3);
    const [time] = times;
    if (time === undefined) throw new Error('no time');
    followUp = randomUUID();
    const to = { kind: 'follow-up' as const, meetingId: followUp, ...time };
    const newItemId = randomUUID();
    await Promise.all(
      [tomasz, priya, tomasz].map((person) =>
        person.call('adjournItem', { params: { itemId }, request: { newItemId, to } }),
      ),
    );
    await settled(priya);
    expect(received('invitation', tomasz, 'Follow-up')).toBe(1);
    const here = await read(priya, nextId);
    expect(here.items.map(({ id }) => id)).not.toContain(itemId);
    expect(here.adjourned).toMatchObject([{ id: itemId, wentTo: { meetingId: followUp, start: time.start } }]);
    const there = await read(priya, followUp);
    expect(there.meeting.kind).toBe('follow-up');
    expect(there.items).toMatchObject([
      { title: 'Bikes in the stairwell', kindId: 'work', state: 'open', cameFrom: { meetingId: nextId } },
    ]);
  });

  test('[OD3a-12] goes nowhere twice, nor to a meeting that is not to come, of another pair, or earlier', async () => {
    const again = { newItemId: randomUUID(), to: { kind: 'planned' as const, meetingId: followUp } };
    expect((await priya.refused('adjournItem', { params: { itemId }, request: again })).code).toBe('agenda-changed');
    const other = await addItem(priya, nextId, 'Office keys');
    const foreign = (await (await started.as('kwame')).call('home')).mine[0]?.next?.id ?? '';
    for (const [meetingId, code] of [
      [foreign, 'not-found'],
      [nextId, 'meeting-already-open'],
      [randomUUID(), 'not-found'],
    ] as const) {
      const request = { newItemId: randomUUID(), to: { kind: 'planned' as const, meetingId } };
      expect((await priya.refused('adjournItem', { params: { itemId: other }, request })).code).toBe(code);
    }
    const standing = (await read(priya, nextId)).items.find(({ raisedBy }) => raisedBy === null);
    if (standing !== undefined)
      expect((await priya.refused('adjournItem', { params: { itemId: standing.id }, request: again })).code).toBe(
        'not-allowed',
      );
  });

  test('[OD3a-12] comes back where it was when the follow-up is cancelled, and Outlook cancels it too', async () => {
    await priya.call('cancelMeeting', { params: { meetingId: followUp }, request: { reason: 'We settle it today' } });
    await settled(priya);
    const here = await read(tomasz, nextId);
    expect(here.adjourned).toEqual([]);
    expect(here.items.find(({ id }) => id === itemId)).toMatchObject({ state: 'open', wentTo: null });
    expect(received('cancellation', tomasz, 'Follow-up')).toBe(1);
    expect(await calendar(priya, `subject eq 'Follow-up on what had to wait: Priya and Tomasz'`)).toEqual([]);
  });

  test('[OD3a-12] goes to the next one-to-one if that is soon enough, and with what else is undone when the meeting closes', async () => {
    const { nextMeeting } = await read(priya, nextId);
    const request = { newItemId: randomUUID(), to: { kind: 'planned' as const, meetingId: nextMeeting?.id ?? '' } };
    await tomasz.call('adjournItem', { params: { itemId }, request });
    const { seq } = await read(priya, nextId);
    await priya.call('closeMeeting', { params: { meetingId: nextId }, request: { seq } });
    const next = await read(priya, nextMeeting?.id ?? '');
    const titles = next.items.map(({ title }) => title);
    expect(titles.filter((title) => title === 'Bikes in the stairwell')).toHaveLength(1);
    expect(titles).toContain('Office keys');
    nextId = next.meeting.id;
  });
});

describe('an agenda', () => {
  test('[OD3a-11] carries what the two put on every agenda to come, whoever proposed it, until one takes it off', async () => {
    const id = randomUUID();
    const request = { id, title: 'How is the rota?', kindId: 'work', minutes: 5 };
    await tomasz.call('addStandingItem', { params: { pairId }, request });
    await tomasz.call('addStandingItem', { params: { pairId }, request });
    const coming = (await priya.call('pair', { params: { pairId } })).meetings.filter(
      ({ state, kind }) => state === 'planned' && kind === 'one-to-one',
    );
    expect(coming.length).toBeGreaterThan(2);
    for (const { id: meetingId } of coming.slice(-3)) {
      const view = await read(priya, meetingId);
      expect(view.items.filter(({ standingId }) => standingId === id)).toHaveLength(1);
      expect(view.standing).toMatchObject([{ id, raisedBy: tomasz.personId }]);
    }
    await priya.call('removeStandingItem', { params: { pairId, standingItemId: id } });
    await priya.call('removeStandingItem', { params: { pairId, standingItemId: id } });
    const after = await read(tomasz, coming.at(-1)?.id ?? '');
    expect(after.items.filter(({ standingId }) => standingId === id)).toEqual([]);
    expect(after.standing).toEqual([]);
  });

  test('[ESS-5] starts with what is urgent, whoever raised it and whenever', async () => {
    await addItem(tomasz, nextId, 'A leak in flat 4', true);
    const { items } = await read(priya, nextId);
    const first = items.find(({ shows }) => shows !== 'last-actions');
    expect(first).toMatchObject({ title: 'A leak in flat 4', urgency: 'urgent' });
  });

  test('[ESS-3] keeps with a jotting which question it answers, for its author alone', async () => {
    const request = { id: randomUUID(), text: 'The new tenants thanked me', promptId: 'successes' };
    await tomasz.call('addJotting', { params: { meetingId: nextId }, request });
    expect((await read(tomasz, nextId)).jottings.at(-1)).toMatchObject({ id: request.id, promptId: 'successes' });
    expect((await read(priya, nextId)).jottings.map(({ id }) => id)).not.toContain(request.id);
  });
});

describe('time to prepare', () => {
  const mine = `startswith(subject, 'Prepare:')`;

  test('[ESS-4] is kept in one’s own calendar, once, private, and nobody else learns of it', async () => {
    const keep = (value: 'this' | 'each' | 'none') =>
      tomasz.call('keepPreparationTime', { params: { meetingId: nextId }, request: { keep: value } });
    await keep('each');
    await keep('each');
    await settled(tomasz);
    const { preparation, meeting } = await read(tomasz, nextId);
    expect(preparation).toMatchObject({ each: true, block: { end: meeting.start } });
    const events = await calendar(tomasz, mine);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ sensitivity: 'private', showAs: 'busy', attendees: [] });
    expect(events[0]?.onlineMeeting).toBeNull();
    expect(await calendar(priya, mine)).toEqual([]);
    expect((await read(priya, nextId)).preparation).toEqual({ block: null, each: false });
    const pair = await priya.call('pair', { params: { pairId } });
    expect(pair.deliveries.filter(({ actingId }) => actingId === tomasz.personId)).toEqual([]);
  });

  test('[ESS-4] goes with the meeting: moved with it, taken away with it, and kept for the one that comes then', async () => {
    const { options } = await priya.call('moveOptions', { params: { meetingId: nextId } });
    const to = options[0];
    if (to === undefined) throw new Error('no time');
    await priya.call('moveMeeting', { params: { meetingId: nextId }, request: { ...to, reason: 'Training' } });
    await settled(tomasz);
    expect((await read(tomasz, nextId)).preparation.block?.end).toBe(to.start);
    expect(await calendar(tomasz, mine)).toHaveLength(1);
    const { nextMeeting } = await read(tomasz, nextId);
    await priya.call('cancelMeeting', { params: { meetingId: nextId }, request: { reason: 'Ill' } });
    await settled(tomasz);
    // Kept by whoever looks after what falls due, a moment later.
    const { block } = await eventually(async () => {
      const { preparation } = await read(tomasz, nextMeeting?.id ?? '');
      return preparation.block === null ? null : preparation;
    });
    expect(block?.end).toBe(nextMeeting?.start);
    await eventually(async () => (await calendar(tomasz, mine)).length === 1);
    await tomasz.call('keepPreparationTime', {
      params: { meetingId: nextMeeting?.id ?? '' },
      request: { keep: 'none' },
    });
    await settled(tomasz);
    expect(await calendar(tomasz, mine)).toEqual([]);
  });
});

// At the end, because the clock goes on to its day.
test('[CAREER-1] an introductory meeting is held and noted topic by topic on its own form, and closed it is what the policy asked for', async () => {
  const finding = async () => {
    const { findings } = await priya.call('pair', { params: { pairId } });
    return findings.find(({ kind, clause }) => kind === 'meeting-kind' && clause === 'CAREER-1');
  };
  const before = await read(tomasz, inductionId);
  const coming = before.meeting.start;
  const topicIds = before.coverage.topics.map(({ topicId }) => topicId);
  expect(topicIds.length).toBeGreaterThan(4);
  for (const [index, topicId] of topicIds.entries()) {
    const request = { id: randomUUID(), text: `About ${topicId}`, itemId: null, topicId, mark: null };
    await (index % 2 === 0 ? priya : tomasz).call('addPoint', { params: { meetingId: inductionId }, request });
  }
  const filled = await tomasz.call('form', { params: { meetingId: inductionId } });
  expect(filled.form).toMatchObject({ title: 'Introductory meeting', look: 'list' });
  const noted = (filled.form?.sections ?? []).flatMap(({ points }) => points.map(({ text }) => text));
  expect(noted.toSorted()).toEqual(topicIds.map((topicId) => `About ${topicId}`).toSorted());
  const sectionOf = (id: string) => filled.form?.sections.find((section) => section.id === id)?.points;
  expect(sectionOf('expectations')).toMatchObject([{ text: 'About expectations' }]);
  const { seq, coverage } = await read(priya, inductionId);
  expect(coverage.topics.every(({ covered }) => covered)).toBe(true);
  expect((await finding())?.state).not.toBe('met');
  started.clock.set(coming);
  await priya.call('closeMeeting', { params: { meetingId: inductionId }, request: { seq } });
  expect((await read(tomasz, inductionId)).meeting.state).toBe('closed');
  expect(await finding()).toMatchObject({
    state: 'met',
    reason: 'kind-held',
    values: { lastOn: coming.slice(0, 10) },
  });
});

test('nothing that was sent was unknown to Graph, and no bug was logged', async () => {
  const misfits = await fetch(`${started.trial.microsoft365.origin}/_local/misfits`);
  expect(await misfits.json()).toEqual({ value: [] });
  expect(started.logged.filter((line) => /bug|Bikes in the stairwell/.test(line))).toEqual([]);
});
