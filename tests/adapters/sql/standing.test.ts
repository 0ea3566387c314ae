import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreementFacts } from '#core/agreement/agreement-facts.ts';
import type { Actor } from '#core/people/person.ts';
import { pairTerms, personTerms, type Standing } from '#core/policy/standing.ts';
import type { LookAgain } from '#server/ports/standings.ts';
import { clock, engines, now, type OpenedEngine } from './engines.ts';
import { exampleEffect, exampleMeeting, savedPair, type PairExample } from './examples.ts';

const tomorrow = '2026-11-27T10:00:00.000Z';

/** A look that notes whom it was given, and finds that nothing changes any more. */
function noting(seen: string[]): LookAgain {
  return (standing) => {
    seen.push(standing.pairId);
    return Promise.resolve({ ...standing, day: '2026-11-27', changesOn: null });
  };
}

describe.each(engines)('how pairs stand on $engine', ({ open }) => {
  let opened: OpenedEngine;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  const standingOf = (of: PairExample): Promise<readonly Standing[]> =>
    opened.store.asPerson(of.employee, (tx) => tx.standings.ofPairs([of.pair.id]));

  it('is kept as it was found, and read back whole', async () => {
    const example = await savedPair(opened.store);
    expect(await standingOf(example)).toEqual([example.standing]);
    const later = { ...example.standing, day: '2026-11-27', changesOn: null, pack: null, findings: [] };
    await opened.store.asPerson(example.supervisor, (tx) => tx.standings.save([later]));
    expect(await standingOf(example)).toEqual([later]);
  });

  it('is made of days, kinds of meeting and topics, and of nobody’s words', async () => {
    const example = await savedPair(opened.store);
    const { pair, supervisor, people, series, meeting } = example;
    const kinds = [
      { ...exampleMeeting(pair.id, null, '2026-01-12'), kind: 'induction', state: 'closed' },
      { ...exampleMeeting(pair.id, series.id, '2026-11-12'), state: 'missed', reason: 'some words' },
      { ...exampleMeeting(pair.id, series.id, '2026-11-26'), state: 'open' },
      { ...exampleMeeting(pair.id, series.id, '2026-12-10'), state: 'planned' },
      { ...exampleMeeting(pair.id, null, '2026-12-11'), kind: 'follow-up', state: 'planned' },
    ] as const;
    const mail = {
      kind: 'send-summary',
      meetingId: meeting.id,
      recipientId: 'x',
      subject: 'some words',
      html: '',
    } as const;
    await opened.store.asPerson(supervisor, async (tx) => {
      await tx.meetings.save(kinds);
      await tx.effects.save(exampleEffect(example, { body: mail, state: 'done', settledAt: meeting.closedAt }));
    });
    const [found] = await opened.store.asPerson(supervisor, (tx) => tx.standings.factsOf([pair.id]));
    const employee = people.find(({ id }) => id === pair.employeeId);
    expect(found).toEqual({
      pairId: pair.id,
      facts: {
        person: employee === undefined ? null : personTerms(employee),
        pair: pairTerms(pair),
        heldOn: ['2026-10-29', '2026-11-26'],
        plannedOn: ['2026-12-10'],
        otherKinds: {
          induction: { heldOn: ['2026-01-12'], plannedOn: [] },
          'follow-up': { heldOn: [], plannedOn: ['2026-12-11'] },
        },
        series: 'booked',
        seriesUntil: '2026-12-31',
        lastSummary: { on: '2026-10-29', state: 'sent', sentAt: meeting.closedAt },
        agreement: agreementFacts([example.agreement], 'Europe/London'),
        coveredOn: { tasks: '2026-10-29', support: '2026-10-29', wellbeing: '2026-10-29' },
        daysNoted: { leave: { days: 12.5, on: '2026-10-29' } },
      },
    });
    // Which unit somebody works in is the directory's to say.
    const written = JSON.stringify(found, (key, value: unknown) => (key === 'unit' ? null : value));
    expect(written).not.toContain('some words');
  });

  it('counts days where the employee is, whatever the clocks do', async () => {
    const example = await savedPair(opened.store);
    const { pair, supervisor, people } = example;
    const at = (start: string, end: string) => ({ ...exampleMeeting(pair.id, null, '2026-03-28'), start, end });
    await opened.store.asPerson(supervisor, async (tx) => {
      await tx.people.save(people.map((person) => ({ ...person, zone: 'Pacific/Auckland' })));
      await tx.meetings.save([
        // The clocks go back in the night of 5 April there, and forward on 29 March in London.
        at('2026-03-28T23:30:00.000Z', '2026-03-29T00:00:00.000Z'),
        at('2026-04-05T12:30:00.000Z', '2026-04-05T13:00:00.000Z'),
      ]);
    });
    const [found] = await opened.store.asPerson(supervisor, (tx) => tx.standings.factsOf([pair.id]));
    expect(found?.facts.plannedOn).toEqual(['2026-03-29', '2026-04-06']);
  });

  it('comes up again when its day begins where the employee is, once, and for one process alone', async () => {
    const example = await savedPair(opened.store);
    const { tenantId } = example.supervisor;
    const dueAt = '2026-12-04T00:00:00.000Z';
    expect(await opened.standingQueue.waiting('2026-12-03T23:59:59.999Z')).not.toContain(tenantId);
    expect(await opened.standingQueue.waiting(dueAt)).toContain(tenantId);
    const seen: string[] = [];
    const looks = [1, 2].map(() => opened.standingQueue.lookAtDue(tenantId, dueAt, 10, noting(seen)));
    expect((await Promise.all(looks)).toSorted()).toEqual([0, 1]);
    expect(seen).toEqual([example.pair.id]);
    expect(await opened.standingQueue.waiting(dueAt)).not.toContain(tenantId);
    expect(await standingOf(example)).toMatchObject([
      { day: '2026-11-27', changesOn: null, facts: example.standing.facts },
    ]);
  });

  describe('when everybody is looked at again', () => {
    async function tenantOf(pairs: number): Promise<{ readonly administrator: Actor; readonly pairIds: string[] }> {
      const tenantId = randomUUID();
      const examples = [];
      for (let one = 0; one < pairs; one += 1) examples.push(await savedPair(opened.store, tenantId));
      const administrator = { tenantId, personId: randomUUID(), isAdministrator: true };
      return { administrator, pairIds: examples.map(({ pair }) => pair.id).toSorted() };
    }
    const progress = (of: Actor) => opened.store.asPerson(of, (tx) => tx.standings.lastRun(tomorrow));

    it('nobody is missed and nobody looked at twice, by several processes and after one was cut off', async () => {
      const { administrator, pairIds } = await tenantOf(5);
      const { tenantId } = administrator;
      await opened.store.asPerson(administrator, (tx) => tx.standings.askRun(now));
      expect(await progress(administrator)).toEqual({
        dueAt: now,
        total: null,
        done: 0,
        startedAt: null,
        finishedAt: null,
      });
      const seen: string[] = [];
      expect(await opened.standingQueue.lookAtAll(tenantId, now, 2, noting(seen))).toBe(2);
      expect(await progress(administrator)).toMatchObject({ total: 5, done: 2, startedAt: now, finishedAt: null });
      const killed: LookAgain = () => Promise.reject(new Error('killed'));
      await expect(opened.standingQueue.lookAtAll(tenantId, now, 2, killed)).rejects.toThrow('killed');
      expect(await progress(administrator)).toMatchObject({ done: 2 });
      let left = 0;
      do {
        const both = [1, 2].map(() => opened.standingQueue.lookAtAll(tenantId, now, 2, noting(seen)));
        left = Math.max(...(await Promise.all(both)));
      } while (left > 0);
      await opened.standingQueue.lookAtAll(tenantId, now, 2, noting(seen));
      expect(seen.toSorted()).toEqual(pairIds);
      expect(await progress(administrator)).toMatchObject({ total: 5, done: 5, finishedAt: now });
      expect(await opened.standingQueue.waiting(now)).not.toContain(tenantId);
    });

    it('it begins when the change holds, an older run gives way to a newer, and only an administrator asks', async () => {
      const { administrator } = await tenantOf(1);
      const { tenantId } = administrator;
      await opened.store.asPerson(administrator, (tx) => tx.standings.askRun(tomorrow));
      expect(await opened.standingQueue.lookAtAll(tenantId, clock.now(), 10, noting([]))).toBe(0);
      await opened.store.asPerson(administrator, (tx) => tx.standings.askRun(tomorrow));
      expect(await opened.standingQueue.lookAtAll(tenantId, tomorrow, 10, noting([]))).toBe(1);
      expect(await opened.standingQueue.lookAtAll(tenantId, tomorrow, 10, noting([]))).toBe(0);
      expect(await opened.standingQueue.waiting(tomorrow)).not.toContain(tenantId);
      const anybody = { tenantId, personId: randomUUID() };
      await expect(opened.store.asPerson(anybody, (tx) => tx.standings.askRun(now))).rejects.toThrow();
    });
  });

  it('keeps each interval that was arranged, and until when it held', async () => {
    const { pair, supervisor, employee, arrangement } = await savedPair(opened.store);
    const next = { ...arrangement, id: randomUUID(), since: '2026-06-01', kind: 'other', at: tomorrow } as const;
    await opened.store.asPerson(supervisor, async (tx) => {
      await tx.arrangements.end(pair.id, '2026-06-01', supervisor.personId);
      await tx.arrangements.add(next, pair.id);
    });
    expect(await opened.store.asPerson(employee, (tx) => tx.arrangements.ofPair(pair.id))).toEqual([
      { ...arrangement, until: '2026-06-01', endedBy: supervisor.personId },
      next,
    ]);
  });
});
