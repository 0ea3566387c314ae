import type { Organisation, OrganisationPerson } from '../../organisation/organisation.ts';
import { addressOf } from '../../organisation/organisation.ts';
import { hireDate, leaveDates } from '../../organisation/calendar-week.ts';
import type { StoredEvent } from '../calendar/event.ts';
import { Collection, Journal } from './journal.ts';
import type { JournalLine } from './journal.ts';
import { Ledger } from '../local/ledger.ts';
import type { LedgerEntry } from '../local/ledger.ts';

/** A person of the directory, with their mailbox's settings. */
export interface DirectoryPerson extends Omit<OrganisationPerson, 'hired'> {
  displayName: string;
  mail: string;
  managerId: string | null;
  hireDate: string;
  /** Leave during which their mailbox answers by itself. */
  away: { from: string; to: string; message: string }[];
}

export interface StoredAttachment {
  id: string;
  /** Event or message it hangs on; for an occurrence, its series' id and the date. */
  ownerId: string;
  date: string | null;
  name: string;
  contentType: string;
  isInline: boolean;
  contentId: string | null;
  contentBytes: string;
  size: number;
  modifiedAt: number;
}

export interface StoredMessage {
  id: string;
  mailbox: string;
  folder: 'inbox' | 'sentitems' | 'drafts' | 'deleteditems';
  kind:
    | 'message'
    | 'meetingRequest'
    | 'meetingCancelled'
    | 'meetingAccepted'
    | 'meetingTenativelyAccepted'
    | 'meetingDeclined';
  subject: string;
  body: { contentType: 'html' | 'text'; content: string };
  from: { name: string; address: string };
  to: { name: string; address: string }[];
  cc: { name: string; address: string }[];
  bcc: { name: string; address: string }[];
  replyTo: { name: string; address: string }[];
  importance: 'low' | 'normal' | 'high';
  headers: { name: string; value: string }[];
  extendedProperties: Record<string, string>;
  internetMessageId: string;
  conversationId: string;
  isDraft: boolean;
  isRead: boolean;
  createdAt: number;
  changeNumber: number;
  /** The calendar item a meeting message is about. */
  eventId: string | null;
}

export interface StoredMeeting {
  joinUrl: string;
  id: string;
  threadId: string;
  organizerId: string;
  subject: string;
  createdAt: number;
  startsAt: number;
  endsAt: number;
}

export interface StoredChat {
  id: string;
  topic: string | null;
  chatType: 'meeting' | 'oneOnOne' | 'group';
  createdAt: number;
  memberIds: string[];
  joinUrl: string | null;
  organizerId: string | null;
  /** Catalog ids of installed applications, with the id of each installation. */
  installations: { id: string; catalogAppId: string }[];
  tabs: {
    id: string;
    displayName: string;
    catalogAppId: string;
    entityId: string | null;
    contentUrl: string | null;
    websiteUrl: string | null;
    removeUrl: string | null;
  }[];
}

export interface StoredNotification {
  id: string;
  at: number;
  personId: string;
  fromId: string | null;
  activityType: string;
  preview: string;
  text: string;
  webUrl: string | null;
  chatId: string | null;
}

/** Where a reader of changes in a calendar view stands. */
export interface DeltaState {
  from: number;
  to: number;
  /** Change keys of the items already sent, by id. */
  seen: Record<string, string>;
}

export interface StoredSubscription {
  id: string;
  resource: string;
  mailbox: string;
  applicationId: string;
  creatorId: string | null;
  changeType: string;
  notificationUrl: string;
  lifecycleNotificationUrl: string | null;
  clientState: string | null;
  expiresAt: number;
  latestSupportedTlsVersion: string | null;
}

/** An application the tenant knows. */
export interface RegisteredApp {
  clientId: string;
  clientSecret: string;
  name: string;
  teamsAppId: string;
  catalogAppId: string;
  appOrigin: string;
}

/** A calendar item changed: what subscribers may be told. */
export interface CalendarChange {
  mailbox: string;
  eventId: string;
  changeType: 'created' | 'updated' | 'deleted';
  at: number;
}

