import { requireAct } from '#core/access/access.ts';
import type { AgendaItem } from '#core/agenda/agenda-item.ts';
import { kindRule, requireApart, requirePlannableKind } from '#core/meeting/meeting-kind.ts';
import type { Meeting, MeetingKind } from '#core/meeting/meeting.ts';
import { requirePossibleSpan } from '#core/meeting/possible-span.ts';
import type { Pair } from '#core/people/pair.ts';
import { hasEnded } from '#core/people/pause.ts';
import type { Actor, Person } from '#core/people/person.ts';
import { effectiveRules } from '#core/policy/resolve.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { Refusal } from '#core/refusal.ts';
import { localDateOf } from '#core/time.ts';
import type { Instant } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import { bookEvent } from './meeting-event.ts';
import type { Needs } from './needs.ts';
import { lockedPair, peopleOf } from './pair-scope.ts';

type PlanNeeds = Pick<Needs, 'store' | 'clock' | 'ids' | 'policies'>;

/** What a follow-up is called in the calendar; other kinds are called what the policy calls them. */
const followUpTitle = 'Follow-up';
const oneToOneTitle = 'One-to-one';
/** Minutes a topic of the kind begins with on its agenda. */
const topicMinutes = 5;

export interface SinglePlan {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly start: Instant;
  readonly end: Instant;
  readonly note: string;
  /** Somebody else who supervises the employee, asked too: a meeting of three (OD3a-18). */
  readonly withId?: string | undefined;
}

/** Who joins the two: somebody who supervises the same employee. They are asked in Outlook and see nothing of the pair. @throws Refusal `bad-request` */
export async function thirdOf(tx: Transaction, pair: Pair, personId: string): Promise<Person> {
  const isBeside = (await tx.pairs.besides(pair.id)).some((one) => one.personId === personId);
  const [third] = isBeside ? await tx.people.find([personId]) : [];
  if (third?.mail == null) throw new Refusal('bad-request', { what: 'withId' });
  return third;
}

/** What the policy wants such a meeting to go through, as the agenda it begins with (CAREER-1). */
function topicItems(pack: PolicyPack, meeting: Meeting, ids: Needs['ids']): AgendaItem[] {
  return (kindRule(pack.rules, meeting.kind)?.topics ?? []).map((topic, index) => ({
    id: ids.next(),
    meetingId: meeting.id,
    title: topic.title,
    note: null,
    topicId: topic.id,
    kindId: null,
    behaviourId: null,
    standingId: null,
    raisedBy: null,
    urgency: 'normal',
    minutes: topicMinutes,
    position: index + 1,
    state: 'open',
    timesCarried: 0,
    carriedFromId: null,
  }));
}

/**
 * Plans one meeting that is no part of the series and promises it to Outlook, within a transaction that holds the pair's lock.
 * The same id again gives the meeting planned before.
 * @throws Refusal `meeting-kind-unknown`, `slot-of-one-to-one`, `slot-in-past`, `pair-ended`, `bad-request`, `duplicate-id`
 */
export async function planSingle(
  tx: Transaction,
  needs: Pick<Needs, 'clock' | 'ids' | 'policies'>,
  actor: Actor,
  pair: Pair,
  plan: SinglePlan,
): Promise<Meeting> {
  const known = await tx.meetings.find(plan.id);
  if (known !== null) {
    if (known.pairId !== pair.id || known.seriesId !== null) throw new Refusal('duplicate-id');
    return known;
  }
  if (hasEnded(pair, localDateOf(needs.clock.now(), 'UTC'))) throw new Refusal('pair-ended');
  requirePossibleSpan(plan, needs.clock.now());
  const two = await peopleOf(tx, pair);
  const pack = await needs.policies.packFor(actor.tenantId, two.employee);
  const rules = effectiveRules(pack, two.employee, pair, localDateOf(needs.clock.now(), two.employee.zone));
  if (plan.kind !== 'one-to-one') requirePlannableKind(rules, plan.kind);
  requireApart(rules, plan.kind, await tx.meetings.ofPair(pair.id), plan);
  if (two.employee.mail === null) throw new Refusal('bad-request', { what: 'mail' });
  const meeting: Meeting = {
    id: plan.id,
    pairId: pair.id,
    seriesId: null,
    kind: plan.kind,
    state: 'planned',
    originalDate: localDateOf(plan.start, two.supervisor.zone),
    start: plan.start,
    end: plan.end,
    reason: null,
    movedFrom: null,
    skipped: null,
    agendaVersion: 1,
    agreedBySupervisor: null,
    agreedByEmployee: null,
    openedAt: null,
    closedAt: null,
    packId: null,
    packVersion: null,
  };
  await tx.meetings.save([meeting]);
  await tx.agendas.save(topicItems(pack, meeting, needs.ids), pair.id);
  const rule = kindRule(rules, plan.kind);
  await bookEvent(tx, needs, actor, meeting, two, {
    title: rule?.title ?? (plan.kind === 'one-to-one' ? oneToOneTitle : followUpTitle),
    note: plan.note,
    isPrivate: rule?.apart ?? false,
    third: plan.withId === undefined ? null : await thirdOf(tx, pair, plan.withId),
  });
  return meeting;
}

/**
 * Plans a meeting of another kind than the one-to-ones: an introductory one, a yearly one, a follow-up (CAREER-1, OD3a-2, OUT-11).
 * Kept here at once, promised to Outlook in the same transaction.
 * @throws Refusal as `planSingle`, and `only-supervisor`, `not-found`
 */
export async function planMeeting(
  needs: PlanNeeds,
  actor: Actor,
  input: { readonly pairId: string; readonly plan: SinglePlan },
) {
  await needs.policies.inForce(actor.tenantId);
  return needs.store.asPerson(actor, async (tx) => {
    const { pair, role } = await lockedPair(tx, actor, input.pairId);
    requireAct('schedule', role, null);
    // One-to-ones come from the series; one more is put in where one is missing.
    if (input.plan.kind === 'one-to-one') throw new Refusal('meeting-kind-unknown', { kind: input.plan.kind });
    const known = await tx.meetings.find(input.plan.id);
    // A meeting of the series is another one: that is not what was asked for.
    if (known?.pairId === pair.id && known.seriesId === null) return { seq: await tx.pairs.seq(pair.id) };
    await planSingle(tx, needs, actor, pair, input.plan);
    return { seq: await tx.changed(pair.id, 'meeting-planned') };
  });
}
