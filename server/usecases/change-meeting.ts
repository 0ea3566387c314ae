import { requireApart } from '#core/meeting/meeting-kind.ts';
import { noticeEnds } from '#core/agreement/what-it-drives.ts';
import { cancelMeeting, missMeeting, moveMeeting } from '#core/meeting/meeting-life.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import { requirePossibleSpan } from '#core/meeting/possible-span.ts';
import type { Actor } from '#core/people/person.ts';
import { freeTimesOn } from '#core/slots/find-slots.ts';
import { addDays, localDateOf, minutesBetween } from '#core/time.ts';
import type { Instant, LocalDate } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import { agreedFor } from './agreement-facts.ts';
import { leaveItems } from './carry-items.ts';
import { cancelInOutlook, moveInOutlook } from './meeting-event.ts';
import type { Needs } from './needs.ts';
import { packForEmployee, type PackForEmployee } from './pack-for-employee.ts';
import { meetingForAct, meetingScope, peopleOf, type MeetingScope } from './pair-scope.ts';
import { readCalendars, slotRequest, twoOf } from './slot-search.ts';

type ChangeNeeds = Pick<Needs, 'store' | 'clock' | 'ids'>;

/** Meetings of the same series around one, that a move must not cross. */
function neighbours(
  meetings: readonly Meeting[],
  meeting: Meeting,
): { readonly before: Meeting | undefined; readonly after: Meeting | undefined } {
  if (meeting.seriesId === null) return { before: undefined, after: undefined };
  const others = meetings.filter(
    (one) => one.id !== meeting.id && one.seriesId === meeting.seriesId && one.state !== 'cancelled',
  );
  return {
    before: others.findLast((one) => one.start < meeting.start),
    after: others.find((one) => one.start > meeting.start),
  };
}

/** Where a meeting goes, and why. */
interface WantedMove {
  readonly meetingId: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly reason: string | null;
}

/** The meeting of a scope as it would stand at another time, if it may go there. @throws Refusal as `move` does */
export async function movedIn(
  tx: Transaction,
  needs: Pick<Needs, 'clock'>,
  packFor: PackForEmployee,
  scope: MeetingScope,
  input: Omit<WantedMove, 'meetingId'>,
): Promise<Meeting> {
  requirePossibleSpan(input, needs.clock.now());
  const { supervisor, employee } = await peopleOf(tx, scope.pair);
  const meetings = await tx.meetings.ofPair(scope.pair.id);
  requireApart((await packFor(employee)).rules, scope.meeting.kind, meetings, input);
  const around = neighbours(meetings, scope.meeting);
  const dayOf = (meeting: Meeting | undefined): string | null =>
    meeting === undefined ? null : localDateOf(meeting.start, supervisor.zone);
  return moveMeeting(scope.meeting, {
    start: input.start,
    end: input.end,
    reason: input.reason,
    now: needs.clock.now(),
    zone: supervisor.zone,
    previousOn: dayOf(around.before),
    nextOn: dayOf(around.after),
  });
}

/** Moves a meeting within a transaction that may do more. */
export async function moveIn(
  tx: Transaction,
  needs: Pick<Needs, 'clock' | 'ids'>,
  packFor: PackForEmployee,
  actor: Actor,
  input: WantedMove,
) {
  const scope = await meetingForAct(tx, actor, input.meetingId, 'move');
  const moved = await movedIn(tx, needs, packFor, scope, input);
  await tx.meetings.save([moved]);
  await moveInOutlook(tx, needs, actor, scope.pair, scope.meeting, moved);
  return { seq: await tx.changed(scope.pair.id, 'meeting-moved') };
}

/** Moves one meeting, here and in Outlook, with a reason both can read. @throws Refusal `slot-in-past`, `move-crosses-neighbour`, `reason-needed`, `only-supervisor` … */
export async function move(needs: ChangeNeeds & Pick<Needs, 'policies'>, actor: Actor, input: WantedMove) {
  const packFor = await packForEmployee(needs, actor);
  return needs.store.asPerson(actor, (tx) => moveIn(tx, needs, packFor, actor, input));
}

