import { inForce } from '#core/agreement/agreement-life.ts';
import { drivingTerms, sharedAt } from '#core/agreement/what-it-drives.ts';
import { onAgenda } from '#core/agenda/agenda.ts';
import { preparationTime, rightBefore } from '#core/event/preparation-time.ts';
import type { SingleEvent } from '#core/event/single-event.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Actor, Person } from '#core/people/person.ts';
import { effectiveRules } from '#core/policy/resolve.ts';
import { addDays, instantOf, localDateOf } from '#core/time.ts';
import type { Instant } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import { publishAgreed, type AgreeNeeds } from './agree-agenda.ts';
import { bookPreparation } from './meeting-event.ts';
import type { Needs } from './needs.ts';
import { lockedPair, peopleOf } from './pair-scope.ts';

export type KeepHourNeeds = AgreeNeeds & Pick<Needs, 'calendar' | 'identity'>;

/** How far before a meeting a calendar is read for time to prepare, in days. */
const lookBackDays = 5;

function earliest(moments: readonly (Instant | null)[]): Instant | null {
  return moments.reduce((first, one) => (one !== null && (first === null || one < first) ? one : first), null);
}

/** Shares each agenda whose agreed moment has come, as it stands, once. Returns when the next one comes (OD3a-10, C2). */
async function shareAgendas(needs: KeepHourNeeds, actor: Actor, pairId: string): Promise<Instant | null> {
  const now = needs.clock.now();
  return needs.store.asPerson(actor, async (tx) => {
    const { pair } = await lockedPair(tx, actor, pairId);
    const agreed = inForce(await tx.agreements.ofPairs([pairId]))?.terms ?? null;
    if (agreed === null) return null;
    const { supervisor, employee } = await peopleOf(tx, pair);
    const pack = await needs.policies.packFor(actor.tenantId, employee);
    const terms = drivingTerms(effectiveRules(pack, employee, pair, localDateOf(now, employee.zone)), agreed);
    const coming = (await tx.meetings.ofPair(pairId)).filter(({ state, start }) => state === 'planned' && start > now);
    const momentOf = ({ start }: Meeting): Instant | null => sharedAt(terms, start, supervisor.zone);
    const due = coming.filter((meeting) => (momentOf(meeting) ?? meeting.start) <= now);
    for (const meeting of due) await shareOnce(tx, needs, actor, meeting);
    return earliest(coming.filter((meeting) => !due.includes(meeting)).map(momentOf));
  });
}

async function shareOnce(tx: Transaction, needs: KeepHourNeeds, actor: Actor, meeting: Meeting): Promise<void> {
  const before = (await tx.effects.deliveriesOf([meeting.pairId])).some(
    ({ kind, meetingId, state }) => kind === 'publish-agenda' && meetingId === meeting.id && state !== 'withdrawn',
  );
  if (before || (await tx.effects.isOfThree(meeting.id))) return;
  if (onAgenda(await tx.agendas.ofMeetings([meeting.id])).length === 0) return;
  const pair = await tx.pairs.find(meeting.pairId);
  if (pair === null) return;
  await publishAgreed(tx, needs, actor, pair, meeting.id);
  await tx.changed(pair.id, 'agenda-shared');
}

interface Wanted {
  readonly meeting: Meeting;
  readonly minutes: number;
  readonly owner: Person;
  readonly other: Person;
}

/** Time kept for a meeting that its owner deleted in Outlook: it is not kept again unless they ask. */
async function letGoInOutlook(tx: Transaction, { id, pairId }: Meeting): Promise<readonly SingleEvent[]> {
  const [ended, bases] = await Promise.all([tx.singleEvents.endedOf(id), tx.following.meetingBases(pairId)]);
  return ended.filter((event) => bases.get(event.id)?.isGone === true);
}

