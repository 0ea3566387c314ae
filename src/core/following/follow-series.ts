import type { Meeting } from '../meeting/meeting.ts';
import { occurrenceDates } from '../series/occurrences.ts';
import type { Series } from '../series/series.ts';
import { addMinutes } from '../time.ts';
import type { Instant, LocalDate } from '../time-types.ts';
import { positionOf, ruleOf, unanswered, type Bases, type MeetingBase, type Pending, type SeriesBase } from './base.ts';
import { followAbsent, followPresent, type FollowedMeeting, type Watched } from './follow-meeting.ts';
import { beyond, invitationNews } from './invitation-news.ts';
import { matchByDay, matchInOrder, type Matching } from './match.ts';
import { newsOf, type NewsFact, type NewsKind } from './news.ts';
import type { OutlookOccurrence, OutlookRule, OutlookSeries, Span } from './outlook.ts';
import { ruleNews, sameDays, sameRule } from './rule-changes.ts';

/** What Duologue has of a series, and what it still has under way. */
export interface OwnSeries {
  readonly series: Series;
  /** All of the series. */
  readonly meetings: readonly Meeting[];
  readonly pending: readonly Pending[];
  /** Rules Duologue itself gave the series one after the other, or is about to. */
  readonly ownRules?: readonly OutlookRule[];
}

/** What following Outlook comes to. */
export interface Followed {
  /** The series now; the same object where nothing about it changed. */
  readonly series: Series;
  /** Meetings that changed. */
  readonly meetings: readonly Meeting[];
  /** Of those, the ones called off: what was open on them goes on to the next. */
  readonly cancelledIds: readonly string[];
  /** Occurrences that become meetings of their own. */
  readonly added: readonly OutlookOccurrence[];
  /** Whether those need saying one by one: nothing was said of the series as a whole that explains them. */
  readonly isAddingNews: boolean;
  readonly news: readonly NewsFact[];
  /** Promises that Outlook has overtaken. */
  readonly withdraw: readonly string[];
  /** Meetings whose agenda Outlook forgot: changing a whole series clears what was different about single days. */
  readonly republishIds: readonly string[];
  /** Planned meetings whose occurrence has nothing of its own: an agenda that stood there is gone, whatever took it away. */
  readonly bareIds: readonly string[];
  readonly bases: Bases;
}

/** How far ahead meetings are made of a series that has no end, or one later than anybody plans. */
const horizonDays = 366;

interface Reading {
  readonly before: SeriesBase;
  readonly rule: OutlookRule;
  /** Whether somebody changed the rule in Outlook. */
  readonly isChanged: boolean;
  /** Whether its days are others, so that meetings were brought together in order. */
  readonly isInOrder: boolean;
  readonly wholeNews: readonly NewsFact[];
}

function isExplaining({ settledAt }: Pending, readAt: Instant): boolean {
  return settledAt === null || settledAt >= readAt;
}

/** Where the last promise about a meeting put it, where that one is kept. */
function lastPlaceOf(pending: readonly Pending[], meetingId: string): Span | null {
  const last = pending.findLast((one) => one.meetingId === meetingId);
  return last?.settledAt == null ? null : (last.place ?? null);
}

/** Where Outlook has a meeting as long as nobody touches it there. */
function expected(meeting: Meeting, base: MeetingBase | undefined, before: SeriesBase): MeetingBase {
  return base ?? { ...positionOf(before.rule, meeting.originalDate), isGone: false, invited: before.invited };
}

function rebased(followed: FollowedMeeting, occurrence: OutlookOccurrence): FollowedMeeting {
  const { meeting } = followed;
  if (meeting.originalDate === occurrence.originalDate) return followed;
  return { ...followed, meeting: { ...meeting, originalDate: occurrence.originalDate } };
}

/** After a change of the whole rule only what stands apart from it is news of its own. */
function isOfItsOwn(fact: NewsFact, { isChanged, isInOrder, rule }: Reading, day: LocalDate): boolean {
  if (!isChanged) return true;
  if (fact.kind === 'both-changed' || fact.kind === 'meeting-restored') return true;
  if (fact.to !== null) return positionOf(rule, day).start !== fact.to.start;
  const { pattern, untilDate } = rule;
  return (
    !isInOrder &&
    pattern !== null &&
    untilDate !== null &&
    occurrenceDates(pattern, rule.startDate, untilDate).includes(day)
  );
}

