import { roleIn } from '#core/access/access.ts';
import { actionsForMeeting } from '#core/actions/action-life.ts';
import type { Action } from '#core/actions/action.ts';
import { orderItems, standingItemsFor } from '#core/agenda/agenda.ts';
import type { CalledOff } from '#core/following/base.ts';
import { coveredBy, kindRule } from '#core/meeting/meeting-kind.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Actor, Person } from '#core/people/person.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { clauseOfKind } from '#core/policy/resolve.ts';
import { coverageOf } from '#core/record/coverage.ts';
import { Refusal } from '#core/refusal.ts';
import { localDateOf } from '#core/time.ts';
import type { Instant } from '#core/time-types.ts';
import { findingsNow } from '../effects/keep-standing.ts';
import type { MeetingFile, PlacedItem } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import { packOfMeeting } from './pack-of-meeting.ts';
import { findingView } from './pair-line.ts';
import { findingsOfPairs } from './read-standing.ts';
import { actionView, calledOffView, deliveryView, maybeCalledOff, measureView, personView, skipView } from './views.ts';

function settledAt(action: Action): string | null {
  return action.state === 'open'
    ? null
    : (action.history.findLast((step) => step.change.kind === 'done' || step.change.kind === 'dropped')?.at ?? null);
}

/** Actions on the table at a meeting: agreed before it, and not settled before the meeting held before it ended. */
export function lastActionsOf(
  actions: readonly Action[],
  meeting: Meeting,
  before: Pick<Meeting, 'closedAt'> | undefined,
): Action[] {
  const since = before?.closedAt ?? null;
  return actions.filter((action) => {
    if (action.raisedInId === meeting.id) return false;
    if (meeting.closedAt !== null && action.createdAt > meeting.closedAt) return false;
    const settled = settledAt(action);
    return settled === null || since === null || settled >= since;
  });
}

/** How often the two are asked to meet, and how that stands. */
async function cadenceOf(needs: Pick<Needs, 'store' | 'packs'>, actor: Actor, file: MeetingFile, now: Instant) {
  const { pair, standing } = file;
  const packFor = await needs.packs(actor.tenantId);
  const findings =
    standing === null
      ? await needs.store.asPerson(actor, async (tx) => (await findingsOfPairs(tx, [pair], packFor, now)).get(pair.id))
      : await findingsNow(standing, packFor, now);
  const finding = findings?.find(({ kind }) => kind === 'cadence');
  return finding === undefined ? null : findingView(finding);
}

/** What the policy asks a meeting to cover, and what of it is. */
function coverageIn(pack: PolicyPack, file: MeetingFile, raised: readonly Action[]) {
  const { clause, topics } = coveredBy(pack.rules, file.meeting.kind);
  const covered = new Map(
    coverageOf(topics, file.items, file.points, raised, file.ticks).map((one) => [one.topicId, one]),
  );
  return {
    clause,
    topics: topics.map((topic) => ({
      topicId: topic.id,
      title: topic.title,
      prompts: [...topic.prompts],
      measures: topic.measures ?? false,
      covered: covered.get(topic.id)?.covered ?? false,
      by: covered.get(topic.id)?.by ?? null,
    })),
  };
}

function meetingHead(
  pack: PolicyPack,
  { meeting, pair, series, singleEvent }: MeetingFile,
  calledOff: CalledOff | undefined,
) {
  const event = series ?? singleEvent;
  return {
    id: meeting.id,
    pairId: pair.id,
    kind: meeting.kind,
    kindTitle: kindRule(pack.rules, meeting.kind)?.title ?? null,
    state: meeting.state,
    originalDate: meeting.originalDate,
    start: meeting.start,
    end: meeting.end,
    reason: meeting.reason,
    movedFrom: meeting.movedFrom,
    skipped: skipView(meeting),
    calledOff: calledOffView(calledOff, pair),
    agendaVersion: meeting.agendaVersion,
    agreedBySupervisor: meeting.agreedBySupervisor === meeting.agendaVersion,
    agreedByEmployee: meeting.agreedByEmployee === meeting.agendaVersion,
    openedAt: meeting.openedAt,
    closedAt: meeting.closedAt,
    joinUrl: event?.joinUrl ?? null,
    eventId: event?.eventId ?? null,
  };
}