/** Cancels one meeting, here and in Outlook, with a reason. @throws Refusal `reason-needed`, `meeting-closed`, `only-supervisor` … */
export async function cancel(
  needs: ChangeNeeds,
  actor: Actor,
  input: { readonly meetingId: string; readonly reason: string },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await meetingForAct(tx, actor, input.meetingId, 'cancel');
    const cancelled = cancelMeeting(scope.meeting, input.reason);
    await tx.meetings.save([cancelled]);
    await leaveItems(tx, needs.ids, scope.meeting);
    await cancelInOutlook(tx, needs, actor, scope.pair, cancelled, input.reason);
    return { seq: await tx.changed(scope.pair.id, 'meeting-cancelled') };
  });
}

/** Says that a meeting did not happen, with the reason. Outlook keeps the past as it was. @throws Refusal `reason-needed` … */
export async function miss(
  needs: ChangeNeeds,
  actor: Actor,
  input: { readonly meetingId: string; readonly reason: string },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await meetingForAct(tx, actor, input.meetingId, 'miss');
    await tx.meetings.save([missMeeting(scope.meeting, input.reason)]);
    await leaveItems(tx, needs.ids, scope.meeting);
    return { seq: await tx.changed(scope.pair.id, 'meeting-missed') };
  });
}

/** Times near a meeting that both can make instead, nearest first, none sooner than the notice the two agreed (OD3a-10). @throws Failure when the calendars cannot be read */
export async function moveOptions(
  needs: Pick<Needs, 'store' | 'clock' | 'calendar' | 'policies'>,
  actor: Actor,
  input: { readonly meetingId: string },
) {
  const now = needs.clock.now();
  const packFor = await packForEmployee(needs, actor);
  const found = await needs.store.asPerson(actor, async (tx) => {
    const scope = await meetingScope(tx, actor, input.meetingId);
    const people = await peopleOf(tx, scope.pair);
    const pack = await packFor(people.employee);
    return {
      ...scope,
      ...people,
      agreed: await agreedFor(tx, pack, scope.pair, people.employee, localDateOf(now, people.supervisor.zone)),
      around: neighbours(await tx.meetings.ofPair(scope.pair.id), scope.meeting),
    };
  });
  const { supervisor, employee, meeting, pair, around, agreed } = found;
  const today = localDateOf(now, supervisor.zone);
  const noticed = noticeEnds(agreed?.terms ?? null, today);
  const noticeDays = agreed?.terms.noticeDays ?? 0;
  const notice =
    agreed === null || noticeDays === 0 ? null : { days: noticeDays, until: noticed, clause: agreed.clause };
  const day = localDateOf(meeting.start, supervisor.zone);
  const earliest = around.before === undefined ? today : addDays(localDateOf(around.before.start, supervisor.zone), 1);
  const latest =
    around.after === undefined ? addDays(day, 10) : addDays(localDateOf(around.after.start, supervisor.zone), -1);
  const days = Array.from({ length: 21 }, (_, index) => addDays(day, index - 10)).filter(
    (one) => one >= earliest && one >= noticed && one <= latest,
  );
  const first = days[0];
  const dayBeside = (beside: Meeting | undefined): LocalDate | null =>
    beside === undefined ? null : localDateOf(beside.start, supervisor.zone);
  const limits = { previousOn: dayBeside(around.before), nextOn: dayBeside(around.after) };
  if (first === undefined) return { options: [], ...limits, notice };
  const calendars = await readCalendars(needs, actor, [supervisor, employee], first, 3, supervisor.zone);
  const request = slotRequest({
    calendars,
    personIds: twoOf(pair),
    rhythm: { kind: 'weekly', every: 1 },
    minutes: minutesBetween(meeting.start, meeting.end),
    zone: supervisor.zone,
    from: first,
    now,
    holidays: await needs.policies.holidays(actor.tenantId),
    most: 1,
  });
  const distance = (start: Instant): number => Math.abs(minutesBetween(meeting.start, start));
  const options = days.flatMap((one) =>
    freeTimesOn(request, one)
      .sort((a, b) => distance(a.start) - distance(b.start))
      .slice(0, 2),
  );
  return { options: options.sort((a, b) => distance(a.start) - distance(b.start)).slice(0, 8), ...limits, notice };
}
