import { graphInstant } from '../calendar/local-time.ts';
import type { GraphRequest, Json } from '../graph/request.ts';
import type { StoredChatMessage } from '../tenant/stored.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** Keeps a message. Its number is the moment it was written, or the next one free in its chat. */
export function putMessage(tenant: Tenant, message: Omit<StoredChatMessage, 'id' | 'at'>): StoredChatMessage {
  const last = tenant.messagesIn(message.chatId).at(-1)?.at ?? 0;
  const at = Math.max(tenant.now(), last + 1);
  const kept = { ...message, id: String(at), at };
  tenant.chatMessages.put(`${message.chatId} ${kept.id}`, kept);
  return kept;
}

/** Keeps what Teams itself writes into a chat when an application comes or goes. */
export function putSystemMessage(
  request: GraphRequest,
  chatId: string,
  event: NonNullable<StoredChatMessage['event']>,
): void {
  putMessage(request.tenant, { chatId, fromId: request.caller.person?.id ?? null, body: null, event });
}

const EVENT_TYPES = {
  'app-added': '#microsoft.graph.teamsAppInstalledEventMessageDetail',
  'app-removed': '#microsoft.graph.teamsAppRemovedEventMessageDetail',
} as const;

/** A message as Graph writes it. */
export function messageView(request: GraphRequest, message: StoredChatMessage): Json {
  const written = graphInstant(message.at);
  return {
    id: message.id,
    replyToId: null,
    etag: message.id,
    messageType: message.event === undefined ? 'message' : 'systemEventMessage',
    createdDateTime: written,
    lastModifiedDateTime: written,
    lastEditedDateTime: null,
    deletedDateTime: null,
    subject: null,
    summary: null,
    chatId: message.chatId,
    importance: 'normal',
    locale: 'en-us',
    webUrl: null,
    channelIdentity: null,
    policyViolation: null,
    from: message.event === undefined ? { application: null, device: null, user: writer(request, message) } : null,
    body: message.body ?? { contentType: 'html', content: '<systemEventMessage/>' },
    attachments: [],
    mentions: [],
    reactions: [],
    eventDetail: message.event === undefined ? null : eventDetail(request, message, message.event),
  };
}

function writer(request: GraphRequest, message: StoredChatMessage): Json | null {
  const person = message.fromId === null ? undefined : request.tenant.people.get(message.fromId);
  return person === undefined
    ? null
    : {
        id: person.id,
        displayName: person.displayName,
        userIdentityType: 'aadUser',
        tenantId: request.tenant.id,
      };
}

function eventDetail(
  request: GraphRequest,
  message: StoredChatMessage,
  event: NonNullable<StoredChatMessage['event']>,
): Json {
  return {
    '@odata.type': EVENT_TYPES[event.kind],
    teamsAppId: event.catalogAppId,
    teamsAppDisplayName: request.tenant.apps.name,
    initiator: { application: null, device: null, user: writer(request, message) },
  };
}
