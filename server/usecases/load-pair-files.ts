import type { CalledOff } from '#core/following/base.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Person } from '#core/people/person.ts';
import { localDateOf } from '#core/time.ts';
import type { Instant, Zone } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import type { PairFile } from './pair-facts.ts';
import { knownPeople } from './pair-scope.ts';
import { maybeCalledOff } from './views.ts';

/** All of a pair's meetings. */
const every = (meetings: readonly Meeting[]): readonly Meeting[] => meetings;

/**
 * Reads everything of several pairs in as many round trips as one pair takes; `shown` says of which meetings of a pair also what
 * stands on their agenda and record. Days are counted in the reader's zone.
 */
export async function loadPairFiles(
  tx: Transaction,
  pairs: readonly Pair[],
  reader: { readonly zone: Zone; readonly now: Instant },
  shown: (meetings: readonly Meeting[]) => readonly Meeting[] = every,
): Promise<{ readonly files: readonly PairFile[]; readonly people: ReadonlyMap<string, Person> }> {
  const pairIds = pairs.map((pair) => pair.id);
  const [people, meetings, series, actions, deliveries, agreements] = await Promise.all([
    knownPeople(tx, [...new Set(pairs.flatMap((pair) => [pair.supervisorId, pair.employeeId]))]),
    tx.meetings.ofPairs(pairIds),
    tx.series.currentOf(pairIds),
    tx.actions.ofPairs(pairIds),
    tx.effects.deliveriesOf(pairIds),
    tx.agreements.ofPairs(pairIds),
  ]);
  const seen = pairIds.flatMap((pairId) => shown(meetings.filter((meeting) => meeting.pairId === pairId)));
  const meetingIds = seen.map((meeting) => meeting.id);
  const unexplained = seen.filter(maybeCalledOff).map((meeting) => meeting.id);
  const [calledOff, items, points, ticks] = await Promise.all([
    unexplained.length === 0 ? new Map<string, CalledOff>() : tx.following.calledOff(unexplained),
    tx.agendas.ofMeetings(meetingIds),
    tx.records.pointsOf(meetingIds),
    tx.records.ticksOf(meetingIds),
  ]);
  const files: PairFile[] = [];
  for (const pair of pairs) {
    const employee = people.get(pair.employeeId);
    if (employee === undefined) continue;
    const own = meetings.filter((meeting) => meeting.pairId === pair.id);
    const ownIds = new Set(own.map((meeting) => meeting.id));
    files.push({
      pair,
      employee,
      zone: reader.zone,
      today: localDateOf(reader.now, reader.zone),
      now: reader.now,
      series: series.find((one) => one.pairId === pair.id) ?? null,
      meetings: own,
      items: items.filter((item) => ownIds.has(item.meetingId)),
      points: points.filter((point) => ownIds.has(point.meetingId)),
      ticks: ticks.filter((tick) => ownIds.has(tick.meetingId)),
      calledOff,
      actions: actions.filter((action) => action.pairId === pair.id),
      deliveries: deliveries.filter((delivery) => delivery.pairId === pair.id),
      agreements: agreements.filter((agreement) => agreement.pairId === pair.id),
    });
  }
  return { files, people };
}
