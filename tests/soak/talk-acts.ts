import { randomUUID } from 'node:crypto';
import { addMinutes } from '#core/time.ts';
import { coming, textOf, unlessRefused, view, type Line } from './asking.ts';
import type { Turn } from './turn.ts';

/** How long ago a meeting may have begun that people still open. */
const lateDays = 30;

/** One of them puts something on the agenda of a meeting. */
export async function raise(turn: Turn, line: Line): Promise<string> {
  const { dice, manager, report, said } = turn.pair;
  const by = dice.one([manager, report]) ?? manager;
  const title = textOf(turn, 'Topic');
  const item = { id: randomUUID(), title, note: null, topicId: null, urgency: 'normal' as const, minutes: 10 };
  const answer = await unlessRefused(by.call('addItem', { params: { meetingId: line.id }, request: item }));
  if (typeof answer === 'string') return `adds an item to ${line.originalDate} (${answer})`;
  said.push({ kind: 'item', text: title, meetingId: line.id, by, at: turn.now });
  return `adds “${title}” to ${line.originalDate}`;
}

/** One of them puts something on an agenda, or jots for themselves, or shares a jotting. */
export async function prepare(turn: Turn): Promise<string | null> {
  const { pair } = turn;
  const { dice, said } = pair;
  const by = dice.one([pair.manager, pair.report]) ?? pair.manager;
  const line = dice.one(coming(turn, await view(turn)).slice(0, 3));
  if (line === undefined) return null;
  const params = { meetingId: line.id };
  if (dice.chance(60)) {
    const first = await raise(turn, line);
    return dice.chance(50) ? `${first} and ${await raise(turn, line)}` : first;
  }
  const title = textOf(turn, 'Topic');
  const [text, id] = [textOf(turn, 'Jotting'), randomUUID()];
  const answer = await unlessRefused(by.call('addJotting', { params, request: { id, text } }));
  if (typeof answer === 'string') return `jots (${answer})`;
  said.push({ at: turn.now, kind: 'jotting', text, meetingId: line.id, by });
  if (dice.chance(50)) return `jots “${text}” for ${line.originalDate}`;
  const shared = await unlessRefused(
    by.call('shareJotting', {
      params: { jottingId: id },
      request: { itemId: randomUUID(), title, minutes: 5, urgency: 'normal' },
    }),
  );
  if (typeof shared !== 'string') said.push({ at: turn.now, kind: 'item', text: title, meetingId: line.id, by });
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
  pair.everAgreed.add(line.id);
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
  said.push({ at: turn.now, kind: 'point', text: point, meetingId: line.id, by: report });
  const action = textOf(turn, 'Action');
  const ownerId = dice.chance(50) ? manager.personId : report.personId;
  await manager.call('addAction', {
    params,
    request: { id: randomUUID(), text: action, ownerId, dueOn: null, itemId: null, topicId: null },
  });
  said.push({ at: turn.now, kind: 'action', text: action, meetingId: line.id, by: manager });
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

/** They agree how they meet: so many days before each meeting its agenda goes to Outlook by itself. */
export async function agreeHow(turn: Turn): Promise<string | null> {
  const { pair, now } = turn;
  const { manager, report, pairId, dice } = pair;
  const params = { pairId };
  const days = dice.one([7, 14, 30, 30]) ?? 30;
  const terms = {
    ...{ everyWeeks: 4, place: 'Room 4', noticeDays: 1, minutes: 30, signed: false },
    ...{ notesBy: 'turns' as const, notesDepth: 'actions' as const },
    agendaSharing: { kind: 'days-before' as const, days },
  };
  const begun = await unlessRefused(report.call('changeAgreement', { params, request: { version: null, terms } }));
  if (typeof begun === 'string') return `begin to agree how they meet (${begun})`;
  const { draft } = await report.call('agreement', { params });
  const request = { version: draft?.version ?? 0, revision: draft?.revision ?? 0 };
  for (const by of [manager, report]) {
    const signed = await unlessRefused(by.call('signAgreement', { params, request }));
    if (typeof signed === 'string') return `agree how they meet (${signed})`;
  }
  pair.sharing = { days, since: now, before: pair.sharing };
  for (const line of coming(turn, await view(turn)).slice(1, 5)) await raise(turn, line);
  return `agree that the agenda is shared ${days} days before`;
}
