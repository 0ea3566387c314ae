import { roleIn } from '#core/access/access.ts';
import { putsMeeting, shortNotice } from '#core/following/short-notice.ts';
import { wentAt } from '#core/following/news.ts';
import { sameData } from '#core/same-data.ts';
import type { Finding } from '#core/policy/finding.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Pair, Party } from '#core/people/pair.ts';
import type { Actor, Person } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { Series } from '#core/series/series.ts';
import { addMinutes, localDateOf } from '#core/time.ts';
import type { Instant, Zone } from '#core/time-types.ts';
import type { Freshness, KeptNews } from '../ports/following.ts';
import type { Transaction } from '../ports/store.ts';
import { agreedFor } from './agreement-facts.ts';
import type { Needs } from './needs.ts';
import { findingView } from './pair-line.ts';
import { knownPeople, pairScope } from './pair-scope.ts';
import { findingsOfPairs } from './read-standing.ts';
import { personView } from './views.ts';

/** Minutes for which what was seen is still shown on the pair's own pages. */
const shownMinutes = 60 * 24 * 60;
const mostShown = 50;

/** What of a pair its news is told with. */
interface PairNews {
  readonly pair: Pair;
  readonly other: Person;
  readonly party: Party;
  readonly news: readonly KeptNews[];
  readonly meetings: ReadonlyMap<string, Meeting>;
  readonly series: Series | null;
  readonly findings: readonly Finding[];
  readonly freshness: Freshness | null;
  /** What the two agreed on how they meet; null: nothing that counts. */
  readonly agreed: Awaited<ReturnType<typeof agreedFor>>;
  /** The supervisor's, in which days of notice are counted. */
  readonly zone: Zone;
  readonly seq: number;
}

function isSeen(news: KeptNews, party: Party): boolean {
  return party === 'supervisor' ? news.seenBySupervisor : news.seenByEmployee;
}

/** Whether the series still has the day and the time it had when this was told. */
function isAsTold({ rule }: KeptNews, series: Series | null): boolean {
  if (rule === null || series?.state !== 'booked') return false;
  const { pattern, zone, startTime } = series.plan;
  return rule.zone === zone && rule.startTime === startTime && sameData(rule.pattern, pattern);
}

/** What the reader can do with one press: only the one whose calendar it is can change it, and only while it still means something. */
function stepOf(
  news: KeptNews,
  { party, series, meetings, news: all }: PairNews,
  now: Instant,
): 'take' | 'schedule' | 'adopt' | 'retime' | null {
  if (party !== 'supervisor') return null;
  const meeting = meetings.get(news.meetingId ?? '');
  if (news.kind === 'new-time-proposed')
    return meeting?.state === 'planned' && news.to !== null && news.to.start > now && news.to.start !== meeting.start
      ? 'take'
      : null;
  if (news.kind === 'mailbox-zone-changed')
    return news.zones?.isOutside === true && isAsTold(news, series) ? 'retime' : null;
  if (series?.state !== 'gone') return null;
  if (news.kind === 're-created-by-hand') return news.at >= wentAt(all) ? 'adopt' : null;
  return news.kind === 'series-gone' || news.kind === 'mailbox-gone' ? 'schedule' : null;
}

/** Where a meeting was put sooner than the two agreed to arrange one: the days they agreed on, and the clause. */
function shortNoticeOf(news: KeptNews, { agreed, zone }: PairNews) {
  const days = agreed === null ? null : shortNotice(news, agreed.terms, zone);
  return days === null || agreed === null ? null : { days, clause: agreed.clause };
}

function newsView(news: KeptNews, of: PairNews, now: Instant) {
  const meeting = of.meetings.get(news.meetingId ?? '');
  const doer = news.by === 'organiser' ? 'supervisor' : 'employee';
  return {
    id: news.id,
    kind: news.kind,
    at: news.at,
    meeting:
      meeting === undefined ? null : { id: meeting.id, kind: meeting.kind, start: meeting.start, end: meeting.end },
    by: news.by === null ? null : doer === of.party ? ('me' as const) : ('other' as const),
    from: news.from,
    to: news.to,
    guest: news.guest === null ? null : { name: news.guest.name, mail: news.guest.mail },
    shortNotice: shortNoticeOf(news, of),
    untilDate: news.rule?.untilDate ?? null,
    zones: news.zones === null ? null : { ...news.zones, series: news.rule?.zone ?? null },
    step: stepOf(news, of, now),
    seen: isSeen(news, of.party),
  };
}

