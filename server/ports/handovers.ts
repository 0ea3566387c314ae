import type { Handover } from '#core/people/handover.ts';

/** What pairs handed over to somebody else (OD3a-8); for the pair that did, and its employee. */
export interface Handovers {
  find(id: string): Promise<Handover | null>;
  /** Oldest first. */
  ofPairs(pairIds: readonly string[]): Promise<readonly Handover[]>;
  save(handover: Handover): Promise<void>;
}
