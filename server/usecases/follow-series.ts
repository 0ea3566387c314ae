import { firstMissing, unanswered, ruleOf, type Pending } from '#core/following/base.ts';
import { followGone, followSeries, type Followed } from '#core/following/follow-series.ts';
import { newsOf } from '#core/following/news.ts';
import type { OutlookRule, OutlookSeries, Span } from '#core/following/outlook.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Actor } from '#core/people/person.ts';
import type { Series } from '#core/series/series.ts';
import type { Instant } from '#core/time-types.ts';
import type { Gone } from '../ports/outlook.ts';
import type { Delivery, Transaction } from '../ports/store.ts';
import { plannedMeeting, startingItems } from './book-series.ts';
import { leaveItems } from './carry-items.ts';
import { keepNews, withdraw } from './keep-news.ts';
import { endEvent, movePreparation } from './meeting-event.ts';
import type { Needs } from './needs.ts';
import type { PackForEmployee } from './pack-for-employee.ts';
import { peopleOf } from './pair-scope.ts';
import { publishAgain } from './publish-again.ts';

type ApplyNeeds = Pick<Needs, 'store' | 'clock' | 'ids' | 'documents'>;

/** Promises that do not bear on when a meeting of a series is. */
const elsewhere: ReadonlySet<Delivery['kind']> = new Set<Delivery['kind']>([
  'install-panel',
  'publish-agenda',
  'send-summary',
  'create-event',
  'move-event',
  'cancel-event',
]);

/** So many moves of single meetings may lie between a look at Outlook and the one before. */
const mostMoves = 20;

/** Where Duologue last put single meetings, by promise. */
async function placesOf(tx: Transaction, deliveries: readonly Delivery[]): Promise<ReadonlyMap<string, Span>> {
  const moves = deliveries.filter(({ kind, state }) => kind === 'move-occurrence' && state !== 'withdrawn');
  const effects = await Promise.all(moves.slice(-mostMoves).map(({ id }) => tx.effects.find(id)));
  return new Map(
    effects.flatMap((effect) =>
      effect?.body.kind === 'move-occurrence'
        ? [[effect.id, { start: effect.body.start, end: effect.body.end }] as const]
        : [],
    ),
  );
}

function pendingOf(deliveries: readonly Delivery[], places: ReadonlyMap<string, Span>): Pending[] {
  return deliveries
    .filter(({ kind, state }) => !elsewhere.has(kind) && state !== 'withdrawn')
    .map(({ id, meetingId, state, settledAt }) => ({
      effectId: id,
      meetingId,
      settledAt: state === 'done' ? settledAt : null,
      place: places.get(id),
    }));
}

/** So many rules may lie between what Outlook had when it was last looked at and what it is to have. */
const mostRules = 6;

/** The rules a series was last given by Duologue, oldest first. */
async function ownRulesOf(tx: Transaction, deliveries: readonly Delivery[], seriesId: string): Promise<OutlookRule[]> {
  const ids = deliveries.flatMap(({ id, kind, state }) =>
    kind === 'change-series' && state !== 'withdrawn' ? [id] : [],
  );
  const effects = await Promise.all(ids.slice(-mostRules).map((id) => tx.effects.find(id)));
  return effects.flatMap((effect) =>
    effect?.body.kind === 'change-series' && effect.body.seriesId === seriesId
      ? [ruleOf(effect.body.was), ruleOf(effect.body.plan)]
      : [],
  );
}

/** What was open on meetings called off goes on to the next; time kept for them is let go. */
async function leave(tx: Transaction, needs: ApplyNeeds, actor: Actor, before: readonly Meeting[]): Promise<void> {
  for (const meeting of before) await leaveItems(tx, needs.ids, meeting);
  for (const event of await tx.singleEvents.ofMeetings(before.map(({ id }) => id)))
    await endEvent(tx, needs, actor, event, '');
}

async function addMeetings(
  tx: Transaction,
  needs: ApplyNeeds,
  packFor: PackForEmployee,
  pair: Pair,
  followed: Followed,
): Promise<Meeting[]> {
  if (followed.added.length === 0) return [];
  const { employee } = await peopleOf(tx, pair);
  const [pack, own] = await Promise.all([packFor(employee), tx.ownStandingItems.ofPair(pair.id)]);
  const meetings = followed.added.map((occurrence) =>
    plannedMeeting(needs.ids.next(), followed.series, occurrence, undefined, false),
  );
  await tx.meetings.save(meetings);
  await tx.agendas.save(
    meetings.flatMap(({ id }) => startingItems(pack, own, id, needs.ids)),
    pair.id,
  );
  return meetings;
}

