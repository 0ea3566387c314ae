import type { Action } from '#core/actions/action.ts';
import type { Agreement } from '#core/agreement/agreement.ts';
import type { AgendaItem } from '#core/agenda/agenda-item.ts';
import type { Meeting, MeetingKind } from '#core/meeting/meeting.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Person } from '#core/people/person.ts';
import { coverageOf } from '#core/record/coverage.ts';
import type { CoverageTick, Point } from '#core/record/point.ts';
import type { Series } from '#core/series/series.ts';
import type { Topic } from '#core/policy/topic.ts';
import type { PairFacts } from '#core/policy/finding.ts';
import { localDateOf } from '#core/time.ts';
import type { Instant, LocalDate, Zone } from '#core/time-types.ts';
import type { Delivery, MeetingFile } from '../ports/store.ts';
import { agreementFacts } from './agreement-facts.ts';

/** Whether a meeting of a kind counts as a one-to-one (OD3a-2). */
type Counts = (kind: MeetingKind) => boolean;

/** Everything of one pair that its findings and screens are made from. */
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
  readonly deliveries: readonly Delivery[];
  /** Every version. */
  readonly agreements: readonly Agreement[];
}

function lastSummaryOf(file: PairFile, closed: readonly Meeting[]): PairFacts['lastSummary'] {
  const last = closed.at(-1);
  if (last === undefined) return null;
  const delivery = file.deliveries.findLast((one) => one.kind === 'send-summary' && one.meetingId === last.id);
  if (delivery === undefined) return null;
  const state = delivery.state === 'done' ? 'sent' : delivery.parkedFor === 'unconfirmed' ? 'unconfirmed' : 'waiting';
  const sentAt = delivery.state === 'done' ? delivery.settledAt : null;
  return { on: localDateOf(last.start, file.zone), state, sentAt };
}

/** Per topic the last day on which a closed meeting touched it. */
function coveredOn(file: PairFile, closed: readonly Meeting[], topics: readonly Topic[]): Record<string, LocalDate> {
  const days: Record<string, LocalDate> = {};
  for (const meeting of closed) {
    const inMeeting = <T extends { readonly meetingId: string }>(all: readonly T[]): T[] =>
      all.filter((one) => one.meetingId === meeting.id);
    const raised = file.actions.filter((action) => action.raisedInId === meeting.id);
    for (const topic of coverageOf(
      topics,
      inMeeting(file.items),
      inMeeting(file.points),
      raised,
      inMeeting(file.ticks),
    )) {
      if (topic.covered) days[topic.topicId] = localDateOf(meeting.start, file.zone);
    }
  }
  return days;
}

/** The absence that excuses a pair on a day. */
function pausedOn({ pause }: Pair, today: LocalDate): PairFacts['paused'] {
  const holds = pause !== null && pause.from <= today && (pause.until === null || pause.until >= today);
  return holds ? { until: pause.until, reason: pause.reason } : null;
}

/** The facts about how often a pair meets, and no others: of the days it met and will meet only the nearest count. */
export function cadenceFacts(file: MeetingFile, employee: Person, zone: Zone, now: Instant, counts: Counts): PairFacts {
  const today = localDateOf(now, zone);
  const counted = file.meetings.filter(({ kind }) => counts(kind));
  const nearest = (
    meetings: MeetingFile['meetings'],
    states: readonly Meeting['state'][],
    isRight: (day: LocalDate) => boolean,
  ): LocalDate[] => {
    for (const { state, start } of meetings) {
      if (!states.includes(state)) continue;
      const day = localDateOf(start, zone);
      if (isRight(day)) return [day];
    }
    return [];
  };
  return {
    today,
    pairFrom: file.pair.from,
    joinedOn: employee.joinedOn,
    paused: pausedOn(file.pair, today),
    heldOn: nearest(counted.toReversed(), ['closed', 'open'], (day) => day <= today),
    plannedOn: nearest(counted, ['planned'], (day) => day >= today),
    series: 'none',
    seriesUntil: null,
    lastSummary: null,
    coveredOn: {},
  };
}

/** The facts about a pair that the policy is held against. */
export function pairFacts(file: PairFile, topics: readonly Topic[], counts: Counts): PairFacts {
  const dayOf = (meeting: Meeting): LocalDate => localDateOf(meeting.start, file.zone);
  const closed = file.meetings.filter((meeting) => meeting.state === 'closed');
  const counted = file.meetings.filter(({ kind }) => counts(kind));
  const held = counted.filter((meeting) => meeting.state === 'closed' || meeting.state === 'open');
  const planned = counted.filter((meeting) => meeting.state === 'planned' && dayOf(meeting) >= file.today);
  const running = file.series !== null && file.series.state !== 'ended';
  return {
    today: file.today,
    pairFrom: file.pair.from,
    joinedOn: file.employee.joinedOn,
    paused: pausedOn(file.pair, file.today),
    heldOn: held.map(dayOf),
    plannedOn: planned.map(dayOf),
    series: !running ? 'none' : file.series.state === 'booked' ? 'booked' : 'being-booked',
    seriesUntil: running ? file.series.plan.untilDate : null,
    lastSummary: lastSummaryOf(file, closed),
    agreement: agreementFacts(file.agreements, file.zone),
    coveredOn: coveredOn(file, closed, topics),
  };
}
