import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Effect } from '#server/ports/effect.ts';
import type { Transaction } from '#server/ports/store.ts';
import { engines, type OpenedEngine } from './engines.ts';
import { exampleMeeting, examplePair, savedPair, savePair, type PairExample } from './examples.ts';

const hostile = {
  'every script': 'naïve Ωμέγα 日本語 עִבְרִית‏ 👩🏽‍🚀 ﷽ Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔',
  'an attack': `'; drop table meeting; -- " \\' $1 \${x} <script>alert(1)</script> %00 {{constructor}}`,
  'white space': ' \t\r\n leading, trailing   and zero-width\u200b\ufeff ',
  'control characters': '\u0001\u001b[31m\u0007\u007f\u0085\u2028\u2029',
};

/** What a member finds of their pair, gathered as the server does: what can be asked together is. */
async function everything(tx: Transaction, { pair, meeting, people, supervisor }: PairExample) {
  const [found, series, meetings, items, jottings, points, ticks, actions, measures, effects] = await Promise.all([
    tx.pairs.find(pair.id),
    tx.series.current(pair.id),
    tx.meetings.ofPair(pair.id),
    tx.agendas.ofMeetings([meeting.id]),
    tx.preparations.ofMeeting(meeting.id, supervisor.personId),
    tx.records.pointsOf([meeting.id]),
    tx.records.ticksOf([meeting.id]),
    tx.actions.ofPairs([pair.id]),
    tx.measures.ofPair(pair.id),
    tx.effects.ofPair(pair.id),
  ]);
  const [agreements, objectives, needs] = await Promise.all([
    tx.agreements.ofPairs([pair.id]),
    tx.objectives.ofPairs([pair.id]),
    tx.objectives.needsOf(pair.id),
  ]);
  const [seal, signatures, addenda] = await Promise.all([
    tx.signOffs.sealOf(meeting.id),
    tx.signOffs.signaturesOf([meeting.id]),
    tx.signOffs.addendaOf(meeting.id),
  ]);
  const known = await tx.people.find(people.map(({ id }) => id));
  const kept = { points, ticks, actions, measures, agreements, objectives, needs, effects, seal, signatures, addenda };
  return { found, series, meetings, items, jottings, ...kept, known };
}

