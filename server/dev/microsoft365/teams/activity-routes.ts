import { findChat } from './chat-routes.ts';
import { actorOf } from '../calendar/event-routes.ts';
import { GraphError } from '../graph/error.ts';
import type { Answer, GraphRequest } from '../graph/request.ts';
import { bodyValue, jsonBody, noContent, textValue } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { freshGuid } from '../tenant/identifiers.ts';
import type { StoredChat } from '../tenant/stored.ts';
import type { DirectoryPerson, RegisteredApp, Tenant } from '../tenant/tenant.ts';
import { hasPersonalApp } from './personal-app-routes.ts';

/** Notifications in people's activity feeds. */
export function graphNotifications(router: GraphRouter): void {
  router.at('POST', '/users/{user-id}/teamwork/sendActivityNotification', (request) =>
    notify(request, request.owner, null),
  );
  router.at('POST', '/me/teamwork/sendActivityNotification', (request) => notify(request, request.owner, null), {
    delegated: ['TeamsActivity.Send'],
    application: [],
  });
  router.at('POST', '/chats/{chat-id}/sendActivityNotification', (request) => {
    const chat = findChat(request);
    const id = bodyValue(request.body, 'recipient/userId');
    const recipient = typeof id === 'string' ? request.tenant.people.get(id) : undefined;
    if (recipient === undefined || !chat.memberIds.includes(recipient.id)) {
      throw new GraphError(404, 'NotFound', 'The recipient is not in the chat.');
    }
    if (!hasApp(request.tenant, recipient.id, chat)) throw notInstalled(request);
    return notify(request, recipient, chat.id);
  });
}

/** Longest text shown under a notification's first line. */
const LONGEST_PREVIEW = 150;

/** Whether a person meets the application: in this chat, for themselves, or where no chat is named in any of theirs. */
function hasApp(tenant: Tenant, personId: string, chat: StoredChat | null): boolean {
  const holds = (one: StoredChat): boolean =>
    one.installations.some((each) => each.catalogAppId === tenant.apps.catalogAppId);
  return chat === null ? hasPersonalApp(tenant, personId) || tenant.chatsOf(personId).some(holds) : holds(chat);
}

function notInstalled(request: GraphRequest): GraphError {
  return new GraphError(
    403,
    'Forbidden',
    `Application with AAD App Id '${request.caller.appId}' is not authorized to generate notifications to the recipient.`,
  );
}

function checkActivity(app: RegisteredApp, activityType: string, preview: string): void {
  const isKnown = activityType === 'systemDefault' || (app.activityTypes?.includes(activityType) ?? true);
  if (!isKnown) {
    throw new GraphError(400, 'BadRequest', `Activity type '${activityType}' is not declared in the app's manifest.`);
  }
  if (preview.length > LONGEST_PREVIEW) {
    throw new GraphError(400, 'BadRequest', `The preview text is longer than ${LONGEST_PREVIEW} characters.`);
  }
}

function notify(request: GraphRequest, recipient: DirectoryPerson, chatId: string | null): Answer {
  const body = jsonBody(request);
  const { tenant, caller } = request;
  const text = (path: string) => {
    return textValue(body, path) ?? null;
  };
  const [activityType, source, value, webUrl] = [
    text('activityType'),
    text('topic/source'),
    text('topic/value'),
    text('topic/webUrl'),
  ];
  if (activityType === null || value === null || source === null) {
    throw new GraphError(400, 'BadRequest', 'A notification needs an activityType and a topic with source and value.');
  }
  if (source.toLowerCase() === 'text' && webUrl?.startsWith('https://teams.microsoft.com/l/') !== true) {
    throw new GraphError(400, 'BadRequest', "Topic webUrl must be a Teams deep link when the topic's source is text.");
  }
  if (caller.person !== null && caller.person.id === recipient.id) {
    throw new GraphError(403, 'Forbidden', 'A person cannot notify themselves.');
  }
  if (chatId === null && !hasApp(tenant, recipient.id, null)) throw notInstalled(request);
  const parameters = bodyValue(body, 'templateParameters');
  const words = (Array.isArray(parameters) ? (parameters as unknown[]) : []).map(
    (one) => textValue(one, 'value') ?? '',
  );
  const preview = text('previewText/content') ?? '';
  checkActivity(tenant.apps, activityType, preview);
  tenant.notifications.put(freshGuid(), {
    id: freshGuid(),
    at: tenant.now(),
    personId: recipient.id,
    fromId: caller.person?.id ?? null,
    activityType,
    preview,
    text: [value, ...words].join(' · '),
    webUrl,
    chatId,
  });
  tenant.ledger.note({
    kind: 'notification',
    mailbox: recipient.id,
    by: actorOf(request),
    subject: preview,
    ...(chatId === null ? {} : { chatId }),
    detail: activityType,
  });
  return noContent();
}
