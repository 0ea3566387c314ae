import type { Pair } from '#core/people/pair.ts';
import type { Actor, Person } from '#core/people/person.ts';
import { protectedTimes } from '#core/slots/protected-hours.ts';
import { usualMonths } from '#core/slots/rhythm.ts';
import type { Availability, SlotRequest, SlotRhythm } from '#core/slots/slot.ts';
import { addDays, instantOf } from '#core/time.ts';
import type { LocalDate, Zone } from '#core/time-types.ts';
import type { Needs } from './needs.ts';

/** How far ahead a recurring time is looked for: half a year. */
export const horizonWeeks = 26;

/** How far ahead a rhythm is looked for, in weeks: a year where half of one would hold hardly any meeting (OD3a-1, FORM-1). */
export function horizonOf(rhythm: SlotRhythm, months?: 6 | 12): number {
  return (months ?? usualMonths(rhythm)) === 12 ? horizonWeeks * 2 : horizonWeeks;
}

/** Slots begin on the quarter hour. */
export const stepMinutes = 15;

export interface Calendars {
  readonly byPerson: ReadonlyMap<string, Availability>;
  readonly unread: readonly string[];
}

/** Reads the calendars of several people over the horizon, on the actor's behalf; hours they keep free for themselves are taken in them. @throws Failure */
export async function readCalendars(
  needs: Pick<Needs, 'calendar' | 'store'>,
  actor: Actor,
  people: readonly Person[],
  from: LocalDate,
  weeks: number,
  zone: Zone,
): Promise<Calendars> {
  const reachable = people.flatMap((person) =>
    person.mail === null ? [] : [{ personId: person.id, mail: person.mail }],
  );
  const read = await needs.calendar.availability(
    actor,
    reachable,
    instantOf(from, '00:00', zone),
    instantOf(addDays(from, weeks * 7 + 7), '00:00', zone),
  );
  const last = addDays(from, weeks * 7 + 7);
  const kept = await needs.store.asPerson(actor, (tx) => tx.protectedHours.ofPeople(people.map(({ id }) => id)));
  const guarded = read.available.map((one): Availability => {
    const times = protectedTimes(kept.get(one.personId) ?? [], one.workingHours.zone, addDays(from, -1), last);
    return times.length === 0 ? one : { ...one, busy: [...one.busy, ...times] };
  });
  const withoutMail = people.filter((person) => person.mail === null).map((person) => person.id);
  return {
    byPerson: new Map(guarded.map((one) => [one.personId, one])),
    unread: [...read.unread, ...withoutMail],
  };
}

/** What to look for between two people. A calendar that cannot be read is left out, and said so by the caller. */
export function slotRequest(input: {
  readonly calendars: Calendars;
  readonly personIds: readonly string[];
  readonly rhythm: SlotRhythm;
  readonly minutes: number;
  readonly zone: Zone;
  readonly from: LocalDate;
  readonly now: string;
  readonly holidays: Readonly<Record<LocalDate, string>>;
  readonly most: number;
  readonly weeks?: number | undefined;
  readonly terms?: SlotRequest['terms'];
  readonly apart?: SlotRequest['apart'];
  readonly firstBy?: LocalDate | undefined;
}): SlotRequest {
  return {
    people: input.personIds.flatMap((id) => input.calendars.byPerson.get(id) ?? []),
    rhythm: input.rhythm,
    minutes: input.minutes,
    zone: input.zone,
    from: input.from,
    weeks: input.weeks ?? horizonOf(input.rhythm),
    notBefore: input.now,
    holidays: input.holidays,
    stepMinutes,
    most: input.most,
    terms: input.terms,
    apart: input.apart,
    firstBy: input.firstBy,
  };
}

/** Both of a pair, supervisor first. */
export function twoOf(pair: Pair): readonly [string, string] {
  return [pair.supervisorId, pair.employeeId];
}
