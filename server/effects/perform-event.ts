import { unanswered } from '#core/following/base.ts';
import type { SingleEvent } from '#core/event/single-event.ts';
import { mayBeTakenBack } from '#core/meeting/skip.ts';
import type { Actor } from '#core/people/person.ts';
import type { Effect, EffectBody } from '../ports/effect.ts';
import { Failure } from '../ports/failures.ts';
import type { BookedSeries, Attendee } from '../ports/calendar.ts';
import { promiseEffect } from './promise.ts';
import { category, NotYet, nothingMore, Overtaken, type PerformNeeds, type Settlement } from './settlement.ts';

type BodyOf<Kind extends EffectBody['kind']> = Extract<EffectBody, { kind: Kind }>;

/** A single event Outlook has. @throws NotYet, Overtaken when it is not wanted any more and never was there */
async function bookedEvent(
  needs: PerformNeeds,
  actor: Actor,
  id: string,
): Promise<SingleEvent & { readonly eventId: string }> {
  const event = await needs.store.asPerson(actor, (tx) => tx.singleEvents.find(id));
  if (event === null) throw new Overtaken();
  if (event.eventId === null) {
    if (event.state !== 'ended') throw new NotYet();
    await requireLetGo(needs, actor, event);
    throw new Overtaken();
  }
  return { ...event, eventId: event.eventId };
}

/** The event a meeting of its own stands in. @throws NotYet, Overtaken */
export async function eventOfMeeting(
  needs: PerformNeeds,
  actor: Actor,
  meetingId: string,
): Promise<SingleEvent & { readonly eventId: string }> {
  const events = await needs.store.asPerson(actor, (tx) => tx.singleEvents.ofMeetings([meetingId]));
  const event = events.find(({ purpose }) => purpose === 'meeting');
  if (event === undefined) throw new Overtaken();
  return bookedEvent(needs, actor, event.id);
}

async function attendeeOf(needs: PerformNeeds, actor: Actor, attendeeId: string): Promise<Attendee> {
  const attendee = (await needs.store.asPerson(actor, (tx) => tx.people.find([attendeeId])))[0];
  if (attendee?.mail == null) throw new Failure('outlook-missing', { outsideCode: 'no-mailbox' });
  return { personId: attendee.id, name: attendee.displayName, mail: attendee.mail };
}

/** What is still to be done for an event that has ended, with a meeting that was skipped, waits while the skip can be taken back. @throws NotYet */
async function requireLetGo(needs: PerformNeeds, actor: Actor, { meetingId }: SingleEvent): Promise<void> {
  const meeting = await needs.store.asPerson(actor, (tx) => tx.meetings.find(meetingId));
  if (meeting !== null && mayBeTakenBack(meeting, needs.clock.now())) throw new NotYet();
}

/** An event nobody wants any more may have reached Outlook in a try whose answer was lost: then it is known, so that it can be cancelled. */
async function leftOver(needs: PerformNeeds, actor: Actor, effect: Effect): Promise<BookedSeries> {
  const made = await needs.calendar.findSeries(actor, effect.id);
  if (made === null) throw new Overtaken();
  return made;
}

/** Makes the event once, whatever happens in between. @throws Failure, NotYet, Overtaken */
export async function createEvent(
  needs: PerformNeeds,
  actor: Actor,
  effect: Effect,
  body: BodyOf<'create-event'>,
): Promise<Settlement> {
  const event = await needs.store.asPerson(actor, (tx) => tx.singleEvents.find(body.singleEventId));
  if (event === null) throw new Overtaken();
  if (event.state === 'ended') await requireLetGo(needs, actor, event);
  const otherIds = event.state === 'ended' ? [] : (body.otherIds ?? []);
  const others = await Promise.all(otherIds.map((id) => attendeeOf(needs, actor, id)));
  const booked =
    event.state === 'ended'
      ? await leftOver(needs, actor, effect)
      : await needs.calendar.createEvent(actor, {
          effectId: effect.id,
          subject: body.subject,
          note: body.note,
          start: body.start,
          end: body.end,
          zone: body.zone,
          attendee: body.attendeeId === null ? null : await attendeeOf(needs, actor, body.attendeeId),
          others,
          isPrivate: body.isPrivate,
          categories: [category],
        });
  return async (tx) => {
    const now = await tx.singleEvents.find(body.singleEventId);
    if (now === null) return;
    await tx.following.look(needs.clock.now());
    const guests = others.map(({ name, mail }) => ({ name, mail }));
    const asMade = { start: body.start, end: body.end, isGone: false, invited: { ...unanswered, guests } };
    await tx.following.saveMeetingBases(now.pairId, new Map([[now.id, asMade]]));
    await tx.singleEvents.save({ ...now, ...booked, state: now.state === 'ended' ? 'ended' : 'booked' });
    if (booked.joinUrl === null || now.state === 'ended' || body.meetingId === null) return;
    await promiseEffect(tx, needs, actor, now.pairId, effect.actingId, {
      kind: 'install-panel',
      singleEventId: now.id,
      meetingId: body.meetingId,
    });
  };
}

export async function moveEvent(needs: PerformNeeds, actor: Actor, body: BodyOf<'move-event'>): Promise<Settlement> {
  const event = await bookedEvent(needs, actor, body.singleEventId);
  if (event.state === 'ended') {
    await requireLetGo(needs, actor, event);
    throw new Overtaken();
  }
  await needs.calendar.moveEvent(actor, event.eventId, body.start, body.end);
  return nothingMore;
}

export async function cancelEvent(
  needs: PerformNeeds,
  actor: Actor,
  body: BodyOf<'cancel-event'>,
): Promise<Settlement> {
  const event = await bookedEvent(needs, actor, body.singleEventId);
  await needs.calendar.cancelEvent(actor, event.eventId, body.comment);
  return nothingMore;
}

/** Puts Duologue into the chat of a meeting that is no part of a series. */
export async function installInEvent(
  needs: PerformNeeds,
  actor: Actor,
  body: Extract<BodyOf<'install-panel'>, { singleEventId: string }>,
): Promise<Settlement> {
  const event = await bookedEvent(needs, actor, body.singleEventId);
  if (event.state === 'ended' || event.joinUrl === null) throw new Overtaken();
  const chatId = event.chatId ?? (await needs.meetingChat.findChat(actor, event.joinUrl));
  if (chatId === null) throw new Failure('outlook-unavailable', { outsideCode: 'chat-not-there-yet' });
  await needs.meetingChat.install(actor, chatId);
  return async (tx) => {
    const now = await tx.singleEvents.find(event.id);
    if (now !== null) await tx.singleEvents.save({ ...now, chatId });
  };
}
