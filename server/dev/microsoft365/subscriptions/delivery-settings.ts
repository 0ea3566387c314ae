import { z } from 'zod';

/** How change notifications are delivered; what is left out of a change stays. */
export const deliveryChange = z
  .strictObject({
    /** How long a receiver may take to give the token back. */
    handshakeMs: z.int().positive().max(60_000),
    /** How long a receiver may take for its 2xx; later counts as failed, and as slow. */
    answerWithinMs: z.int().positive().max(60_000),
    /** How often one edit of an event is notified. */
    updatedCopies: z.int().min(1).max(5),
    /** How long after a change its notification leaves. */
    delayMs: z.int().min(0),
    /** Wait before the second attempt; it doubles with each one after. */
    firstRetryMs: z.int().positive(),
    /** How long after the first attempt a notification is given up. */
    giveUpAfterMs: z.int().positive(),
  })
  .partial();

export type DeliverySettings = { [Name in keyof z.infer<typeof deliveryChange>]-?: number };

export function defaultDelivery(): DeliverySettings {
  return {
    handshakeMs: 10_000,
    answerWithinMs: 10_000,
    updatedCopies: 3,
    delayMs: 0,
    firstRetryMs: 10_000,
    giveUpAfterMs: 4 * 60 * 60_000,
  };
}
