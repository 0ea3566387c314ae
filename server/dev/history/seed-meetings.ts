import { randomUUID } from 'node:crypto';
import { carryAction, completeAction, dropAction, newAction } from '#core/actions/action-life.ts';
import type { Action } from '#core/actions/action.ts';
import type { AgendaItem } from '#core/agenda/agenda-item.ts';
import { standingItemsFor } from '#core/agenda/agenda.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Pair } from '#core/people/pair.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import type { Series } from '#core/series/series.ts';
import { addDays, addMinutes, addMonths, localDateOf, weekdayOf } from '#core/time.ts';
import type { Instant, LocalDate } from '#core/time-types.ts';
import type { Effect } from '../../ports/effect.ts';
import type { Transaction } from '../../ports/store.ts';
import type { HeldMeeting, SeriesHistory } from './history.ts';

export interface PastOfPair {
  readonly tenantId: string;
  readonly pack: PolicyPack;
  readonly pair: Pair;
  readonly series: Series;
  /** Days on which the series stands in Outlook, first to last. */
  readonly dates: readonly LocalDate[];
  readonly past: SeriesHistory;
  readonly usual: readonly HeldMeeting[];
  readonly now: Instant;
  readonly today: LocalDate;
  readonly startOf: (date: LocalDate) => Instant;
}

type Side = 'manager' | 'report';

function idOf(pair: Pair, side: Side): string {
  return side === 'manager' ? pair.supervisorId : pair.employeeId;
}

function meetingOn(from: PastOfPair, date: LocalDate, state: Meeting['state'], reason: string | null): Meeting {
  const start = from.startOf(date);
  const end = addMinutes(start, from.series.plan.minutes);
  const closed = state === 'closed';
  return {
    id: randomUUID(),
    pairId: from.pair.id,
    seriesId: from.series.id,
    kind: 'one-to-one',
    state,
    originalDate: date,
    start,
    end,
    reason,
    movedFrom: null,
    skipped: null,
    agendaVersion: 1,
    agreedBySupervisor: closed ? 1 : null,
    agreedByEmployee: closed ? 1 : null,
    openedAt: closed ? start : null,
    closedAt: closed ? addMinutes(end, 2) : null,
    packId: closed ? from.pack.id : null,
    packVersion: closed ? from.pack.version : null,
  };
}

function itemOf(
  meetingId: string,
  position: number,
  given: Partial<AgendaItem> & Pick<AgendaItem, 'title' | 'minutes'>,
): AgendaItem {
  return {
    id: randomUUID(),
    meetingId,
    note: null,
    topicId: null,
    kindId: null,
    standingId: null,
    behaviourId: null,
    raisedBy: null,
    urgency: 'normal',
    position,
    state: 'open',
    timesCarried: 0,
    carriedFromId: null,
    ...given,
  };
}

function standing(pack: PolicyPack, meetingId: string, state: AgendaItem['state']): AgendaItem[] {
  return standingItemsFor(pack).map((one, index) =>
    itemOf(meetingId, index + 1, {
      title: one.title,
      minutes: one.minutes,
      topicId: one.topicId,
      standingId: one.id,
      state,
    }),
  );
}

async function writeHeld(tx: Transaction, from: PastOfPair, meeting: Meeting, held: HeldMeeting): Promise<void> {
  const { pair } = from;
  const standings = standing(from.pack, meeting.id, 'discussed');
  const items = held.items.map((one, index) =>
    itemOf(meeting.id, standings.length + index + 1, {
      title: one.title,
      minutes: one.minutes,
      topicId: one.topic,
      raisedBy: idOf(pair, one.by),
      state: 'discussed',
    }),
  );
  await tx.agendas.save([...standings, ...items], pair.id);
  for (const [index, one] of held.points.entries()) {
    const at = addMinutes(meeting.start, 5 + index * 4);
    const itemId = items[Math.min(index, items.length - 1)]?.id ?? null;
    const point = {
      id: randomUUID(),
      meetingId: meeting.id,
      itemId,
      topicId: one.topic,
      sectionId: null,
      authorId: idOf(pair, one.by),
      text: one.text,
      mark: one.mark,
      behaviourId: null,
      at,
    };
    await tx.records.savePoint(point, pair.id);
  }
  for (const topicId of held.cover) {
    await tx.records.saveTick({ meetingId: meeting.id, topicId, by: pair.supervisorId, at: meeting.start }, pair.id);
  }
  const sent: Effect = {
    id: randomUUID(),
    tenantId: from.tenantId,
    pairId: pair.id,
    actingId: pair.supervisorId,
    body: { kind: 'send-summary', meetingId: meeting.id, recipientId: pair.employeeId, subject: '', html: '' },
    state: 'done',
    lane: `mail:${meeting.id}`,
    attempts: 1,
    nextAt: meeting.end,
    submittedAt: meeting.end,
    parkedFor: null,
    claims: null,
    promisedAt: meeting.closedAt ?? meeting.end,
    settledAt: meeting.closedAt ?? meeting.end,
    forMany: false,
  };
  await tx.effects.save(sent);
}