/** Everything the local Microsoft 365 holds for its one tenant. */
export class Tenant {
  readonly id: string;
  readonly organisation: Organisation;
  readonly apps: RegisteredApp;
  readonly joinLinks: 'long' | 'short';
  readonly now: () => number;
  readonly people: ReadonlyMap<string, DirectoryPerson>;
  readonly events: Collection<StoredEvent>;
  readonly attachments: Collection<StoredAttachment>;
  readonly messages: Collection<StoredMessage>;
  readonly meetings: Collection<StoredMeeting>;
  readonly chats: Collection<StoredChat>;
  readonly notifications: Collection<StoredNotification>;
  readonly subscriptions: Collection<StoredSubscription>;
  /** By mailbox and transaction id: which request made which event. */
  readonly transactions: Collection<{ request: string; eventId: string }>;
  /** By token; forgotten at a restart, after which readers begin again. */
  readonly deltas = new Map<string, DeltaState>();
  readonly ledger: Ledger;
  /** When this tenant first began, epoch milliseconds. */
  readonly bornAt: number;
  readonly #journal: Journal;
  readonly #lines: JournalLine[];
  readonly #ledgerEntries: Collection<LedgerEntry>;
  readonly #facts: Collection<number>;
  readonly #listeners: ((change: CalendarChange) => void)[] = [];
  #sequence = 0;

  constructor(options: {
    organisation: Organisation;
    apps: RegisteredApp;
    joinLinks: 'long' | 'short';
    now: () => number;
    dataDirectory: string | null;
  }) {
    this.organisation = options.organisation;
    this.id = options.organisation.tenant.id;
    this.apps = options.apps;
    this.joinLinks = options.joinLinks;
    this.now = options.now;
    this.#journal = new Journal(options.dataDirectory);
    this.events = new Collection('events', this.#journal);
    this.attachments = new Collection('attachments', this.#journal);
    this.messages = new Collection('messages', this.#journal);
    this.meetings = new Collection('meetings', this.#journal);
    this.chats = new Collection('chats', this.#journal);
    this.notifications = new Collection('notifications', this.#journal);
    this.subscriptions = new Collection('subscriptions', this.#journal);
    this.transactions = new Collection('transactions', this.#journal);
    this.#ledgerEntries = new Collection('ledger', this.#journal);
    this.#facts = new Collection('facts', this.#journal);
    this.#lines = this.#journal.load();
    this.#facts.replay(this.#lines);
    this.bornAt = this.#facts.get('bornAt') ?? this.now();
    if (this.#facts.get('bornAt') === undefined) {
      this.#facts.put('bornAt', this.bornAt);
    }
    this.people = directory(options.organisation, this.bornAt);
    this.ledger = new Ledger(this.#ledgerEntries, options.now, (personId) => this.people.get(personId)?.mail ?? null);
  }

  /**
   * Brings back what an earlier run left: `seed` makes again what was made from the organisation when the tenant began,
   * and later changes are laid on top.
   */
  open(seed: () => void): void {
    seed();
    for (const collection of [
      this.events,
      this.attachments,
      this.messages,
      this.meetings,
      this.chats,
      this.notifications,
      this.subscriptions,
      this.transactions,
      this.#ledgerEntries,
    ]) {
      collection.replay(this.#lines);
    }
    this.#lines.length = 0;
    this.ledger.resume();
  }

  close(): void {
    this.#journal.close();
  }

  /** Rises whenever anything changed. */
  get sequence(): number {
    return this.#sequence + this.ledger.entries().length;
  }

  /** Tells whoever watches calendars that an item changed. */
  calendarChanged(change: Omit<CalendarChange, 'at'>): void {
    this.#sequence += 1;
    for (const listener of this.#listeners) {
      listener({ ...change, at: this.now() });
    }
  }

  onCalendarChange(listener: (change: CalendarChange) => void): void {
    this.#listeners.push(listener);
  }

  personByAddress(address: string): DirectoryPerson | undefined {
    const wanted = address.toLowerCase();
    return [...this.people.values()].find((one) => one.mail === wanted);
  }

  /** A person by object id or by address. */
  person(idOrAddress: string): DirectoryPerson | undefined {
    return this.people.get(idOrAddress.toLowerCase()) ?? this.personByAddress(idOrAddress);
  }

  eventsOf(mailbox: string): StoredEvent[] {
    return this.events.values().filter((event) => event.mailbox === mailbox);
  }

  attachmentsOf(ownerId: string, date: string | null): StoredAttachment[] {
    return this.attachments.values().filter((one) => one.ownerId === ownerId && one.date === date);
  }
}

function directory(organisation: Organisation, now: number): Map<string, DirectoryPerson> {
  const idOf = new Map(organisation.people.map((one) => [one.key, one.id]));
  return new Map(
    organisation.people.map(({ hired, ...one }) => [
      one.id,
      {
        ...one,
        displayName: `${one.givenName} ${one.surname}`,
        mail: addressOf(organisation, { ...one, hired }),
        managerId: one.managerKey === null ? null : (idOf.get(one.managerKey) ?? null),
        hireDate: hireDate(organisation, hired, now),
        away: leaveDates(organisation, now).filter((leave) => leave.personKey === one.key),
      },
    ]),
  );
}