function asSaved(example: PairExample) {
  return {
    found: example.pair,
    series: example.series,
    meetings: [example.meeting],
    items: [example.item],
    jottings: [example.jotting],
    points: [example.point],
    ticks: [example.tick],
    actions: [example.action],
    measures: [example.measure],
    agreements: [example.agreement],
    objectives: [example.objective],
    needs: [example.need],
    effects: [example.effect],
    seal: example.seal,
    signatures: [example.signature],
    addenda: [example.addendum],
    known: [...example.people].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

describe.each(engines)('what is saved on $engine', ({ open }) => {
  let opened: OpenedEngine;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  it.each(Object.entries(hostile))('comes back as it was typed: %s', async (_name, words) => {
    const example = await savedPair(opened.store, randomUUID(), words);
    const found = await opened.store.asPerson(example.supervisor, (tx) => everything(tx, example));
    expect(found).toEqual(asSaved(example));
  });

  it('stays the same when it is saved a second time', async () => {
    const example = await savedPair(opened.store);
    await savePair(opened.store, example);
    const found = await opened.store.asPerson(example.supervisor, (tx) => everything(tx, example));
    expect(found).toEqual(asSaved(example));
  });

  it('is found one by one', async () => {
    const example = await savedPair(opened.store);
    const found = await opened.store.asPerson(example.supervisor, async (tx) => ({
      series: await tx.series.find(example.series.id),
      byChat: await tx.series.byChat(example.series.chatId ?? ''),
      byEvent: await tx.series.byEvent(example.series.eventId ?? ''),
      meeting: await tx.meetings.find(example.meeting.id),
      item: await tx.agendas.find(example.item.id),
      jotting: await tx.preparations.find(example.jotting.id),
      point: await tx.records.findPoint(example.point.id),
      action: await tx.actions.find(example.action.id),
      measure: await tx.measures.find(example.measure.id),
      objective: await tx.objectives.find(example.objective.id),
      need: await tx.objectives.findNeed(example.need.id),
      effect: await tx.effects.find(example.effect.id),
    }));
    const { series, meeting, item, jotting, point, action, measure, objective, need, effect } = example;
    expect(found).toEqual({
      ...{ series, byChat: series, byEvent: series },
      ...{ meeting, item, jotting, point, action, measure, objective, need, effect },
    });
  });

  it('is nothing where nothing is', async () => {
    const { supervisor } = await savedPair(opened.store);
    const beside = ['agreements', 'objectives', 'needs', 'effects', 'signatures', 'addenda'];
    const kept = ['actions', 'measures', ...beside];
    const nothing = await opened.store.asPerson(supervisor, (tx) => everything(tx, examplePair(supervisor.tenantId)));
    const lists = ['meetings', 'items', 'jottings', 'points', 'ticks', ...kept, 'known'];
    const none = { found: null, series: null, seal: null };
    expect(nothing).toEqual({ ...none, ...Object.fromEntries(lists.map((list) => [list, []])) });
  });

  it('gives meetings by their start, and agenda items by their position', async () => {
    const { supervisor, pair, series, meeting, item } = await savedPair(opened.store);
    const later = exampleMeeting(pair.id, series.id, '2026-12-31');
    const earlier = exampleMeeting(pair.id, series.id, '2026-09-24');
    const first = { ...item, id: randomUUID(), position: 1, raisedBy: null };
    const found = await opened.store.asPerson(supervisor, async (tx) => {
      await tx.meetings.save([later, earlier]);
      await tx.agendas.save([first], pair.id);
      return {
        meetings: await tx.meetings.ofPair(pair.id),
        items: await tx.agendas.ofMeetings([meeting.id, later.id]),
      };
    });
    expect(found).toEqual({ meetings: [earlier, meeting, later], items: [first, item] });
  });

  it('changes by saving it again, and goes by removing it', async () => {
    const example = await savedPair(opened.store);
    const { supervisor, employee, pair, meeting, item, jotting, point, tick } = example;
    const found = await opened.store.asPerson(supervisor, async (tx) => {
      await tx.meetings.save([{ ...meeting, state: 'missed', reason: 'ill', closedAt: null }]);
      await tx.pairs.save({ ...pair, role: 'temporary', pause: null, extraSupport: null, to: null });
      await tx.records.saveTick({ ...tick, by: employee.personId }, pair.id);
      await tx.records.savePoint({ ...point, text: 'better words', mark: null }, pair.id);
      await tx.agendas.remove(item.id);
      await tx.preparations.remove(jotting.id);
      return everything(tx, example);
    });
    expect(found).toEqual({
      ...asSaved(example),
      meetings: [{ ...meeting, state: 'missed', reason: 'ill', closedAt: null }],
      found: { ...pair, role: 'temporary', pause: null, extraSupport: null, to: null },
      ticks: [{ ...tick, by: employee.personId }],
      // What referred to the item stays, and forgets it.
      points: [{ ...point, text: 'better words', mark: null, itemId: null }],
      actions: [{ ...example.action, itemId: null }],
      items: [],
      jottings: [],
    });
    await opened.store.asPerson(supervisor, async (tx) => {
      await tx.records.removePoint(point.id);
      await tx.records.removeTick(tick.meetingId, tick.topicId);
      expect(await tx.records.pointsOf([meeting.id])).toEqual([]);
      expect(await tx.records.ticksOf([meeting.id])).toEqual([]);
    });
  });

  it('keeps one reading a day, the latest', async () => {
    const { supervisor, pair, measure } = await savedPair(opened.store);
    const found = await opened.store.asPerson(supervisor, async (tx) => {
      await tx.measures.saveReading(measure.id, pair.id, { on: '2026-10-31', value: 11 });
      await tx.measures.saveReading(measure.id, pair.id, { on: '2026-08-31', value: 15 });
      return tx.measures.find(measure.id);
    });
    expect(found?.readings).toEqual([
      { on: '2026-08-31', value: 15 },
      { on: '2026-09-30', value: 14 },
      { on: '2026-10-31', value: 11 },
    ]);
  });

  it('adds to the history of an action and never rewrites it', async () => {
    const { supervisor, action } = await savedPair(opened.store);
    const [first, ...others] = action.history;
    if (first === undefined) throw new Error('The example has a history');
    const reopened = {
      at: '2026-11-06T09:00:00.000Z',
      by: supervisor.personId,
      meetingId: null,
      change: { kind: 'reopened' },
    } as const;
    const longer = { ...action, history: [...action.history, reopened] };
    await opened.store.asPerson(supervisor, (tx) => tx.actions.save([longer]));
    const rewritten = [
      { ...first, by: 'somebody' },
      { ...first, change: { kind: 'done' } as const },
    ];
    const rewrites = rewritten.map((step) => [step, ...others, reopened]);
    for (const history of [[], [first], [...others, first], ...rewrites]) {
      const rewriting = opened.store.asPerson(supervisor, (tx) => tx.actions.save([{ ...action, history }]));
      await expect(rewriting).rejects.toThrow('saved over a newer one');
    }
    expect(await opened.store.asPerson(supervisor, (tx) => tx.actions.find(action.id))).toEqual(longer);
  });

  it('keeps the body of an effect to the letter', async () => {
    const { supervisor, effect } = await savedPair(opened.store);
    const html = `<p>${Object.values(hostile).join('\u0000')}</p>`;
    const body = { kind: 'send-summary', recipientId: 'z', meetingId: 'a', subject: '', html } as const;
    const changed: Effect = { ...effect, body, attempts: 2, submittedAt: '2026-11-26T09:59:59.001Z', claims: '{}' };
    const found = await opened.store.asPerson(supervisor, async (tx) => {
      await tx.effects.save(changed);
      return tx.effects.find(effect.id);
    });
    expect(JSON.stringify(found?.body)).toBe(JSON.stringify(body));
    expect(found).toEqual(changed);
  });

  it('refuses text with a NUL in it and keeps nothing of it', async () => {
    const { supervisor, pair, point } = await savedPair(opened.store);
    const saving = opened.store.asPerson(supervisor, (tx) => tx.records.savePoint({ ...point, text: 'a\0b' }, pair.id));
    await expect(saving).rejects.toMatchObject({ name: 'Refusal', code: 'bad-request' });
    expect(await opened.store.asPerson(supervisor, (tx) => tx.records.findPoint(point.id))).toEqual(point);
  });

  it('lets a pair have one series at a time, and one meeting to come for an occurrence', async () => {
    const { supervisor, pair, series, meeting } = await savedPair(opened.store);
    const next = { ...series, id: randomUUID(), eventId: null, chatId: null };
    const second = opened.store.asPerson(supervisor, (tx) => tx.series.save(next));
    await expect(second).rejects.toMatchObject({ code: 'series-exists' });
    const twins = [randomUUID(), randomUUID()].map((id) => ({ ...meeting, id, state: 'planned' as const }));
    const twin = opened.store.asPerson(supervisor, (tx) => tx.meetings.save(twins));
    await expect(twin).rejects.toMatchObject({ code: 'duplicate-id' });
    const current = await opened.store.asPerson(supervisor, async (tx) => {
      await tx.series.save({ ...series, state: 'ended' });
      await tx.series.save(next);
      return tx.series.current(pair.id);
    });
    expect(current).toEqual(next);
  });
});