/** The day itself, or the Monday after a weekend. */
function workingDay(date: LocalDate): LocalDate {
  const weekday = weekdayOf(date);
  return weekday > 5 ? addDays(date, 8 - weekday) : date;
}

/** An action with the life it would have had: carried by each meeting it stayed open in, settled on its day. */
function actionOf(
  from: PastOfPair,
  meeting: Meeting,
  later: readonly Meeting[],
  given: HeldMeeting['actions'][number],
): Action {
  const { pair } = from;
  const on = localDateOf(meeting.start, from.series.plan.zone);
  const by = pair.supervisorId;
  const ownerId = idOf(pair, given.owner);
  const dueOn = workingDay(addDays(on, given.dueInDays));
  const wanted = {
    id: randomUUID(),
    pair,
    raisedInId: meeting.id,
    itemId: null,
    topicId: 'tasks',
    text: given.text,
    ownerId,
    dueOn,
  };
  let action = newAction(wanted, { at: meeting.closedAt ?? meeting.end, by, meetingId: meeting.id, on });
  const settledOn = given.state === 'open' ? null : workingDay(addDays(on, given.settledInDays ?? given.dueInDays));
  for (const one of later) {
    const day = localDateOf(one.start, from.series.plan.zone);
    if (one.state !== 'closed' || (settledOn !== null && settledOn <= day)) continue;
    action = carryAction(action, { at: one.closedAt ?? one.end, by, meetingId: one.id, on: day });
  }
  if (settledOn === null || settledOn > from.today) return action;
  const touch = { at: from.startOf(settledOn), by: ownerId, meetingId: null, on: settledOn };
  return given.state === 'dropped'
    ? dropAction(action, given.reason ?? 'No longer needed', touch)
    : completeAction(action, touch);
}

async function writeNext(tx: Transaction, from: PastOfPair, next: Meeting): Promise<void> {
  const first = standingItemsFor(from.pack).length + 1;
  const items = from.past.agenda.map((one, index) =>
    itemOf(next.id, first + index, {
      title: one.title,
      minutes: one.minutes,
      topicId: one.topic,
      raisedBy: idOf(from.pair, one.by),
      urgency: one.urgent ? 'urgent' : 'normal',
    }),
  );
  await tx.agendas.save(items, from.pair.id);
}

/** What one of the two has jotted down for the next meeting. */
export function jottingsOf(from: PastOfPair, side: Side): string[] {
  return from.past.jottings.filter((one) => one.by === side).map((one) => one.text);
}

async function writeMeasures(tx: Transaction, from: PastOfPair): Promise<void> {
  for (const one of from.past.measures) {
    const measureId = randomUUID();
    const { readings, ...shape } = one;
    await tx.measures.save({ id: measureId, pairId: from.pair.id, ...shape, readings: [] });
    for (const [index, value] of readings.entries()) {
      const on = addMonths(from.today, index - readings.length + 1);
      await tx.measures.saveReading(measureId, from.pair.id, { on, value });
    }
  }
}

/** Writes the past and planned meetings of one pair, with all that hangs on them. Returns the next meeting. */
export async function writeMeetings(tx: Transaction, from: PastOfPair): Promise<Meeting | null> {
  const isPast = (date: LocalDate): boolean => addMinutes(from.startOf(date), from.series.plan.minutes) <= from.now;
  const pastDates = from.dates.filter(isPast).reverse();
  const told = pastDates.map((date, back) => {
    const held = from.past.meetings[back] ?? from.usual[back % from.usual.length];
    const missed = held !== undefined && 'missed' in held ? held.missed : null;
    return { meeting: meetingOn(from, date, missed === null ? 'closed' : 'missed', missed), held };
  });
  const planned = from.dates.filter((date) => !isPast(date)).map((date) => meetingOn(from, date, 'planned', null));
  await tx.meetings.save([...told.map((one) => one.meeting), ...planned]);
  const actions: Action[] = [];
  for (const [back, { meeting, held }] of told.entries()) {
    if (held === undefined || 'missed' in held) continue;
    await writeHeld(tx, from, meeting, held);
    const later = told
      .slice(0, back)
      .map((one) => one.meeting)
      .reverse();
    actions.push(...held.actions.map((given) => actionOf(from, meeting, later, given)));
  }
  await tx.actions.save(actions);
  await tx.agendas.save(
    planned.flatMap((meeting) => standing(from.pack, meeting.id, 'open')),
    from.pair.id,
  );
  await writeMeasures(tx, from);
  const next = planned[0] ?? null;
  if (next !== null) await writeNext(tx, from, next);
  return next;
}
