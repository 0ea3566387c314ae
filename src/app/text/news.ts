import type { NewsView, OutlookNewsResponse } from '#contract/following.ts';
import type { FindingView } from '#contract/policy.ts';
import type { LocalDate, Zone } from '#core/time-types.ts';
import { capital, sayDate, sayMoment, sayTimes } from './dates.ts';
import './say-later.ts';
import { say } from './say.ts';
import { zoneWords } from './zone-news.ts';

interface Reading {
  readonly other: OutlookNewsResponse['other'];
  readonly supervising: boolean;
  readonly zone: Zone;
  readonly today: LocalDate;
}

/** Who did it, to begin a sentence with. */
function who({ by, guest }: Pick<NewsView, 'by' | 'guest'>, name: string): string {
  if (by === null) return guest?.name ?? say('news.somebody');
  return by === 'me' ? say('news.you') : name;
}

/** The meeting by when it was, or is: "the one-to-one of Thu 3 Dec". */
function which(news: NewsView, { zone, today }: Reading): string {
  const at = news.from?.start ?? news.meeting?.start;
  return at === undefined ? say('news.aMeeting') : sayMoment(at, zone, today);
}

/** What happened in Outlook, in one sentence. */
export function newsWords(news: NewsView, reading: Reading): string {
  const { zone, today, other } = reading;
  const name = other.givenName;
  const actor = who(news, name);
  const isOwn = news.by === 'me';
  const from = which(news, reading);
  const to = news.to === null ? '' : sayMoment(news.to.start, zone, today);
  const times = news.to === null ? '' : sayTimes(news.to.start, news.to.end, zone);
  const guest = news.guest?.name ?? say('news.somebody');
  const until = news.untilDate === null ? '' : sayDate(news.untilDate, today);
  switch (news.kind) {
    case 'meeting-moved':
      return say('news.meeting-moved', { actor, from, to });
    case 'meeting-shortened':
      return say('news.meeting-shortened', { actor, from, times });
    case 'meeting-lengthened':
      return say('news.meeting-lengthened', { actor, from, times });
    case 'meeting-cancelled':
      return news.by === null ? say('news.meeting-lost', { from }) : say('news.meeting-cancelled', { actor, from });
    case 'meeting-restored':
      return say('news.meeting-restored', { to });
    case 'meeting-added':
      return say('news.meeting-added', { actor, to });
    case 'both-changed':
      return news.meeting === null ? say('news.bothChangedAll') : say('news.both-changed', { from, to });
    case 'accepted':
      return say('news.accepted', { actor, from });
    case 'tentative':
      return news.meeting === null ? say('news.tentativeAll', { actor }) : say('news.tentative', { actor, from });
    case 'declined':
      return news.meeting === null ? say('news.declinedAll', { actor }) : say('news.declined', { actor, from });
    case 'new-time-proposed':
      return isOwn ? say('news.youProposed', { to, from }) : say('news.new-time-proposed', { actor, to, from });
    case 'somebody-added':
      return news.meeting === null ? say('news.addedAll', { guest }) : say('news.added', { guest, from });
    case 'attendee-removed':
      return reading.supervising ? say('news.otherRemoved', { name }) : say('news.youRemoved');
    case 'series-moved':
      return say('news.series-moved', { actor });
    case 'series-shortened':
      return say('news.series-shortened', { actor });
    case 'series-lengthened':
      return say('news.series-lengthened', { actor });
    case 'rule-changed':
      return say('news.rule-changed', { actor });
    case 'zone-changed':
      return say('news.zone-changed', { actor });
    case 'series-cut-short':
      return until === '' ? say('news.cutShort', { actor }) : say('news.series-cut-short', { actor, until });
    case 'series-extended':
      return until === '' ? say('news.endless', { actor }) : say('news.series-extended', { actor, until });
    case 'series-gone':
      return say('news.series-gone');
    case 're-created-by-hand':
      return say('news.re-created-by-hand');
    case 'mailbox-gone':
      return say('news.mailbox-gone', { name: reading.supervising ? say('news.yours') : say('news.theirs', { name }) });
    case 'attendee-left':
      return isOwn ? say('news.youLeft') : say('news.attendee-left', { name });
    case 'mailbox-zone-changed':
      return zoneWords(news, name);
  }
}

const movesDates: ReadonlySet<NewsView['kind']> = new Set<NewsView['kind']>([
  'meeting-moved',
  'meeting-cancelled',
  'meeting-restored',
  'both-changed',
  'series-moved',
  'rule-changed',
  'series-cut-short',
  'series-extended',
  'series-gone',
]);

/** Whether it bears on how often the two meet, so that the clause is named. */
export function bearsOnCadence({ kind }: Pick<NewsView, 'kind'>): boolean {
  return movesDates.has(kind);
}

/** How the two stand now with how often they are to meet. The clause stands behind it, as a link. */
export function cadenceNow(cadence: FindingView, { to }: Pick<NewsView, 'to'>, today: LocalDate): string {
  const day = cadence.dueOn === null ? null : sayDate(cadence.dueOn, today);
  if (cadence.state === 'overdue') {
    // Only what has a time now can be late; what is gone leaves one to be wished for.
    return to !== null || day === null ? say('news.cadence.late') : say('news.cadence.wantedBy', { day });
  }
  if (cadence.state === 'due') return day === null ? say('news.cadence.due') : say('news.cadence.dueBy', { day });
  return say('news.cadence.kept');
}

/** How fresh what is shown of the calendar is. */
export function freshWords(
  { lookedAt, isBehind, supervising, other }: OutlookNewsResponse,
  zone: Zone,
  today: LocalDate,
): string {
  const at = lookedAt === null ? null : capital(sayMoment(lookedAt, zone, today));
  if (!isBehind) return at === null ? say('news.notLooked') : say('news.looked', { at });
  const since = at ?? say('news.never');
  return supervising ? say('news.behindYou', { at: since }) : say('news.behind', { at: since, name: other.givenName });
}
