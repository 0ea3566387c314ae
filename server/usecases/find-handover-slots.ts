import { requireAct } from '#core/access/access.ts';
import type { Actor } from '#core/people/person.ts';
import { askedBy, cadenceFor } from '#core/policy/resolve.ts';
import { Refusal } from '#core/refusal.ts';
import { occurrenceDates } from '#core/series/occurrences.ts';
import { comingOf } from '#core/series/reassign.ts';
import { checkPlan, findSlots } from '#core/slots/find-slots.ts';
import { withoutOwn } from '#core/slots/own-times.ts';
import type { SlotOffer, SlotRequest, SlotRhythm } from '#core/slots/slot.ts';
import { addDays, localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import { offerView } from './find-slots.ts';
import type { Needs } from './needs.ts';
import { packForEmployee } from './pack-for-employee.ts';
import { pairScope, peopleOf } from './pair-scope.ts';
import { horizonOf, readCalendars, slotRequest } from './slot-search.ts';
import { personView } from './views.ts';

type FindNeeds = Pick<Needs, 'store' | 'clock' | 'calendar' | 'policies' | 'directory'>;

const mostOffers = 5;

/** People whose name begins so, who could take over. @throws Refusal `not-found`, `only-supervisor`; Failure when the directory does not answer */
export async function findPeople(
  needs: Pick<Needs, 'store' | 'directory'>,
  actor: Actor,
  input: { readonly pairId: string; readonly name: string },
) {
  const { pair } = await needs.store.asPerson(actor, async (tx) => {
    const scope = await pairScope(tx, actor, input.pairId);
    requireAct('hand-over', scope.role, null);
    return scope;
  });
  const found = await needs.directory.find(actor, input.name);
  const others = found.filter(({ id, mail }) => mail !== null && id !== pair.supervisorId && id !== pair.employeeId);
  return { people: others.map(personView) };
}

/** A plan as it would be looked at; null where somebody does not work then. */
function looked(request: SlotRequest, plan: SlotOffer['plan']): SlotOffer | null {
  try {
    return checkPlan(request, plan);
  } catch (cause) {
    if (cause instanceof Refusal) return null;
    throw cause;
  }
}

/**
 * Times the employee and whoever takes over can make: those the one-to-ones have now, where both can, and others (OD3a-8). What they
 * have now does not stand in their way.
 * @throws Refusal `not-found`, `only-supervisor`; Failure when a calendar or the directory cannot be read
 */
export async function findHandoverSlots(
  needs: FindNeeds,
  actor: Actor,
  input: {
    readonly pairId: string;
    readonly toId: string;
    readonly from: LocalDate;
    readonly until: LocalDate | null;
    readonly rhythm: SlotRhythm;
    readonly minutes: number;
  },
) {
  const now = needs.clock.now();
  const packFor = await packForEmployee(needs, actor);
  const found = await needs.store.asPerson(actor, async (tx) => {
    const { pair, role } = await pairScope(tx, actor, input.pairId);
    requireAct('hand-over', role, null);
    const series = await tx.series.current(pair.id);
    const given = series === null ? [] : comingOf(await tx.meetings.ofPair(pair.id), series.id, now);
    return { pair, series, given, ...(await peopleOf(tx, pair)) };
  });
  const to = await needs.directory.person(actor, input.toId);
  if (to === null) throw new Refusal('not-found', { what: 'person' });
  const { employee, pair, series, given, supervisor } = found;
  const { zone } = supervisor;
  const today = localDateOf(now, zone);
  const from = input.from > today ? input.from : today;
  const weeks = horizonOf(input.rhythm);
  const read = await readCalendars(needs, actor, [to, employee], from, weeks, zone);
  const byPerson = [...read.byPerson].map(([id, calendar]) => [id, withoutOwn(calendar, given)] as const);
  const request = slotRequest({
    calendars: { ...read, byPerson: new Map(byPerson) },
    personIds: [to.id, employee.id],
    rhythm: input.rhythm,
    minutes: input.minutes,
    zone,
    from,
    now,
    holidays: await needs.policies.holidays(actor.tenantId),
    most: mostOffers,
    weeks,
  });
  const end = addDays(from, weeks * 7 - 1);
  const untilDate = input.until !== null && input.until < end ? input.until : end;
  const startDate =
    series === null
      ? undefined
      : occurrenceDates(series.plan.pattern, series.plan.startDate, end).find((day) => day >= from);
  const same =
    series === null || startDate === undefined || startDate > untilDate
      ? null
      : looked(request, { ...series.plan, startDate, untilDate });
  const asked = askedBy(cadenceFor(await packFor(employee), employee, pair, today));
  const shortened = findSlots(request).flatMap((offer) => {
    const plan = { ...offer.plan, untilDate };
    return plan.startDate > untilDate ? [] : (looked(request, plan) ?? []);
  });
  return {
    same: same === null ? null : offerView(same, asked),
    offers: shortened.map((offer) => offerView(offer, asked)),
    unread: [...read.unread],
  };
}
