import { randomUUID } from 'node:crypto';
import type { ResponseOf } from '#contract/api.ts';
import { addDays, addMinutes, localDateOf } from '#core/time.ts';
import { ProblemAnswer } from '#tests/support/person-client.ts';
import type { Player } from './house.ts';
import type { Turn } from './turn.ts';

type PairView = ResponseOf<'pair'>;
type Line = PairView['meetings'][number];

/** How long ago a meeting may have begun that people still open. */
const lateDays = 30;

/** Refusals are part of the game: people press what is no longer there. Anything else is a fault. */
export async function unlessRefused<T>(work: Promise<T>): Promise<T | string> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof ProblemAnswer && cause.status < 500) return `refused: ${cause.problem.code}`;
    throw cause;
  }
}

function view({ pair }: Turn, by: Player = pair.manager): Promise<PairView> {
  return by.call('pair', { params: { pairId: pair.pairId } });
}

function coming({ now }: Turn, { meetings }: PairView): Line[] {
  return meetings
    .filter(({ kind, state, start }) => kind === 'one-to-one' && state === 'planned' && start > now)
    .sort((one, other) => (one.start < other.start ? -1 : 1));
}

function textOf({ pair }: Turn, about: string): string {
  return `${about} ${pair.key} ${pair.said.length} ${pair.dice.between(100, 999)}`;
}

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
  const [answer] = await Promise.all([
    unlessRefused(manager.call('bookSeries', sent)),
    ...(dice.chance(20) ? [unlessRefused(manager.call('bookSeries', sent))] : []),
  ]);
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
  if (typeof answer !== 'string') turn.meant.push({ ruleDay: line.originalDate, start, end });
  return `moves ${line.originalDate} to ${start}${typeof answer === 'string' ? ` (${answer})` : ''}`;
}

export async function skip(turn: Turn): Promise<string | null> {
  const line = turn.pair.dice.one(coming(turn, await view(turn)).slice(0, 6));
  if (line === undefined) return null;
  const answer = await unlessRefused(
    turn.pair.manager.call('cancelMeeting', { params: { meetingId: line.id }, request: { reason: 'Both away' } }),
  );
  if (typeof answer !== 'string') turn.meant.push({ ruleDay: line.originalDate, start: null, end: null });
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
    return `ends the pause${typeof answer === 'string' ? ` (${answer})` : ''}`;
  }
  const from = addDays(today, dice.between(1, 20));
  const until = dice.chance(70) ? addDays(from, dice.between(10, 90)) : null;
  const request = { from, until, reason: 'A long absence' };
  const answer = await unlessRefused(manager.call('setPause', { params: { pairId }, request }));
  return `pauses from ${from} until ${until ?? 'further notice'}${typeof answer === 'string' ? ` (${answer})` : ''}`;
}

export async function end(turn: Turn): Promise<string | null> {
  const { pairId, manager } = turn.pair;
  const answer = await unlessRefused(
    manager.call('endSeries', { params: { pairId }, request: { reason: 'A new start' } }),
  );
  return `ends the series${typeof answer === 'string' ? ` (${answer})` : ''}`;
}