async function calledOffOf(
  needs: Pick<Needs, 'store'>,
  actor: Actor,
  meeting: Meeting,
): Promise<CalledOff | undefined> {
  if (!maybeCalledOff(meeting)) return undefined;
  return (await needs.store.asPerson(actor, (tx) => tx.following.calledOff([meeting.id]))).get(meeting.id);
}

/** Everything one of the two sees of a meeting; jottings are the reader's own. @throws Refusal `not-found` */
export async function readMeeting(
  needs: Pick<Needs, 'store' | 'clock' | 'policies' | 'packs'>,
  actor: Actor,
  input: { readonly meetingId: string },
) {
  const now = needs.clock.now();
  const file = await needs.store.meetingFile(actor, input.meetingId);
  if (file === null || roleIn(file.pair, actor.personId) === 'other') throw new Refusal('not-found');
  const { meeting, pair } = file;
  const known = (personId: string): Person => {
    const person = file.people.find(({ id }) => id === personId);
    if (person === undefined) throw new Refusal('not-found', { what: 'person' });
    return person;
  };
  const pack = await packOfMeeting(needs, actor, meeting, known(pair.employeeId));
  const me = known(actor.personId);
  const supervising = pair.supervisorId === actor.personId;
  const today = localDateOf(now, me.zone);
  const before = file.meetings.findLast((one) => one.state === 'closed' && one.start < meeting.start);
  const later = file.meetings.filter((one) => one.state === 'planned' && one.start > meeting.start && one.end >= now);
  const after = later.find(({ kind }) => kind === 'one-to-one');
  const standing = standingItemsFor(pack);
  const itemView = (item: PlacedItem) => ({
    ...item,
    shows: standing.find((one) => one.id === item.standingId)?.shows ?? null,
  });
  const raised = file.actions.filter((action) => action.raisedInId === meeting.id);
  return {
    meeting: meetingHead(pack, file, await calledOffOf(needs, actor, meeting)),
    me: personView(me),
    other: personView(known(supervising ? pair.employeeId : pair.supervisorId)),
    supervising,
    isOfThree: file.isOfThree,
    seq: file.seq,
    now,
    zone: me.zone,
    items: orderItems(
      file.items.filter((item) => item.state !== 'adjourned'),
      standing,
    ).map(itemView),
    adjourned: file.items.filter((item) => item.state === 'adjourned').map(itemView),
    jottings: file.jottings.map(({ id, text, at, promptId, sharedItemId }) => ({
      id,
      text,
      at,
      promptId,
      sharedItemId,
    })),
    standing: file.ownStandingItems.map(({ id, title, kindId, minutes, raisedBy }) => ({
      id,
      title,
      kindId,
      minutes,
      raisedBy,
    })),
    preparation: {
      block: file.preparation === null ? null : { start: file.preparation.start, end: file.preparation.end },
      each: file.preparesEach,
    },
    points: file.points.map((point) => ({ ...point })),
    lastActions: actionsForMeeting(lastActionsOf(file.actions, meeting, before), null).map((action) =>
      actionView(action, today),
    ),
    newActions: raised.map((action) => actionView(action, today)),
    lastMeeting: before === undefined ? null : { id: before.id, start: before.start },
    nextMeeting: after === undefined ? null : { id: after.id, start: after.start, end: after.end },
    followUps: later.filter(({ kind }) => kind === 'follow-up').map(({ id, start, end }) => ({ id, start, end })),
    coverage: coverageIn(pack, file, raised),
    measures: file.measures.map(measureView),
    cadence: await cadenceOf(needs, actor, file, now),
    summaryMail: { asked: clauseOfKind(pack, 'summary-mail') !== null, clause: clauseOfKind(pack, 'summary-mail') },
    deliveries: file.deliveries.map(deliveryView),
  };
}
