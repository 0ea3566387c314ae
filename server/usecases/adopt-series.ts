import { requireAct } from '#core/access/access.ts';
import { unanswered } from '#core/following/base.ts';
import { newsOf, wentAt } from '#core/following/news.ts';
import type { OutlookSeries } from '#core/following/outlook.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { Series } from '#core/series/series.ts';
import { addMinutes, localDateOf } from '#core/time.ts';
import { promiseEffect } from '../effects/promise.ts';
import { Failure } from '../ports/failures.ts';
import type { HadSeries, MadeSeries } from '../ports/outlook.ts';
import type { Transaction } from '../ports/store.ts';
import { endWhatIsBack, plannedMeeting, startingItems, takeOver } from './book-series.ts';
import { keepNews } from './keep-news.ts';
import type { Needs } from './needs.ts';
import { packForEmployee, type PackForEmployee } from './pack-for-employee.ts';
import { lockedPair, peopleOf } from './pair-scope.ts';

const aheadMinutes = 740 * 24 * 60;

/** What of the same two stands in the actor's calendar; a mailbox that is not there has nothing. */
function seriesThere(needs: Pick<Needs, 'outlook'>, actor: Actor, two: HadSeries): Promise<readonly MadeSeries[]> {
  return needs.outlook.seriesWith(actor, two).catch((cause: unknown) => {
    if (cause instanceof Failure && cause.code === 'outlook-missing') return [];
    throw cause;
  });
}

/**
 * Tells of a series of the same two that was made by hand after theirs went, or of theirs where the mailbox it stands in is back. It is
 * taken up only when somebody says so.
 */
export async function offerMadeByHand(
  needs: Pick<Needs, 'store' | 'clock' | 'ids' | 'outlook'>,
  actor: Actor,
  of: HadSeries & { readonly pairId: string },
): Promise<void> {
  const made = await seriesThere(needs, actor, of);
  await needs.store.asPerson(actor, async (tx) => {
    await tx.pairs.lock(of.pairId);
    const series = await tx.series.current(of.pairId);
    if (series?.state !== 'gone') return;
    // One that comes, goes and comes again is told of each time.
    const news = await tx.following.newsOf([of.pairId]);
    const told = new Set(news.filter(({ at }) => at >= wentAt(news)).map(({ eventId }) => eventId));
    const today = localDateOf(needs.clock.now(), 'UTC');
    const isRunning = ({ rule }: MadeSeries): boolean => rule.untilDate === null || rule.untilDate >= today;
    const fresh = made.filter((one) => !told.has(one.eventId) && isRunning(one));
    if (fresh.length === 0) return;
    await keepNews(
      tx,
      needs,
      { pairId: of.pairId, seriesId: series.id },
      fresh.map(({ eventId, rule }) =>
        newsOf('re-created-by-hand', { meetingId: null, by: 'organiser', rule, eventId }),
      ),
    );
    await tx.changed(of.pairId, 'outlook-followed');
  });
}

/** The series of the news as it stands now. @throws Refusal `not-found` where it has gone again */
async function readMade(
  needs: Pick<Needs, 'outlook' | 'clock'>,
  actor: Actor,
  had: Omit<HadSeries, 'attendeeMail'> & { readonly attendeeMail: string | null },
  eventId: string,
): Promise<{ readonly made: MadeSeries; readonly truth: OutlookSeries }> {
  const { attendeeMail } = had;
  const all = attendeeMail === null ? [] : await needs.outlook.seriesWith(actor, { ...had, attendeeMail });
  const made = all.find((one) => one.eventId === eventId);
  if (made === undefined) throw new Refusal('not-found', { what: 'series' });
  const now = needs.clock.now();
  const item = { eventId, iCalUid: made.iCalUid, attendeeMail };
  const truth = await needs.outlook.readSeries(actor, item, now, addMinutes(now, aheadMinutes));
  if (truth === 'gone' || truth === 'mailbox-gone') throw new Refusal('not-found', { what: 'series' });
  return { made, truth };
}

