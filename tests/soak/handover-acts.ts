import { randomUUID } from 'node:crypto';
import { addDays, localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import { coming, maybeTwice, unlessRefused, view } from './asking.ts';
import { playedPair, type PlayedPair, type Player } from './played-pair.ts';
import type { Turn } from './turn.ts';

/** Of a hundred handovers so many are for good. */
const forGoodShare = 35;

/** Managers who never held this employee's one-to-ones, do not do it beside another, and have a mailbox. */
function whoMayTakeOver({ house, pair }: Turn): Player[] {
  const known = house.pairs.filter(({ root }) => root === pair.root).map(({ manager }) => manager);
  return house.managers.filter(
    (one) => one.key !== pair.third?.key && !known.includes(one) && !house.missing.has(one.key),
  );
}

function bookingOf({ pair: { dice } }: Turn, { zone }: Player, from: LocalDate, until: LocalDate | null) {
  const startDate = addDays(from, dice.between(0, 3));
  return {
    id: randomUUID(),
    plan: {
      pattern: {
        kind: 'weekly' as const,
        every: dice.one([1, 2, 2, 3]) ?? 2,
        weekday: dice.one([1, 2, 3, 4, 5] as const) ?? 1,
      },
      zone,
      startDate,
      startTime: `${String(dice.between(9, 16)).padStart(2, '0')}:45`,
      minutes: 30,
      untilDate: until ?? addDays(startDate, dice.between(120, 300)),
    },
    moves: [],
    skips: [],
  };
}

/** The pair that took over, as the employee sees that there is one. */
async function pairThatTookOver(
  { house, pair }: Turn,
  to: Player,
  standing: Pick<PlayedPair, 'endsOn' | 'standsInFor'>,
): Promise<PlayedPair> {
  const { mine } = await pair.report.call('home');
  const line = mine.find(({ other }) => other.id === to.personId);
  if (line === undefined) throw new Error(`${to.key} took over from ${pair.key}, and nobody sees it`);
  const { root, report, third } = pair;
  const { pairId } = line;
  return playedPair(house.seed, { key: `${root}+${to.key}`, root, report, third, pairId, manager: to, ...standing });
}

/** Somebody else takes over, for a while or for good, mostly with a series in their own name. */
export async function handOver(turn: Turn): Promise<string | null> {
  const { house, pair, now } = turn;
  const { dice, manager, pairId } = pair;
  const to = dice.one(whoMayTakeOver(turn));
  if (to === undefined || pair.endsOn !== null) return null;
  const from = addDays(localDateOf(now, manager.zone), dice.between(1, 20));
  const until = dice.chance(forGoodShare) ? null : addDays(from, dice.between(14, 120));
  const booking = dice.chance(75) ? bookingOf(turn, to, from, until) : null;
  const request = { id: randomUUID(), toId: to.personId, from, until, words: null, booking };
  const sent = { params: { pairId }, request };
  const answer = await maybeTwice(turn, () => manager.call('handOver', sent));
  const words = `hands over to ${to.key} from ${from} ${until === null ? 'for good' : `until ${until}`}${booking === null ? '' : `, with ${JSON.stringify(booking.plan)}`}`;
  if (typeof answer === 'string') return `${words} (${answer})`;
  const next = await pairThatTookOver(turn, to, { endsOn: until, standsInFor: until === null ? null : pair });
  if (booking !== null) next.asked += 1;
  house.pairs.push(next);
  if (until === null) pair.endsOn = addDays(from, -1);
  turn.emptied.push({ pair, from, until });
  return words;
}

/** Whoever stands in for this pair stops the day before it goes on. */
export function sendBack({ house, pair, emptied }: Turn, on: LocalDate): void {
  for (const stand of house.pairs) {
    if (stand.standsInFor !== pair || stand.endsOn === null || stand.endsOn < on) continue;
    stand.endsOn = addDays(on, -1);
    emptied.push({ pair: stand, from: on, until: null });
  }
}

/** The next meeting that says all of these; a meeting under way that nobody closed is not the next. */
async function whereTheyAre(turn: Turn, titles: readonly string[]): Promise<string | undefined> {
  const { report } = turn.pair;
  for (const { id } of coming(turn, await view(turn)).slice(0, 3)) {
    const { items } = await report.call('meeting', { params: { meetingId: id } });
    if (titles.every((title) => items.some((item) => item.title === title))) return id;
  }
  return undefined;
}

/** The employee takes along what they raised or do, to whoever took over. */
export async function takeAlong(turn: Turn): Promise<string | null> {
  const { pair, now } = turn;
  const { report, dice, pairId, said } = pair;
  const params = { pairId };
  const open = await report.call('toTakeAlong', { params });
  const [next] = coming(turn, await view(turn));
  const items = open.items.filter(() => dice.chance(60));
  const actions = open.actions.filter(() => dice.chance(30));
  if (next === undefined || items.length + actions.length === 0) return null;
  const request = { itemIds: items.map(({ id }) => id), actionIds: actions.map(({ id }) => id) };
  const answer = await unlessRefused(report.call('takeAlong', { params, request }));
  const titles = [...items.map(({ title }) => title), ...actions.map(({ text }) => text)];
  if (typeof answer !== 'string') {
    const meetingId = (await whereTheyAre(turn, titles)) ?? next.id;
    for (const text of titles) said.push({ kind: 'item', text, meetingId, by: report, at: now });
  }
  return `takes along ${titles.join(', ')}${typeof answer === 'string' ? ` (${answer})` : ''}`;
}

/** Takes up a series that was made by hand, or stands in the calendar again. */
export async function adopt(turn: Turn): Promise<string | null> {
  const { pairId, manager } = turn.pair;
  const params = { pairId };
  const { news } = await manager.call('outlookNews', { params });
  const offered = news.find(({ step }) => step === 'adopt');
  if (offered === undefined) return null;
  const request = { newsId: offered.id };
  const answer = await maybeTwice(turn, () => manager.call('adoptSeries', { params, request }));
  if (typeof answer !== 'string' && turn.pair.endsOn !== null) turn.pair.isStretched = true;
  return `takes up the series made by hand${typeof answer === 'string' ? ` (${answer})` : ''}`;
}
