import type { Action } from '#core/actions/action.ts';
import type { AgendaItem } from '#core/agenda/agenda-item.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Person } from '#core/people/person.ts';
import { coverageOf } from '#core/record/coverage.ts';
import type { CoverageTick, Point } from '#core/record/point.ts';
import type { Series } from '#core/series/series.ts';
import type { Topic } from '#core/policy/policy.ts';
import type { PairFacts } from '#core/policy/finding.ts';
import { localDateOf } from '#core/time.ts';
import type { Instant, LocalDate } from '#core/time-types.ts';
import type { Effect } from '../ports/effect.ts';

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
  readonly effects: readonly Effect[];
}

function lastSummaryOf(file: PairFile, closed: readonly Meeting[]): PairFacts['lastSummary'] {
  const last = closed.at(-1);
  if (last === undefined) return null;
  const effect = file.effects.findLast((one) => one.body.kind === 'send-summary' && one.body.meetingId === last.id);
  if (effect === undefined) return null;
  const state = effect.state === 'done' ? 'sent' : effect.parkedFor === 'unconfirmed' ? 'unconfirmed' : 'waiting';
  return { on: localDateOf(last.start, file.zone), state, sentAt: effect.state === 'done' ? effect.settledAt : null };
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

/** The facts about a pair that the policy is held against. */
export function pairFacts(file: PairFile, topics: readonly Topic[]): PairFacts {
  const dayOf = (meeting: Meeting): LocalDate => localDateOf(meeting.start, file.zone);
  const closed = file.meetings.filter((meeting) => meeting.state === 'closed');
  const held = file.meetings.filter((meeting) => meeting.state === 'closed' || meeting.state === 'open');
  const planned = file.meetings.filter((meeting) => meeting.state === 'planned' && dayOf(meeting) >= file.today);
  const pause = file.pair.pause;
  const pausedNow = pause !== null && pause.from <= file.today && (pause.until === null || pause.until >= file.today);
  const running = file.series !== null && file.series.state !== 'ended';
  return {
    today: file.today,
    pairFrom: file.pair.from,
    joinedOn: file.employee.joinedOn,
    paused: pausedNow ? { until: pause.until, reason: pause.reason } : null,
    heldOn: held.map(dayOf),
    plannedOn: planned.map(dayOf),
    series: !running ? 'none' : file.series.state === 'booked' ? 'booked' : 'being-booked',
    seriesUntil: running ? file.series.plan.untilDate : null,
    lastSummary: lastSummaryOf(file, closed),
    coveredOn: coveredOn(file, closed, topics),
  };
}
