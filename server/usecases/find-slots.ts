import { noticeEnds } from '#core/agreement/what-it-drives.ts';
import { requireAct } from '#core/access/access.ts';
import { keepsCadence } from '#core/cadence/keeps-cadence.ts';
import { termsAhead } from '#core/cadence/terms-ahead.ts';
import { timesApart } from '#core/meeting/meeting-kind.ts';
import { askedBy, cadenceFor, type Asked } from '#core/policy/resolve.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Actor } from '#core/people/person.ts';
import { findSlots } from '#core/slots/find-slots.ts';
import { comingOf } from '#core/series/reassign.ts';
import { withoutOwn, type OwnTime } from '#core/slots/own-times.ts';
import type { SlotOffer, SlotRhythm } from '#core/slots/slot.ts';
import type { Pair } from '#core/people/pair.ts';
import { addDays, daysBetween, localDateOf } from '#core/time.ts';
import type { Instant, LocalDate, Zone } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import { agreedFor } from './agreement-facts.ts';
import type { Needs } from './needs.ts';
import { packForEmployee } from './pack-for-employee.ts';
import { pairScope, peopleOf } from './pair-scope.ts';
import { horizonOf, readCalendars, slotRequest, twoOf, type Calendars } from './slot-search.ts';

/** Whether an offer, moves made, keeps to what is asked. */
export function keepsToPolicy(offer: SlotOffer, asked: Asked | null): boolean {
  if (asked === null) return true;
  const days = offer.occurrences.map((one) =>
    localDateOf(
      one.clashes.length > 0 && one.alternative !== null ? one.alternative.start : one.start,
      offer.plan.zone,
    ),
  );
  return keepsCadence(asked.cadence, days);
}

/** The days on which one-to-ones were held. */
export function heldOn(meetings: readonly Pick<Meeting, 'kind' | 'state' | 'start'>[], zone: Zone): LocalDate[] {
  const held = meetings.filter(({ kind, state }) => kind === 'one-to-one' && state === 'closed');
  return held.map(({ start }) => localDateOf(start, zone));
}

export function offerView(offer: SlotOffer, asked: Asked | null) {
  return {
    plan: offer.plan,
    occurrences: offer.occurrences.map((one) => ({ ...one, clashes: [...one.clashes] })),
    freeCount: offer.freeCount,
    longestGapDays: offer.longestGapDays,
    keepsToPolicy: keepsToPolicy(offer, asked),
  };
}

/** What stands in both calendars for the meetings to come of the running series: them, and the time kept to prepare for them. */
async function timesGivenUp(tx: Transaction, pairId: string, now: Instant): Promise<OwnTime[]> {
  const series = await tx.series.current(pairId);
  if (series === null) return [];
  const coming = comingOf(await tx.meetings.ofPair(pairId), series.id, now);
  return [...coming, ...(await tx.singleEvents.ofMeetings(coming.map(({ id }) => id)))];
}

function givingUp(calendars: Calendars, given: readonly OwnTime[]): Calendars {
  const byPerson = [...calendars.byPerson].map(([id, calendar]) => [id, withoutOwn(calendar, given)] as const);
  return { ...calendars, byPerson: new Map(byPerson) };
}

/** Nobody is offered times for after the pair's last day. */
function weeksTogether({ to }: Pick<Pair, 'to'>, from: LocalDate, weeks: number): number {
  return to === null ? weeks : Math.max(1, Math.min(weeks, Math.floor((daysBetween(from, to) + 1) / 7)));
}

/**
 * The best recurring times for a pair over the next half year, or year where they are rare (OUT-3, C2).
 * @throws Refusal `not-found`, `only-supervisor`
 * @throws Failure when no calendar can be read
 */
export async function findSlotsForPair(
  needs: Pick<Needs, 'store' | 'clock' | 'calendar' | 'policies'>,
  actor: Actor,
  input: {
    readonly pairId: string;
    readonly rhythm: SlotRhythm;
    readonly minutes: number;
    readonly from: LocalDate;
    readonly most?: number | undefined;
    /** To take the place of the running series, whose own times then count as free. */
    readonly instead?: boolean | undefined;
    readonly months?: 6 | 12 | undefined;
    readonly firstBy?: LocalDate | undefined;
  },
) {
  const now = needs.clock.now();
  const packFor = await packForEmployee(needs, actor);
  const { pack, pair, supervisor, employee, from, given, meetings } = await needs.store.asPerson(actor, async (tx) => {
    const scope = await pairScope(tx, actor, input.pairId);
    requireAct('schedule', scope.role, null);
    const people = await peopleOf(tx, scope.pair);
    const today = localDateOf(now, people.supervisor.zone);
    const pack = await packFor(people.employee);
    const agreed = await agreedFor(tx, pack, scope.pair, people.employee, today);
    const earliest = noticeEnds(agreed?.terms ?? null, today);
    const given = input.instead === true ? await timesGivenUp(tx, scope.pair.id, now) : [];
    const meetings = await tx.meetings.ofPair(scope.pair.id);
    return { pack, pair: scope.pair, ...people, meetings, from: earliest > input.from ? earliest : input.from, given };
  });
  const weeks = weeksTogether(pair, from, horizonOf(input.rhythm, input.months));
  const read = await readCalendars(needs, actor, [supervisor, employee], from, weeks, supervisor.zone);
  const calendars = givingUp(read, given);
  const until = addDays(from, weeks * 7 - 1);
  const asked = askedBy(cadenceFor(pack, employee, pair, localDateOf(now, supervisor.zone)));
  const offers = findSlots(
    slotRequest({
      calendars,
      personIds: twoOf(pair),
      rhythm: input.rhythm,
      minutes: input.minutes,
      zone: supervisor.zone,
      from,
      now,
      holidays: await needs.policies.holidays(actor.tenantId),
      most: input.most ?? 5,
      weeks,
      terms: termsAhead(asked?.cadence ?? null, heldOn(meetings, supervisor.zone), from, until),
      apart: timesApart(pack.rules, meetings),
      firstBy: input.firstBy,
    }),
  );
  return {
    offers: offers.map((offer) => offerView(offer, asked)),
    lookedFrom: from,
    lookedUntil: until,
    unread: [...calendars.unread],
    asked,
  };
}
