import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { eventPath, hoursLater, utc, type GraphEvent, type Json } from '#tests/support/at-work-in-outlook.ts';
import { eventually } from '#tests/support/eventually.ts';
import {
  drag,
  hears,
  inOutlook,
  keepFollowedPair,
  local,
  newsOf,
  nth,
  occurrenceAt,
  pairId,
  pairOf,
  planned,
  priya,
  settled,
  standsAt,
  started,
  subscribed,
  tomasz,
} from './followed-pair.ts';

const duologue = '3f2b6c1e-5a4d-4f0e-9b57-6d1f0c8a2e11';

keepFollowedPair();

describe('a meeting that is moved in Outlook', () => {
  test('[OUT-3] [C2] is where Outlook has it within ten seconds, and is the same meeting', async () => {
    const next = await nth(0);
    const to = await drag(next, 1);
    await standsAt(next.id, to.start);
    expect(await nth(0)).toMatchObject({ id: next.id, ...to, originalDate: next.originalDate, movedFrom: next.start });
  });

  test('[OUT-1] is said to the other, with what it means for how often they meet, until it is put aside', async () => {
    const next = await nth(0);
    const told = await hears(tomasz, 'meeting-moved', next.id);
    expect(told).toMatchObject({
      by: 'other',
      seen: false,
      from: { start: next.movedFrom },
      to: { start: next.start },
    });
    const { cadence } = await tomasz.call('outlookNews', { params: { pairId } });
    expect(cadence).toMatchObject({ kind: 'cadence', clause: 'OUT-1' });
    expect((await tomasz.call('homeNews')).pairs[0]?.news.map(({ id }) => id)).toContain(told.id);
    expect(await newsOf(priya, 'meeting-moved')).toMatchObject([{ by: 'me', seen: true }]);
    await tomasz.call('seeNews', { params: { pairId }, request: { newsIds: [told.id] } });
    expect((await tomasz.call('homeNews')).pairs).toEqual([]);
  });

  test('[C2] is found at the next look, although its notifications were lost', async () => {
    await local('POST', '/faults', { path: '/notifications/*', copies: 0, times: 'always' });
    const next = await nth(1);
    const to = await drag(next, 1);
    started.clock.forward(11);
    await standsAt(next.id, to.start);
  });

  test('[C2] is followed once, although it was told three times and in another order', async () => {
    await local('POST', '/faults', { path: '/notifications/*', copies: 3, reorder: 6, times: 'always' });
    const [next, after] = [await nth(2), await nth(3)];
    const to = [await drag(next, 1), await drag(after, 2)];
    await standsAt(next.id, to[0]?.start ?? '');
    await standsAt(after.id, to[1]?.start ?? '');
    expect((await newsOf(tomasz, 'meeting-moved')).filter(({ meeting }) => meeting?.id === after.id)).toHaveLength(1);
  });

  test('by Duologue does not come back as news', async () => {
    const next = await nth(4);
    const request = { start: hoursLater(next.start, 1), end: hoursLater(next.end, 1), reason: 'Dentist' };
    await priya.call('moveMeeting', { params: { meetingId: next.id }, request });
    await settled();
    const later = await nth(5);
    await drag(later, 1);
    await hears(tomasz, 'meeting-moved', later.id);
    expect((await newsOf(tomasz, 'meeting-moved')).some(({ meeting }) => meeting?.id === next.id)).toBe(false);
    expect((await nth(4)).reason).toBe('Dentist');
  });

  test('[C2] while Duologue moves it elsewhere stands as in Outlook, is not moved back, and both are told', async () => {
    const next = await nth(6);
    await local('POST', '/faults', {
      path: '/v1.0/me/events/*',
      method: 'PATCH',
      app: duologue,
      status: 503,
      times: 'always',
    });
    const request = { start: hoursLater(next.start, 3), end: hoursLater(next.end, 3), reason: 'Dentist' };
    await priya.call('moveMeeting', { params: { meetingId: next.id }, request });
    const to = await drag(next, 1);
    await standsAt(next.id, to.start);
    await local('DELETE', '/faults');
    for (const person of [priya, tomasz])
      expect(await hears(person, 'both-changed', next.id)).toMatchObject({ seen: false });
    await settled();
    expect((await occurrenceAt(priya, to.start)).start.dateTime.slice(0, 16)).toBe(to.start.slice(0, 16));
  });
});

