import { findChat } from './chat-routes.ts';
import { actorOf } from '../calendar/event-routes.ts';
import { GraphError } from '../graph/error.ts';
import type { Answer, GraphRequest } from '../graph/request.ts';
import { bodyValue, jsonBody, noContent, textValue } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { freshGuid } from '../tenant/identifiers.ts';
import type { DirectoryPerson } from '../tenant/tenant.ts';

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
    if (!chat.installations.some((one) => one.catalogAppId === request.tenant.apps.catalogAppId)) {
      throw new GraphError(403, 'Forbidden', 'The app is not installed in the chat.');
    }
    return notify(request, recipient, chat.id);
  });
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
  const parameters = bodyValue(body, 'templateParameters');
  const words = (Array.isArray(parameters) ? (parameters as unknown[]) : []).map(
    (one) => textValue(one, 'value') ?? '',
  );
  const preview = text('previewText/content') ?? '';
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