/** One of them puts something on an agenda, or jots for themselves, or shares a jotting. */
export async function prepare(turn: Turn): Promise<string | null> {
  const { pair } = turn;
  const { dice, said } = pair;
  const by = dice.one([pair.manager, pair.report]) ?? pair.manager;
  const line = dice.one(coming(turn, await view(turn)).slice(0, 3));
  if (line === undefined) return null;
  const params = { meetingId: line.id };
  const title = textOf(turn, 'Topic');
  const item = { title, note: null, topicId: null, urgency: 'normal' as const, minutes: 10 };
  if (dice.chance(50)) {
    const answer = await unlessRefused(by.call('addItem', { params, request: { ...item, id: randomUUID() } }));
    if (typeof answer === 'string') return `adds an item to ${line.originalDate} (${answer})`;
    said.push({ kind: 'item', text: title, meetingId: line.id, by });
    return `adds “${title}” to ${line.originalDate}`;
  }
  const [text, id] = [textOf(turn, 'Jotting'), randomUUID()];
  const answer = await unlessRefused(by.call('addJotting', { params, request: { id, text } }));
  if (typeof answer === 'string') return `jots (${answer})`;
  said.push({ kind: 'jotting', text, meetingId: line.id, by });
  if (dice.chance(50)) return `jots “${text}” for ${line.originalDate}`;
  const shared = await unlessRefused(
    by.call('shareJotting', {
      params: { jottingId: id },
      request: { itemId: randomUUID(), title, minutes: 5, urgency: 'normal' },
    }),
  );
  if (typeof shared !== 'string') said.push({ kind: 'item', text: title, meetingId: line.id, by });
  return `jots “${text}” for ${line.originalDate} and shares it as “${title}”`;
}

/** Both agree to the agenda of one of the next meetings, so that it goes into Outlook, some well ahead. */
export async function agree(turn: Turn): Promise<string | null> {
  const { pair } = turn;
  const line = pair.dice.one(coming(turn, await view(turn)).slice(0, 5));
  if (line === undefined) return null;
  const params = { meetingId: line.id };
  const { meeting } = await pair.manager.call('meeting', { params });
  const request = { agendaVersion: meeting.agendaVersion };
  const answers = [];
  for (const by of [pair.report, pair.manager])
    answers.push(await unlessRefused(by.call('agreeAgenda', { params, request })));
  pair.agreed = line.id;
  return `both agree to the agenda of ${line.originalDate}${answers.some((one) => typeof one === 'string') ? ' (refused)' : ''}`;
}

/** They meet: opened, something written, closed. */
export async function meet(turn: Turn): Promise<string | null> {
  const { pair, now } = turn;
  const { manager, report, dice, said } = pair;
  const seen = await view(turn);
  const line = seen.meetings.find(
    ({ state, start }) =>
      state === 'open' || (state === 'planned' && start <= now && start > addMinutes(now, -lateDays * 1440)),
  );
  if (line === undefined) return null;
  const params = { meetingId: line.id };
  const opened = await unlessRefused(report.call('openMeeting', { params }));
  if (typeof opened === 'string') return `opens ${line.originalDate} (${opened})`;
  const point = textOf(turn, 'Point');
  await report.call('addPoint', {
    params,
    request: { id: randomUUID(), text: point, itemId: null, topicId: null, mark: null },
  });
  said.push({ kind: 'point', text: point, meetingId: line.id, by: report });
  const action = textOf(turn, 'Action');
  const ownerId = dice.chance(50) ? manager.personId : report.personId;
  await manager.call('addAction', {
    params,
    request: { id: randomUUID(), text: action, ownerId, dueOn: null, itemId: null, topicId: null },
  });
  said.push({ kind: 'action', text: action, meetingId: line.id, by: manager });
  if (dice.chance(10)) return `open ${line.originalDate} and leave it open`;
  const { seq } = await manager.call('meeting', { params });
  const closed = await unlessRefused(manager.call('closeMeeting', { params, request: { seq } }));
  if (typeof closed !== 'string') pair.closed += 1;
  return `hold ${line.originalDate}${typeof closed === 'string' ? ` (${closed})` : ''}`;
}

/** Says that a meeting did not happen. */
export async function miss(turn: Turn): Promise<string | null> {
  const seen = await view(turn);
  const line = seen.meetings.find(({ state, start }) => state === 'planned' && start <= turn.now);
  if (line === undefined) return null;
  const answer = await unlessRefused(
    turn.pair.report.call('missMeeting', { params: { meetingId: line.id }, request: { reason: 'Nobody came' } }),
  );
  return `says that ${line.originalDate} was missed${typeof answer === 'string' ? ` (${answer})` : ''}`;
}
