import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { Series } from '#core/series/series.ts';
import { sameData } from '#core/same-data.ts';
import type { Effect, EffectBody } from '../ports/effect.ts';
import { Failure } from '../ports/failures.ts';
import { cancelEvent, createEvent, eventOfMeeting, installInEvent, moveEvent } from './perform-event.ts';
import { promiseEffect } from './promise.ts';
import { category, NotYet, nothingMore, Overtaken, type PerformNeeds, type Settlement } from './settlement.ts';

async function bookedSeries(
  needs: PerformNeeds,
  actor: Actor,
  seriesId: string,
): Promise<Series & { readonly eventId: string }> {
  const series = await needs.store.asPerson(actor, (tx) => tx.series.find(seriesId));
  if (series === null) throw new Overtaken();
  if (series.eventId === null) {
    if (series.state === 'ended') throw new Overtaken();
    throw new NotYet();
  }
  return { ...series, eventId: series.eventId };
}

/** A series Outlook has under the rule it is to have: what is asked of single occurrences comes after a change of the whole. @throws NotYet, Overtaken */
async function ruledSeries(
  needs: PerformNeeds,
  { tenantId, actingId, pairId }: Effect,
  seriesId: string,
): Promise<Series & { readonly eventId: string }> {
  const actor: Actor = { tenantId, personId: actingId };
  const deliveries = await needs.store.asPerson(actor, (tx) => tx.effects.deliveriesOf([pairId]));
  const isChanging = deliveries.some(
    ({ kind, state }) => kind === 'change-series' && (state === 'promised' || state === 'parked'),
  );
  if (isChanging) throw new NotYet();
  return bookedSeries(needs, actor, seriesId);
}

/** Gives the series its rule, where nobody has given it another since. @throws Failure, NotYet, Overtaken */
async function changeSeries(
  needs: PerformNeeds,
  actor: Actor,
  body: Extract<EffectBody, { kind: 'change-series' }>,
): Promise<Settlement> {
  const series = await bookedSeries(needs, actor, body.seriesId);
  if (series.state === 'ended' || !sameData(series.plan, body.plan)) throw new Overtaken();
  await needs.calendar.changeSeries(actor, series.eventId, body.plan);
  return nothingMore;
}

async function createSeries(
  needs: PerformNeeds,
  actor: Actor,
  effect: Effect,
  body: Extract<EffectBody, { kind: 'create-series' }>,
): Promise<Settlement> {
  const { series, attendee } = await needs.store.asPerson(actor, async (tx) => ({
    series: await tx.series.find(body.seriesId),
    attendee: (await tx.people.find([body.attendeeId]))[0],
  }));
  if (series === null || series.state === 'ended') throw new Overtaken();
  if (attendee?.mail == null) throw new Failure('outlook-missing', { outsideCode: 'no-mailbox' });
  const { version, ...booked } = await needs.calendar.createSeries(actor, {
    effectId: effect.id,
    subject: body.subject,
    note: body.note,
    plan: series.plan,
    attendee: { personId: attendee.id, name: attendee.displayName, mail: attendee.mail },
    categories: [category],
  });
  return async (tx) => {
    const now = await tx.series.find(body.seriesId);
    if (now === null) return;
    if (effect.forMany && version !== null) await tx.following.made(version, needs.clock.now());
    else await tx.following.look(needs.clock.now());
    await tx.series.save({ ...now, ...booked, state: now.state === 'ended' ? 'ended' : 'booked' });
    if (booked.joinUrl !== null && now.state !== 'ended') {
      await promiseEffect(tx, { ...needs, forMany: effect.forMany }, actor, now.pairId, effect.actingId, {
        kind: 'install-panel',
        seriesId: now.id,
      });
    }
  };
}

async function installPanel(
  needs: PerformNeeds,
  actor: Actor,
  body: Extract<EffectBody, { kind: 'install-panel'; seriesId: string }>,
): Promise<Settlement> {
  const series = await bookedSeries(needs, actor, body.seriesId);
  if (series.state === 'ended' || series.joinUrl === null) throw new Overtaken();
  const chatId = series.chatId ?? (await needs.meetingChat.findChat(actor, series.joinUrl));
  // Teams makes the chat a moment after Outlook has the meeting.
  if (chatId === null) throw new Failure('outlook-unavailable', { outsideCode: 'chat-not-there-yet' });
  await needs.meetingChat.install(actor, chatId);
  return async (tx) => {
    const now = await tx.series.find(series.id);
    if (now !== null) await tx.series.save({ ...now, chatId });
  };
}

