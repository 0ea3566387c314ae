import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Action } from '#core/actions/action.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import { engines, now, type OpenedEngine } from './engines.ts';
import { exampleEffect, exampleMeeting, savedPair, type PairExample } from './examples.ts';

const hostile = `'; drop table meeting; -- " \\' $1 naïve 日本語 👩🏽‍🚀 \u0001\u001b\u2028 <b>`;

function held(example: PairExample, day: string): Meeting {
  const meeting = exampleMeeting(example.pair.id, example.series.id, day);
  return { ...meeting, state: 'closed', openedAt: meeting.start, closedAt: meeting.end };
}

describe.each(engines)('the file of a meeting on $engine', ({ open }) => {
  let opened: OpenedEngine;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  it('is what is read of it thing by thing', async () => {
    const example = await savedPair(opened.store, randomUUID(), hostile);
    const { supervisor, pair, series, meeting, people } = example;
    const delivery = exampleEffect(example, {
      body: { kind: 'end-series', seriesId: series.id, comment: hostile },
      claims: hostile,
    });
    const seq = await opened.store.asPerson(supervisor, async (tx) => {
      await tx.effects.save(delivery);
      return tx.changed(pair.id, 'something');
    });
    const file = await opened.store.meetingFile(supervisor, meeting.id);
    const { id, kind, state, start, end, closedAt } = meeting;
    const { singleEvent } = example;
    expect(file).toEqual({
      ...{ meeting, pair, seq },
      people: expect.arrayContaining([...people]) as unknown,
      series: { id: series.id, eventId: series.eventId, joinUrl: series.joinUrl },
      singleEvent: { id: singleEvent.id, eventId: singleEvent.eventId, joinUrl: singleEvent.joinUrl },
      preparation: null,
      preparesEach: false,
      isOfThree: false,
      ownStandingItems: [example.standingItem],
      meetings: [{ id, kind, state, start, end, closedAt }],
      items: [{ ...example.item, cameFrom: null, wentTo: null }],
      jottings: [example.jotting],
      points: [example.point],
      ticks: [example.tick],
      actions: [example.action],
      measures: [example.measure],
      standing: example.standing,
      deliveries: [
        {
          id: delivery.id,
          pairId: pair.id,
          kind: 'end-series',
          meetingId: null,
          state: 'promised',
          parkedFor: null,
          actingId: supervisor.personId,
          claims: hostile,
          promisedAt: delivery.promisedAt,
          settledAt: null,
        },
      ],
    });
    expect(file?.people).toHaveLength(2);
  });

  it('holds the reader’s own jottings and nobody else’s', async () => {
    const { employee, supervisor, meeting, jotting } = await savedPair(opened.store);
    expect((await opened.store.meetingFile(supervisor, meeting.id))?.jottings).toEqual([jotting]);
    expect((await opened.store.meetingFile(employee, meeting.id))?.jottings).toEqual([]);
  });

  it('[ESS-4] holds the time the reader keeps to prepare, and nothing of what the other keeps', async () => {
    const { employee, supervisor, meeting, singleEvent } = await savedPair(opened.store);
    const kept = {
      ...singleEvent,
      id: randomUUID(),
      purpose: 'preparation' as const,
      ownerId: employee.personId,
      start: '2026-10-29T09:30:00.000Z',
      end: meeting.start,
    };
    await opened.store.asPerson(supervisor, (tx) => tx.singleEvents.save(kept));
    const { id, state, start, end } = kept;
    const own = await opened.store.meetingFile(employee, meeting.id);
    expect(own).toMatchObject({ preparation: { id, state, start, end }, preparesEach: true });
    const other = await opened.store.meetingFile(supervisor, meeting.id);
    expect(other).toMatchObject({ preparation: null, preparesEach: false });
  });

  it('[OD3a-12] says of an adjourned item where it went, and of the one that arrived where it came from', async () => {
    const example = await savedPair(opened.store);
    const { supervisor, pair, meeting, item } = example;
    const followUp = { ...exampleMeeting(pair.id, null, '2026-12-03'), kind: 'follow-up' as const };
    const arrived = { ...item, id: randomUUID(), meetingId: followUp.id, carriedFromId: item.id };
    await opened.store.asPerson(supervisor, async (tx) => {
      await tx.meetings.save([followUp]);
      await tx.agendas.save([{ ...item, state: 'adjourned' }], pair.id);
      await tx.agendas.save([arrived], pair.id);
    });
    const before = await opened.store.meetingFile(supervisor, meeting.id);
    const place = ({ id, start, kind }: Meeting) => ({ meetingId: id, start, kind });
    expect(before?.items).toEqual([{ ...item, state: 'adjourned', cameFrom: null, wentTo: place(followUp) }]);
    const after = await opened.store.meetingFile(supervisor, followUp.id);
    expect(after?.items).toEqual([{ ...arrived, cameFrom: place(meeting), wentTo: null }]);
  });

  it('is nothing where there is no such meeting', async () => {
    const { supervisor } = await savedPair(opened.store);
    expect(await opened.store.meetingFile(supervisor, randomUUID())).toBeNull();
    expect(await opened.store.meetingFile(supervisor, `' or true --`)).toBeNull();
  });

  it('knows of the other meetings the one held before it, the last one held, and those to come', async () => {
    const example = await savedPair(opened.store);
    const days = ['2026-01-29', '2026-02-26', '2026-09-24', '2026-11-19'].map((day) => held(example, day));
    const missed = { ...exampleMeeting(example.pair.id, example.series.id, '2026-11-12'), state: 'missed' as const };
    const long = exampleMeeting(example.pair.id, example.series.id, '2026-06-25');
    const next = exampleMeeting(example.pair.id, example.series.id, '2026-12-31');
    await opened.store.asPerson(example.supervisor, (tx) => tx.meetings.save([...days, missed, long, next]));
    const filed = async (meetingId: string): Promise<string[]> => {
      const file = await opened.store.meetingFile(example.supervisor, meetingId);
      return (file?.meetings ?? []).map(({ start }) => start.slice(0, 10));
    };
    // The example itself was held on 29 October, and today is 26 November.
    expect(now.slice(0, 10)).toBe('2026-11-26');
    expect(await filed(next.id)).toEqual(['2026-11-19', '2026-12-31']);
    expect(await filed(example.meeting.id)).toEqual(['2026-09-24', '2026-11-19', '2026-12-31']);
    expect(await filed(days[0]?.id ?? '')).toEqual(['2026-11-19', '2026-12-31']);
  });

  it('holds actions that were open when the meeting came, or were raised in it, and none settled long before', async () => {
    const example = await savedPair(opened.store);
    const before = held(example, '2026-11-19');
    const next = exampleMeeting(example.pair.id, example.series.id, '2026-12-31');
    const action = (change: Partial<Action>): Action => ({
      ...example.action,
      itemId: null,
      id: randomUUID(),
      ...change,
    });
    const open = action({ state: 'open', settledOn: null, droppedReason: null });
    const since = action({ settledOn: '2026-11-19' });
    const longBefore = action({ settledOn: '2026-11-17' });
    const raisedHere = action({ settledOn: '2026-01-01', raisedInId: next.id });
    await opened.store.asPerson(example.supervisor, async (tx) => {
      await tx.meetings.save([before, next]);
      await tx.actions.save([open, since, longBefore, raisedHere]);
    });
    const file = await opened.store.meetingFile(example.employee, next.id);
    const ids = (file?.actions ?? []).map(({ id }) => id).sort();
    expect(ids).toEqual([open.id, since.id, raisedHere.id].sort());
  });
});
