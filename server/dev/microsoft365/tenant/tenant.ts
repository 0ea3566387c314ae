import type { Organisation, OrganisationPerson } from '../../organisation/organisation.ts';
import type { StoredEvent } from '../calendar/event.ts';
import type { StoredCalendar, StoredSettings } from '../calendar/stored-calendar.ts';
import { EVERYTHING, EntraRegister, type ApplicationAccess } from '../entra/register.ts';
import type { Guest } from '../entra/guest.ts';
import { Collection, Journal } from './journal.ts';
import type { JournalLine } from './journal.ts';
import { CalendarStore } from './calendar-store.ts';
import { directory, guestPerson } from './directory.ts';
import type { Lookup } from './lookup.ts';
import { RoomCollections } from './room-collections.ts';
import type {
  StoredAttachment,
  StoredMessage,
  StoredMeeting,
  StoredChat,
  StoredChatMessage,
  StoredNotification,
  DeltaState,
  StoredSubscription,
} from './stored.ts';
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
  /** Where a guest comes from; a guest has no mailbox here. */
  guest?: Guest;
}

/** An application the tenant knows. */
export interface RegisteredApp {
  clientId: string;
  clientSecret: string;
  name: string;
  teamsAppId: string;
  catalogAppId: string;
  appOrigin: string;
  /** Permissions it asks an administrator for; left out, whatever it likes. */
  permissions?: { delegated: readonly string[]; application: readonly string[] };
  /** Addresses sign-in may return to, exactly; left out, any below `appOrigin`. */
  redirectUris?: readonly { uri: string; platform: 'web' | 'spa' | 'publicClient' }[];
  /** How its manifest offers a tab for chats: pinned by itself when installed (left out), or set up by whoever adds it. */
  chatTab?: 'static' | 'configurable';
  /** The activity types its manifest declares; left out, any is taken. */
  activityTypes?: readonly string[];
  /** Whether an administrator's access policy lets it act in everybody's online meetings by itself; left out, it may not. */
  actsInMeetings?: boolean;
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
  /** What administrators decided: consent, accounts, conditional access, guests. */
  readonly register: EntraRegister;
  readonly events: CalendarStore;
  readonly attachments: Collection<StoredAttachment>;
  readonly calendars: Collection<StoredCalendar>;
  /** By person: what they changed in their mailbox settings. */
  readonly settings: Collection<StoredSettings>;
  readonly messages: Collection<StoredMessage>;
  readonly meetings: Collection<StoredMeeting>;
  readonly chats: Collection<StoredChat>;
  readonly chatMessages: Collection<StoredChatMessage>;
  readonly notifications: Collection<StoredNotification>;
  /** By person: whether they have the application for themselves. Nothing stands for yes: it is installed for everybody. */
  readonly personalApps: Collection<boolean>;
  readonly subscriptions: Collection<StoredSubscription>;
  /** By mailbox and transaction id: which request made which event. */
  readonly transactions: Collection<{ request: string; eventId: string }>;
  /** By token; forgotten at a restart, after which readers begin again. */
  readonly deltas = new Map<string, DeltaState>();
  readonly ledger: Ledger;
  readonly rooms: RoomCollections;
  /** When this tenant first began, epoch milliseconds. */
  readonly bornAt: number;
  readonly #journal: Journal;
  readonly #lines: JournalLine[];
  readonly #ledgerEntries: Collection<LedgerEntry>;
  readonly #facts: Collection<number>;
  readonly #attachmentsByOwner: Lookup<StoredAttachment>;
  readonly #messagesByMailbox: Lookup<StoredMessage>;
  readonly #meetingsByThread: Lookup<StoredMeeting>;
  readonly #chatsByMember: Lookup<StoredChat>;
  readonly #messagesByChat: Lookup<StoredChatMessage>;
  readonly #notificationsByPerson: Lookup<StoredNotification>;
  readonly #subscriptionsByMailbox: Lookup<StoredSubscription>;
  readonly #directory: Map<string, DirectoryPerson>;
  readonly #peopleByMail: Map<string, DirectoryPerson>;
  readonly #reportsOf: ReadonlyMap<string, DirectoryPerson[]>;
  readonly #listeners: ((change: CalendarChange) => void)[] = [];
  #sequence = 0;

