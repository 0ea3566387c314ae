import type { Actor, Person } from '#core/people/person.ts';
import { betterTimes, type TakenTime } from '#core/rescheduling/offer.ts';
import { addMinutes, localDateOf } from '#core/time.ts';
import type { CalendarMemory } from './calendar-memory.ts';
import type { Needs } from './needs.ts';
import { aheadOf, aheadWeeks, lookAhead, takenByOthers } from './pair-ahead.ts';
import { readCalendars, twoOf } from './slot-search.ts';
import { isWishFor } from './suggest-time.ts';

/**
 * Better times for the actor's coming one-to-ones: where one clashes with a calendar now, or comes later than the policy asks (OUT-1, OUT-3,
 * OD3a-1, ESS-1, FORM-1). Those that stay, as one of the two said, are left out; nobody is
 * offered the same time twice. Calendars are asked once in some minutes.
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
  const pairIds = looks.map(({ pair }) => pair.id);
  const { kept, news } = await needs.store.asPerson(actor, async (tx) => ({
    kept: await tx.reschedulings.kept(pairIds),
    news: await tx.following.newsOf(pairIds),
  }));
  const until = addMinutes(now, aheadWeeks * 7 * 24 * 60);
  const offered: TakenTime[] = [];
  const times = looks.flatMap((look) => {
    const ahead = aheadOf(look, calendars, now, holidays);
    if (ahead === null) return [];
    const stays = look.coming.filter(({ id, start }) =>
      kept.some((one) => one.meetingId === id && one.start === start),
    );
    const found = betterTimes(
      ahead,
      [...takenByOthers(looks, look.pair.id), ...offered],
      new Set(stays.map(({ id }) => id)),
    ).filter(({ start }) => start < until);
    offered.push(...found.flatMap(({ to }) => (to === null ? [] : [{ ...to, personIds: twoOf(look.pair) }])));
    return found.map((better) => ({
      ...better,
      clashes: [...better.clashes],
      pairId: look.pair.id,
      isSuggested: news.some(
        (one) => better.to !== null && isWishFor(one, { ...better.to, meetingId: better.meetingId }),
      ),
    }));
  });
  return { times: times.sort((one, other) => (one.start < other.start ? -1 : 1)), unread: [...calendars.unread] };
}
