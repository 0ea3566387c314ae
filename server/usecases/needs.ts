import type { Fingerprint } from '#core/record/seal.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Directory } from '../ports/directory.ts';
import type { Documents } from '../ports/documents.ts';
import type { Identity } from '../ports/identity.ts';
import type { Outlook } from '../ports/outlook.ts';
import type { Packs, Policies } from '../ports/policies.ts';
import type { Store } from '../ports/store.ts';
import type { FeedDoor } from '../ports/feeds.ts';
import type { Clock, Ids, Secrets } from '../ports/system.ts';

/** Where a meeting or a person opens in Duologue, for mail and invitations. */
export interface Links {
  toMeeting(meetingId: string): string;
  /** Where a calendar elsewhere reads somebody's meetings. */
  toFeed(secret: string): string;
}

/** What use cases need from outside. Each takes only what it names. */
export interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly calendar: Calendar;
  readonly outlook: Outlook;
  readonly directory: Directory;
  readonly documents: Documents;
  readonly identity: Identity;
  readonly policies: Policies;
  readonly packs: Packs;
  readonly links: Links;
  /** SHA-256. */
  readonly fingerprint: Fingerprint;
  readonly secrets: Secrets;
  readonly feedDoor: FeedDoor;
}