describe('a meeting that is cancelled in Outlook', () => {
  test('[OUT-3] [C2] is called off, and what was on its agenda goes on to the next', async () => {
    const [second, third] = [await nth(1), await nth(2)];
    const item = {
      title: 'The stock room',
      note: null,
      topicId: null,
      kindId: null,
      urgency: 'normal',
      minutes: 5,
    } as const;
    await tomasz.call('addItem', { params: { meetingId: second.id }, request: { id: randomUUID(), ...item } });
    const jotting = { id: randomUUID(), text: 'Mind my words' };
    await tomasz.call('addJotting', { params: { meetingId: second.id }, request: jotting });
    const event = await occurrenceAt(priya, second.start);
    await inOutlook(priya, 'DELETE', eventPath(event));
    await hears(tomasz, 'meeting-cancelled', second.id);
    const gone = await tomasz.call('meeting', { params: { meetingId: second.id } });
    const calledOff = { by: priya.personId };
    expect(gone.meeting).toMatchObject({ state: 'cancelled', reason: null, calledOff });
    const { meetings } = await pairOf(tomasz);
    expect(meetings.find(({ id }) => id === second.id)?.calledOff).toEqual(calledOff);
    expect(gone.jottings.map(({ text }) => text)).toContain('Mind my words');
    const next = await tomasz.call('meeting', { params: { meetingId: third.id } });
    expect(next.items.map(({ title }) => title)).toContain('The stock room');
  });
});

describe('an answer to the invitation', () => {
  test('[OUT-3] that proposes another time is taken with one press, here and in Outlook', async () => {
    const meeting = await nth(3);
    const [start, end] = [hoursLater(meeting.start, -1), hoursLater(meeting.end, -1)];
    const event = await occurrenceAt(tomasz, meeting.start);
    const proposedNewTime = { start: utc(start), end: utc(end) };
    await inOutlook(tomasz, 'POST', `${eventPath(event)}/tentativelyAccept`, { proposedNewTime });
    const news = await hears(priya, 'new-time-proposed', meeting.id);
    expect(news).toMatchObject({ by: 'other', to: { start, end }, step: 'take' });
    expect((await hears(tomasz, 'new-time-proposed', meeting.id)).step).toBeNull();
    const request = { newsId: news.id };
    expect((await tomasz.refused('takeProposal', { params: { pairId }, request })).code).toBe('only-supervisor');
    await priya.call('takeProposal', { params: { pairId }, request });
    await settled();
    expect((await occurrenceAt(priya, start)).start.dateTime.slice(0, 16)).toBe(start.slice(0, 16));
    expect(await newsOf(priya, 'new-time-proposed')).toMatchObject([{ seen: true, step: null }]);
  });

  test('that declines is said, and the meeting stays; so is that somebody else was asked along', async () => {
    const [meeting, other] = [await nth(5), await nth(6)];
    await inOutlook(tomasz, 'POST', `${eventPath(await occurrenceAt(tomasz, meeting.start))}/decline`, {});
    expect(await hears(priya, 'declined', meeting.id)).toMatchObject({ by: 'other' });
    const nadia = (await inOutlook(await started.as('nadia'), 'GET', '/me'))['mail'];
    const toRecipients = [{ emailAddress: { address: nadia } }];
    await inOutlook(tomasz, 'POST', `${eventPath(await occurrenceAt(tomasz, other.start))}/forward`, { toRecipients });
    for (const person of [priya, tomasz])
      expect(await hears(person, 'somebody-added', other.id)).toMatchObject({ guest: { mail: nadia }, by: null });
    expect((await nth(5)).id).toBe(meeting.id);
  });
});