function pairView(of: PairNews, now: Instant, onlyUnseen: boolean) {
  const oldest = addMinutes(now, -shownMinutes);
  const shown = of.news.filter((one) => !isSeen(one, of.party) || (!onlyUnseen && one.at >= oldest));
  const cadence = of.findings.find(({ kind }) => kind === 'cadence');
  return {
    pairId: of.pair.id,
    seq: of.seq,
    other: personView(of.other),
    supervising: of.party === 'supervisor',
    news: shown.slice(0, mostShown).map((one) => newsView(one, of, now)),
    cadence: cadence === undefined ? null : findingView(cadence),
    lookedAt: of.freshness?.lookedAt ?? null,
    isBehind: of.freshness?.behindSince != null,
  };
}

async function newsOfPairs(
  tx: Transaction,
  needs: Pick<Needs, 'clock'>,
  packFor: Parameters<typeof findingsOfPairs>[2],
  actor: Actor,
  pairs: readonly Pair[],
): Promise<PairNews[]> {
  const ids = pairs.map(({ id }) => id);
  const others = pairs.map((pair) => (pair.supervisorId === actor.personId ? pair.employeeId : pair.supervisorId));
  const [news, series, freshness, people, findings] = await Promise.all([
    tx.following.newsOf(ids),
    tx.series.currentOf(ids),
    tx.following.freshness([...new Set(pairs.map(({ supervisorId }) => supervisorId))]),
    knownPeople(tx, [...new Set([...others, actor.personId])]),
    findingsOfPairs(tx, pairs, packFor, needs.clock.now()),
  ]);
  const told = new Set(news.map(({ meetingId }) => meetingId));
  const meetings = new Map(
    (await tx.meetings.ofPairs(ids)).filter(({ id }) => told.has(id)).map((one) => [one.id, one]),
  );
  const seqs = await tx.pairs.seqs(actor.personId);
  const agreed = new Map<string, PairNews['agreed']>();
  for (const pair of pairs) {
    const employee = people.get(pair.employeeId);
    if (employee === undefined || !news.some((one) => one.pairId === pair.id && putsMeeting(one))) continue;
    const today = localDateOf(needs.clock.now(), employee.zone);
    const pack = await packFor(employee, today);
    if (pack !== null) agreed.set(pair.id, await agreedFor(tx, pack, pair, employee, today));
  }
  return pairs.flatMap((pair, index) => {
    const other = people.get(others[index] ?? '');
    const role = roleIn(pair, actor.personId);
    if (other === undefined || role === 'other') return [];
    return [
      {
        pair,
        other,
        party: role,
        news: news.filter(({ pairId }) => pairId === pair.id),
        meetings,
        series: series.find(({ pairId }) => pairId === pair.id) ?? null,
        findings: findings.get(pair.id) ?? [],
        freshness: freshness.find(({ mailboxId }) => mailboxId === pair.supervisorId) ?? null,
        agreed: agreed.get(pair.id) ?? null,
        zone: people.get(pair.supervisorId)?.zone ?? 'UTC',
        seq: seqs[pair.id] ?? 0,
      },
    ];
  });
}

/** What happened in Outlook to one pair's meetings, for one of the two. @throws Refusal `not-found` */
export async function readNews(
  needs: Pick<Needs, 'store' | 'clock' | 'packs'>,
  actor: Actor,
  input: { readonly pairId: string },
) {
  const packFor = await needs.packs(actor.tenantId);
  const now = needs.clock.now();
  return needs.store.asPerson(actor, async (tx) => {
    const { pair } = await pairScope(tx, actor, input.pairId);
    const [found] = await newsOfPairs(tx, needs, packFor, actor, [pair]);
    if (found === undefined) throw new Refusal('not-found');
    return pairView(found, now, false);
  });
}

/** What happened in Outlook that the actor has not seen yet, in any of their pairs. */
export async function readHomeNews(needs: Pick<Needs, 'store' | 'clock' | 'packs'>, actor: Actor) {
  const packFor = await needs.packs(actor.tenantId);
  const now = needs.clock.now();
  return needs.store.asPerson(actor, async (tx) => {
    const all = await tx.pairs.ofPerson(actor.personId);
    const unseen = (await tx.following.newsOf(all.map(({ id }) => id))).filter((news) => {
      const pair = all.find(({ id }) => id === news.pairId);
      return pair !== undefined && !isSeen(news, pair.supervisorId === actor.personId ? 'supervisor' : 'employee');
    });
    const pairs = all.filter(({ id }) => unseen.some(({ pairId }) => pairId === id));
    const found = await newsOfPairs(tx, needs, packFor, actor, pairs);
    return { pairs: found.map((one) => pairView(one, now, true)), seqs: await tx.pairs.seqs(actor.personId) };
  });
}
