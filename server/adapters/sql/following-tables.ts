import type { ColumnType, Generated } from 'kysely';
import type { MeetingBase, SeriesBase } from '#core/following/base.ts';
import type { NewsFact, NewsKind } from '#core/following/news.ts';
import type { ZonesBase } from '#core/following/zone-news.ts';
import type { Instant } from '#core/time-types.ts';
import type { Belonging } from './belonging.ts';

/** Kept as JSON text; read back as the value. */
type Json<T> = ColumnType<T, string, string>;

interface OutlookWatchRow {
  tenant_id: string;
  mailbox_id: string;
  subscription_id: string | null;
  client_state_hash: string | null;
  subscribed_until: Instant | null;
  subscribe_after: Instant | null;
  delta_link: string | null;
  delta_since: Instant | null;
  hints: ColumnType<readonly string[], string | undefined, string>;
  hint_count: Generated<number>;
  /** Versions of items as Duologue made them. */
  made: ColumnType<readonly string[], string | undefined, string>;
  look_at: Instant;
  looked_at: Instant | null;
  whole_at: Instant | null;
  zones_at: Instant | null;
  behind_since: Instant | null;
  /** Until when one process has it to itself. */
  lease_until: Instant | null;
}

export interface OutlookBaseRow extends Belonging {
  /** A series, a meeting of one, a single event, or the pair itself. */
  subject_id: string;
  subject: 'series' | 'meeting' | 'zones';
  seen: Json<SeriesBase | MeetingBase | ZonesBase>;
}

interface OutlookNewsRow extends Belonging {
  id: string;
  /** The order in which it was seen, across all tenants. */
  ordinal: Generated<number>;
  series_id: string | null;
  meeting_id: string | null;
  kind: NewsKind;
  facts: Json<Omit<NewsFact, 'kind' | 'meetingId'>>;
  at: Instant;
  seen_by_supervisor: boolean;
  seen_by_employee: boolean;
}

/** What is looked at in Outlook, what was last seen there, and what happened. */
export interface FollowingTables {
  outlook_watch: OutlookWatchRow;
  outlook_base: OutlookBaseRow;
  outlook_news: OutlookNewsRow;
}
