import { randomUUID } from 'node:crypto';
import { addDays, addMinutes, localDateOf } from '#core/time.ts';
import { coming, maybeTwice, unlessRefused, view } from './asking.ts';
import { sendBack } from './handover-acts.ts';
import type { Turn } from './turn.ts';

/** Books a series, where none is running. */
export async function book(turn: Turn): Promise<string | null> {
  const { pair, now } = turn;
  const { dice, manager } = pair;
  if ((await view(turn)).pair.series !== null) return null;
  const startDate = addDays(localDateOf(now, manager.zone), dice.between(1, 5));
  const weekday = ([1, 2, 3, 4, 5] as const)[dice.between(0, 4)] ?? 1;
  const pattern = dice.chance(80)
    ? ({ kind: 'weekly', every: dice.one([2, 2, 3, 4]) ?? 2, weekday } as const)
    : ({
        kind: 'monthly',
        every: 1,
        weekday,
        week: dice.one(['first', 'second', 'last'] as const) ?? 'first',
      } as const);
  const plan = {
    pattern,
    zone: manager.zone,
    startDate,
    startTime: `${String(dice.between(9, 16)).padStart(2, '0')}:00`,
    minutes: 30,
    untilDate: addDays(startDate, dice.between(120, 360)),
  };
  const request = { id: randomUUID(), plan, moves: [], skips: [], note: '' };
  const sent = { params: { pairId: pair.pairId }, request };
  pair.asked += 1;
  const answer = await maybeTwice(turn, () => manager.call('bookSeries', sent));
  if (typeof answer === 'string') pair.asked -= 1;
  return `books ${JSON.stringify(pattern)} from ${startDate}${typeof answer === 'string' ? ` (${answer})` : ''}`;
}

export async function move(turn: Turn): Promise<string | null> {
  const { dice, manager } = turn.pair;
  const line = dice.one(coming(turn, await view(turn)).slice(0, 6));
  if (line === undefined) return null;
  const by = dice.between(-2, 3) * 1440 + dice.between(-3, 3) * 30;
  const [start, end] = [addMinutes(line.start, by), addMinutes(line.end, by)];
  const answer = await unlessRefused(
    manager.call('moveMeeting', { params: { meetingId: line.id }, request: { start, end, reason: 'A clash' } }),
  );
  if (typeof answer !== 'string') turn.meant.push({ ruleDay: line.originalDate, masterId: null, start, end });
  return `moves ${line.originalDate} to ${start}${typeof answer === 'string' ? ` (${answer})` : ''}`;
}

export async function skip(turn: Turn): Promise<string | null> {
  const line = turn.pair.dice.one(coming(turn, await view(turn)).slice(0, 6));
  if (line === undefined) return null;
  const answer = await unlessRefused(
    turn.pair.manager.call('cancelMeeting', { params: { meetingId: line.id }, request: { reason: 'Both away' } }),
  );
  if (typeof answer !== 'string')
    turn.meant.push({ ruleDay: line.originalDate, masterId: null, start: null, end: null });
  return `skips ${line.originalDate}${typeof answer === 'string' ? ` (${answer})` : ''}`;
}

/** Moves all from here on to another day, hour or rhythm. */
export async function changeAll(turn: Turn): Promise<string | null> {
  const { pair, now } = turn;
  const { dice, manager } = pair;
  const { series } = (await view(turn)).pair;
  if (series?.state !== 'booked') return null;
  const { plan } = series;
  const weekday = ([1, 2, 3, 4, 5] as const)[dice.between(0, 4)] ?? 1;
  const every = dice.chance(40) ? (dice.one([1, 2, 3, 4]) ?? 2) : plan.pattern.every;
  const pattern =
    plan.pattern.kind === 'weekly'
      ? { ...plan.pattern, every, weekday }
      : { ...plan.pattern, weekday, week: dice.one(['first', 'second', 'last'] as const) ?? 'first' };
  const startDate = addDays(localDateOf(now, manager.zone), dice.between(1, 5));
  const startTime = `${String(dice.between(9, 16)).padStart(2, '0')}:15`;
  const { zone, minutes, untilDate } = plan;
  const changed = { pattern, zone, minutes, untilDate, startDate, startTime };
  const request = { plan: changed, moves: [], skips: [], reason: null };
  const answer = await unlessRefused(manager.call('changeSeries', { params: { pairId: pair.pairId }, request }));
  return `moves all to ${JSON.stringify(pattern)} ${startTime} from ${startDate}${typeof answer === 'string' ? ` (${answer})` : ''}`;
}

/** Lets the series go on longer, or end sooner. */
export async function extend(turn: Turn): Promise<string | null> {
  const { pair, now } = turn;
  const { series } = (await view(turn)).pair;
  if (series === null) return null;
  const untilDate = addDays(localDateOf(now, pair.manager.zone), pair.dice.between(20, 400));
  const answer = await unlessRefused(
    pair.manager.call('extendSeries', { params: { pairId: pair.pairId }, request: { untilDate } }),
  );
  return `lets it go on until ${untilDate}${typeof answer === 'string' ? ` (${answer})` : ''}`;
}

/** Pauses for an absence, or ends the pause there is. */
export async function pause(turn: Turn): Promise<string | null> {
  const { pair, now } = turn;
  const { manager, dice, pairId } = pair;
  const today = localDateOf(now, manager.zone);
  if ((await view(turn)).pause !== null) {
    const answer = await unlessRefused(
      manager.call('endPause', { params: { pairId }, request: { on: addDays(today, 1) } }),
    );
    if (typeof answer !== 'string') sendBack(turn, addDays(today, 1));
    return `ends the pause${typeof answer === 'string' ? ` (${answer})` : ''}`;
  }
  const from = addDays(today, dice.between(1, 20));
  const until = dice.chance(70) ? addDays(from, dice.between(10, dice.chance(30) ? 330 : 90)) : null;
  const request = { from, until, reason: 'A long absence' };
  const answer = await unlessRefused(manager.call('setPause', { params: { pairId }, request }));
  if (typeof answer !== 'string') turn.emptied.push({ pair, from, until });
  return `pauses from ${from} until ${until ?? 'further notice'}${typeof answer === 'string' ? ` (${answer})` : ''}`;
}

/** Whether somebody stands in for this pair, or is about to. */
export function isStoodInFor({ house, pair, now }: Turn): boolean {
  const today = localDateOf(now, pair.manager.zone);
  return house.pairs.some(({ standsInFor, endsOn }) => standsInFor === pair && (endsOn ?? '') > today);
}

/** Somebody who handed over for a while is back before it is over. */
export async function comeBack(turn: Turn): Promise<string | null> {
  return isStoodInFor(turn) && (await view(turn)).pause !== null ? pause(turn) : null;
}

export async function end(turn: Turn): Promise<string | null> {
  const { pairId, manager } = turn.pair;
  const answer = await unlessRefused(
    manager.call('endSeries', { params: { pairId }, request: { reason: 'A new start' } }),
  );
  return `ends the series${typeof answer === 'string' ? ` (${answer})` : ''}`;
}
