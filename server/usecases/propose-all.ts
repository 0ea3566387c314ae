import { bookedRhythm } from '#core/agreement/what-it-drives.ts';
import { rhythmFor } from '#core/cadence/cadence.ts';
import { askedBy, cadenceFor } from '#core/policy/resolve.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { isRunOut } from '#core/series/running-series.ts';
import { proposeAll } from '#core/slots/propose-all.ts';
import { addDays, localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import { agreedFor } from './agreement-facts.ts';
import { offerView } from './find-slots.ts';
import type { Needs } from './needs.ts';
import { packForEmployee } from './pack-for-employee.ts';
import { knownPeople } from './pair-scope.ts';
import { horizonWeeks, readCalendars } from './slot-search.ts';
import { personView } from './views.ts';

/**
 * A consistent set of times for everybody who reports to the actor and has nothing booked yet.
 * @throws Failure when the calendars cannot be read
 */
export async function proposeForAll(
  needs: Pick<Needs, 'store' | 'clock' | 'calendar' | 'policies'>,
  actor: Actor,
  input: { readonly from: LocalDate; readonly breathingMinutes: number },
) {
  const now = needs.clock.now();
  const packFor = await packForEmployee(needs, actor);
  const { me, waiting } = await needs.store.asPerson(actor, async (tx) => {
    const pairs = (await tx.pairs.ofPerson(actor.personId)).filter(
      (pair) => pair.supervisorId === actor.personId && pair.to === null && pair.pause === null,
    );
    const people = await knownPeople(tx, [actor.personId, ...pairs.map((pair) => pair.employeeId)]);
    const found = [];
    for (const pair of pairs) {
      const employee = people.get(pair.employeeId);
      const current = await tx.series.current(pair.id);
      const isFree = current === null || isRunOut(current, await tx.meetings.ofPair(pair.id), now);
      if (employee === undefined || !isFree) continue;
      const pack = await packFor(employee);
      const agreed = await agreedFor(tx, pack, pair, employee, localDateOf(now, employee.zone));
      found.push({ pack, pair, employee, agreed });
    }
    const manager = people.get(actor.personId);
    if (manager === undefined) throw new Refusal('not-found');
    return { me: manager, waiting: found };
  });
  const today = localDateOf(now, me.zone);
  const calendars = await readCalendars(
    needs,
    actor,
    [me, ...waiting.map(({ employee }) => employee)],
    input.from,
    horizonWeeks,
    me.zone,
  );
  const manager = calendars.byPerson.get(me.id);
  const askedOf = waiting.map(({ pack, pair, employee, agreed }) => ({
    pack,
    pair,
    employee,
    agreed,
    asked: askedBy(cadenceFor(pack, employee, pair, today)),
  }));
  const reports = askedOf.flatMap(({ pack, pair, employee, agreed, asked }) => {
    const availability = calendars.byPerson.get(employee.id);
    if (availability === undefined) return [];
    return [
      {
        pairId: pair.id,
        availability,
        rhythm: bookedRhythm(agreed?.terms ?? null) ?? rhythmFor(asked?.every ?? { months: 1 }),
        minutes: agreed?.terms.minutes ?? pack.defaults.minutes,
      },
    ];
  });
  const offers =
    manager === undefined
      ? []
      : proposeAll({
          manager,
          reports,
          zone: me.zone,
          from: input.from,
          weeks: horizonWeeks,
          notBefore: now,
          holidays: await needs.policies.holidays(actor.tenantId),
          breathingMinutes: input.breathingMinutes,
        });
  return {
    proposals: askedOf.map(({ pair, employee, asked }) => {
      const offer = offers.find((one) => one.pairId === pair.id)?.offer ?? null;
      return {
        pairId: pair.id,
        person: personView(employee),
        offer: offer === null ? null : offerView(offer, asked?.every ?? null),
      };
    }),
    lookedUntil: addDays(input.from, horizonWeeks * 7 - 1),
  };
}
