import { agreementState } from '#core/agenda/agenda.ts';
import { requireClear } from '#core/meeting/meeting-kind.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { comingOf, reassign, type PlannedDay, type SeriesRule } from '#core/series/reassign.ts';
import { occurrencesOf } from '#core/series/occurrences.ts';
import type { Series } from '#core/series/series.ts';
import { sameData } from '#core/same-data.ts';
import { promiseEffect } from '../effects/promise.ts';
import type { Transaction } from '../ports/store.ts';
import { publishAgreed, type AgreeNeeds } from './agree-agenda.ts';
import { startingItems, takeOver } from './book-series.ts';
import { carryItems, leaveItems } from './carry-items.ts';
import { endEvent, movePreparation } from './meeting-event.ts';
import type { PackForEmployee } from './pack-for-employee.ts';
import { peopleOf } from './pair-scope.ts';
import { publishAgain } from './publish-again.ts';

/** A series of a pair, in a transaction that holds the pair's lock. */
export interface SeriesScope {
  readonly pair: Pair;
  readonly series: Series;
}

/** Promises about single occurrences that a change of the whole series overtakes. */
const ofOccurrences: ReadonlySet<string> = new Set(['move-occurrence', 'cancel-occurrence', 'publish-agenda']);

/** Takes back what was promised about these meetings' occurrences, and, `withRule`, a change of the rule that waits for a person. */
export async function withdrawOvertaken(
  tx: Transaction,
  now: string,
  pairId: string,
  meetingIds: ReadonlySet<string>,
  withRule = true,
): Promise<void> {
  const waiting = (await tx.effects.deliveriesOf([pairId])).filter(({ kind, meetingId, state }) => {
    if (kind === 'change-series') return withRule && state === 'parked';
    const isOpen = state === 'promised' || state === 'parked';
    return isOpen && ofOccurrences.has(kind) && meetingId !== null && meetingIds.has(meetingId);
  });
  for (const { id } of waiting) {
    const effect = await tx.effects.find(id);
    if (effect !== null) await tx.effects.save({ ...effect, state: 'withdrawn', settledAt: now });
  }
}

/** Meetings whose agenda stands in Outlook, or is on its way there: as it is now, or changed since it was shared. */
async function publishedOf(
  tx: Transaction,
  pairId: string,
  meetings: readonly Meeting[],
): Promise<{ readonly asNow: ReadonlySet<string>; readonly earlier: ReadonlySet<string> }> {
  const sent = (await tx.effects.deliveriesOf([pairId])).flatMap(({ kind, meetingId, state }) =>
    kind === 'publish-agenda' && meetingId !== null && state !== 'withdrawn' ? [meetingId] : [],
  );
  const { asNow = [], earlier = [] } = Object.groupBy(
    meetings.filter(({ id }) => sent.includes(id)),
    (one) => (agreementState(one) === 'both' ? 'asNow' : 'earlier'),
  );
  return { asNow: new Set(asNow.map(({ id }) => id)), earlier: new Set(earlier.map(({ id }) => id)) };
}

/** Occurrences that were called off, or missed, are none of the series' any more once it has another rule. */
async function detachPassed(tx: Transaction, meetings: readonly Meeting[], { series }: SeriesScope, rule: SeriesRule) {
  const days = new Set(occurrencesOf(rule.plan).map(({ originalDate }) => originalDate));
  const passed = meetings.filter(
    ({ seriesId, state, originalDate }) =>
      seriesId === series.id && (state === 'cancelled' || state === 'missed') && days.has(originalDate),
  );
  const stillSkipped = new Set(rule.skips);
  await tx.meetings.save(
    passed.filter(({ originalDate }) => !stillSkipped.has(originalDate)).map((one) => ({ ...one, seriesId: null })),
  );
}

