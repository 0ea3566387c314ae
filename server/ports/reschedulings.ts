import type { Actor } from '#core/people/person.ts';
import type { FirmClash } from '#core/rescheduling/offer.ts';
import type { Instant } from '#core/time-types.ts';

/** A meeting that stays where it is, as one of the two said; it counts for that start alone. */
export interface KeptMeeting {
  readonly meetingId: string;
  readonly start: Instant;
}

/** A clashing meeting that was moved because both had asked for that. Nobody's words, only what kind of thing was in the way. */
export interface Rescheduled {
  readonly id: string;
  readonly pairId: string;
  readonly meetingId: string;
  readonly was: Instant;
  readonly start: Instant;
  readonly because: FirmClash['kind'];
  readonly at: Instant;
}

/** What the two of a pair want with meetings that clash, and what became of them. */
export interface Reschedulings {
  /** Who of each pair wants clashing meetings moved. */
  wishes(pairIds: readonly string[]): Promise<readonly { readonly pairId: string; readonly personId: string }[]>;
  wish(pairId: string, isSupervisor: boolean, at: Instant): Promise<void>;
  withdraw(pairId: string): Promise<void>;
  kept(pairIds: readonly string[]): Promise<readonly KeptMeeting[]>;
  keep(pairId: string, kept: KeptMeeting, at: Instant): Promise<void>;
  /** Newest first. */
  moved(pairIds: readonly string[]): Promise<readonly Rescheduled[]>;
  addMoved(moved: Rescheduled): Promise<void>;
}

/** What the worker that moves clashing meetings may do: across tenants, find pairs of which both asked for it. */
export interface ReschedulingQueue {
  /** Pairs to look at now, this process alone, each with its supervisor. None of them is given out again before `lookedBefore` has passed it. */
  take(
    now: Instant,
    lookedBefore: Instant,
    most: number,
  ): Promise<readonly { readonly actor: Actor; readonly pairId: string }[]>;
}
