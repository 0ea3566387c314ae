import { requireAct } from '#core/access/access.ts';
import { handedOver, requireHandover, takingOver, type Handover } from '#core/people/handover.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { FoundPerson } from '#core/people/mailbox-clock.ts';
import type { Pair } from '#core/people/pair.ts';
import { hasEnded, isInPause } from '#core/people/pause.ts';
import type { Actor, Person } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { SeriesRule } from '#core/series/reassign.ts';
import { localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import type { AgreeNeeds } from './agree-agenda.ts';
import { bookIn, requirePossiblePlan } from './book-series.ts';
import { callOff } from './call-off.ts';
import { cutPair } from './cut-pair.ts';
import { keepPeople } from './follow-clocks.ts';
import { invitationNote, stretchOf } from './handover-words.ts';
import type { Needs } from './needs.ts';
import { packForEmployee, type PackForEmployee } from './pack-for-employee.ts';
import { lockedPair, pairScope, peopleOf } from './pair-scope.ts';

export type HandoverNeeds = AgreeNeeds & Pick<Needs, 'directory' | 'calendar'>;

export interface WantedHandover {
  readonly id: string;
  readonly toId: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly words: string | null;
  readonly booking: (SeriesRule & { readonly id: string }) | null;
}

interface Parties {
  readonly supervisor: Person;
  readonly employee: Person;
  readonly to: Person;
}

/** What Outlook tells the employee with each meeting that is called off. `isForOther`: somebody else than the manager says it. */
function commentOf({ supervisor, to }: Parties, wanted: WantedHandover, isForOther: boolean): string {
  const whose = isForOther ? `your one-to-ones from ${supervisor.displayName}` : 'our one-to-ones';
  const after = wanted.until === null || isForOther ? '' : ' We go on after that.';
  return [`${to.displayName} takes over ${whose} ${stretchOf(wanted)}.${after}`, wanted.words ?? '']
    .filter(Boolean)
    .join(' ');
}

/** @throws Refusal `bad-request` for a booking outside the days somebody else takes over for */
function requireInside({ from, until, booking }: WantedHandover): void {
  if (booking === null) return;
  requirePossiblePlan(booking.plan);
  const { startDate, untilDate } = booking.plan;
  if (startDate < from || (until !== null && untilDate > until)) throw new Refusal('bad-request', { what: 'plan' });
}

/** The new pair's series, in the name of whoever takes over: their promise, kept as them. */
async function bookForNew(
  tx: Transaction,
  needs: HandoverNeeds,
  packFor: PackForEmployee,
  tenantId: string,
  pair: Pair,
  two: Parties,
  wanted: WantedHandover,
): Promise<void> {
  if (wanted.booking === null) return;
  const actor: Actor = { tenantId, personId: two.to.id };
  const booking = {
    ...wanted.booking,
    moves: [...wanted.booking.moves],
    skips: [...wanted.booking.skips],
    note: invitationNote(two, wanted, false),
  };
  await bookIn(tx, needs, packFor, actor, { pairId: pair.id, booking });
}

/** Somebody of the directory who can hold one-to-ones: with a mailbox. @throws Refusal `not-found`, Failure */
export async function personToTakeOver(needs: HandoverNeeds, actor: Actor, id: string): Promise<FoundPerson> {
  const to = await needs.directory.person(actor, id);
  if (to === null) throw new Refusal('not-found', { what: 'person' });
  if (to.mail === null) throw new Refusal('bad-request', { what: 'mail' });
  return to;
}

/**
 * Hands a pair's one-to-ones to another manager (OD3a-8). For good: the series is cut short on the day, and the pair ends the day before.
 * Between two days: the meetings in them are called off, the pair pauses, and its series goes on after. Whoever takes over gets a pair of
 * their own with the employee and, at times both can make, a series in their own name. Nothing the old pair wrote goes with it.
 *
 * The two pairs have one person in common, the employee: what is changed in both is changed as them, in one transaction.
 * @throws Refusal `only-supervisor`, `not-found`, `pair-ended`, `pair-exists`, `bad-request`, and as `bookSeries`
 * @throws Failure when the directory does not answer
 */
export async function handOver(
  needs: HandoverNeeds,
  actor: Actor,
  input: { readonly pairId: string; readonly wanted: WantedHandover },
) {
  const { wanted } = input;
  const { pair: asked } = await needs.store.asPerson(actor, async (tx) => {
    const scope = await pairScope(tx, actor, input.pairId);
    requireAct('hand-over', scope.role, null);
    return scope;
  });
  requireInside(wanted);
  const to = await personToTakeOver(needs, actor, wanted.toId);
  return handOverTo(needs, actor, to, { pair: asked, wanted, isForOther: false });
}

/** Hands one pair's one-to-ones over, once the actor was found to be allowed to. @throws Refusal as `handOver` */
export async function handOverTo(
  needs: HandoverNeeds,
  actor: Actor,
  to: FoundPerson,
  asked: {
    readonly pair: Pick<Pair, 'id' | 'employeeId'>;
    readonly wanted: WantedHandover;
    readonly isForOther: boolean;
  },
): Promise<{ seq: number }> {
  const { wanted } = asked;
  const employee: Actor = { tenantId: actor.tenantId, personId: asked.pair.employeeId };
  const packFor = await packForEmployee(needs, employee);
  return needs.store.asPerson(employee, async (tx) => {
    const { pair } = await lockedPair(tx, employee, asked.pair.id);
    const known = await tx.handovers.find(wanted.id);
    if (known !== null) {
      if (known.pairId !== pair.id) throw new Refusal('duplicate-id');
      return { seq: await tx.pairs.seq(pair.id) };
    }
    const people = await peopleOf(tx, pair);
    const parties: Parties = { ...people, to };
    const now = needs.clock.now();
    const today = localDateOf(now, people.supervisor.zone);
    requireHandover(pair, wanted, today);
    const others = await tx.pairs.ofPerson(pair.employeeId);
    const isTaken = others.some(
      (one) => one.supervisorId === to.id && one.employeeId === pair.employeeId && !hasEnded(one, wanted.from),
    );
    if (isTaken) throw new Refusal('pair-exists');
    await keepPeople(tx, [to]);
    const { id, toId, from, until } = wanted;
    const handover: Handover = {
      ...{ id, toId, from, until },
      pairId: pair.id,
      toPairId: needs.ids.next(),
      by: actor.personId,
      at: now,
      followed: false,
    };
    const next = takingOver(pair, handover);
    await tx.pairs.save(next);
    await tx.handovers.save(handover);
    const reason = `${to.displayName} takes over.`;
    const said = { reason: wanted.words ?? reason, comment: commentOf(parties, wanted, asked.isForOther) };
    const left = handedOver(pair, handover, reason);
    await tx.pairs.save(left);
    const { zone } = people.supervisor;
    if (until === null) await cutPair(tx, needs, packFor, employee, { pair: left, from, zone }, said);
    else {
      const isInside = ({ start }: Meeting): boolean => isInPause({ from, until }, localDateOf(start, zone));
      await callOff(tx, needs, employee, left, isInside, { ...said, reason });
    }
    await tx.changed(next.id, 'pair-began');
    await bookForNew(tx, needs, packFor, actor.tenantId, next, parties, wanted);
    return { seq: await tx.changed(pair.id, 'handed-over') };
  });
}