function plannedOn(day: PlannedDay, id: string, series: Series): Meeting {
  return {
    id,
    pairId: series.pairId,
    seriesId: series.id,
    kind: 'one-to-one',
    state: 'planned',
    ...day,
    reason: null,
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

/** No day is left for these: they are cancelled, and what stood on them goes to the last that is left. */
async function leave(
  tx: Transaction,
  needs: AgreeNeeds,
  actor: Actor,
  left: readonly Meeting[],
  last: Meeting | undefined,
  reason: string | null,
): Promise<void> {
  await tx.meetings.save(left.map((meeting) => ({ ...meeting, state: 'cancelled' as const, seriesId: null, reason })));
  for (const meeting of left) {
    await leaveItems(tx, needs.ids, meeting);
    await carryItems(tx, needs.ids, meeting, last);
  }
  for (const event of await tx.singleEvents.ofMeetings(left.map(({ id }) => id)))
    await endEvent(tx, needs, actor, event, reason ?? '');
}

/** Asks Outlook for every day that departs from the rule anew: a change of the rule forgets them. */
async function promiseDepartures(
  tx: Transaction,
  needs: AgreeNeeds,
  actor: Actor,
  { pair, series }: SeriesScope,
  meetings: readonly Meeting[],
): Promise<void> {
  for (const { id, movedFrom, originalDate, start, end, state } of meetings) {
    const about = { seriesId: series.id, meetingId: id };
    if (state === 'cancelled') {
      const cancel = { kind: 'cancel-occurrence', ...about, start: movedFrom ?? start, comment: '' } as const;
      await promiseEffect(tx, needs, actor, pair.id, pair.supervisorId, cancel);
    } else if (movedFrom !== null) {
      const move = { kind: 'move-occurrence', ...about, originalDate, was: movedFrom, start, end } as const;
      await promiseEffect(tx, needs, actor, pair.id, pair.supervisorId, move);
    }
  }
}

/** The meetings that stand for days passed over: those there are, and new ones. */
async function passedOver(
  tx: Transaction,
  needs: AgreeNeeds,
  series: Series,
  rule: SeriesRule,
  meetings: readonly Meeting[],
  skipped: readonly string[],
): Promise<Meeting[]> {
  const days = new Map(occurrencesOf(rule.plan).map((one) => [one.originalDate, one]));
  const standing = skipped.flatMap((date): Meeting[] => {
    const known = meetings.find(
      (one) => one.seriesId === series.id && one.originalDate === date && one.state !== 'planned',
    );
    if (known !== undefined) return known.state === 'cancelled' ? [known] : [];
    const day = days.get(date);
    if (day === undefined) return [];
    return [{ ...plannedOn({ ...day, movedFrom: null }, needs.ids.next(), series), state: 'cancelled' }];
  });
  await tx.meetings.save(standing);
  return standing;
}

/**
 * Gives a series another rule from here on, in place: the same event and join address in Outlook, one update there. Meetings to
 * come keep their ids and agendas, in order; what is over stays as it was. Published agendas are published again, because
 * Outlook forgets what single occurrences had of their own. False: everything is so already.
 * @throws Refusal `series-not-booked`, `bad-request` when the rule has no day to come
 */
export async function applyRule(
  tx: Transaction,
  needs: AgreeNeeds,
  packFor: PackForEmployee,
  actor: Actor,
  scope: SeriesScope,
  rule: SeriesRule,
  reason: string | null,
): Promise<boolean> {
  const { pair, series } = scope;
  if (series.eventId === null) throw new Refusal('series-not-booked');
  const now = needs.clock.now();
  const meetings = await tx.meetings.ofPair(pair.id);
  const coming = comingOf(meetings, series.id, now);
  const { kept, left, added, skipped } = reassign(coming, rule, now);
  if (kept.length + added.length === 0) throw new Refusal('bad-request', { what: 'plan' });
  const isSame = sameData(series.plan, rule.plan) && sameData(kept, coming);
  if (isSame && added.length === 0 && left.length === 0) return false;
  const { employee } = await peopleOf(tx, pair);
  const pack = await packFor(employee);
  requireClear(pack.rules, meetings, [...kept, ...added]);
  const published = await publishedOf(tx, pair.id, coming);
  // Days called off a moment ago too: what is still to be told of them would hit whatever stands there by then.
  const ahead = meetings.filter((one) => one.seriesId === series.id && one.start > now);
  await withdrawOvertaken(tx, now, pair.id, new Set(ahead.map(({ id }) => id)));
  await detachPassed(tx, meetings, scope, rule);
  const fresh = added.map((day) => plannedOn(day, needs.ids.next(), series));
  await tx.meetings.save([...kept, ...fresh]);
  const own = await tx.ownStandingItems.ofPair(pair.id);
  await tx.agendas.save(
    fresh.flatMap((meeting) => startingItems(pack, own, meeting.id, needs.ids)),
    pair.id,
  );
  const held = [...kept, ...fresh];
  await leave(tx, needs, actor, left, held.at(-1), reason);
  if (coming.length === 0) await takeOver(tx, needs.ids, pair.id, held[0]);
  const over = await passedOver(tx, needs, series, rule, meetings, skipped);
  await tx.series.save({ ...series, plan: rule.plan });
  await promiseEffect(tx, needs, actor, pair.id, pair.supervisorId, {
    kind: 'change-series',
    seriesId: series.id,
    plan: rule.plan,
    was: series.plan,
  });
  await promiseDepartures(tx, needs, actor, scope, [...held, ...over]);
  for (const meeting of kept) {
    const before = coming.find(({ id }) => id === meeting.id);
    if (before?.start !== meeting.start) await movePreparation(tx, needs, actor, meeting, before?.start ?? null);
    if (published.asNow.has(meeting.id)) await publishAgreed(tx, needs, actor, pair, meeting.id);
  }
  const earlier = kept.flatMap(({ id }) => (published.earlier.has(id) ? [id] : []));
  await publishAgain(tx, needs, actor, pair, { anew: earlier, moved: [] });
  return true;
}
