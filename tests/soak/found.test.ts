import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, addMinutes } from '#core/time.ts';
import { openHouse, type House } from './house.ts';
import { calendarOf, type CalendarItem } from './outlook-view.ts';
import type { PlayedPair } from './played-pair.ts';
import { quiet } from './quiet.ts';
import { singlesIn } from './single-acts.ts';

/** What the long game found, one by one. */
let house: House;
let [first, second, third, fourth]: PlayedPair[] = [];
beforeAll(async () => {
  house = await openHouse({ seed: 2, teams: 4, reports: 1 });
  [first, second, third, fourth] = house.pairs;
}, 60_000);
afterAll(() => house.close());

function known<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('Nobody plays');
  return one;
}

const today = (): string => house.now().slice(0, 10);

function planFrom({ manager: { zone } }: PlayedPair, days: number) {
  const startDate = addDays(today(), days);
  const pattern = { kind: 'weekly' as const, every: 2, weekday: 2 as const };
  return { pattern, zone, startDate, startTime: '10:00', minutes: 30, untilDate: addDays(startDate, 200) };
}

async function book(pair: PlayedPair): Promise<void> {
  const request = { id: randomUUID(), plan: planFrom(pair, 2), moves: [], skips: [], note: '' };
  await pair.manager.call('bookSeries', { params: { pairId: pair.pairId }, request });
  await settled(pair);
}

function settled(...pairs: readonly PlayedPair[]): Promise<void> {
  return quiet(
    house,
    pairs.map(({ manager }) => manager),
    ({ key }) => house.missing.has(key),
  );
}

async function inOutlook({ manager, report }: PlayedPair): Promise<CalendarItem[]> {
  const all = await calendarOf(manager, manager.zone, today(), 400);
  const subject = `One-to-one: ${manager.key} and ${report.key}`;
  return all.filter((one) => one.subject === subject && one.start > house.now());
}

async function planned({ manager, pairId }: PlayedPair): Promise<string[]> {
  const { meetings } = await manager.call('pair', { params: { pairId } });
  return meetings
    .filter(({ state, start }) => state === 'planned' && start > house.now())
    .map(({ start }) => start)
    .sort();
}

