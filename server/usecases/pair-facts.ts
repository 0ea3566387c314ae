import type { CalledOff } from '#core/following/base.ts';
import type { Action } from '#core/actions/action.ts';
import { agreementFacts } from '#core/agreement/agreement-facts.ts';
import type { Agreement } from '#core/agreement/agreement.ts';
import type { AgendaItem } from '#core/agenda/agenda-item.ts';
import type { Meeting, MeetingKind } from '#core/meeting/meeting.ts';
import type { KeptArrangement, Pair } from '#core/people/pair.ts';
import type { Person } from '#core/people/person.ts';
import type { KindDays, PairFacts } from '#core/policy/finding.ts';
import { pairTerms, personTerms, type StandingFacts } from '#core/policy/standing.ts';
import type { Topic } from '#core/policy/topic.ts';
import { coverageOf } from '#core/record/coverage.ts';
import type { CoverageTick, Point } from '#core/record/point.ts';
import type { Series } from '#core/series/series.ts';
import { localDateOf } from '#core/time.ts';
import type { Instant, LocalDate } from '#core/time-types.ts';
import type { Delivery } from '../ports/store.ts';

/** Everything of one pair that its screens are made from. */
export interface PairFile {
  readonly pair: Pair;
  readonly employee: Person;
  readonly zone: string;
  readonly today: LocalDate;
  readonly now: Instant;
  readonly series: Series | null;
  readonly meetings: readonly Meeting[];
  readonly items: readonly AgendaItem[];
  readonly points: readonly Point[];
  readonly ticks: readonly CoverageTick[];
  readonly actions: readonly Action[];
  /** Meetings that were called off in Outlook. */
  readonly calledOff: ReadonlyMap<string, CalledOff>;
  readonly deliveries: readonly Delivery[];
  /** Every version. */
  readonly agreements: readonly Agreement[];
}

/** A file as it was on a day gone by, on the employee's calendar. */
interface Past {
  readonly file: PairFile;
  readonly day: LocalDate;
  readonly dayOf: (at: Instant) => LocalDate;
}

function wasHeld({ day, dayOf }: Past, { state, start }: Meeting): boolean {
  return (state === 'closed' || state === 'open') && dayOf(start) <= day;
}

/** Whatever was held, missed or is still to come after that day was to come on it. When one was called off is not known. */
function wasToCome({ day, dayOf }: Past, { state, start }: Meeting): boolean {
  if (dayOf(start) === day) return state === 'planned' || state === 'missed';
  return dayOf(start) > day && state !== 'cancelled';
}

function summaryThen({ file, day, dayOf }: Past, closed: readonly Meeting[]): PairFacts['lastSummary'] {
  const last = closed.at(-1);
  if (last === undefined) return null;
  const delivery = file.deliveries.findLast((one) => one.kind === 'send-summary' && one.meetingId === last.id);
  if (delivery === undefined) return null;
  const settled = delivery.settledAt !== null && dayOf(delivery.settledAt) <= day ? delivery.settledAt : null;
  const state =
    settled === null
      ? 'waiting'
      : delivery.state === 'done'
        ? 'sent'
        : delivery.parkedFor === 'unconfirmed'
          ? 'unconfirmed'
          : 'waiting';
  return { on: dayOf(last.start), state, sentAt: state === 'sent' ? settled : null };
}

/** Per topic the last day on which a closed meeting touched it. */
function coveredThen({ file, dayOf }: Past, closed: readonly Meeting[], topics: readonly Topic[]) {
  const days: Record<string, LocalDate> = {};
  for (const meeting of closed) {
    const inMeeting = <T extends { readonly meetingId: string }>(all: readonly T[]): T[] =>
      all.filter((one) => one.meetingId === meeting.id);
    const raised = file.actions.filter((action) => action.raisedInId === meeting.id);
    const covered = coverageOf(
      topics,
      inMeeting(file.items),
      inMeeting(file.points),
      raised,
      inMeeting(file.ticks),
    ).filter((topic) => topic.covered);
    for (const { topicId } of covered) days[topicId] = dayOf(meeting.start);
  }
  return days;
}

function arrangedThen(day: LocalDate, arrangements: readonly KeptArrangement[]): KeptArrangement | null {
  return arrangements.findLast(({ since, until }) => since <= day && (until === null || until > day)) ?? null;
}

/** The versions there were, each signed by whoever had signed it. */
function agreedThen({ file, day, dayOf }: Past): Agreement[] {
  const then = (at: Instant | null): Instant | null => (at !== null && dayOf(at) <= day ? at : null);
  return file.agreements
    .filter(({ begunAt }) => dayOf(begunAt) <= day)
    .map((one) => ({
      ...one,
      signedBySupervisor: then(one.signedBySupervisor),
      signedByEmployee: then(one.signedByEmployee),
    }));
}

/** What the findings of a day gone by are made of: who met when, from what is kept since. */
export function factsThen(
  file: PairFile,
  arrangements: readonly KeptArrangement[],
  topics: readonly Topic[],
  day: LocalDate,
): StandingFacts {
  const { zone } = file.employee;
  const past: Past = { file, day, dayOf: (at) => localDateOf(at, zone) };
  const daysOf = (wanted: (kind: MeetingKind) => boolean): KindDays => {
    const own = file.meetings.filter(({ kind }) => wanted(kind));
    const days = (meetings: readonly Meeting[]): LocalDate[] => meetings.map(({ start }) => past.dayOf(start));
    return {
      heldOn: days(own.filter((meeting) => wasHeld(past, meeting))),
      plannedOn: days(own.filter((meeting) => wasToCome(past, meeting))),
    };
  };
  const closed = file.meetings.filter((meeting) => meeting.state === 'closed' && past.dayOf(meeting.start) <= day);
  const kinds = new Set(file.meetings.map(({ kind }) => kind).filter((kind) => kind !== 'one-to-one'));
  const ofSeries = file.meetings.filter((meeting) => meeting.seriesId !== null && wasToCome(past, meeting));
  const last = ofSeries.at(-1);
  return {
    person: personTerms(file.employee),
    pair: { ...pairTerms(file.pair), extraSupport: arrangedThen(day, arrangements) },
    ...daysOf((kind) => kind === 'one-to-one'),
    otherKinds: Object.fromEntries([...kinds].map((kind) => [kind, daysOf((one) => one === kind)])),
    series: last === undefined ? 'none' : 'booked',
    seriesUntil: last === undefined ? null : past.dayOf(last.start),
    lastSummary: summaryThen(past, closed),
    agreement: agreementFacts(agreedThen(past), zone),
    coveredOn: coveredThen(past, closed, topics),
  };
}
