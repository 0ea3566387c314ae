import type { Handover } from '#core/people/handover.ts';

/** That one-to-ones were handed over, as somebody outside the pair may know it. */
export interface HandoverFact extends Pick<Handover, 'id' | 'toId' | 'from' | 'until' | 'by' | 'at'> {
  readonly supervisorId: string;
  readonly employeeId: string;
}

/** What pairs handed over to somebody else (OD3a-8); for the pair that did, and its employee. */
export interface Handovers {
  find(id: string): Promise<Handover | null>;
  /** Oldest first. */
  ofPairs(pairIds: readonly string[]): Promise<readonly Handover[]>;
  /** The last of the whole tenant, newest first, to whoever looks after one-to-ones; to others none. */
  ofTenant(): Promise<readonly HandoverFact[]>;
  save(handover: Handover): Promise<void>;
}
