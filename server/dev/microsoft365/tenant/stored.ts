import type { Moment } from '../calendar/event.ts';

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
  /** An Outlook item or a link instead of a file. */
  kind?: 'item' | 'reference';
  item?: Record<string, unknown>;
}

export interface StoredMessage {
  id: string;
  mailbox: string;
  /** A well-known folder's name, or the id of a folder somebody made. */
  folder: string;
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
  /** The other time an answer to an invitation proposes. */
  proposedNewTime?: { start: Moment; end: Moment };
  /** How often it went into another folder: its usual id is another one each time. */
  moves?: number;
  /** Epoch milliseconds of the last change; when it was made, if there was none. */
  modifiedAt?: number;
  categories?: string[];
  flag?: Record<string, unknown>;
  inference?: 'focused' | 'other';
  wantsReadReceipt?: boolean;
  wantsDeliveryReceipt?: boolean;
  /** Open extensions by name. */
  extensions?: Record<string, Record<string, unknown>>;
  /** Internet message ids of the conversation so far, the one it answers last. */
  references?: string[];
}

export interface StoredMeeting {
  joinUrl: string;
  /** The maker's own name for it, where it was made without an event in a calendar. */
  externalId?: string;
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

export interface StoredChatMessage {
  /** Milliseconds since the epoch as text, as Teams numbers them; no two in a chat are the same. */
  id: string;
  chatId: string;
  at: number;
  /** Who wrote it, or made happen what Teams writes. */
  fromId: string | null;
  /** What somebody wrote; null for what Teams writes by itself. */
  body: { contentType: 'text' | 'html'; content: string } | null;
  /** What Teams writes about: an application that came or went, by catalog id. */
  event?: { kind: 'app-added' | 'app-removed'; catalogAppId: string };
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
  /** What is watched: the calendar's items unless it says otherwise. */
  kind?: 'events' | 'messages' | 'tasks';
  /** Only what lies in this mail folder or task list; null for the whole mailbox. */
  within?: string | null;
  /** Since when nothing is sent because the receiver must show anew that it may be told; epoch milliseconds. */
  pausedAt?: number | null;
  /** Whether notifications name items by ids that stay. */
  immutableIds?: boolean;
  /** The person's session it was made in: once that is revoked, so is the subscription. */
  sessionId?: string | null;
}
