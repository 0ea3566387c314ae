import type { Meeting } from '#core/meeting/meeting.ts';
import type { Actor } from '#core/people/person.ts';
import type { Pair } from '#core/people/pair.ts';
import { addMinutes } from '#core/time.ts';
import { promiseEffect } from '../effects/promise.ts';
import type { Instant } from '#core/time-types.ts';
import type { Effect, EffectBody } from '../ports/effect.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';

type Publication = Extract<EffectBody, { kind: 'publish-agenda' }>;
export type PublishAgainNeeds = Pick<Needs, 'clock' | 'ids' | 'documents'>;

/** Meetings whose occurrence is not what it was. */
export interface ChangedOccurrences {
  /** Outlook made them anew: what stood on them is gone. */
  readonly anew: readonly string[];
  /** They are somewhere else. */
  readonly moved: readonly string[];
  /** As read at that moment, nothing of their own stands on them. */
  readonly bare?: { readonly meetingIds: readonly string[]; readonly readAt: Instant };
}

/** What was published once more is not found missing at every look, should Outlook never tell of it. */
const againMinutes = 24 * 60;

/** By then what was under way has arrived, or never will. */
const underWayMinutes = 1;

/** Whether what was published is gone although nobody changed the rule: it had arrived before Outlook was read. */
function isMissing(
  { body, settledAt }: Effect,
  meetingId: string,
  bare: NonNullable<ChangedOccurrences['bare']>,
): boolean {
  if (settledAt === null || !bare.meetingIds.includes(meetingId)) return false;
  const isAgain = body.kind === 'publish-agenda' && body.again === true;
  return addMinutes(settledAt, isAgain ? againMinutes : 0) < bare.readAt;
}

/** What was shared, word for word, for the day its meeting now falls on. */
async function forItsDay(needs: PublishAgainNeeds, shared: Publication, { start, end }: Meeting): Promise<Publication> {
  if (shared.agenda === undefined) return shared;
  const agenda = { ...shared.agenda, start, end };
  const { name, contentType, bytes } = await needs.documents.agendaDocument(agenda);
  return {
    ...shared,
    agenda,
    html: needs.documents.agendaHtml(agenda),
    documentName: name,
    documentType: contentType,
    documentBase64: Buffer.from(bytes).toString('base64'),
  };
}

/**
 * Agendas that stood on occurrences Outlook made anew are published there once more, as they last were, though one of the two has
 * changed something since; so are those that did not find their occurrence, because it was moved while they were on their way.
 */
export async function publishAgain(
  tx: Transaction,
  needs: PublishAgainNeeds,
  actor: Actor,
  pair: Pair,
  { anew, moved, bare = { meetingIds: [], readAt: '' } }: ChangedOccurrences,
): Promise<void> {
  const wanted = new Set([...anew, ...moved, ...bare.meetingIds]);
  if (wanted.size === 0) return;
  const deliveries = (await tx.effects.deliveriesOf([pair.id])).filter(
    ({ kind, state, meetingId }) => kind === 'publish-agenda' && state !== 'withdrawn' && wanted.has(meetingId ?? ''),
  );
  for (const { id, state, parkedFor, meetingId } of new Map(deliveries.map((one) => [one.meetingId, one])).values()) {
    const isLost = state === 'parked' && parkedFor === 'outlook-missing';
    // It may have arrived before Outlook made its occurrence anew, and be settled only now.
    const isOnItsWay = state === 'promised' && anew.includes(meetingId ?? '');
    const effect = isLost || isOnItsWay || state === 'done' ? await tx.effects.find(id) : null;
    const meeting = await tx.meetings.find(meetingId ?? '');
    if (effect?.body.kind !== 'publish-agenda' || meeting === null) continue;
    const isOpen = isLost || isOnItsWay;
    const isWiped = !isOpen && (anew.includes(meeting.id) || isMissing(effect, meeting.id, bare));
    if (!isWiped && !isOpen) continue;
    if (isOpen) await tx.effects.save({ ...effect, state: 'withdrawn', settledAt: needs.clock.now() });
    const body = await forItsDay(needs, effect.body, meeting);
    // What was shared comes back though it was changed since; what never arrived does not go out any more.
    const isShared = !isOnItsWay || effect.body.again === true;
    const notBefore = isOnItsWay ? addMinutes(needs.clock.now(), underWayMinutes) : undefined;
    const again: Publication = isShared ? { ...body, again: true } : body;
    await promiseEffect(tx, needs, actor, pair.id, effect.actingId, again, notBefore);
  }
}
