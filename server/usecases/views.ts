import { isLate } from '#core/actions/action-life.ts';
import type { Action } from '#core/actions/action.ts';
import { agreementState, minutesPlanned, onAgenda } from '#core/agenda/agenda.ts';
import { trendOf } from '#core/measures/trend.ts';
import type { Measure } from '#core/measures/measure.ts';
import type { CalledOff } from '#core/following/base.ts';
import { kindRule } from '#core/meeting/meeting-kind.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import { undoEnds } from '#core/meeting/skip.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Person } from '#core/people/person.ts';
import type { Series } from '#core/series/series.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { Delivery } from '../ports/store.ts';
import type { PairFile } from './pair-facts.ts';

/** A person as others may see them: no address, no grade. */
export function personView(person: Person) {
  return { id: person.id, displayName: person.displayName, givenName: person.givenName, jobTitle: person.jobTitle };
}

export function actionView(action: Action, today: LocalDate) {
  return {
    ...action,
    late: isLate(action, today),
    history: action.history.map((step) => ({ ...step })),
  };
}

const ofSingleEvents: ReadonlySet<Delivery['kind']> = new Set<Delivery['kind']>([
  'create-event',
  'move-event',
  'cancel-event',
]);

/** Promises a person may see: time the other keeps for themselves is theirs alone. */
export function deliveriesFor(deliveries: readonly Delivery[], readerId: string): Delivery[] {
  return deliveries.filter(
    (one) => one.meetingId !== null || one.actingId === readerId || !ofSingleEvents.has(one.kind),
  );
}

/** A promise as the two may see it: how far it is, never its body. */
export function deliveryView(delivery: Delivery) {
  return {
    effectId: delivery.id,
    kind: delivery.kind,
    state: delivery.state,
    parkedFor: delivery.parkedFor,
    actingId: delivery.actingId,
    at: delivery.settledAt ?? delivery.promisedAt,
    claims: delivery.claims,
  };
}

export function seriesView(series: Series, meetings: readonly Meeting[]) {
  return {
    id: series.id,
    state: series.state,
    plan: series.plan,
    joinUrl: series.joinUrl,
    eventId: series.eventId,
    inMeetingChat: series.chatId !== null,
    count: meetings.filter((meeting) => meeting.seriesId === series.id && meeting.state !== 'cancelled').length,
  };
}

export function measureView(measure: Measure) {
  const trend = trendOf(measure);
  return {
    id: measure.id,
    name: measure.name,
    unit: measure.unit,
    target: measure.target,
    better: measure.better,
    readings: measure.readings.map((reading) => ({ ...reading })),
    trend:
      trend === null
        ? null
        : {
            first: trend.first.value,
            last: trend.last.value,
            change: trend.change,
            direction: trend.direction,
            reached: trend.reached,
          },
  };
}

/** That a meeting was passed over, and until when that can be taken back. */
export function skipView({ skipped }: Pick<Meeting, 'skipped'>) {
  return skipped === null ? null : { by: skipped.by, undoUntil: undoEnds(skipped) };
}

/** Meetings nobody here gave a reason for not holding: whether they were called off in Outlook is worth asking. */
export function maybeCalledOff({ state, reason, skipped }: Pick<Meeting, 'state' | 'reason' | 'skipped'>): boolean {
  return state === 'cancelled' && reason === null && skipped === null;
}

/** That a meeting was called off in Outlook: by whom, where that is known. */
export function calledOffView(calledOff: CalledOff | undefined, { supervisorId }: Pick<Pair, 'supervisorId'>) {
  return calledOff === undefined ? null : { by: calledOff.by === null ? null : supervisorId };
}

/** A meeting in a list, with what stands on it counted. */
export function meetingLine(
  pack: PolicyPack,
  meeting: Meeting,
  file: Pick<PairFile, 'pair' | 'items' | 'points' | 'actions' | 'calledOff'>,
) {
  const items = onAgenda(file.items.filter((item) => item.meetingId === meeting.id));
  const actions = file.actions.filter((action) => action.raisedInId === meeting.id);
  const marks = file.points.flatMap((point) =>
    point.meetingId === meeting.id && point.mark !== null ? [point.mark] : [],
  );
  return {
    id: meeting.id,
    pairId: meeting.pairId,
    kind: meeting.kind,
    kindTitle: kindRule(pack.rules, meeting.kind)?.title ?? null,
    state: meeting.state,
    originalDate: meeting.originalDate,
    start: meeting.start,
    end: meeting.end,
    reason: meeting.reason,
    movedFrom: meeting.movedFrom,
    skipped: skipView(meeting),
    calledOff: calledOffView(file.calledOff.get(meeting.id), file.pair),
    agenda: agreementState(meeting),
    itemCount: items.length,
    itemMinutes: minutesPlanned(items),
    discussed: items.filter((item) => item.state === 'discussed' && item.standingId === null).map((item) => item.title),
    actionCount: actions.length,
    actionsDone: actions.filter((action) => action.state === 'done').length,
    marks: [...new Set(marks)],
  };
}
