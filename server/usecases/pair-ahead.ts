import { inForce } from '#core/agreement/agreement-life.ts';
import { drivingTerms, noticeEnds } from '#core/agreement/what-it-drives.ts';
import { paceOf } from '#core/cadence/cadence-kind.ts';
import { timesApart } from '#core/meeting/meeting-kind.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Actor, Person } from '#core/people/person.ts';
import type { Finding } from '#core/policy/finding.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { cadenceFor, effectiveRules } from '#core/policy/resolve.ts';
import type { PairAhead, TakenTime } from '#core/rescheduling/offer.ts';
import type { OwnTime } from '#core/slots/own-times.ts';
import { addMinutes, localDateOf, minutesBetween } from '#core/time.ts';
import type { Instant, Interval, LocalDate } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import { packForEmployee } from './pack-for-employee.ts';
import { knownPeople } from './pair-scope.ts';
import { findingsOfPairs } from './read-standing.ts';
import { slotRequest, twoOf, type Calendars } from './slot-search.ts';

/** How far ahead clashes are looked for, in weeks. */
export const aheadWeeks = 6;
/** Calendars are read a little further, so that there is somewhere to go. */
const readWeeks = aheadWeeks + 1;

/** What is kept of a pair that better times are made of; calendars come to it. */
export interface PairLook {
  readonly pair: Pair;
  readonly supervisor: Person;
  readonly employee: Person;
  readonly coming: readonly Meeting[];
  readonly own: ReadonlyMap<string, readonly OwnTime[]>;
  readonly previousOn: LocalDate | null;
  readonly noticed: LocalDate;
  readonly finding: Finding | null;
  readonly every: Interval | null;
  readonly apart: ReturnType<typeof timesApart>;
}

type LookNeeds = Pick<Needs, 'store' | 'clock' | 'policies' | 'packs'>;

function comingIn(meetings: readonly Meeting[], now: Instant): Meeting[] {
  const until = addMinutes(now, readWeeks * 7 * 24 * 60);
  return meetings.filter(
    ({ kind, state, start }) => kind === 'one-to-one' && state === 'planned' && start > now && start < until,
  );
}

function lookOf(
  pack: PolicyPack,
  pair: Pair,
  people: ReadonlyMap<string, Person>,
  meetings: readonly Meeting[],
  now: Instant,
): Omit<PairLook, 'own' | 'finding' | 'noticed'> | null {
  const supervisor = people.get(pair.supervisorId);
  const employee = people.get(pair.employeeId);
  const coming = comingIn(meetings, now);
  if (supervisor === undefined || employee === undefined || coming.length === 0) return null;
  const today = localDateOf(now, supervisor.zone);
  const before = meetings.findLast(
    ({ kind, state, start }) => kind === 'one-to-one' && state !== 'cancelled' && start <= now,
  );
  const rule = cadenceFor(pack, employee, pair, today);
  return {
    pair,
    supervisor,
    employee,
    coming,
    previousOn: before === undefined ? null : localDateOf(before.start, supervisor.zone),
    every: rule === null ? null : paceOf(rule.cadence),
    apart: timesApart(pack.rules, meetings),
  };
}

/** Reads what is kept of the running pairs among these that have a one-to-one to come. */
async function looksIn(
  tx: Transaction,
  needs: Pick<LookNeeds, 'clock'>,
  pairs: readonly Pair[],
  packFor: Awaited<ReturnType<typeof packForEmployee>>,
  packs: Awaited<ReturnType<Needs['packs']>>,
): Promise<PairLook[]> {
  const now = needs.clock.now();
  const running = pairs.filter(({ to }) => to === null);
  const ids = running.map(({ id }) => id);
  const [people, meetings, agreements, findings] = await Promise.all([
    knownPeople(tx, [...new Set(running.flatMap((pair) => twoOf(pair)))]),
    tx.meetings.ofPairs(ids),
    tx.agreements.ofPairs(ids),
    findingsOfPairs(tx, running, packs, now),
  ]);
  const looks: PairLook[] = [];
  for (const pair of running) {
    const employee = people.get(pair.employeeId);
    if (employee === undefined) continue;
    const pack = await packFor(employee);
    const look = lookOf(
      pack,
      pair,
      people,
      meetings.filter(({ pairId }) => pairId === pair.id),
      now,
    );
    const finding = findings.get(pair.id)?.find(({ kind }) => kind === 'cadence') ?? null;
    // Somebody who is away for long is not looked for.
    if (look === null || finding?.state === 'excused') continue;
    const events = await tx.singleEvents.ofMeetings(look.coming.map(({ id }) => id));
    const today = localDateOf(now, look.supervisor.zone);
    const rules = effectiveRules(pack, employee, pair, today);
    const agreed = inForce(agreements.filter(({ pairId }) => pairId === pair.id))?.terms ?? null;
    looks.push({
      ...look,
      finding,
      noticed: noticeEnds(drivingTerms(rules, agreed), today),
      own: new Map(
        look.coming.map((meeting) => [
          meeting.id,
          [
            { start: meeting.start, end: meeting.end },
            ...events.filter((event) => event.meetingId === meeting.id && event.purpose === 'preparation'),
          ],
        ]),
      ),
    });
  }
  return looks;
}

/** What is kept of the actor's running pairs, with the days nobody works. @throws Refusal `policy-missing` */
export async function lookAhead(needs: LookNeeds, actor: Actor): Promise<readonly PairLook[]> {
  const [packFor, packs] = await Promise.all([packForEmployee(needs, actor), needs.packs(actor.tenantId)]);
  return needs.store.asPerson(actor, async (tx) => {
    const pairs = await tx.pairs.ofPerson(actor.personId);
    return looksIn(tx, needs, pairs, packFor, packs);
  });
}

/** A pair with its calendars, as core looks at it. Null: one of the two cannot be read, so nothing is claimed of either. */
export function aheadOf(
  look: PairLook,
  calendars: Calendars,
  now: Instant,
  holidays: Readonly<Record<LocalDate, string>>,
): PairAhead | null {
  const zone = look.supervisor.zone;
  const today = localDateOf(now, zone);
  const [first] = look.coming;
  const personIds = twoOf(look.pair);
  if (first === undefined || !personIds.every((id) => calendars.byPerson.has(id))) return null;
  return {
    request: slotRequest({
      calendars,
      personIds,
      rhythm: { kind: 'weekly', every: 1 },
      minutes: minutesBetween(first.start, first.end),
      zone,
      from: today,
      now,
      holidays,
      most: 1,
      weeks: readWeeks,
      apart: look.apart,
    }),
    coming: look.coming.map(({ id, start, end }) => ({ id, start, end, own: look.own.get(id) ?? [] })),
    previousOn: look.previousOn,
    today,
    noticed: look.noticed,
    finding: look.finding,
    every: look.every,
  };
}

/** The coming one-to-ones of all these pairs but one: a calendar may not show yet what was moved a moment ago. */
export function takenByOthers(looks: readonly PairLook[], pairId: string): TakenTime[] {
  return looks
    .filter(({ pair }) => pair.id !== pairId)
    .flatMap(({ pair, coming }) => coming.map(({ start, end }) => ({ start, end, personIds: twoOf(pair) })));
}