function followMatched(
  matching: Matching,
  own: OwnSeries,
  theirs: OutlookSeries,
  bases: Bases,
  reading: Reading,
): FollowedMeeting[] {
  const promised = new Set(
    own.pending.filter((one) => isExplaining(one, theirs.readAt)).flatMap(({ meetingId }) => meetingId ?? []),
  );
  const watch = (meeting: Meeting): Watched => ({
    meeting,
    base: expected(meeting, reading.isChanged ? undefined : bases.meetings.get(meeting.id), reading.before),
    isPromised: promised.has(meeting.id),
    ownPlaces: own.pending.flatMap(({ meetingId, place }) =>
      meetingId === meeting.id && place !== undefined ? [place] : [],
    ),
    lastPlace: lastPlaceOf(own.pending, meeting.id),
  });
  const present = matching.pairs.map(({ meeting, occurrence }) => {
    const watched = watch(meeting);
    const followed = followPresent(watched, occurrence, positionOf(reading.rule, occurrence.originalDate));
    const invited = bases.meetings.get(meeting.id)?.invited ?? reading.before.invited;
    const answers =
      followed.meeting.state === 'planned'
        ? beyond(reading.wholeNews, invitationNews(invited, occurrence.invited, meeting.id))
        : [];
    const news = followed.news.filter((fact) => isOfItsOwn(fact, reading, occurrence.originalDate));
    const base = followed.base ?? { ...watched.base, invited: occurrence.invited };
    return rebased({ ...followed, base, news: [...news, ...answers] }, occurrence);
  });
  const absent = matching.absent
    .filter((meeting) => positionOf(reading.rule, meeting.originalDate).start < theirs.readUntil)
    .map((meeting) => {
      const followed = followAbsent(watch(meeting));
      return { ...followed, news: followed.news.filter((fact) => isOfItsOwn(fact, reading, meeting.originalDate)) };
    });
  return [...present, ...absent];
}

function isEndless({ rule, readUntil }: OutlookSeries): boolean {
  return rule.untilDate === null || positionOf(rule, rule.untilDate).start > readUntil;
}

/** What is to be followed: all of it or, where there is no end, what is known already and a year of what is not. */
function inSight(theirs: OutlookSeries, meetings: readonly Meeting[], now: Instant): readonly OutlookOccurrence[] {
  if (!isEndless(theirs)) return theirs.occurrences;
  const known = new Set(meetings.map(({ originalDate }) => originalDate));
  const horizon = addMinutes(now, horizonDays * 24 * 60);
  return theirs.occurrences.filter(({ start, originalDate }) => start <= horizon || known.has(originalDate));
}

function seriesNews(
  before: SeriesBase,
  theirs: OutlookSeries,
  { isChanged, isOvertaking }: { readonly isChanged: boolean; readonly isOvertaking: boolean },
): NewsFact[] {
  const changed: readonly NewsKind[] = isChanged ? ruleNews(before.rule, theirs.rule) : [];
  const kinds = isChanged && isOvertaking ? (['both-changed', ...changed] as const) : changed;
  return [
    ...kinds.map((kind) => newsOf(kind, { meetingId: null, by: 'organiser', rule: theirs.rule })),
    ...invitationNews(before.invited, theirs.invited, null),
  ];
}

/** The series as Outlook has it; a rule Duologue does not make leaves the rhythm it knew. */
function followedSeries(series: Series, theirs: OutlookSeries, occurrences: readonly OutlookOccurrence[]): Series {
  const { rule, eventId } = theirs;
  const last = occurrences.reduce(
    (latest, { originalDate }) => (originalDate > latest ? originalDate : latest),
    rule.startDate,
  );
  const { pattern, zone, startDate, startTime, minutes, untilDate } = series.plan;
  const plan = {
    pattern: rule.pattern ?? pattern,
    zone: rule.zone,
    startDate: rule.startDate,
    startTime: rule.startTime,
    minutes: rule.minutes,
    untilDate: isEndless(theirs) ? last : (rule.untilDate ?? last),
  };
  const was = { pattern, zone, startDate, startTime, minutes, untilDate };
  if (eventId === series.eventId && JSON.stringify(plan) === JSON.stringify(was)) return series;
  return { ...series, eventId, plan: { ...series.plan, ...plan } };
}

function unchanged(own: OwnSeries, bases: Bases, news: readonly NewsFact[]): Followed {
  const nothing = {
    meetings: [],
    cancelledIds: [],
    added: [],
    isAddingNews: false,
    withdraw: [],
    republishIds: [],
    bareIds: [],
  };
  return { ...nothing, series: own.series, news, bases };
}

/** Whether the last rule of ours is there and no other is to follow: then it counts, even where Outlook's had been followed while it was sent. */
function hasArrived({ ownRules }: OwnSeries, ofSeries: readonly Pending[], { rule }: OutlookSeries): boolean {
  const last = ownRules?.at(-1);
  return last !== undefined && sameRule(last, rule) && ofSeries.every(({ settledAt }) => settledAt !== null);
}

/**
 * Follows a series as it now stands in Outlook. Meetings keep their ids, and with them agenda, preparation, points and actions:
 * an occurrence is known by the day of its rule and, after a change of the rule, by its place in the order. What Outlook changed
 * since it was last seen is followed; what only Duologue changed is on its way and left alone. An open or closed meeting never changes.
 */
