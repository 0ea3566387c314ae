import type { OutlookEvent, OutlookRule, OutlookSeries } from '#core/following/outlook.ts';
import type { Actor } from '#core/people/person.ts';
import type { Instant } from '#core/time-types.ts';

/** Which item in Outlook is meant, and whom its owner meets there. */
export interface OutlookItem {
  readonly eventId: string;
  /** Stays the same when the item's id does not. */
  readonly iCalUid: string | null;
  /** Address of the other of the two; null: nobody else is asked. */
  readonly attendeeMail: string | null;
}

/** A series somebody made in Outlook, as it could be taken up. */
export interface MadeSeries {
  readonly eventId: string;
  readonly iCalUid: string;
  readonly joinUrl: string | null;
  readonly rule: OutlookRule;
}

/** Why something cannot be read any more. */
export type Gone = 'gone' | 'mailbox-gone';

/** What changed in a calendar since it was last asked. */
export interface CalendarChanges {
  /** Ids of events and of masters of series. */
  readonly eventIds: ReadonlySet<string>;
  /** Versions of those that are told of as a whole, and of no single occurrence that differs. */
  readonly versions: ReadonlyMap<string, string>;
  /** Where to go on from next time. */
  readonly deltaLink: string | null;
}

/** What Graph tells changes to, as it was made. */
export interface Subscription {
  readonly id: string;
  readonly until: Instant;
}

/** Whom a series is looked for with, and the one that went from them. */
export interface HadSeries {
  readonly attendeeMail: string;
  readonly eventId: string | null;
  readonly iCalUid: string | null;
}

/** Outlook as it stands, read on behalf of whose mailbox it is. Nothing here changes a calendar. @throws Failure */
export interface Outlook {
  /** A series and its occurrences from a moment on, found again where its id has changed. */
  readSeries(actor: Actor, item: OutlookItem, from: Instant, until: Instant): Promise<OutlookSeries | Gone>;
  readEvent(actor: Actor, item: OutlookItem): Promise<OutlookEvent | Gone>;
  /** Series of the actor's own that ask this person to come, and nobody else; and the one they had, whomever it asks by now. */
  seriesWith(actor: Actor, two: HadSeries): Promise<readonly MadeSeries[]>;
  /** Goes on from a link, or begins: then nothing is told of what there is. Null: the link is too old, begin again. */
  changes(actor: Actor, deltaLink: string | null, from: Instant, until: Instant): Promise<CalendarChanges | null>;
  /** Wants to be told of changes in the mailbox. `clientState` comes back with each notification. */
  subscribe(actor: Actor, clientState: string): Promise<Subscription>;
  /** Null: there is none of that id any more. */
  renew(actor: Actor, subscriptionId: string): Promise<Subscription | null>;
}
