import type { SingleEvent } from '#core/event/single-event.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Actor, Person } from '#core/people/person.ts';
import { addMinutes, minutesBetween } from '#core/time.ts';
import type { Instant } from '#core/time-types.ts';
import { promiseEffect } from '../effects/promise.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';

type EventNeeds = Pick<Needs, 'clock' | 'ids'>;

function eventFor(
  id: string,
  meeting: Meeting,
  purpose: SingleEvent['purpose'],
  ownerId: string,
  { start, end }: Pick<Meeting, 'start' | 'end'>,
): SingleEvent {
  return {
    id,
    pairId: meeting.pairId,
    meetingId: meeting.id,
    purpose,
    ownerId,
    state: 'being-booked',
    start,
    end,
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
  const event = eventFor(needs.ids.next(), meeting, 'meeting', two.supervisor.id, meeting);
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

/** Keeps time free before a meeting in one person's own calendar, once (ESS-4). */
export async function bookPreparation(
  tx: Transaction,
  needs: EventNeeds,
  actor: Actor,
  meeting: Meeting,
  at: Pick<Meeting, 'start' | 'end'>,
  whose: { readonly owner: Person; readonly other: Person },
): Promise<void> {
  const kept = await tx.singleEvents.ofMeetings([meeting.id]);
  if (kept.some((one) => one.purpose === 'preparation' && one.ownerId === whose.owner.id)) return;
  const event = eventFor(needs.ids.next(), meeting, 'preparation', whose.owner.id, at);
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

/** Takes away what Outlook holds for one single event, with words only where nobody but the two reads them. `notBefore`: Outlook is told from then on; left out: at once. */
export async function endEvent(
  tx: Transaction,
  needs: EventNeeds,
  actor: Actor,
  event: SingleEvent,
  comment: string,
  notBefore?: Instant,
): Promise<void> {
  await tx.singleEvents.save({ ...event, state: 'ended' });
  // Everybody invited reads what comes with a cancellation; the two give each other their reason, and nobody else.
  const isForTwo = event.purpose === 'meeting' && !(await tx.effects.isOfThree(event.meetingId));
  const body = {
    kind: 'cancel-event',
    ...aboutOf(event),
    comment: isForTwo ? comment : '',
  } as const;
  await promiseEffect(tx, needs, actor, event.pairId, event.ownerId, body, notBefore);
}

/** Tells Outlook that a meeting will not be held: its event or occurrence, and the time kept to prepare for it. `notBefore`: from when on. */
export async function cancelInOutlook(
  tx: Transaction,
  needs: EventNeeds,
  actor: Actor,
  pair: Pair,
  meeting: Meeting,
  comment: string,
  notBefore?: Instant,
): Promise<void> {
  for (const event of await tx.singleEvents.ofMeetings([meeting.id]))
    await endEvent(tx, needs, actor, event, comment, notBefore);
  if (meeting.seriesId === null) return;
  const body = {
    kind: 'cancel-occurrence',
    seriesId: meeting.seriesId,
    meetingId: meeting.id,
    start: meeting.start,
    comment,
  } as const;
  await promiseEffect(tx, needs, actor, pair.id, pair.supervisorId, body, notBefore);
}

/** Longer ago than this, time to prepare is no longer for the meeting it was kept for. */
const longestAheadMinutes = 4 * 24 * 60;

/** Time kept on its own, not right before the meeting, still serves where the meeting has gone. */
function stillServes(event: SingleEvent, moved: Meeting, was: Instant | null): boolean {
  const isApart = was !== null && event.end !== was;
  return isApart && event.end <= moved.start && minutesBetween(event.end, moved.start) <= longestAheadMinutes;
}

/**
 * Takes a meeting's own event, and the time kept to prepare for it, to where the meeting is. Time that would have begun already is
 * let go. `was`: where the meeting began before; null: not known.
 */
export async function movePreparation(
  tx: Transaction,
  needs: EventNeeds,
  actor: Actor,
  moved: Meeting,
  was: Instant | null,
): Promise<void> {
  for (const event of await tx.singleEvents.ofMeetings([moved.id])) {
    const isMeeting = event.purpose === 'meeting';
    if (!isMeeting && stillServes(event, moved, was)) continue;
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
  await movePreparation(tx, needs, actor, moved, was.start);
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
  await bringAlong(tx, needs, actor, moved);
}

/** An agenda that is still on its way there, or did not arrive, goes after its meeting. */
async function bringAlong(tx: Transaction, needs: EventNeeds, actor: Actor, { id, pairId }: Meeting): Promise<void> {
  const waiting = (await tx.effects.deliveriesOf([pairId])).filter(
    ({ kind, meetingId, state, parkedFor }) =>
      kind === 'publish-agenda' && meetingId === id && (state === 'promised' || parkedFor === 'outlook-missing'),
  );
  for (const one of waiting) {
    const effect = await tx.effects.find(one.id);
    if (effect?.body.kind !== 'publish-agenda' || effect.state === 'withdrawn') continue;
    await tx.effects.save({ ...effect, state: 'withdrawn', settledAt: needs.clock.now() });
    await promiseEffect(tx, needs, actor, pairId, effect.actingId, { ...effect.body, again: true });
  }
}