/** Whose time before the next one-to-one is still to be kept, and when the one after it comes next. */
async function wantedNow(
  tx: Transaction,
  actor: Actor,
  pairId: string,
  now: Instant,
): Promise<{ readonly wanted: readonly Wanted[]; readonly nextAt: Instant | null }> {
  const { pair } = await lockedPair(tx, actor, pairId);
  const wishes = await tx.preparations.wishes(pairId);
  const meeting = (await tx.meetings.ofPair(pairId)).find(
    ({ kind, state, start }) => kind === 'one-to-one' && state === 'planned' && start > now,
  );
  if (wishes.length === 0 || meeting === undefined) return { wanted: [], nextAt: null };
  const kept = await tx.singleEvents.ofMeetings([meeting.id]);
  const two = await peopleOf(tx, pair);
  const settled = [...kept, ...(await letGoInOutlook(tx, meeting))];
  const wanted = wishes
    .filter(({ personId }) => !settled.some((one) => one.purpose === 'preparation' && one.ownerId === personId))
    .map(({ personId, minutes }) =>
      personId === two.supervisor.id
        ? { meeting, minutes, owner: two.supervisor, other: two.employee }
        : { meeting, minutes, owner: two.employee, other: two.supervisor },
    );
  return { wanted, nextAt: meeting.start };
}

/**
 * When somebody prepares for a meeting: where their calendar is free in their working hours, else right before it. Null: there is
 * no time left. @throws Failure where their calendar cannot be read just now
 */
export async function timeToPrepare(
  needs: Pick<Needs, 'calendar' | 'clock' | 'policies'>,
  actor: Actor,
  { meeting, minutes, owner }: Pick<Wanted, 'meeting' | 'minutes' | 'owner'>,
): Promise<{ readonly start: Instant; readonly end: Instant } | null> {
  const now = needs.clock.now();
  const usual = rightBefore(meeting.start, minutes, now);
  if (owner.mail === null) return usual;
  const day = localDateOf(meeting.start, owner.zone);
  const { available } = await needs.calendar.availability(
    actor,
    [{ personId: owner.id, mail: owner.mail }],
    instantOf(addDays(day, -lookBackDays), '00:00', owner.zone),
    instantOf(addDays(day, 1), '00:00', owner.zone),
  );
  const [calendar] = available;
  if (calendar === undefined) return usual;
  const holidays = await needs.policies.holidays(actor.tenantId);
  return preparationTime(meeting.start, minutes, calendar, { now, holidays }) ?? usual;
}

/** Keeps time free before the next one-to-one for whoever of the two wants it before each (ESS-4). Somebody who cannot be acted for is kept it at their next visit. */
async function keepPreparation(needs: KeepHourNeeds, actor: Actor, pairId: string): Promise<Instant | null> {
  const { wanted, nextAt } = await needs.store.asPerson(actor, (tx) => wantedNow(tx, actor, pairId, needs.clock.now()));
  for (const one of wanted) {
    const owner: Actor = { tenantId: actor.tenantId, personId: one.owner.id };
    if (!(await needs.identity.holds(owner))) continue;
    const at = await timeToPrepare(needs, owner, one);
    if (at === null) continue;
    await needs.store.asPerson(actor, async (tx) => {
      const { wanted: still } = await wantedNow(tx, actor, pairId, needs.clock.now());
      const isStill = still.some(
        ({ meeting, owner: { id } }) =>
          meeting.id === one.meeting.id && meeting.start === one.meeting.start && id === one.owner.id,
      );
      if (!isStill) return;
      await bookPreparation(tx, needs, actor, one.meeting, at, one);
      await tx.changed(pairId, 'preparation-time');
    });
  }
  return nextAt;
}

/**
 * Does for a pair what falls due as time goes on, whether anybody looks or not, and says when something does next. Null: not before
 * something changes. @throws Failure, Refusal
 */
export async function keepHour(needs: KeepHourNeeds, actor: Actor, pairId: string): Promise<Instant | null> {
  const shared = await shareAgendas(needs, actor, pairId);
  return earliest([shared, await keepPreparation(needs, actor, pairId)]);
}
