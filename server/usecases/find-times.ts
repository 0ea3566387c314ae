import { requireAct } from '#core/access/access.ts';
import { kindRule, standsInOneToOne } from '#core/meeting/meeting-kind.ts';
import type { MeetingKind } from '#core/meeting/meeting.ts';
import type { Actor } from '#core/people/person.ts';
import { freeTimesIn } from '#core/slots/find-slots.ts';
import { localDateOf, localTimeOf } from '#core/time.ts';
import type { Instant, LocalDate } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import { packForEmployee } from './pack-for-employee.ts';
import { pairScope, peopleOf } from './pair-scope.ts';
import { thirdOf } from './plan-meeting.ts';
import { readCalendars, slotRequest, twoOf } from './slot-search.ts';

/** When nobody says what time of day they are used to. */
const usualTime = '10:00';

function minutesOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Who else supervises the employee, by name (OD3a-18). */
async function besidesOf(tx: Transaction, pairId: string) {
  const besides = await tx.pairs.besides(pairId);
  const people = await tx.people.find(besides.map(({ personId }) => personId));
  return besides.flatMap(({ personId, role }) => {
    const person = people.find(({ id, mail }) => id === personId && mail !== null);
    if (person === undefined) return [];
    return [{ id: person.id, displayName: person.displayName, givenName: person.givenName, role }];
  });
}

/**
 * Times both of a pair can make for one meeting, day by day, on each day those nearest the usual hour.
 * With a third who supervises the same employee: times all three can make (OD3a-18).
 * A kind that stands apart is never offered a one-to-one's time (OUT-11).
 * @throws Refusal `not-found`, `bad-request`
 * @throws Failure when no calendar can be read
 */
export async function findTimes(
  needs: Pick<Needs, 'store' | 'clock' | 'calendar' | 'policies'>,
  actor: Actor,
  input: {
    readonly pairId: string;
    readonly kind: MeetingKind;
    readonly minutes: number;
    readonly from: LocalDate;
    readonly days: number;
    readonly perDay: number;
    readonly near: Instant | null;
    readonly withId?: string | undefined;
  },
) {
  const now = needs.clock.now();
  const packFor = await packForEmployee(needs, actor);
  const found = await needs.store.asPerson(actor, async (tx) => {
    const { pair, role } = await pairScope(tx, actor, input.pairId);
    requireAct('view', role, null);
    const people = await peopleOf(tx, pair);
    const besides = await besidesOf(tx, pair.id);
    const third = input.withId === undefined ? null : await thirdOf(tx, pair, input.withId);
    const meetings = await tx.meetings.ofPair(pair.id);
    return { pair, meetings, pack: await packFor(people.employee), besides, third, ...people };
  });
  const { supervisor, employee, pair, meetings, pack, besides, third } = found;
  const zone = supervisor.zone;
  const today = localDateOf(now, zone);
  const from = input.from < today ? today : input.from;
  const people = [supervisor, employee, ...(third === null ? [] : [third])];
  const calendars = await readCalendars(needs, actor, people, from, Math.ceil(input.days / 7), zone);
  const request = slotRequest({
    calendars,
    personIds: [...twoOf(pair), ...(third === null ? [] : [third.id])],
    rhythm: { kind: 'weekly', every: 1 },
    minutes: input.minutes,
    zone,
    from,
    now,
    holidays: await needs.policies.holidays(actor.tenantId),
    most: 1,
  });
  const apart = kindRule(pack.rules, input.kind)?.apart ?? false;
  const usual = minutesOfDay(input.near === null ? usualTime : localTimeOf(input.near, zone));
  const distance = (start: Instant): number => Math.abs(minutesOfDay(localTimeOf(start, zone)) - usual);
  const times = freeTimesIn(request, from, input.days).flatMap((ofDay) =>
    ofDay
      .filter(({ start, end }) => start > now && !(apart && standsInOneToOne(meetings, start, end)))
      .sort((a, b) => distance(a.start) - distance(b.start))
      .slice(0, input.perDay)
      .sort((a, b) => (a.start < b.start ? -1 : 1)),
  );
  return { times, unread: [...calendars.unread], besides };
}