/** A meeting that comes back finds its agenda as a new one would, where nothing was left on it. */
async function furnish(
  tx: Transaction,
  needs: ApplyNeeds,
  packFor: PackForEmployee,
  pair: Pair,
  restored: readonly Meeting[],
): Promise<void> {
  if (restored.length === 0) return;
  const { employee } = await peopleOf(tx, pair);
  const [pack, own] = await Promise.all([packFor(employee), tx.ownStandingItems.ofPair(pair.id)]);
  const items = await tx.agendas.ofMeetings(restored.map(({ id }) => id));
  const bare = restored.filter(({ id }) => !items.some((item) => item.meetingId === id));
  await tx.agendas.save(
    bare.flatMap(({ id }) => startingItems(pack, own, id, needs.ids)),
    pair.id,
  );
}

async function keep(
  tx: Transaction,
  needs: ApplyNeeds,
  actor: Actor,
  packFor: PackForEmployee,
  pair: Pair,
  was: { readonly series: Series; readonly meetings: readonly Meeting[]; readonly readAt: Instant },
  followed: Followed,
): Promise<void> {
  const before = new Map(was.meetings.map((meeting) => [meeting.id, meeting]));
  if (followed.series !== was.series) await tx.series.save(followed.series);
  await tx.meetings.save(followed.meetings);
  await withdraw(tx, needs, followed.withdraw);
  const cancelled = followed.cancelledIds.flatMap((id) => before.get(id) ?? []);
  await leave(tx, needs, actor, cancelled);
  const added = await addMeetings(tx, needs, packFor, pair, followed);
  const planned = followed.meetings.filter(({ state }) => state === 'planned');
  await furnish(
    tx,
    needs,
    packFor,
    pair,
    planned.filter(({ id }) => before.get(id)?.state === 'cancelled'),
  );
  const moved = planned.filter(({ id, start }) => before.get(id)?.start !== start);
  for (const meeting of moved) await movePreparation(tx, needs, actor, meeting, before.get(meeting.id)?.start ?? null);
  await publishAgain(tx, needs, actor, pair, {
    anew: followed.republishIds,
    moved: moved.map(({ id }) => id),
    bare: { meetingIds: followed.bareIds, readAt: was.readAt },
  });
  const news = followed.isAddingNews
    ? added.map(({ id, start, end }) => newsOf('meeting-added', { meetingId: id, by: 'organiser', to: { start, end } }))
    : [];
  await keepNews(tx, needs, { pairId: pair.id, seriesId: followed.series.id }, [...followed.news, ...news]);
  if (followed.bases.series !== null)
    await tx.following.saveSeriesBase(pair.id, followed.series.id, followed.bases.series);
  await tx.following.saveMeetingBases(pair.id, followed.bases.meetings);
  const count = followed.meetings.length + added.length + followed.news.length + followed.withdraw.length;
  if (count === 0 && followed.series === was.series) return;
  await tx.changed(pair.id, 'outlook-followed');
}

/** Follows one series of the actor's as Outlook has it, all in one transaction. */
export async function applySeries(
  needs: ApplyNeeds,
  actor: Actor,
  packFor: PackForEmployee,
  which: { readonly pairId: string; readonly seriesId: string; readonly eventId: string },
  truth: OutlookSeries | Gone,
): Promise<void> {
  await needs.store.asPerson(actor, async (tx) => {
    await tx.pairs.lock(which.pairId);
    const [pair, series, all] = await Promise.all([
      tx.pairs.find(which.pairId),
      tx.series.find(which.seriesId),
      tx.meetings.ofPair(which.pairId),
    ]);
    // Meanwhile it was ended, or is another event in Outlook.
    if (pair === null || series?.eventId !== which.eventId || series.state === 'ended' || series.state === 'gone')
      return;
    const meetings = all.filter(({ seriesId }) => seriesId === series.id);
    const deliveries = await tx.effects.deliveriesOf([pair.id]);
    const ownRules = await ownRulesOf(tx, deliveries, series.id);
    const own = { series, meetings, pending: pendingOf(deliveries, await placesOf(tx, deliveries)), ownRules };
    const now = needs.clock.now();
    const seriesBases = await tx.following.seriesBases(pair.id);
    if (truth === 'mailbox-gone') {
      const base = seriesBases.get(series.id) ?? { rule: ruleOf(series.plan), invited: unanswered };
      const missing = firstMissing(base, now);
      if (missing !== null) {
        await tx.following.saveSeriesBase(pair.id, series.id, missing);
        return;
      }
    }
    if (truth === 'gone' || truth === 'mailbox-gone') {
      const kind = truth === 'gone' ? 'series-gone' : 'mailbox-gone';
      await keep(tx, needs, actor, packFor, pair, { ...own, readAt: now }, followGone(own, kind, now));
      return;
    }
    const meetingBases = await tx.following.meetingBases(pair.id);
    const bases = { series: seriesBases.get(series.id) ?? null, meetings: meetingBases };
    const was = { ...own, readAt: truth.readAt };
    await keep(tx, needs, actor, packFor, pair, was, followSeries(own, truth, bases, now));
  });
}
