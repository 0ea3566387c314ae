import type { Instant } from '#core/time-types.ts';

/** When pairs that agreed to share their agendas ahead, or keep time to prepare, are looked at again because something falls due. */
export interface PairHours {
  /** Wants these of the person's pairs looked at from that moment on. Returns for how many there is anything to look at. */
  ask(pairIds: readonly string[], at: Instant): Promise<number>;
}

/** A pair that is looked at, by this process alone until the moment it was taken for is over. */
export interface PairHour {
  readonly tenantId: string;
  readonly pairId: string;
  /** In whose name. */
  readonly actingId: string;
  readonly takenUntil: Instant;
}

/** What the worker may do beside: across tenants, when which pair is due, and nothing of what it says. */
export interface HourQueue {
  /** Takes pairs whose hour has come, for so long. */
  take(now: Instant, until: Instant, most: number): Promise<readonly PairHour[]>;
  /** Says when the pair is due next; null: not before something changes. Nothing happens where that was asked for meanwhile. */
  settle(hour: PairHour, dueAt: Instant | null): Promise<void>;
  /** When a pair is due next, those under way counted by when they are free again; null: none ever is. */
  nextAt(): Promise<Instant | null>;
}
