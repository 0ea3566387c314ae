import { requireAct } from '#core/access/access.ts';
import { kindRule, standsInOneToOne } from '#core/meeting/meeting-kind.ts';
import type { MeetingKind } from '#core/meeting/meeting.ts';
import type { Actor } from '#core/people/person.ts';
import { freeTimesOn } from '#core/slots/find-slots.ts';
import { addDays, localDateOf, localTimeOf } from '#core/time.ts';
import type { Instant, LocalDate } from '#core/time-types.ts';
import type { Needs } from './needs.ts';
import { packForEmployee } from './pack-for-employee.ts';
import { pairScope, peopleOf } from './pair-scope.ts';
import { readCalendars, slotRequest, twoOf } from './slot-search.ts';

/** When nobody says what time of day they are used to. */
const usualTime = '10:00';

function minutesOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/**
 * Times both of a pair can make for one meeting, day by day, on each day those nearest the usual hour.
 * A kind that stands apart is never offered a one-to-one's time (OUT-11).
 * @throws Refusal `not-found`
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
  },
) {
  const now = needs.clock.now();
  const packFor = await packForEmployee(needs, actor);
  const found = await needs.store.asPerson(actor, async (tx) => {
    const { pair, role } = await pairScope(tx, actor, input.pairId);
    requireAct('view', role, null);
    const people = await peopleOf(tx, pair);
    return { pair, meetings: await tx.meetings.ofPair(pair.id), pack: await packFor(people.employee), ...people };
  });
  const { supervisor, employee, pair, meetings, pack } = found;
  const zone = supervisor.zone;
  const today = localDateOf(now, zone);
  const from = input.from < today ? today : input.from;
  const calendars = await readCalendars(needs, actor, [supervisor, employee], from, Math.ceil(input.days / 7), zone);
  const request = slotRequest({
    calendars,
    personIds: twoOf(pair),
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
  const days = Array.from({ length: input.days }, (_, index) => addDays(from, index));
  const times = days.flatMap((day) =>
    freeTimesOn(request, day)
      .filter(({ start, end }) => start > now && !(apart && standsInOneToOne(meetings, start, end)))
      .sort((a, b) => distance(a.start) - distance(b.start))
      .slice(0, input.perDay)
      .sort((a, b) => (a.start < b.start ? -1 : 1)),
  );
  return { times, unread: [...calendars.unread] };
}
