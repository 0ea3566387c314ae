import type { Actor } from '#core/people/person.ts';
import type { SeriesPlan } from '#core/series/series.ts';
import { checkPlan } from '#core/slots/find-slots.ts';
import type { LocalDate } from '#core/time-types.ts';
import { Failure } from '../ports/failures.ts';
import type { Needs } from './needs.ts';
import { pairScope, peopleOf } from './pair-scope.ts';
import { horizonOf, readCalendars, slotRequest, twoOf } from './slot-search.ts';

type CheckNeeds = Pick<Needs, 'store' | 'clock' | 'calendar' | 'policies'>;

interface CheckedBooking {
  readonly id: string;
  readonly plan: SeriesPlan;
  readonly moves: readonly { readonly originalDate: LocalDate }[];
  readonly skips: readonly LocalDate[];
}

/**
 * Holds a chosen plan to both people's working hours once more, as they are now: what was offered may be old, or not have been offered.
 * Calendars that cannot be read just now refuse nothing. A booking made already is not looked at again.
 * @throws Refusal `slot-outside-hours`, `slot-in-past`, `not-found`
 */
export async function checkBooking(
  needs: CheckNeeds,
  actor: Actor,
  input: { readonly pairId: string; readonly booking: CheckedBooking },
): Promise<void> {
  const { id, plan, moves, skips } = input.booking;
  const found = await needs.store.asPerson(actor, async (tx) => {
    const { pair } = await pairScope(tx, actor, input.pairId);
    const booked = (await tx.series.current(pair.id))?.id === id;
    return booked ? null : { pair, ...(await peopleOf(tx, pair)) };
  });
  if (found === null) return;
  try {
    const two = [found.supervisor, found.employee];
    const { kind, every } = plan.pattern;
    const rhythm = { kind, every };
    const calendars = await readCalendars(needs, actor, two, plan.startDate, horizonOf(rhythm), plan.zone);
    const request = slotRequest({
      calendars,
      personIds: twoOf(found.pair),
      rhythm,
      minutes: plan.minutes,
      zone: plan.zone,
      from: plan.startDate,
      now: needs.clock.now(),
      holidays: await needs.policies.holidays(actor.tenantId),
      most: 1,
    });
    checkPlan(request, plan, new Set([...moves.map(({ originalDate }) => originalDate), ...skips]));
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
  }
}
