import type { KeptArrangement } from '#core/people/pair.ts';
import type { Standing, StandingFacts } from '#core/policy/standing.ts';
import type { Instant, LocalDate } from '#core/time-types.ts';

/** Looks at a pair again; what it returns is kept. */
export type LookAgain = (standing: Standing) => Promise<Standing>;

/** How pairs stand, kept from one change to the next. No words of anybody's are in it. */
export interface Standings {
  /** As they were last kept; a pair that was never looked at has none. */
  ofPairs(pairIds: readonly string[]): Promise<readonly Standing[]>;
  /** What findings are made of, read afresh from what is kept of the pairs. */
  factsOf(pairIds: readonly string[]): Promise<readonly { readonly pairId: string; readonly facts: StandingFacts }[]>;
  save(standings: readonly Standing[]): Promise<void>;
  /** Wants everybody in the tenant looked at again from that moment on. */
  askRun(dueAt: Instant): Promise<void>;
  /** The last time everybody was, or is being, looked at again; null: never. */
  lastRun(now: Instant): Promise<PolicyRun | null>;
}

/** Everybody in a tenant is looked at again, because what is asked of them has changed. */
export interface PolicyRun {
  readonly dueAt: Instant;
  /** Pairs to look at; null: not begun. */
  readonly total: number | null;
  readonly done: number;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
}

/** Intervals that were arranged, and until when each held. Oldest first. */
export interface Arrangements {
  ofPair(pairId: string): Promise<readonly KeptArrangement[]>;
  /** One that begins to hold. */
  add(arrangement: Omit<KeptArrangement, 'until' | 'endedBy'>, pairId: string): Promise<void>;
  /** The one that held does no longer, from that day on. */
  end(pairId: string, until: LocalDate, by: string): Promise<void>;
}

/** What the worker that keeps standings up to date may do: across tenants, standings and nothing else. */
export interface StandingQueue {
  /** Tenants where somebody's day has come, or everybody is to be looked at again. */
  waiting(now: Instant): Promise<readonly string[]>;
  /** Looks again at pairs whose day has come, this process alone and all of it or none. Returns how many. */
  lookAtDue(tenantId: string, now: Instant, most: number, look: LookAgain): Promise<number>;
  /** The same for the run that is asked for. A run that is cut off goes on where it was. Returns how many; 0: nothing was left for this process. */
  lookAtAll(tenantId: string, now: Instant, most: number, look: LookAgain): Promise<number>;
  /** So many of a tenant's pairs after one, in the order of their ids; null: from the first. To be counted, never shown one by one. */
  after(tenantId: string, pairId: string | null, most: number): Promise<readonly Standing[]>;
}
