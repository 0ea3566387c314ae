import { requireAct } from '#core/access/access.ts';
import type { AgendaItem } from '#core/agenda/agenda-item.ts';
import { asAgendaItem, type OwnStandingItem } from '#core/agenda/own-standing-item.ts';
import { standingItemsFor } from '#core/agenda/agenda.ts';
import { requireClear } from '#core/meeting/meeting-kind.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { hasEnded, whileTheyMeet } from '#core/people/pause.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { occurrencesOf } from '#core/series/occurrences.ts';
import { isRunOut } from '#core/series/running-series.ts';
import { daysBetween, localDateOf } from '#core/time.ts';
import type { Occurrence, Series, SeriesPlan } from '#core/series/series.ts';
import type { Instant, LocalDate } from '#core/time-types.ts';
import { promiseEffect, type PromiseNeeds } from '../effects/promise.ts';
import type { Effect, EffectBody } from '../ports/effect.ts';
import type { Transaction } from '../ports/store.ts';
import { askForNewObjectives } from './ask-for-new-objectives.ts';
import { carryItems } from './carry-items.ts';
import { checkBooking } from './check-booking.ts';
import { whyTakenOver } from './handover-words.ts';
import type { Needs } from './needs.ts';
import { packForEmployee, type PackForEmployee } from './pack-for-employee.ts';
import { lockedPair, peopleOf } from './pair-scope.ts';
import { seriesView } from './views.ts';

/** Two years: longer than anybody books, short enough to look at. */
const longestSeriesDays = 732;

type BookingNeeds = Pick<Needs, 'store' | 'clock' | 'ids' | 'policies' | 'calendar'> & Pick<PromiseNeeds, 'forMany'>;

/** An occurrence put elsewhere at booking, because its own time clashes. */
interface BookedMove {
  readonly originalDate: LocalDate;
  readonly start: Instant;
  readonly end: Instant;
}

export interface PairBooking {
  readonly pairId: string;
  readonly booking: Booking;
}

interface Booking {
  /** Made by the client: pressing twice books once. */
  readonly id: string;
  readonly plan: SeriesPlan;
  readonly moves: readonly BookedMove[];
  readonly skips: readonly LocalDate[];
  readonly note: string;
}

/** A meeting of a series where its occurrence stands. */
export function plannedMeeting(
  id: string,
  series: Series,
  occurrence: Occurrence,
  move: BookedMove | undefined,
  skipped: boolean,
): Meeting {
  return {
    id,
    pairId: series.pairId,
    seriesId: series.id,
    kind: 'one-to-one',
    state: skipped ? 'cancelled' : 'planned',
    originalDate: occurrence.originalDate,
    start: move?.start ?? occurrence.start,
    end: move?.end ?? occurrence.end,
    reason: null,
    movedFrom: move === undefined ? null : occurrence.start,
    skipped: null,
    agendaVersion: 1,
    agreedBySupervisor: null,
    agreedByEmployee: null,
    openedAt: null,
    closedAt: null,
    packId: null,
    packVersion: null,
  };
}

/** The items each new meeting begins with: what the policy always puts there. */
export function standingItems(pack: PolicyPack, meetingId: string, ids: Needs['ids']): AgendaItem[] {
  return standingItemsFor(pack).map((item, index) => ({
    id: ids.next(),
    meetingId,
    title: item.title,
    note: null,
    topicId: item.topicId,
    kindId: null,
    standingId: item.id,
    behaviourId: null,
    raisedBy: null,
    urgency: 'normal',
    minutes: item.minutes,
    position: index + 1,
    state: 'open',
    timesCarried: 0,
    carriedFromId: null,
  }));
}

/** What the policy and the pair themselves put on every agenda (OD3a-11). */
export function startingItems(
  pack: PolicyPack,
  own: readonly OwnStandingItem[],
  meetingId: string,
  ids: Needs['ids'],
): AgendaItem[] {
  const first = standingItems(pack, meetingId, ids);
  const theirs = own.map((item, index) =>
    asAgendaItem(item, { id: ids.next(), meetingId, position: first.length + index + 1 }),
  );
  return [...first, ...theirs];
}