function seriesFrom(id: string, old: Series, { made, truth }: Awaited<ReturnType<typeof readMade>>): Series {
  const { rule } = truth;
  return {
    ...old,
    id,
    state: 'booked',
    plan: {
      ...old.plan,
      pattern: rule.pattern ?? old.plan.pattern,
      zone: rule.zone,
      startDate: rule.startDate,
      startTime: rule.startTime,
      minutes: rule.minutes,
      untilDate: rule.untilDate ?? truth.occurrences.at(-1)?.originalDate ?? rule.startDate,
    },
    eventId: made.eventId,
    iCalUid: made.iCalUid,
    joinUrl: made.joinUrl,
    chatId: null,
  };
}

async function takeUp(
  tx: Transaction,
  needs: Pick<Needs, 'clock' | 'ids'>,
  packFor: PackForEmployee,
  actor: Actor,
  pairId: string,
  found: Awaited<ReturnType<typeof readMade>>,
): Promise<void> {
  const { pair, role } = await lockedPair(tx, actor, pairId);
  requireAct('schedule', role, null);
  const old = await tx.series.current(pair.id);
  if (old?.state !== 'gone') throw new Refusal('series-exists');
  await tx.series.save({ ...old, state: 'ended' });
  if (old.eventId !== found.made.eventId) await endWhatIsBack(tx, needs, actor, old);
  const series = seriesFrom(needs.ids.next(), old, found);
  await tx.series.save(series);
  const meetings = found.truth.occurrences.map((one) =>
    plannedMeeting(needs.ids.next(), series, one, undefined, false),
  );
  const { employee } = await peopleOf(tx, pair);
  const [own, pack] = await Promise.all([tx.ownStandingItems.ofPair(pair.id), packFor(employee)]);
  await tx.meetings.save(meetings);
  await tx.agendas.save(
    meetings.flatMap(({ id }) => startingItems(pack, own, id, needs.ids)),
    pair.id,
  );
  await takeOver(tx, needs.ids, pair.id, meetings[0]);
  await tx.following.saveSeriesBase(pair.id, series.id, { rule: found.truth.rule, invited: unanswered });
  const told = await tx.following.newsOf([pair.id]);
  const answered = told.filter(({ kind }) => kind === 're-created-by-hand' || kind === 'series-gone');
  for (const party of ['supervisor', 'employee'] as const)
    await tx.following.markSeen(
      answered.map(({ id }) => id),
      party,
    );
  if (series.joinUrl !== null)
    await promiseEffect(tx, needs, actor, pair.id, pair.supervisorId, { kind: 'install-panel', seriesId: series.id });
}

/**
 * Takes up a series that was made by hand after the pair's own went: its meetings become the pair's, and what was left open goes on
 * its first. Nothing is sent to anybody.
 * @throws Refusal `not-found`, `series-exists`, `only-supervisor`
 */
export async function adoptSeries(
  needs: Pick<Needs, 'store' | 'clock' | 'ids' | 'policies' | 'outlook'>,
  actor: Actor,
  input: { readonly pairId: string; readonly newsId: string },
) {
  const packFor = await packForEmployee(needs, actor);
  const { news, had } = await needs.store.asPerson(actor, async (tx) => {
    const { pair, role } = await lockedPair(tx, actor, input.pairId);
    requireAct('schedule', role, null);
    const { employee } = await peopleOf(tx, pair);
    const old = await tx.series.current(pair.id);
    const had = { attendeeMail: employee.mail, eventId: old?.eventId ?? null, iCalUid: old?.iCalUid ?? null };
    return { news: await tx.following.findNews(input.newsId), had };
  });
  if (news?.pairId !== input.pairId || news.kind !== 're-created-by-hand' || news.eventId === null)
    throw new Refusal('not-found');
  const found = await readMade(needs, actor, had, news.eventId);
  return needs.store.asPerson(actor, async (tx) => {
    await takeUp(tx, needs, packFor, actor, input.pairId, found);
    return { seq: await tx.changed(input.pairId, 'series-adopted') };
  });
}
