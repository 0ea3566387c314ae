import { bookedRhythm, noticeEnds } from '#core/agreement/what-it-drives.ts';
import { termsAhead } from '#core/cadence/terms-ahead.ts';
import { timesApart } from '#core/meeting/meeting-kind.ts';
import type { Finding } from '#core/policy/finding.ts';
import { askedBy, cadenceFor } from '#core/policy/resolve.ts';
import { hasEnded, isPausedOn } from '#core/people/pause.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { isRunOut } from '#core/series/running-series.ts';
import { proposeAll } from '#core/slots/propose-all.ts';
import { rhythmOf } from '#core/slots/rhythm.ts';
import { addDays, localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import { agreedFor } from './agreement-facts.ts';
import { heldOn, offerView } from './find-slots.ts';
import type { Needs } from './needs.ts';
import { packForEmployee } from './pack-for-employee.ts';
import { knownPeople } from './pair-scope.ts';
import { findingsOfPairs } from './read-standing.ts';
import { horizonOf, horizonWeeks, readCalendars } from './slot-search.ts';
import { personView } from './views.ts';

const usualRhythm = { kind: 'weekly', every: 4 } as const;

/** The day by which a pair without meetings is asked for its first. */
function firstAskedBy(findings: readonly Finding[] | undefined): LocalDate | undefined {
  const cadence = findings?.find(({ kind }) => kind === 'cadence');
  return cadence?.state === 'due' || cadence?.state === 'overdue' ? (cadence.dueOn ?? undefined) : undefined;
}

/**
 * A consistent set of times for everybody who reports to the actor and has nothing booked yet.
 * @throws Failure when the calendars cannot be read
 */
export async function proposeForAll(
  needs: Pick<Needs, 'store' | 'clock' | 'calendar' | 'policies' | 'packs'>,
  actor: Actor,
  input: { readonly from: LocalDate; readonly breathingMinutes: number },
) {
  const now = needs.clock.now();
  const packFor = await packForEmployee(needs, actor);
  const day = localDateOf(now, 'UTC');
  const { me, waiting } = await needs.store.asPerson(actor, async (tx) => {
    const pairs = (await tx.pairs.ofPerson(actor.personId)).filter(
      (pair) => pair.supervisorId === actor.personId && !hasEnded(pair, day) && !isPausedOn(pair, day),
    );
    const people = await knownPeople(tx, [actor.personId, ...pairs.map((pair) => pair.employeeId)]);
    const found = [];
    for (const pair of pairs) {
      const employee = people.get(pair.employeeId);
      const current = await tx.series.current(pair.id);
      const meetings = await tx.meetings.ofPair(pair.id);
      const isFree = current === null || isRunOut(current, meetings, now);
      if (employee === undefined || !isFree) continue;
      const pack = await packFor(employee);
      const agreed = await agreedFor(tx, pack, pair, employee, localDateOf(now, employee.zone));
      found.push({ pack, pair, employee, agreed, meetings });
    }
    const pairsWaiting = found.map(({ pair }) => pair);
    const findings = await findingsOfPairs(tx, pairsWaiting, await needs.packs(actor.tenantId), now);
    const manager = people.get(actor.personId);
    if (manager === undefined) throw new Refusal('not-found');
    return { me: manager, waiting: found.map((one) => ({ ...one, firstBy: firstAskedBy(findings.get(one.pair.id)) })) };
  });
  const today = localDateOf(now, me.zone);
  const askedOf = waiting.map((one) => {
    const asked = askedBy(cadenceFor(one.pack, one.employee, one.pair, today));
    const rhythm = bookedRhythm(one.agreed?.terms ?? null) ?? (asked === null ? usualRhythm : rhythmOf(asked.cadence));
    return { ...one, asked, rhythm, weeks: horizonOf(rhythm) };
  });
  const weeks = Math.max(horizonWeeks, ...askedOf.map((one) => one.weeks));
  const calendars = await readCalendars(
    needs,
    actor,
    [me, ...waiting.map(({ employee }) => employee)],
    input.from,
    weeks,
    me.zone,
  );
  const manager = calendars.byPerson.get(me.id);
  const reports = askedOf.flatMap(({ pack, pair, employee, agreed, meetings, asked, rhythm, firstBy, ...one }) => {
    const availability = calendars.byPerson.get(employee.id);
    if (availability === undefined) return [];
    return [
      {
        pairId: pair.id,
        availability,
        rhythm,
        minutes: agreed?.terms.minutes ?? pack.defaults.minutes,
        weeks: one.weeks,
        notBeforeDay: noticeEnds(agreed?.terms ?? null, today),
        firstBy,
        terms: termsAhead(
          asked?.cadence ?? null,
          heldOn(meetings, me.zone),
          input.from,
          addDays(input.from, one.weeks * 7 - 1),
        ),
        apart: timesApart(pack.rules, meetings),
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
        offer: offer === null ? null : offerView(offer, asked),
      };
    }),
    lookedUntil: addDays(input.from, weeks * 7 - 1),
  };
}