/** What the last meeting left open, and meetings that were not held since, had no next meeting to go to until now. */
export async function takeOver(
  tx: Transaction,
  ids: Needs['ids'],
  pairId: string,
  first: Meeting | undefined,
): Promise<void> {
  const before = await tx.meetings.ofPair(pairId);
  const closed = before.findLastIndex((meeting) => meeting.state === 'closed');
  const left = before.slice(Math.max(0, closed)).filter(({ state }) => state !== 'planned' && state !== 'open');
  for (const meeting of left) await carryItems(tx, ids, meeting, first);
}

/** @throws Refusal `bad-request` when the plan ends before it begins, or is longer than anybody books */
export function requirePossiblePlan(plan: SeriesPlan): void {
  const days = daysBetween(plan.startDate, plan.untilDate);
  if (days < 0 || days > longestSeriesDays) throw new Refusal('bad-request', { what: 'plan' });
}

/** @throws Refusal `bad-request` when the plan has no meeting, or more than a screen could show; `slot-in-past` */
function occurrencesToBook(plan: SeriesPlan, now: Instant): readonly Occurrence[] {
  const occurrences = occurrencesOf(plan);
  const first = occurrences[0];
  if (first === undefined || occurrences.length > 200) throw new Refusal('bad-request', { what: 'plan' });
  if (first.start <= now) throw new Refusal('slot-in-past');
  return occurrences;
}

/** @throws Refusal `slot-in-past`, or `bad-request` for a move that ends before it begins */
export function requirePossibleMoves({ moves }: Pick<Booking, 'moves'>, now: Instant): void {
  for (const move of moves) {
    if (move.end <= move.start) throw new Refusal('bad-request', { what: 'moves' });
    if (move.start <= now) throw new Refusal('slot-in-past');
  }
}

async function promiseSeries(
  tx: Transaction,
  needs: PromiseNeeds,
  actor: Actor,
  series: Series,
  meetings: readonly Meeting[],
  employeeId: string,
): Promise<void> {
  const promise = (body: EffectBody): Promise<Effect> =>
    promiseEffect(tx, needs, actor, series.pairId, actor.personId, body);
  await promise({
    kind: 'create-series',
    seriesId: series.id,
    attendeeId: employeeId,
    subject: series.subject,
    note: series.note,
  });
  for (const meeting of meetings) {
    const about = { seriesId: series.id, meetingId: meeting.id, start: meeting.start };
    if (meeting.state === 'cancelled') await promise({ kind: 'cancel-occurrence', ...about, comment: '' });
    else if (meeting.movedFrom !== null)
      await promise({
        kind: 'move-occurrence',
        ...about,
        originalDate: meeting.originalDate,
        was: meeting.movedFrom,
        end: meeting.end,
      });
  }
}

/** A series that went with its mailbox may stand there again once the mailbox is back: it ends where another takes its place. */
export async function endWhatIsBack(
  tx: Transaction,
  needs: Pick<Needs, 'clock' | 'ids'>,
  actor: Actor,
  { id, pairId, state, eventId }: Series,
): Promise<void> {
  if (state !== 'gone' || eventId === null) return;
  const body: EffectBody = { kind: 'end-series', seriesId: id, comment: '' };
  await promiseEffect(tx, needs, actor, pairId, actor.personId, body);
}

