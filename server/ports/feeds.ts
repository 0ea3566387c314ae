import type { FeedLink, FeedMeeting } from '#core/feed/feed.ts';
import type { Actor } from '#core/people/person.ts';
import type { Instant } from '#core/time-types.ts';

/** The acting person's own calendar link, and what it shows. Nobody else's can be reached. */
export interface Feeds {
  own(): Promise<FeedLink | null>;
  /** In place of the one there was, which is dead from then on. */
  make(secretHash: string, at: Instant): Promise<void>;
  revoke(): Promise<void>;
  /** That the person is here: a link rests where they have not been for long. */
  visited(at: Instant): Promise<void>;
  /** That a calendar asked. */
  wasRead(at: Instant): Promise<void>;
  /** Meetings of the person's pairs that touch the span, by start. */
  meetings(from: Instant, until: Instant): Promise<readonly FeedMeeting[]>;
}

/** Whose a link is, for whoever holds it. */
export interface FeedHolder {
  readonly actor: Actor;
  readonly visitedAt: Instant;
  readonly lastReadAt: Instant | null;
}

/** The public door: shows the one row whose fingerprint is known, and nothing else. */
export interface FeedDoor {
  /** Null: no such link, or not any more. */
  holderOf(secretHash: string): Promise<FeedHolder | null>;
}
