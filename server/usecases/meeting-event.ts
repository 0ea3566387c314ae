import type { SingleEvent } from '#core/event/single-event.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Actor, Person } from '#core/people/person.ts';
import { addMinutes, minutesBetween } from '#core/time.ts';
import { promiseEffect } from '../effects/promise.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import { peopleOf } from './pair-scope.ts';

type EventNeeds = Pick<Needs, 'clock' | 'ids'>;

function eventFor(
  id: string,
  meeting: Meeting,
  purpose: SingleEvent['purpose'],
  ownerId: string,
  minutesBefore: number,
): SingleEvent {
  const isMeeting = purpose === 'meeting';
  return {
    id,
    pairId: meeting.pairId,
    meetingId: meeting.id,
    purpose,
    ownerId,
    state: 'being-booked',
    start: isMeeting ? meeting.start : addMinutes(meeting.start, -minutesBefore),
    end: isMeeting ? meeting.end : meeting.start,
    eventId: null,
    iCalUid: null,
    joinUrl: null,
    chatId: null,
  };
}

function namesOf(two: { readonly supervisor: Person; readonly employee: Person }, third: Person | null): string {
  const [one, other] = [two.supervisor.givenName, two.employee.givenName];
  return third === null ? `${one} and ${other}` : `${one}, ${other} and ${third.givenName}`;
}

/** Promises Outlook one event for a meeting that is no part of a series: a Teams meeting of the two, in the supervisor's name. */
export async function bookEvent(
  tx: Transaction,
  needs: EventNeeds,
  actor: Actor,
  meeting: Meeting,
  two: { readonly supervisor: Person; readonly employee: Person },
  said: { readonly title: string; readonly note: string; readonly isPrivate: boolean; readonly third: Person | null },
): Promise<void> {
  const event = eventFor(needs.ids.next(), meeting, 'meeting', two.supervisor.id, 0);
  await tx.singleEvents.save(event);
  await promiseEffect(tx, needs, actor, meeting.pairId, two.supervisor.id, {
    kind: 'create-event',
    singleEventId: event.id,
    meetingId: meeting.id,
    attendeeId: two.employee.id,
    ...(said.third === null ? {} : { otherIds: [said.third.id] }),
    subject: `${said.title}: ${namesOf(two, said.third)}`,
    note: said.note,
    isPrivate: said.isPrivate,
    start: event.start,
    end: event.end,
    zone: two.supervisor.zone,
  });
}

/** Keeps time free before a meeting in one person's own calendar, once (ESS-4). Nothing happens where it would begin in the past. */
export async function bookPreparation(
  tx: Transaction,
  needs: EventNeeds,
  actor: Actor,
  meeting: Meeting,
  minutes: number,
  whose: { readonly owner: Person; readonly other: Person },
): Promise<void> {
  const kept = await tx.singleEvents.ofMeetings([meeting.id]);
  if (kept.some((one) => one.purpose === 'preparation' && one.ownerId === whose.owner.id)) return;
  const event = eventFor(needs.ids.next(), meeting, 'preparation', whose.owner.id, minutes);
  if (event.start <= needs.clock.now()) return;
  await tx.singleEvents.save(event);
  await promiseEffect(tx, needs, actor, meeting.pairId, whose.owner.id, {
    kind: 'create-event',
    singleEventId: event.id,
    meetingId: null,
    attendeeId: null,
    subject: `Prepare: one-to-one with ${whose.other.givenName}`,
    note: '',
    isPrivate: true,
    start: event.start,
    end: event.end,
    zone: whose.owner.zone,
  });
}

function aboutOf(event: SingleEvent): { readonly singleEventId: string; readonly meetingId: string | null } {
  return { singleEventId: event.id, meetingId: event.purpose === 'meeting' ? event.meetingId : null };
}

/** Takes away what Outlook holds for one single event. */
export async function endEvent(
  tx: Transaction,
  needs: EventNeeds,
  actor: Actor,
  event: SingleEvent,
  comment: string,
): Promise<void> {
  await tx.singleEvents.save({ ...event, state: 'ended' });
  await promiseEffect(tx, needs, actor, event.pairId, event.ownerId, {
    kind: 'cancel-event',
    ...aboutOf(event),
    comment: event.purpose === 'meeting' ? comment : '',
  });
}

/** Tells Outlook that a meeting will not be held: its event or occurrence, and the time kept to prepare for it. */
export async function cancelInOutlook(
  tx: Transaction,
  needs: EventNeeds,
  actor: Actor,
  pair: Pair,
  meeting: Meeting,
  comment: string,
): Promise<void> {
  for (const event of await tx.singleEvents.ofMeetings([meeting.id])) await endEvent(tx, needs, actor, event, comment);
  if (meeting.seriesId === null) return;
  await promiseEffect(tx, needs, actor, pair.id, pair.supervisorId, {
    kind: 'cancel-occurrence',
    seriesId: meeting.seriesId,
    meetingId: meeting.id,
    start: meeting.start,
    comment,
  });
}

/** Takes a meeting's own event, and the time kept to prepare for it, to where the meeting is. Time that would have begun already is let go. */
export async function movePreparation(tx: Transaction, needs: EventNeeds, actor: Actor, moved: Meeting): Promise<void> {
  for (const event of await tx.singleEvents.ofMeetings([moved.id])) {
    const isMeeting = event.purpose === 'meeting';
    const start = isMeeting ? moved.start : addMinutes(moved.start, -minutesBetween(event.start, event.end));
    const end = isMeeting ? moved.end : moved.start;
    if (!isMeeting && start <= needs.clock.now()) {
      await endEvent(tx, needs, actor, event, '');
      continue;
    }
    await tx.singleEvents.save({ ...event, start, end });
    await promiseEffect(tx, needs, actor, moved.pairId, event.ownerId, {
      kind: 'move-event',
      ...aboutOf(event),
      start,
      end,
    });
  }
}

/** Tells Outlook where a meeting goes, and takes the time kept to prepare for it along. */
export async function moveInOutlook(
  tx: Transaction,
  needs: EventNeeds,
  actor: Actor,
  pair: Pair,
  was: Meeting,
  moved: Meeting,
): Promise<void> {
  await movePreparation(tx, needs, actor, moved);
  if (moved.seriesId === null) return;
  await promiseEffect(tx, needs, actor, pair.id, pair.supervisorId, {
    kind: 'move-occurrence',
    seriesId: moved.seriesId,
    meetingId: moved.id,
    originalDate: moved.originalDate,
    was: was.start,
    start: moved.start,
    end: moved.end,
  });
}

/** Keeps time before the next one-to-one for whoever of the two wants it before each (ESS-4). */
export async function keepWishedPreparation(
  tx: Transaction,
  needs: EventNeeds,
  actor: Actor,
  pair: Pair,
): Promise<void> {
  const wishes = await tx.preparations.wishes(pair.id);
  if (wishes.length === 0) return;
  const now = needs.clock.now();
  const next = (await tx.meetings.ofPair(pair.id)).find(
    (one) => one.kind === 'one-to-one' && one.state === 'planned' && one.start > now,
  );
  if (next === undefined) return;
  const { supervisor, employee } = await peopleOf(tx, pair);
  for (const { personId, minutes } of wishes) {
    const whose =
      personId === supervisor.id ? { owner: supervisor, other: employee } : { owner: employee, other: supervisor };
    await bookPreparation(tx, needs, actor, next, minutes, whose);
  }
}