async function publishAgenda(
  needs: PerformNeeds,
  actor: Actor,
  effect: Effect,
  body: Extract<EffectBody, { kind: 'publish-agenda' }>,
): Promise<Settlement> {
  const { eventId } =
    body.seriesId === null
      ? await eventOfMeeting(needs, actor, body.meetingId)
      : await ruledSeries(needs, effect, body.seriesId);
  const meeting = await needs.store.asPerson(actor, (tx) => tx.meetings.find(body.meetingId));
  if (meeting === null || meeting.state === 'cancelled') throw new Overtaken();
  if (body.again !== true && meeting.agendaVersion !== body.agendaVersion) throw new Overtaken();
  const publication = {
    effectId: effect.id,
    eventId,
    start: body.seriesId === null ? null : meeting.start,
    html: body.html,
    document: {
      name: body.documentName,
      contentType: body.documentType,
      bytes: Buffer.from(body.documentBase64, 'base64'),
    },
  };
  try {
    await needs.calendar.publishAgenda(actor, publication);
  } catch (cause) {
    // It was moved in Outlook while this was on its way, and followed since: then it is looked for where it is now.
    const now = await needs.store.asPerson(actor, (tx) => tx.meetings.find(body.meetingId));
    if (cause instanceof Failure && cause.code === 'outlook-missing' && now?.start !== meeting.start)
      throw new NotYet();
    throw cause;
  }
  return nothingMore;
}

async function sendSummary(
  needs: PerformNeeds,
  actor: Actor,
  effect: Effect,
  body: Extract<EffectBody, { kind: 'send-summary' }>,
): Promise<Settlement> {
  const recipient = (await needs.store.asPerson(actor, (tx) => tx.people.find([body.recipientId])))[0];
  if (recipient?.mail == null) throw new Failure('outlook-missing', { outsideCode: 'no-mailbox' });
  await needs.mail.send(actor, {
    effectId: effect.id,
    to: { name: recipient.displayName, mail: recipient.mail },
    subject: body.subject,
    html: body.html,
  });
  return nothingMore;
}

/**
 * Does what was promised, on behalf of the person who promised it. Safe to call again with the same effect,
 * but for the summary mail, which the worker hands over at most once.
 * @throws Failure, NotYet, Overtaken
 */
export async function perform(needs: PerformNeeds, effect: Effect): Promise<Settlement> {
  const actor: Actor = { tenantId: effect.tenantId, personId: effect.actingId };
  const { body } = effect;
  switch (body.kind) {
    case 'create-series':
      return createSeries(needs, actor, effect, body);
    case 'install-panel':
      return 'seriesId' in body ? installPanel(needs, actor, body) : installInEvent(needs, actor, body);
    case 'create-event':
      return createEvent(needs, actor, effect, body);
    case 'move-event':
      return moveEvent(needs, actor, body);
    case 'cancel-event':
      return cancelEvent(needs, actor, body);
    case 'change-series':
      return changeSeries(needs, actor, body);
    case 'move-occurrence': {
      const series = await ruledSeries(needs, effect, body.seriesId);
      await needs.calendar.moveOccurrence(actor, series.eventId, body.originalDate, body.was, body.start, body.end);
      return nothingMore;
    }
    case 'cancel-occurrence': {
      const series = await ruledSeries(needs, effect, body.seriesId);
      await needs.calendar.cancelOccurrence(actor, series.eventId, body.start, body.comment);
      return nothingMore;
    }
    case 'end-series': {
      const series = await bookedSeries(needs, actor, body.seriesId);
      await needs.calendar.endSeries(actor, series.eventId, body.comment);
      return nothingMore;
    }
    case 'publish-agenda':
      return publishAgenda(needs, actor, effect, body);
    case 'send-summary':
      return sendSummary(needs, actor, effect, body);
    default:
      throw new Refusal('bad-request', { what: body satisfies never });
  }
}
