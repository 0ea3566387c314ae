import type { Addendum, RecordSeal } from '#core/record/seal.ts';
import type { Signature } from '#core/record/sign-off.ts';

/** Sealed records of the acting person's pairs. What is here is written once and never changed. */
export interface SignOffs {
  sealOf(meetingId: string): Promise<RecordSeal | null>;
  /** Of the pair: the one with this number. */
  sealNumbered(pairId: string, number: number): Promise<Pick<RecordSeal, 'number' | 'hash'> | null>;
  /** The pair's newest. */
  lastSeal(pairId: string): Promise<Pick<RecordSeal, 'number' | 'hash'> | null>;
  signaturesOf(meetingIds: readonly string[]): Promise<readonly Signature[]>;
  /** In the order of their numbers. */
  addendaOf(meetingId: string): Promise<readonly Addendum[]>;
  /** @throws Refusal `duplicate-id` where there is one already */
  addSeal(seal: RecordSeal): Promise<void>;
  /** As the acting person alone. */
  addSignature(signature: Signature, pairId: string): Promise<void>;
  addAddendum(addendum: Addendum, pairId: string): Promise<void>;
}