/** Books within a transaction that shows the pair; the promises are the actor's. @throws Refusal as `bookSeries` */
export async function bookIn(
  tx: Transaction,
  needs: PromiseNeeds,
  packFor: PackForEmployee,
  actor: Actor,
  input: PairBooking,
) {
  const { booking } = input;
  const { pair, role } = await lockedPair(tx, actor, input.pairId);
  requireAct('schedule', role, null);
  if (hasEnded(pair, localDateOf(needs.clock.now(), 'UTC'))) throw new Refusal('pair-ended');
  const current = await tx.series.current(pair.id);
  if (current?.id === booking.id) return seriesView(current, await tx.meetings.ofPair(pair.id));
  if (current !== null) {
    if (!isRunOut(current, await tx.meetings.ofPair(pair.id), needs.clock.now()))
      throw new Refusal('series-exists', { seriesId: current.id });
    await tx.series.save({ ...current, state: 'ended' });
    await endWhatIsBack(tx, needs, actor, current);
  }
  const plan = whileTheyMeet(pair, booking.plan);
  const occurrences = occurrencesToBook(plan, needs.clock.now());
  requirePossibleMoves(booking, needs.clock.now());
  const { supervisor, employee } = await peopleOf(tx, pair);
  if (employee.mail === null) throw new Refusal('bad-request', { what: 'mail' });
  const series: Series = {
    id: booking.id,
    pairId: pair.id,
    state: 'being-booked',
    plan,
    subject: `One-to-one: ${supervisor.givenName} and ${employee.givenName}`,
    note: booking.note,
    eventId: null,
    iCalUid: null,
    joinUrl: null,
    chatId: null,
  };
  const moveOf = (date: LocalDate): BookedMove | undefined => booking.moves.find((move) => move.originalDate === date);
  const meetings = occurrences.map((one) =>
    plannedMeeting(needs.ids.next(), series, one, moveOf(one.originalDate), booking.skips.includes(one.originalDate)),
  );
  const planned = meetings.filter((meeting) => meeting.state === 'planned');
  const [own, pack] = await Promise.all([tx.ownStandingItems.ofPair(pair.id), packFor(employee)]);
  requireClear(pack.rules, await tx.meetings.ofPair(pair.id), planned);
  await tx.series.save(series);
  await tx.meetings.save(meetings);
  await tx.agendas.save(
    planned.flatMap((meeting) => startingItems(pack, own, meeting.id, needs.ids)),
    pair.id,
  );
  await takeOver(tx, needs.ids, pair.id, planned[0]);
  await askForNewObjectives(tx, needs, packFor, actor, { pair, role });
  await promiseSeries(tx, needs, actor, series, meetings, employee.id);
  await tx.changed(pair.id, 'series-booked');
  return seriesView(series, meetings);
}

/** The first invitation of whoever took over says so, before what they themselves write in it. */
async function withReason(needs: BookingNeeds, actor: Actor, input: PairBooking): Promise<PairBooking> {
  const why = await whyTakenOver(needs, actor, input.pairId);
  if (why === null) return input;
  const note = [why, input.booking.note.trim()].filter(Boolean).join('\n\n');
  return { ...input, booking: { ...input.booking, note } };
}

/**
 * Books a recurring Teams meeting for a pair: kept here at once, promised to Outlook in the same transaction (OUT-3, C2).
 * The same booking again changes nothing.
 * @throws Refusal `series-exists`, `slot-in-past`, `slot-outside-hours`, `slot-kept-apart`, `pair-ended`, `only-supervisor`, `not-found`, `bad-request`
 */
export async function bookSeries(needs: BookingNeeds, actor: Actor, input: PairBooking) {
  const packFor = await packForEmployee(needs, actor);
  requirePossiblePlan(input.booking.plan);
  await checkBooking(needs, actor, input);
  const said = await withReason(needs, actor, input);
  return needs.store.asPerson(actor, (tx) => bookIn(tx, needs, packFor, actor, said));
}

/** Books several people's series: all of them, or none where one is refused. @throws Refusal as `bookSeries` */
export async function bookAll(needs: BookingNeeds, actor: Actor, input: { readonly bookings: readonly PairBooking[] }) {
  const packFor = await packForEmployee(needs, actor);
  const said: PairBooking[] = [];
  for (const one of input.bookings) {
    requirePossiblePlan(one.booking.plan);
    await checkBooking(needs, actor, one);
    said.push(await withReason(needs, actor, one));
  }
  const inOrder = said.sort((a, b) => (a.pairId < b.pairId ? -1 : 1));
  return needs.store.asPerson(actor, async (tx) => {
    const series = [];
    for (const one of inOrder)
      series.push({ pairId: one.pairId, series: await bookIn(tx, needs, packFor, actor, one) });
    return { series };
  });
}
