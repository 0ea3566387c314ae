import type { Actor } from '#core/people/person.ts';
import type { Instant } from '#core/time-types.ts';
import type { Effect, EffectBody } from '../ports/effect.ts';
import type { Transaction } from '../ports/store.ts';
import type { Clock, Ids } from '../ports/system.ts';

/** Effects of one lane happen in the order they were promised; different lanes do not wait for each other. */
function laneOf(body: EffectBody): string {
  switch (body.kind) {
    case 'create-series':
    case 'change-series':
    case 'end-series':
      return `series:${body.seriesId}`;
    case 'create-event':
    case 'move-event':
    case 'cancel-event':
      return `event:${body.singleEventId}`;
    case 'install-panel':
      return `chat:${'seriesId' in body ? body.seriesId : body.singleEventId}`;
    case 'move-occurrence':
    case 'cancel-occurrence':
    case 'publish-agenda':
      return `occurrence:${body.meetingId}`;
    case 'send-summary':
      return `mail:${body.meetingId}`;
  }
}

export interface PromiseNeeds {
  readonly clock: Clock;
  readonly ids: Ids;
  /** The promise is part of booking for many. */
  readonly forMany?: boolean;
}

/** Promises a change to Microsoft 365 in the transaction that wants it: both are kept, or neither. */
export async function promiseEffect(
  tx: Transaction,
  needs: PromiseNeeds,
  by: Actor,
  pairId: string,
  actingId: string,
  body: EffectBody,
  /** Not before this moment; left out: at once. */
  notBefore?: Instant,
): Promise<Effect> {
  const now = needs.clock.now();
  const effect: Effect = {
    id: needs.ids.next(),
    tenantId: by.tenantId,
    pairId,
    actingId,
    body,
    state: 'promised',
    lane: laneOf(body),
    attempts: 0,
    nextAt: notBefore ?? now,
    submittedAt: null,
    parkedFor: null,
    claims: null,
    promisedAt: now,
    settledAt: null,
    forMany: needs.forMany === true,
  };
  await tx.effects.save(effect);
  return effect;
}