export function followSeries(own: OwnSeries, theirs: OutlookSeries, bases: Bases, now: Instant): Followed {
  const { series, meetings, pending } = own;
  const planned = ruleOf(series.plan);
  const ofSeries = pending.filter((one) => one.meetingId === null);
  const isUnderWay = ofSeries.some((one) => isExplaining(one, theirs.readAt));
  const before = bases.series ?? { rule: planned, invited: unanswered };
  const isAsSeen = sameRule(before.rule, theirs.rule);
  const isAsPlanned = sameRule(planned, theirs.rule);
  // A rule of ours that another of ours follows: it may have arrived without having been looked at.
  const isOnTheWay =
    isUnderWay &&
    !hasArrived(own, ofSeries, theirs) &&
    (own.ownRules ?? []).some((rule) => sameRule(rule, theirs.rule));
  const isChanged = !isAsSeen && !isAsPlanned && !isOnTheWay;
  const isOvertaking = ofSeries.some(({ settledAt }) => settledAt === null);
  const wholeNews = seriesNews(before, theirs, { isChanged, isOvertaking });
  const seriesBase = { rule: theirs.rule, invited: theirs.invited };
  // Ours is on its way: until it has arrived, what stands there says nothing of what is wanted.
  if ((isAsSeen || isOnTheWay) && !isAsPlanned && isUnderWay)
    return unchanged(
      own,
      { series: { rule: before.rule, invited: theirs.invited }, meetings: bases.meetings },
      wholeNews,
    );
  // Our own change has arrived: what was seen of single meetings before is of no use any more.
  const known = isAsSeen ? bases.meetings : new Map<string, MeetingBase>();
  const isInOrder = isChanged && !sameDays(before.rule, theirs.rule);
  const reading: Reading = {
    before: isChanged || isAsSeen ? before : { rule: theirs.rule, invited: before.invited },
    rule: theirs.rule,
    isChanged,
    isInOrder,
    wholeNews,
  };
  const occurrences = inSight(theirs, meetings, now);
  const matching = (isInOrder ? matchInOrder : matchByDay)(meetings, occurrences, now);
  const followed = followMatched(matching, own, theirs, { series: before, meetings: known }, reading);
  const changed = followed.filter(({ meeting }) => !meetings.includes(meeting));
  const overtaken = new Set(followed.filter(({ isOvertaken }) => isOvertaken).map(({ meeting }) => meeting.id));
  const isOpen = (one: Pending): boolean => one.settledAt === null;
  return {
    series: isAsPlanned && theirs.eventId === series.eventId ? series : followedSeries(series, theirs, occurrences),
    meetings: changed.map(({ meeting }) => meeting),
    cancelledIds: changed.filter(({ meeting }) => meeting.state === 'cancelled').map(({ meeting }) => meeting.id),
    added: matching.unknown,
    isAddingNews: isAsSeen && !isEndless(theirs),
    news: [...wholeNews, ...followed.flatMap(({ news }) => news)],
    withdraw: pending
      .filter((one) => isOpen(one) && (one.meetingId === null ? isChanged : overtaken.has(one.meetingId)))
      .map(({ effectId }) => effectId),
    republishIds: isChanged
      ? followed.filter(({ meeting }) => meeting.state === 'planned').map(({ meeting }) => meeting.id)
      : [],
    bareIds: matching.pairs
      .filter(({ meeting, occurrence }) => meeting.state === 'planned' && occurrence.isOfItsOwn === false)
      .map(({ meeting }) => meeting.id),
    bases: {
      series: seriesBase,
      meetings: new Map(followed.flatMap(({ meeting, base }) => (base === null ? [] : [[meeting.id, base] as const]))),
    },
  };
}

/** A series that stands in the organiser's calendar no more: what was still to come is called off, nothing is made again. */
export function followGone(
  { series, meetings, pending }: OwnSeries,
  kind: 'series-gone' | 'mailbox-gone',
  now: Instant,
): Followed {
  const ahead = meetings.filter(({ state, end }) => state === 'planned' && end > now);
  const by = kind === 'series-gone' ? 'organiser' : null;
  return {
    series: { ...series, state: 'gone' },
    meetings: ahead.map((meeting) => ({ ...meeting, state: 'cancelled', reason: null })),
    cancelledIds: ahead.map(({ id }) => id),
    added: [],
    isAddingNews: false,
    news: [newsOf(kind, { meetingId: null, by })],
    withdraw: pending.filter(({ settledAt }) => settledAt === null).map(({ effectId }) => effectId),
    republishIds: [],
    bareIds: [],
    bases: {
      series: null,
      meetings: new Map(
        ahead.map(({ id, start, end }) => [id, { start, end, isGone: true, invited: unanswered, calledOff: { by } }]),
      ),
    },
  };
}