async function setMailbox({ manager }: PlayedPair, mailbox: boolean): Promise<void> {
  await fetch(`${house.started.trial.microsoft365.origin}/_local/accounts/${manager.personId}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ mailbox }),
  });
  if (mailbox) house.missing.delete(manager.key);
  else house.missing.set(manager.key, 'mailbox');
}

/** The mailbox is away for longer than one that is being moved, and then there again with all that was in it. */
async function loseAndFindMailbox(
  pair: PlayedPair,
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  await setMailbox(pair, false);
  house.started.clock.forward(26 * 60);
  await settled(pair);
  house.started.clock.forward(26 * 60);
  await settled(pair);
  expect(await planned(pair)).toEqual([]);
  await meanwhile();
  await setMailbox(pair, true);
  house.started.clock.forward(26 * 60);
  await settled(pair);
}

async function offers({ manager, pairId }: PlayedPair): Promise<string[]> {
  const { news } = await manager.call('outlookNews', { params: { pairId } });
  return news.filter(({ step }) => step === 'adopt').map(({ id }) => id);
}

describe('a series whose mailbox was away', () => {
  test('[C2] [OUT-3] is offered once it stands there again, each time, and is theirs again when taken up', async () => {
    const pair = known(first);
    await book(pair);
    for (const time of ['once', 'again', 'though the report was taken out of it']) {
      if (time.startsWith('though')) {
        const { masterId } = known((await inOutlook(pair))[0]);
        await pair.manager.outlook('PATCH', `/me/events/${encodeURIComponent(masterId ?? '')}`, { attendees: [] });
        await settled(pair);
      }
      await loseAndFindMailbox(pair);
      const [newsId, more] = await offers(pair);
      expect(more, time).toBeUndefined();
      await pair.manager.call('adoptSeries', {
        params: { pairId: pair.pairId },
        request: { newsId: newsId ?? '' },
      });
      await settled(pair);
      const items = await inOutlook(pair);
      expect(items.length).toBeGreaterThan(0);
      expect(await planned(pair)).toEqual(items.map(({ start }) => start));
    }
  }, 60_000);

  test('[C2] [OUT-3] ends where another is booked in its place, so that one is left', async () => {
    const pair = known(second);
    await book(pair);
    await loseAndFindMailbox(pair);
    await book(pair);
    const items = await inOutlook(pair);
    expect(new Set(items.map(({ masterId }) => masterId)).size).toBe(1);
    expect(await planned(pair)).toEqual(items.map(({ start }) => start));
  }, 60_000);
});

describe('a meeting outside the series whose mailbox was away', () => {
  const singles = async (pair: PlayedPair): Promise<string[]> =>
    singlesIn(await calendarOf(pair.manager, pair.manager.zone, today(), 60), pair, house.now()).map(
      ({ start }) => start,
    );

  test('[C2] [OD3a-12] is held again once it stands there again, and is called off there where they do not meet by then', async () => {
    const pair = known(fourth);
    const params = { pairId: pair.pairId };
    const start = `${addDays(today(), 30)}T13:20:00.000Z`;
    const request = { id: randomUUID(), kind: 'follow-up' as const, start, end: addMinutes(start, 40), note: '' };
    await pair.manager.call('planMeeting', { params, request });
    await settled(pair);
    await loseAndFindMailbox(pair);
    expect([await planned(pair), await singles(pair)]).toEqual([[start], [start]]);
    const { news } = await pair.report.call('outlookNews', { params });
    expect(news[0]).toMatchObject({ kind: 'meeting-restored', by: 'other' });
    const away = { from: addDays(today(), 8), until: null, reason: 'Leave' };
    await loseAndFindMailbox(pair, () => pair.manager.call('setPause', { params, request: away }));
    expect([await planned(pair), await singles(pair)]).toEqual([[], []]);
  }, 60_000);
});

describe('a series that was deleted in Outlook', () => {
  test('[C2] is not begun again with the end of a pause, nor by letting it go on', async () => {
    const pair = known(third);
    const params = { pairId: pair.pairId };
    await book(pair);
    const { masterId } = known((await inOutlook(pair))[0]);
    await pair.manager.call('setPause', { params, request: { from: today(), until: null, reason: 'Leave' } });
    await settled(pair);
    await pair.manager.outlook('DELETE', `/me/events/${encodeURIComponent(masterId ?? '')}`);
    await settled(pair);
    await pair.manager.call('endPause', { params, request: { on: addDays(today(), 1) } });
    const untilDate = addDays(today(), 90);
    const refused = await pair.manager.refused('extendSeries', { params, request: { untilDate } });
    expect([refused.code, await planned(pair)]).toEqual(['series-missing', []]);
  }, 60_000);
});

describe('whoever stands in', () => {
  test('[OD3a-8] invites nobody to a day after their last', async () => {
    const pair = known(third);
    const { manager: standIn } = known(second);
    const [from, until] = [addDays(today(), 7), addDays(today(), 70)];
    const request = { id: randomUUID(), toId: standIn.personId, from, until, words: null, booking: null };
    await pair.manager.call('handOver', { params: { pairId: pair.pairId }, request });
    const { mine } = await pair.report.call('home');
    const pairId = mine.find(({ other }) => other.id === standIn.personId)?.pairId ?? '';
    const stand = { ...pair, manager: standIn, pairId };
    const lastDay = async () => (await planned(stand)).at(-1)?.slice(0, 10) ?? '';
    const { offers: found } = await standIn.call('findSlots', {
      params: { pairId },
      request: { rhythm: { kind: 'weekly', every: 2 }, minutes: 30, from },
    });
    expect(found.map(({ plan }) => plan.untilDate <= until)).toEqual(found.map(() => true));
    const longer = (at: number) => {
      const plan = found[at]?.plan;
      if (plan === undefined) throw new Error('No time suits both');
      return { ...plan, untilDate: addDays(until, 200) };
    };
    await standIn.call('bookSeries', {
      params: { pairId },
      request: { id: randomUUID(), plan: longer(0), moves: [], skips: [], note: '' },
    });
    expect(await planned(stand)).not.toEqual([]);
    expect((await lastDay()) <= until).toBe(true);
    await settled(stand);
    await standIn.call('extendSeries', { params: { pairId }, request: { untilDate: addDays(until, 200) } });
    await standIn.call('changeSeries', {
      params: { pairId },
      request: { plan: longer(1), moves: [], skips: [], reason: null },
    });
    await settled(stand);
    expect((await lastDay()) <= until).toBe(true);
    expect(await planned(stand)).toEqual((await inOutlook(stand)).map(({ start }) => start));
  }, 60_000);
});
