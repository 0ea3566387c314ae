import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
});
afterAll(() => started.close());

interface GraphEvent {
  readonly id: string;
  readonly start: { readonly dateTime: string };
  readonly body: { readonly content: string };
  readonly onlineMeeting: { readonly joinUrl: string };
}

async function nextMeeting(person: PersonClient): Promise<string> {
  const pair = await person.call('pair', { params: { pairId } });
  return pair.pair.next?.id ?? '';
}

/** The first occurrence of the new series, as this person's own calendar has it. */
async function occurrenceOf(person: PersonClient): Promise<GraphEvent> {
  const view = await person.graph(
    `/me/calendarView?startDateTime=2026-11-30T00:00:00Z&endDateTime=2027-05-30T00:00:00Z&$top=500&$orderby=start/dateTime&$filter=subject eq 'One-to-one: Priya and Yusuf'`,
  );
  const [first] = view['value'] as GraphEvent[];
  if (first === undefined) throw new Error('not in the calendar');
  return first;
}

async function delivered(person: PersonClient, meetingId: string, kind: string): Promise<void> {
  await eventually(async () => {
    const { deliveries } = await person.call('meeting', { params: { meetingId } });
    return deliveries.find((one) => one.kind === kind)?.state === 'done';
  });
}

describe('the main job over HTTP', () => {
  test('[OUT-1] the manager sees what the policy asks for a new report, with the clause', async () => {
    const home = await priya.call('home');
    const line = home.people.find((one) => one.other.id === yusuf.personId);
    expect(line).toMatchObject({
      asked: { every: { months: 1 }, clause: 'OUT-1' },
      series: null,
      cadence: { state: 'due', reason: 'first-due-by' },
    });
    pairId = line?.pairId ?? '';
  });

  test('[OUT-3] [C2] a chosen slot becomes a recurring Teams meeting in both Outlook calendars, with Duologue in its chat', async () => {
    const found = await priya.call('findSlots', {
      params: { pairId },
      request: { rhythm: { kind: 'weekly', every: 2 }, minutes: 30, from: '2026-11-30' },
    });
    const offer = found.offers[0];
    if (offer === undefined) throw new Error('no offer');
    expect(found.offers.length).toBeGreaterThan(2);
    const booking = {
      id: randomUUID(),
      plan: offer.plan,
      moves: offer.occurrences.flatMap((one) =>
        one.clashes.length > 0 && one.alternative !== null
          ? [{ originalDate: one.originalDate, ...one.alternative }]
          : [],
      ),
      skips: [],
      note: 'Bring whatever is on your mind.',
    };
    await priya.call('bookSeries', { params: { pairId }, request: booking });
    await priya.call('bookSeries', { params: { pairId }, request: booking });
    const series = await eventually(async () => {
      const pair = await priya.call('pair', { params: { pairId } });
      return pair.pair.series?.inMeetingChat === true && pair.deliveries.every((one) => one.state === 'done')
        ? pair.pair.series
        : null;
    });
    expect(series.state).toBe('booked');
    const ledger = started.trial.microsoft365.ledger();
    expect(
      ledger.filter((entry) => entry.kind === 'event-created' && entry.by.personId === priya.personId),
    ).toHaveLength(1);
    expect(ledger.filter((entry) => entry.kind === 'invitation' && entry.mailbox === yusuf.personId)).toHaveLength(1);
    expect(ledger.filter((entry) => entry.kind === 'update' && entry.mailbox === yusuf.personId)).toHaveLength(
      booking.moves.length,
    );
    expect(ledger.filter((entry) => entry.kind === 'app-installed')).toHaveLength(1);
    for (const person of [priya, yusuf]) {
      const view = await person.graph(
        `/me/calendarView?startDateTime=2026-11-30T00:00:00Z&endDateTime=2027-05-30T00:00:00Z&$top=500&$filter=subject eq 'One-to-one: Priya and Yusuf'`,
      );
      expect((view['value'] as unknown[]).length).toBe(offer.occurrences.length);
    }
  });

  test('[C2] the agenda both agree on stands in that occurrence, above the untouched join block and as a document, as one update', async () => {
    const meetingId = await nextMeeting(priya);
    await yusuf.call('addItem', {
      params: { meetingId },
      request: {
        id: randomUUID(),
        title: 'Shadowing in January <b>&',
        note: null,
        topicId: 'support',
        urgency: 'normal',
        minutes: 10,
      },
    });
    await priya.call('addItem', {
      params: { meetingId },
      request: {
        id: randomUUID(),
        title: 'First weeks',
        note: null,
        topicId: 'wellbeing',
        urgency: 'urgent',
        minutes: 5,
      },
    });
    const before = await occurrenceOf(priya);
    const { meeting } = await priya.call('meeting', { params: { meetingId } });
    await yusuf.call('agreeAgenda', { params: { meetingId }, request: { agendaVersion: meeting.agendaVersion } });
    await priya.call('agreeAgenda', { params: { meetingId }, request: { agendaVersion: meeting.agendaVersion } });
    await delivered(priya, meetingId, 'publish-agenda');
    for (const person of [priya, yusuf]) {
      const after = await occurrenceOf(person);
      expect(after.body.content).toContain('Shadowing in January &lt;b&gt;&amp;');
      expect(after.onlineMeeting.joinUrl).toBe(before.onlineMeeting.joinUrl);
      const attachments = await person.graph(`/me/events/${after.id}/attachments`);
      expect(attachments['value']).toMatchObject([{ contentType: 'application/pdf' }]);
    }
    const updates = started.trial.microsoft365
      .ledger()
      .filter(
        (entry) =>
          entry.kind === 'update' &&
          entry.mailbox === yusuf.personId &&
          entry.occurrenceDate === before.start.dateTime.slice(0, 10),
      );
    expect(updates).toHaveLength(1);
  });

  test('[C3] [OUT-2] [OUT-4] [C4] actions of both are in the one summary that reaches the report, and the rest comes back next time', async () => {
    const meetingId = await nextMeeting(priya);
    const view = await priya.call('meeting', { params: { meetingId } });
    started.clock.set(view.meeting.start);
    await priya.call('openMeeting', { params: { meetingId } });
    await yusuf.call('openMeeting', { params: { meetingId } });
    const owed = {
      id: randomUUID(),
      text: 'Plan the first month',
      ownerId: yusuf.personId,
      dueOn: '2026-12-11',
      itemId: null,
      topicId: 'tasks',
    };
    await priya.call('addAction', { params: { meetingId }, request: owed });
    await priya.call('addAction', { params: { meetingId }, request: owed });
    await yusuf.call('addAction', {
      params: { meetingId },
      request: { ...owed, id: randomUUID(), text: 'Ask for a laptop', ownerId: priya.personId, dueOn: null },
    });
    await yusuf.call('addPoint', {
      params: { meetingId },
      request: { id: randomUUID(), text: 'Settling in well', itemId: null, topicId: 'wellbeing', mark: null },
    });
    const first = view.items[0];
    if (first === undefined) throw new Error('no items');
    await priya.call('changeItem', { params: { itemId: first.id }, request: { state: 'discussed' } });
    const now = await priya.call('meeting', { params: { meetingId } });
    expect(now.coverage.topics.map((topic) => [topic.topicId, topic.covered])).toEqual([
      ['tasks', true],
      ['vital-stats', false],
      ['support', false],
      ['wellbeing', true],
    ]);
    expect(await yusuf.refused('closeMeeting', { params: { meetingId }, request: { seq: now.seq } })).toMatchObject({
      code: 'only-supervisor',
    });
    expect(await priya.refused('closeMeeting', { params: { meetingId }, request: { seq: now.seq - 1 } })).toMatchObject(
      { code: 'record-changed' },
    );
    await priya.call('closeMeeting', { params: { meetingId }, request: { seq: now.seq } });
    await delivered(priya, meetingId, 'send-summary');
    const inbox = await yusuf.graph("/me/mailFolders/inbox/messages?$filter=startswith(subject,'Our one-to-one')");
    const mails = inbox['value'] as {
      subject: string;
      body: { content: string };
      from: { emailAddress: { name: string } };
    }[];
    expect(mails).toHaveLength(1);
    expect(mails[0]?.from.emailAddress.name).toBe('Priya Raman');
    expect(mails[0]?.subject).toContain('2 actions');
    expect(mails[0]?.body.content).toContain('Plan the first month');
    const next = await yusuf.call('meeting', { params: { meetingId: now.nextMeeting?.id ?? '' } });
    expect(next.lastActions.map((action) => action.text).sort()).toEqual(['Ask for a laptop', 'Plan the first month']);
    expect(next.items.map((item) => item.title)).toContain('First weeks');
    expect(
      await yusuf.refused('addPoint', {
        params: { meetingId },
        request: { id: randomUUID(), text: 'Late', itemId: null, topicId: null, mark: null },
      }),
    ).toMatchObject({ code: 'meeting-closed' });
  });

  test('[OUT-3] a moved and a cancelled meeting follow in Outlook, with the reason', async () => {
    const meetingId = await nextMeeting(priya);
    const { options } = await priya.call('moveOptions', { params: { meetingId } });
    const to = options[0];
    if (to === undefined) throw new Error('no time to move to');
    await priya.call('moveMeeting', {
      params: { meetingId },
      request: { ...to, reason: 'Area briefing that morning' },
    });
    await delivered(priya, meetingId, 'move-occurrence');
    const moved = await yusuf.graph(
      `/me/calendarView?startDateTime=${to.start}&endDateTime=${to.end}&$filter=subject eq 'One-to-one: Priya and Yusuf'`,
    );
    expect(moved['value']).toHaveLength(1);
    await priya.call('cancelMeeting', { params: { meetingId }, request: { reason: 'Both at the area briefing' } });
    await delivered(priya, meetingId, 'cancel-occurrence');
    const gone = await yusuf.graph(
      `/me/calendarView?startDateTime=${to.start}&endDateTime=${to.end}&$filter=subject eq 'One-to-one: Priya and Yusuf'`,
    );
    expect((gone['value'] as { isCancelled: boolean }[]).filter((event) => !event.isCancelled)).toEqual([]);
    const pair = await priya.call('pair', { params: { pairId } });
    expect(pair.meetings.find((one) => one.id === meetingId)).toMatchObject({
      state: 'cancelled',
      reason: 'Both at the area briefing',
    });
  });
});

