import type { Actor, Person } from '#core/people/person.ts';
import { betterTimes } from '#core/rescheduling/offer.ts';
import { addMinutes, localDateOf } from '#core/time.ts';
import type { CalendarMemory } from './calendar-memory.ts';
import type { Needs } from './needs.ts';
import { aheadOf, aheadWeeks, lookAhead } from './pair-ahead.ts';
import { readCalendars } from './slot-search.ts';

/**
 * Better times for the actor's coming one-to-ones: where one clashes with a calendar now, or comes later than the policy asks (OUT-1, OUT-3,
 * OD3a-1, ESS-1, FORM-1). Those that stay, as one of the two said, are left out. Calendars are asked once in some minutes.
 * @throws Failure when no calendar can be read
 */
export async function readBetterTimes(
  needs: Pick<Needs, 'store' | 'clock' | 'calendar' | 'policies' | 'packs'> & {
    readonly calendarMemory: CalendarMemory;
  },
  actor: Actor,
) {
  const now = needs.clock.now();
  const looks = await lookAhead(needs, actor);
  const people = new Map<string, Person>(
    looks.flatMap(({ supervisor, employee }) => [supervisor, employee].map((one) => [one.id, one] as const)),
  );
  const me = people.get(actor.personId);
  if (me === undefined) return { times: [], unread: [] };
  const from = localDateOf(now, me.zone);
  const ids = [...people.keys()].sort();
  const calendars = await needs.calendarMemory.recall(actor, `${from} ${ids.join(' ')}`, now, () =>
    readCalendars(needs, actor, [...people.values()], from, aheadWeeks, me.zone),
  );
  const holidays = await needs.policies.holidays(actor.tenantId);
  const kept = await needs.store.asPerson(actor, (tx) => tx.reschedulings.kept(looks.map(({ pair }) => pair.id)));
  const until = addMinutes(now, aheadWeeks * 7 * 24 * 60);
  const times = looks.flatMap((look) => {
    const ahead = aheadOf(look, calendars, now, holidays);
    if (ahead === null) return [];
    return betterTimes(ahead)
      .filter(({ start }) => start < until)
      .filter(({ meetingId, start }) => !kept.some((one) => one.meetingId === meetingId && one.start === start))
      .map((better) => ({ ...better, clashes: [...better.clashes], pairId: look.pair.id }));
  });
  return { times: times.sort((one, other) => (one.start < other.start ? -1 : 1)), unread: [...calendars.unread] };
}