  constructor(options: {
    organisation: Organisation;
    apps: RegisteredApp;
    joinLinks: 'long' | 'short';
    now: () => number;
    dataDirectory: string | null;
    access?: ApplicationAccess;
  }) {
    this.organisation = options.organisation;
    this.id = options.organisation.tenant.id;
    this.apps = options.apps;
    this.joinLinks = options.joinLinks;
    this.now = options.now;
    this.#journal = new Journal(options.dataDirectory);
    this.register = new EntraRegister(this.id, this.#journal, options.access ?? EVERYTHING);
    this.events = new CalendarStore(this.#journal);
    this.attachments = new Collection('attachments', this.#journal);
    this.calendars = new Collection('calendars', this.#journal);
    this.settings = new Collection('settings', this.#journal);
    this.messages = new Collection('messages', this.#journal);
    this.meetings = new Collection('meetings', this.#journal);
    this.chats = new Collection('chats', this.#journal);
    this.chatMessages = new Collection('chat-messages', this.#journal);
    this.notifications = new Collection('notifications', this.#journal);
    this.personalApps = new Collection('personal-apps', this.#journal);
    this.subscriptions = new Collection('subscriptions', this.#journal);
    this.transactions = new Collection('transactions', this.#journal);
    this.#ledgerEntries = new Collection('ledger', this.#journal);
    this.#facts = new Collection('facts', this.#journal);
    this.#attachmentsByOwner = this.attachments.lookup((one) => [one.ownerId]);
    this.#messagesByMailbox = this.messages.lookup((one) => [one.mailbox]);
    this.#meetingsByThread = this.meetings.lookup((one) => [one.threadId, one.id]);
    this.#chatsByMember = this.chats.lookup((one) => one.memberIds);
    this.#messagesByChat = this.chatMessages.lookup((one) => [one.chatId]);
    this.#notificationsByPerson = this.notifications.lookup((one) => [one.personId]);
    this.#subscriptionsByMailbox = this.subscriptions.lookup((one) => [one.mailbox]);
    this.rooms = new RoomCollections(this.#journal);
    this.#lines = this.#journal.load();
    this.#facts.replay(this.#lines);
    this.bornAt = this.#facts.get('bornAt') ?? this.now();
    if (this.#facts.get('bornAt') === undefined) {
      this.#facts.put('bornAt', this.bornAt);
    }
    this.#directory = directory(options.organisation, this.bornAt);
    this.people = this.#directory;
    const everybody = [...this.people.values()];
    this.#peopleByMail = new Map(everybody.toReversed().map((one) => [one.mail, one]));
    this.#reportsOf = Map.groupBy(everybody, (one) => one.managerId ?? '');
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
      this.calendars,
      this.settings,
      this.messages,
      this.meetings,
      this.chats,
      this.chatMessages,
      this.notifications,
      this.personalApps,
      this.subscriptions,
      this.transactions,
      this.#ledgerEntries,
      ...this.register.collections,
    ]) {
      collection.replay(this.#lines);
    }
    for (const guest of this.register.guests) {
      this.#admit(guest);
    }
    this.rooms.remember(this.#lines);
    this.#lines.length = 0;
    this.ledger.resume();
  }

  close(): void {
    this.#journal.close();
  }

  /** Somebody of another tenant becomes a guest in the directory. */
  invite(guest: Guest): DirectoryPerson {
    this.register.putGuest(guest);
    return this.#admit(guest);
  }

  /** A guest leaves the directory; somebody who belongs here does not. */
  dismiss(guestId: string): void {
    const person = this.people.get(guestId);
    if (person?.guest !== undefined) {
      this.register.removeGuest(guestId);
      this.#directory.delete(guestId);
      this.#peopleByMail.delete(person.guest.userPrincipalName.toLowerCase());
    }
  }

  #admit(guest: Guest): DirectoryPerson {
    const person = guestPerson(this.organisation, guest);
    this.#directory.set(guest.id, person);
    this.#peopleByMail.set(guest.userPrincipalName.toLowerCase(), person);
    return person;
  }

  /** Rises whenever anything changed. */
  get sequence(): number {
    return this.#sequence + this.ledger.count;
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
    return this.#peopleByMail.get(address.toLowerCase());
  }

  /** A person by object id or by address. */
  person(idOrAddress: string): DirectoryPerson | undefined {
    return this.people.get(idOrAddress.toLowerCase()) ?? this.personByAddress(idOrAddress);
  }

  /** Who reports to a person. */
  reportsOf(managerId: string): readonly DirectoryPerson[] {
    return this.#reportsOf.get(managerId) ?? [];
  }

  eventsOf(mailbox: string): StoredEvent[] {
    return this.events.of(mailbox);
  }

  /** Somebody's own copy of an event that stands in several calendars. */
  copyIn(mailbox: string, event: Pick<StoredEvent, 'iCalUId'>): StoredEvent | undefined {
    return this.eventsOf(mailbox).find((one) => one.iCalUId === event.iCalUId);
  }

  /** The organiser's copy of an event, while there is one. */
  organisersCopyOf(event: Pick<StoredEvent, 'iCalUId' | 'organizer'>): StoredEvent | undefined {
    const organiser = this.personByAddress(event.organizer.address);
    return organiser === undefined
      ? undefined
      : this.eventsOf(organiser.id).find((one) => one.isOrganizer && one.iCalUId === event.iCalUId);
  }

  attachmentsOf(ownerId: string, date: string | null): StoredAttachment[] {
    return this.#attachmentsByOwner.of(ownerId).filter((one) => one.date === date);
  }

  messagesOf(mailbox: string): StoredMessage[] {
    return this.#messagesByMailbox.of(mailbox);
  }

  /** The online meeting of a chat, or with this meeting id. */
  meetingOf(threadOrMeetingId: string): StoredMeeting | undefined {
    return this.#meetingsByThread.first(threadOrMeetingId);
  }

  chatsOf(personId: string): StoredChat[] {
    return this.#chatsByMember.of(personId);
  }

  /** What was written in a chat, oldest first. */
  messagesIn(chatId: string): StoredChatMessage[] {
    return this.#messagesByChat.of(chatId).toSorted((one, other) => one.at - other.at);
  }

  notificationsOf(personId: string): StoredNotification[] {
    return this.#notificationsByPerson.of(personId);
  }

  subscriptionsOf(mailbox: string): StoredSubscription[] {
    return this.#subscriptionsByMailbox.of(mailbox);
  }
}