describe('booking what was not offered', () => {
  test('[C2] outside somebody’s working hours is refused, with the day', async () => {
    const mei = await started.as('mei');
    const rahim = (await mei.call('home')).people.find((one) => one.other.id === started.idOf('rahim'));
    const plan = {
      pattern: { kind: 'weekly', every: 4, weekday: 2 } as const,
      zone: 'Europe/London',
      startDate: '2027-02-02',
      startTime: '19:00',
      minutes: 30,
      untilDate: '2027-05-30',
    };
    const request = { id: randomUUID(), plan, moves: [], skips: [], note: '' };
    const refusal = await mei.refused('bookSeries', { params: { pairId: rahim?.pairId ?? '' }, request });
    expect(refusal).toMatchObject({ code: 'slot-outside-hours', details: { date: '2027-02-02' } });
  });
});

describe('when the last meeting of a series is over', () => {
  test('[OUT-3] nothing counts as booked any more, and the next series is booked as the first was', async () => {
    const before = await priya.call('pair', { params: { pairId } });
    expect(before.pair.series?.state).toBe('booked');
    const request = {
      id: randomUUID(),
      plan: {
        pattern: { kind: 'weekly', every: 4, weekday: 2 } as const,
        zone: 'Europe/London',
        startDate: '2027-11-02',
        startTime: '10:00',
        minutes: 30,
        untilDate: '2028-03-30',
      },
      moves: [],
      skips: [],
      note: '',
    };
    expect(await priya.refused('bookSeries', { params: { pairId }, request })).toMatchObject({ code: 'series-exists' });
    started.clock.set('2027-10-04T09:00:00.000Z');
    const over = await priya.call('pair', { params: { pairId } });
    expect(over.pair.series).toBeNull();
    expect(over.findings.find(({ kind }) => kind === 'scheduled')?.state).toBe('due');
    const booked = await priya.call('bookSeries', { params: { pairId }, request });
    const again = await priya.call('bookSeries', { params: { pairId }, request });
    expect(again.id).toBe(booked.id);
    await eventually(async () => (await priya.call('pair', { params: { pairId } })).pair.series?.state === 'booked');
  });
});
