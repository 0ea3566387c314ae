import type { CalledOff, MeetingBase, SeriesBase } from '#core/following/base.ts';
import type { NewsFact } from '#core/following/news.ts';
import type { ZonesBase } from '#core/following/zone-news.ts';
import type { Party } from '#core/people/pair.ts';
import type { Actor } from '#core/people/person.ts';
import type { Instant } from '#core/time-types.ts';

/** Something that happened in Outlook, as it is kept. */
export interface KeptNews extends NewsFact {
  readonly id: string;
  readonly pairId: string;
  readonly seriesId: string | null;
  /** When Duologue saw it. */
  readonly at: Instant;
  readonly seenBySupervisor: boolean;
  readonly seenByEmployee: boolean;
}

/** How fresh what is known of a mailbox is. */
export interface Freshness {
  readonly mailboxId: string;
  /** Null: never looked at. */
  readonly lookedAt: Instant | null;
  /** Since when there was nobody it could be looked at for. Null: it is kept up with. */
  readonly behindSince: Instant | null;
}

/** What Duologue last saw in Outlook of a pair's meetings, and what happened there. */
export interface Following {
  /** By series, meeting or single event. */
  seriesBases(pairId: string): Promise<ReadonlyMap<string, SeriesBase>>;
  meetingBases(pairId: string): Promise<ReadonlyMap<string, MeetingBase>>;
  /** Which of these meetings were called off in Outlook, and by whom. */
  calledOff(meetingIds: readonly string[]): Promise<ReadonlyMap<string, CalledOff>>;
  /** The zones each pair's two were last known to work in, by pair. */
  zonesBases(pairIds: readonly string[]): Promise<ReadonlyMap<string, ZonesBase>>;
  saveZonesBase(pairId: string, base: ZonesBase): Promise<void>;
  saveSeriesBase(pairId: string, seriesId: string, base: SeriesBase): Promise<void>;
  saveMeetingBases(pairId: string, bases: ReadonlyMap<string, MeetingBase>): Promise<void>;
  /** Newest first. */
  newsOf(pairIds: readonly string[]): Promise<readonly KeptNews[]>;
  findNews(newsId: string): Promise<KeptNews | null>;
  addNews(news: readonly KeptNews[]): Promise<void>;
  /** One of the two has read it. */
  markSeen(newsIds: readonly string[], by: Party): Promise<void>;
  freshness(mailboxIds: readonly string[]): Promise<readonly Freshness[]>;
  /** Wants the acting person's mailbox looked after, and looked at soon. Nothing else changes where it is already. */
  look(now: Instant): Promise<void>;
  /**
   * Wants the acting person's mailbox looked after. Where it is already, nothing changes but that this version of an item, which Duologue
   * just made in it, is known to tell nothing new.
   */
  made(version: string, now: Instant): Promise<void>;
}

/** A mailbox that is looked after. */
export interface Watch {
  readonly tenantId: string;
  readonly mailboxId: string;
  readonly subscriptionId: string | null;
  readonly subscribedUntil: Instant | null;
  /** Not tried again before. */
  readonly subscribeAfter: Instant | null;
  readonly deltaLink: string | null;
  /** When reading changes began anew. */
  readonly deltaSince: Instant | null;
  /** What notifications named since the last look: an id and, after a space, its version where that was told. */
  readonly hints: readonly string[];
  /** Versions of items as Duologue made them. */
  readonly made: readonly string[];
  /** Counts notifications; one that comes while somebody looks is not lost. */
  readonly hintCount: number;
  readonly lookAt: Instant;
  readonly lookedAt: Instant | null;
  /** When everything was last looked through. */
  readonly wholeAt: Instant | null;
  /** When it was last asked which clocks people keep. */
  readonly zonesAt: Instant | null;
  readonly behindSince: Instant | null;
}

/** What a look came to. */
export type LookedAt = Pick<Watch, 'deltaLink' | 'deltaSince' | 'lookAt' | 'lookedAt' | 'wholeAt' | 'zonesAt'>;

/** Whose mailbox a subscription tells of, and how its secret is known again. */
export interface Subscribed extends Actor {
  readonly clientStateHash: string | null;
}

/** What the worker that follows Outlook may do across tenants: mailboxes looked after, and nothing of what is in them. */
export interface FollowQueue {
  /** Mailboxes to look at now, longest waiting first. */
  due(now: Instant, most: number): Promise<readonly Watch[]>;
  /** Takes a mailbox for this process for so long; null: somebody else has it. */
  claim(actor: Actor, now: Instant, leaseSeconds: number): Promise<Watch | null>;
  /** Lets go of it. What came in meanwhile keeps it due. */
  done(watch: Watch, looked: LookedAt): Promise<void>;
  /** Lets go of it without having looked; it is tried again from then on. */
  postpone(actor: Actor, lookAt: Instant, behindSince: Instant | null): Promise<void>;
  subscribed(
    actor: Actor,
    subscription: Pick<Watch, 'subscriptionId' | 'subscribedUntil' | 'subscribeAfter'> & {
      readonly clientStateHash: string | null;
    },
  ): Promise<void>;
  /** A subscription that Graph removed, or that wants to be renewed at once. */
  endSubscription(actor: Actor, subscriptionId: string, isRemoved: boolean): Promise<void>;
  /** Whose mailbox each subscription tells of; those that are none of ours are left out. */
  bySubscription(subscriptionIds: readonly string[]): Promise<ReadonlyMap<string, Subscribed>>;
  /** Keeps what a notification named, as `Watch.hints` has it, and that it is to be looked at. `everything`: the subscription says it lost some. */
  hint(actor: Actor, hints: readonly string[], now: Instant, everything: boolean): Promise<void>;
  onHint(listener: () => void): () => void;
}