describe('what tells of changes', () => {
  async function tell(items: readonly Json[], path = '/graph/notifications'): Promise<number> {
    const answer = await fetch(`${started.trial.origin}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ value: items }),
    });
    return answer.status;
  }

  test('proves itself by giving the token back, as text', async () => {
    for (const path of ['/graph/notifications', '/graph/notifications/lifecycle']) {
      const token = 'Validation: <b>here</b> & now';
      const url = `${started.trial.origin}${path}?validationToken=${encodeURIComponent(token)}`;
      const answer = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'text/plain' } });
      expect([answer.status, await answer.text()]).toEqual([200, token]);
      expect(answer.headers.get('content-type')).toContain('text/plain');
    }
  });

  test('has no effect without the secret, from another tenant or unknown, whatever stands beside it', async () => {
    const { id, clientState } = await subscribed();
    const tenantId = started.trial.microsoft365.tenantId;
    const known = { subscriptionId: id, clientState, tenantId, resourceData: { id: 'x' } };
    const before = started.logged.length;
    const foreign = [
      { ...known, clientState: 'guessed' },
      { ...known, tenantId: randomUUID() },
    ];
    expect(await tell([...foreign, { ...known, subscriptionId: randomUUID() }])).toBe(202);
    const warnings = started.logged.slice(before).filter((line) => line.includes('notification-not-ours'));
    expect(warnings.map((line) => (JSON.parse(line) as Json)['count'])).toEqual([3]);
    expect(await tell([...foreign, known])).toBe(202);
    expect(await tell([{ nothing: 'at all' }])).toBe(400);
    for (const odd of ['\u0000', '\ud800', 'x'.repeat(601)])
      expect(await tell([{ ...known, resourceData: { id: odd } }])).toBe(400);
    expect(warnings.join('')).not.toContain('guessed');
  });

  test('is asked for again when Graph removes it', async () => {
    const before = await subscribed();
    await local('POST', '/deliveries/lifecycle', { subscription: before['id'], event: 'subscriptionRemoved' });
    await eventually(async () => (await subscribed())['id'] !== before['id'], 10_000);
    const next = await nth(4);
    const to = await drag(next, -2);
    await standsAt(next.id, to.start);
  });
});

describe('the whole series', () => {
  test('[OUT-3] [C2] moved in Outlook keeps its meetings, in order, with their agendas', async () => {
    const before = await planned();
    const first = before[0];
    if (first === undefined) throw new Error('none planned');
    const event = await occurrenceAt(priya, first.start);
    const master = await inOutlook(priya, 'GET', `/me/events/${encodeURIComponent(String(event['seriesMasterId']))}`);
    const start = hoursLater(`${before[1]?.originalDate ?? ''}T15:00:00.000Z`, 20);
    const range = { ...((master['recurrence'] as Json)['range'] as Json), startDate: start.slice(0, 10) };
    const day = new Date(start).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' }).toLowerCase();
    const pattern = { ...((master['recurrence'] as Json)['pattern'] as Json), daysOfWeek: [day] };
    await inOutlook(priya, 'PATCH', eventPath({ id: String(master['id']) }), {
      start: utc(start),
      end: utc(hoursLater(start, 0.75)),
      recurrence: { pattern, range },
    });
    await hears(tomasz, 'series-moved');
    const after = await planned();
    expect(after.map(({ id }) => id)).toEqual(before.slice(0, after.length).map(({ id }) => id));
    expect(after[0]?.start).toBe(start);
  });

  test('[OUT-3] [C2] deleted in Outlook is made again by nobody, nothing is lost, and one made by hand is taken up when asked', async () => {
    const before = await planned();
    const event = await occurrenceAt(priya, before[0]?.start ?? '');
    const master = await inOutlook(priya, 'GET', `/me/events/${encodeURIComponent(String(event['seriesMasterId']))}`);
    await inOutlook(priya, 'DELETE', eventPath({ id: String(master['id']) }));
    expect(await hears(priya, 'series-gone')).toMatchObject({ step: 'schedule', seen: false });
    expect((await pairOf(priya)).pair).toMatchObject({ series: null, next: null });
    expect(await planned()).toEqual([]);
    await inOutlook(priya, 'POST', '/me/events', {
      ...Object.fromEntries(['subject', 'start', 'end', 'recurrence'].map((name) => [name, master[name]])),
      attendees: (master['attendees'] as Json[]).map(({ emailAddress }) => ({ emailAddress })),
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
    });
    const found = await hears(priya, 're-created-by-hand');
    expect([found.step, await planned()]).toEqual(['adopt', []]);
    await priya.call('adoptSeries', { params: { pairId }, request: { newsId: found.id } });
    const taken = await planned();
    expect(taken.map(({ start }) => start)).toEqual(before.map(({ start }) => start));
    const [first] = taken;
    const view = await tomasz.call('meeting', { params: { meetingId: first?.id ?? '' } });
    expect(view.items.map(({ title }) => title)).toContain('The stock room');
    expect((await priya.refused('adoptSeries', { params: { pairId }, request: { newsId: found.id } })).code).toBe(
      'series-exists',
    );
  });
});

describe('a meeting of its own', () => {
  test('[OUT-3] goes with its event in Outlook, and is called off with it', async () => {
    const [id, start] = [randomUUID(), '2026-12-07T09:00:00.000Z'];
    const plan = { id, kind: 'follow-up' as const, start, end: hoursLater(start, 0.5), note: '' };
    await priya.call('planMeeting', { params: { pairId }, request: plan });
    await settled();
    const event = await occurrenceAt(priya, start);
    const to = { start: utc(hoursLater(start, 2)), end: utc(hoursLater(start, 2.5)) };
    await inOutlook(priya, 'PATCH', eventPath(event), to);
    expect(await hears(tomasz, 'meeting-moved', id)).toMatchObject({ to: { start: hoursLater(start, 2) } });
    await inOutlook(priya, 'DELETE', eventPath(event));
    await hears(tomasz, 'meeting-cancelled', id);
    const { meeting } = await tomasz.call('meeting', { params: { meetingId: id } });
    expect(meeting.calledOff).toEqual({ by: priya.personId });
  });
});

describe('time kept to prepare', () => {
  const prepare = async (): Promise<GraphEvent[]> => {
    const filter = encodeURIComponent("startswith(subject, 'Prepare:')");
    const view = await inOutlook(tomasz, 'GET', `/me/events?$filter=${filter}`);
    return view['value'] as GraphEvent[];
  };

  test('[ESS-4] that its owner deletes in Outlook is not kept again for that meeting, unless they ask', async () => {
    const next = await nth(0);
    const params = { meetingId: next.id };
    await tomasz.call('keepPreparationTime', { params, request: { keep: 'each' } });
    const [block] = await eventually(async () => {
      const found = await prepare();
      return found.length > 0 ? found : null;
    });
    await settled();
    const before = (await tomasz.call('outlookNews', { params: { pairId } })).seq;
    await inOutlook(tomasz, 'DELETE', eventPath(block ?? { id: '' }));
    await eventually(async () => (await tomasz.call('outlookNews', { params: { pairId } })).seq > before, 10_000);
    const item = { title: 'Shelves', note: null, topicId: null, kindId: null, urgency: 'normal', minutes: 5 } as const;
    await tomasz.call('addItem', { params, request: { id: randomUUID(), ...item } });
    // What would have been kept again stands before what was asked for after it.
    await drag(next, 1);
    await hears(tomasz, 'meeting-moved', next.id);
    await settled();
    expect(await prepare()).toEqual([]);
    await tomasz.call('keepPreparationTime', { params, request: { keep: 'this' } });
    await eventually(async () => (await prepare()).length === 1);
  });
});

describe('a calendar nobody can look at', () => {
  test('[C2] is said to be behind, and is caught up with at its owner’s next visit', async () => {
    const next = await nth(0);
    started.clock.forward(120);
    const to = await drag(next, 1);
    started.clock.forward(1);
    await eventually(async () => {
      started.trial.duologue.wake();
      return (await tomasz.call('outlookNews', { params: { pairId } })).isBehind;
    });
    expect((await tomasz.call('meeting', { params: { meetingId: next.id } })).meeting.start).toBe(next.start);
    await priya.call('me');
    await standsAt(next.id, to.start);
    await eventually(async () => !(await tomasz.call('outlookNews', { params: { pairId } })).isBehind);
  });
});
