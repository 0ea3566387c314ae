import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangeNotice } from '#server/ports/store.ts';
import { eventually } from '#tests/support/eventually.ts';
import { engines, now, type OpenedEngine } from './engines.ts';
import { examplePair, exampleMeeting, savedPair } from './examples.ts';

describe.each(engines)('changes of a pair on $engine', ({ open }) => {
  let opened: OpenedEngine;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  it('raise its number one by one and are kept with who made them', async () => {
    const { supervisor, employee, pair } = await savedPair(opened.store);
    expect(await opened.store.asPerson(supervisor, (tx) => tx.changed(pair.id, 'agenda'))).toBe(2);
    expect(await opened.store.asPerson(employee, (tx) => tx.changed(pair.id, 'record'))).toBe(3);
    const numbers = await opened.store.asPerson(employee, async (tx) => ({
      seq: await tx.pairs.seq(pair.id),
      seqs: await tx.pairs.seqs(employee.personId),
    }));
    expect(numbers).toEqual({ seq: 3, seqs: { [pair.id]: 3 } });
    const kept = await opened.asOwner('select seq, what, by_id, at from change where pair_id = $1 order by seq', [
      pair.id,
    ]);
    expect(kept).toEqual([
      { seq: 1, what: 'everything', by_id: supervisor.personId, at: now },
      { seq: 2, what: 'agenda', by_id: supervisor.personId, at: now },
      { seq: 3, what: 'record', by_id: employee.personId, at: now },
    ]);
  });

  it('are told to every listener once committed, with ids and numbers only', async () => {
    const { supervisor, employee, pair } = await savedPair(opened.store);
    const [heard, alsoHeard]: [ChangeNotice[], ChangeNotice[]] = [[], []];
    const about = (notices: ChangeNotice[]) => notices.filter(({ pairId }) => pairId === pair.id);
    const stops = [heard, alsoHeard].map((list) => opened.store.onChange((notice) => list.push(notice)));
    const undone = opened.store.asPerson(supervisor, async (tx) => {
      await tx.changed(pair.id, 'agenda');
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    await opened.store.asPerson(employee, async (tx) => {
      await tx.changed(pair.id, 'agenda');
      await tx.changed(pair.id, 'record');
    });
    await eventually(async () => about(heard).length >= 2 && about(alsoHeard).length >= 2);
    const notice = {
      tenantId: supervisor.tenantId,
      pairId: pair.id,
      memberIds: [supervisor.personId, employee.personId],
    };
    const expected = [
      { ...notice, seq: 2 },
      { ...notice, seq: 3 },
    ];
    expect(about(heard).filter(({ seq }) => seq > 1)).toEqual(expected);
    expect(about(alsoHeard).filter(({ seq }) => seq > 1)).toEqual(expected);
    for (const stop of stops) stop();
  });

  it('leave nothing behind when they fail half-way, whatever was asked before', async () => {
    const { supervisor, pair, meeting, series, item } = await savedPair(opened.store);
    const failing = opened.store.asPerson(supervisor, async (tx) => {
      await tx.meetings.save([exampleMeeting(pair.id, series.id, '2026-12-31')]);
      await tx.agendas.remove(item.id);
      await tx.changed(pair.id, 'agenda');
      await tx.meetings.save([{ ...meeting, end: meeting.start }]);
    });
    await expect(failing).rejects.toMatchObject({ code: '23514' });
    const after = await opened.store.asPerson(supervisor, async (tx) => ({
      meetings: await tx.meetings.ofPair(pair.id),
      items: await tx.agendas.ofMeetings([meeting.id]),
      seq: await tx.pairs.seq(pair.id),
    }));
    expect(after).toEqual({ meetings: [meeting], items: [item], seq: 1 });
  });

  it('are not answered as kept when a failed statement among them was passed over', async () => {
    const { supervisor, pair, meeting } = await savedPair(opened.store);
    const passing = opened.store.asPerson(supervisor, async (tx) => {
      await tx.changed(pair.id, 'agenda');
      await tx.meetings.save([{ ...meeting, end: meeting.start }]).catch(() => undefined);
      return 'kept';
    });
    await expect(passing).rejects.toThrow();
    expect(await opened.store.asPerson(supervisor, (tx) => tx.pairs.seq(pair.id))).toBe(1);
  });

  it('happen one after the other under the pair lock, none lost', async () => {
    const { supervisor, employee, pair, measure } = await savedPair(opened.store);
    const days = Array.from({ length: 20 }, (_none, index) => `2026-05-${String(index + 1).padStart(2, '0')}`);
    await Promise.all(
      days.map((_day, index) =>
        opened.store.asPerson(index % 2 === 0 ? supervisor : employee, async (tx) => {
          await tx.pairs.lock(pair.id);
          const found = await tx.measures.find(measure.id);
          const on = days[(found?.readings.length ?? 0) - 2] ?? '';
          await tx.measures.saveReading(measure.id, pair.id, { on, value: index });
          await tx.changed(pair.id, 'measures');
        }),
      ),
    );
    const after = await opened.store.asPerson(supervisor, async (tx) => ({
      days: (await tx.measures.find(measure.id))?.readings.map(({ on }) => on).filter((on) => on.startsWith('2026-05')),
      seq: await tx.pairs.seq(pair.id),
    }));
    expect(after).toEqual({ days, seq: 21 });
  });

  it('of a pair that is not there are refused', async () => {
    const { supervisor } = await savedPair(opened.store);
    const nobodys = examplePair(supervisor.tenantId).pair;
    for (const ask of ['seq', 'lock'] as const) {
      const asking = opened.store.asPerson(supervisor, async (tx) => tx.pairs[ask](nobodys.id));
      await expect(asking).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('cannot be begun inside one another, nor go on once they are over', async () => {
    const { supervisor, pair } = await savedPair(opened.store);
    const nested = opened.store.asPerson(supervisor, () => opened.store.asPerson(supervisor, async () => 'in'));
    await expect(nested).rejects.toThrow('begun inside another');
    const kept = await opened.store.asPerson(supervisor, async (tx) => tx);
    await expect(kept.pairs.find(pair.id)).rejects.toThrow('is over');
  });

  it('can be begun by whoever hears of one', async () => {
    const { supervisor, pair } = await savedPair(opened.store);
    const seen = new Promise<number>((resolve, reject) => {
      const stop = opened.store.onChange((notice) => {
        if (notice.pairId !== pair.id || notice.seq !== 2) return;
        stop();
        opened.store.asPerson(supervisor, (tx) => tx.pairs.seq(pair.id)).then(resolve, reject);
      });
    });
    await opened.store.asPerson(supervisor, (tx) => tx.changed(pair.id, 'agenda'));
    expect(await seen).toBe(2);
  });

  it('reach every listener, though another one breaks', async () => {
    const { supervisor, pair } = await savedPair(opened.store);
    let heard = false;
    const stops = [
      opened.store.onChange(() => {
        throw new Error('broken listener');
      }),
      opened.store.onChange(({ pairId }) => {
        heard ||= pairId === pair.id;
      }),
    ];
    await opened.store.asPerson(supervisor, (tx) => tx.changed(pair.id, randomUUID()));
    await eventually(async () => heard);
    for (const stop of stops) stop();
  });
});
