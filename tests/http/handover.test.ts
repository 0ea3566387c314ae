import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';
import { calendar, lookedAtBy, planned, startsOf, type Meetings } from './series-in-outlook.ts';

let started: Started;
let priya: PersonClient;
let yusuf: PersonClient;
let pairId = '';
const subject = 'One-to-one: Priya and Yusuf';
const { settled, mails, addItem } = lookedAtBy(() => ({ started, priya, yusuf, pairId }));

beforeAll(async () => {
  started = await startDuologue();
  [priya, yusuf] = await Promise.all([started.as('priya'), started.as('yusuf')]);
  const home = await priya.call('home');
  pairId = home.people.find((one) => one.other.id === yusuf.personId)?.pairId ?? '';
  const request = {
    rhythm: { kind: 'weekly', every: 2 },
    minutes: 30,
    from: '2026-11-30',
    most: 1,
    months: 12,
  } as const;
  const [offer] = (await priya.call('findSlots', { params: { pairId }, request })).offers;
  if (offer === undefined) throw new Error('no offer');
  const booking = { id: randomUUID(), plan: offer.plan, moves: [], skips: [], note: '' };
  await priya.call('bookSeries', { params: { pairId }, request: booking });
  await settled();
});
afterAll(() => started.close());

/** Books at the first time both can make, and returns what the employee's invitation says. */
async function invitedBy(person: PersonClient, other: PersonClient, ofPair: string, note: string): Promise<string> {
  const from = new Date(started.clock.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const request = { rhythm: { kind: 'weekly', every: 2 }, minutes: 30, from, most: 1 } as const;
  const [offer] = (await person.call('findSlots', { params: { pairId: ofPair }, request })).offers;
  if (offer === undefined) throw new Error('no offer');
  const booking = { id: randomUUID(), plan: offer.plan, moves: [], skips: [], note };
  await person.call('bookSeries', { params: { pairId: ofPair }, request: booking });
  const { pair } = await settled(person, ofPair);
  const given = await Promise.all([person, other].map(async (one) => (await one.call('me')).person.givenName));
  const [event] = (await calendar(other, `One-to-one: ${given.join(' and ')}`)).filter(
    ({ onlineMeeting }) => onlineMeeting?.joinUrl === pair.series?.joinUrl,
  );
  return event?.body.content ?? '';
}

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
    // Whoever reads the invitation in Outlook alone learns why it came.
    const said = await invitedBy(mei, yusuf, line?.pairId ?? '', '');
    expect(said).toContain('takes over your one-to-ones from Priya');
    expect(said).toContain('from 11 January 2027.');
    expect(said).not.toContain('have arranged this');
  });
});

describe('one-to-ones of a manager who has left or is away', () => {
  test('[OD3a-8] are handed over by whoever looks after them, who sees that it happened and never what was said', async () => {
    const [nadia, kwame, tomasz] = await Promise.all(['nadia', 'kwame', 'tomasz'].map((key) => started.as(key)));
    if (nadia === undefined || kwame === undefined || tomasz === undefined) throw new Error('nobody');
    await tomasz.call('home');
    const { people } = await nadia.call('findColleagues', { request: { name: 'Pri' } });
    expect(people.map(({ id }) => id)).toContain(priya.personId);
    const managed = await nadia.call('managedPairs', { request: { managerId: priya.personId } });
    const line = managed.pairs.find(({ employee }) => employee.id === tomasz.personId);
    if (line === undefined) throw new Error('no pair');
    expect(line).toMatchObject({ isBooked: true, employee: { givenName: 'Tomasz' } });
    const request = {
      managerId: priya.personId,
      toId: kwame.personId,
      from: '2027-01-18',
      until: null,
      words: 'Priya has left us.',
      pairs: [{ pairId: line.pairId, id: randomUUID() }],
    };
    const notTheirs = { ...request, managerId: kwame.personId };
    const inThePast = { ...request, from: '2026-11-02' };
    expect((await nadia.refused('handOverFor', { request: notTheirs })).code).toBe('not-found');
    expect((await nadia.call('handOverFor', { request: inThePast })).results[0]?.refused).toBe('bad-request');
    for (const again of [request, request])
      expect(await nadia.call('handOverFor', { request: again })).toEqual({
        results: [{ pairId: line.pairId, refused: null }],
      });
    const twice = { ...request, pairs: [{ pairId: line.pairId, id: randomUUID() }] };
    expect((await nadia.refused('handOverFor', { request: twice })).code).toBe('not-found');
    const { meetings } = await settled(tomasz, line.pairId);
    expect(planned(meetings).every(({ start }) => start < '2027-01-18')).toBe(true);
    const left = startsOf(await calendar(tomasz, 'One-to-one: Priya and Tomasz'));
    expect(left).toEqual(planned(meetings).map(({ start }) => start));
    const seen = await nadia.call('handovers');
    expect(seen.handovers[0]).toMatchObject({
      manager: { id: priya.personId },
      employee: { id: tomasz.personId },
      to: { id: kwame.personId },
      by: { id: nadia.personId },
      from: '2027-01-18',
    });
    expect(JSON.stringify(seen)).not.toContain('left us');
    expect((await nadia.refused('pair', { params: { pairId: line.pairId } })).code).toBe('not-found');
    started.clock.set('2027-01-18T09:00:00.000Z');
    const theirs = (await kwame.call('home')).people.find(({ other }) => other.id === tomasz.personId);
    expect(theirs).toMatchObject({ series: null, openActions: 0, last: null });
    expect((await kwame.refused('pair', { params: { pairId: line.pairId } })).code).toBe('not-found');
    // Outlook tells the employee of the shorter series without a word: the new invitation says why, once, and no reason.
    const said = await invitedBy(kwame, tomasz, theirs?.pairId ?? '', 'I look forward to it.');
    expect(said).toContain('takes over your one-to-ones from Priya');
    expect(said).toContain('from 18 January 2027. The people who look after one-to-ones');
    expect(said).toContain('I look forward to it.');
    expect(said).not.toContain('left us');
    await kwame.call('endSeries', { params: { pairId: theirs?.pairId ?? '' }, request: { reason: 'Another day' } });
    await settled(kwame, theirs?.pairId);
    const again = await invitedBy(kwame, tomasz, theirs?.pairId ?? '', 'Mondays from now on.');
    expect([again.includes('Mondays from now on.'), again.includes('takes over')]).toEqual([true, false]);
  });
});
