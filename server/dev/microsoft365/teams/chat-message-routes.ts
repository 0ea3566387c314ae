import { actorOf } from '../calendar/event-routes.ts';
import { GraphError, badRequest } from '../graph/error.ts';
import type { Answer, GraphRequest } from '../graph/request.ts';
import { created, jsonBody, ok, pageOf, param, selected, textValue } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { messageView, putMessage } from './chat-message.ts';
import { findChat } from './chat-routes.ts';

const READ = { delegated: ['Chat.Read'], application: ['Chat.Read.All'] };
const USUAL = 20;
const LARGEST = 50;
/** About 28 KB is what Teams takes in one message. */
const LONGEST = 28 * 1024;

/** What is written in chats. */
export function graphChatMessages(router: GraphRouter): void {
  router.at('GET', '/chats/{chat-id}/messages', listMessages, READ);
  router.at('POST', '/chats/{chat-id}/messages', postMessage);
  router.at(
    'GET',
    '/chats/{chat-id}/messages/{chatMessage-id}',
    (request) => {
      const message = request.tenant
        .messagesIn(findChat(request).id)
        .find((one) => one.id === param(request, 'chatMessage-id'));
      if (message === undefined) {
        throw new GraphError(404, 'NotFound', 'The message was not found.');
      }
      return ok(selected(request, messageView(request, message)));
    },
    READ,
  );
}

/** The newest come first, and no other way round. */
function listMessages(request: GraphRequest): Answer {
  const chat = findChat(request);
  const top = Number(request.query.get('$top') ?? USUAL);
  if (top > LARGEST) {
    throw badRequest(`The limit of '${LARGEST}' for Top query has been exceeded.`, 'BadRequest');
  }
  const order = request.query.get('$orderby') ?? request.query.get('$orderBy');
  if (order !== null && !/^(createdDateTime|lastModifiedDateTime)\s+desc$/i.test(order.trim())) {
    throw badRequest('QueryOptions to order by is supported by descending dates only.', 'BadRequest');
  }
  const messages = request.tenant.messagesIn(chat.id).toReversed();
  return pageOf(request, messages, (message) => messageView(request, message), { pageSize: USUAL });
}

function postMessage(request: GraphRequest): Answer {
  const chat = findChat(request);
  const body = jsonBody(request);
  const content = textValue(body, 'body/content') ?? '';
  const contentType = textValue(body, 'body/contentType')?.toLowerCase() === 'html' ? 'html' : 'text';
  if (request.caller.person === null) {
    throw new GraphError(403, 'Forbidden', 'An application writes no messages, except while it moves them here.');
  }
  if (content === '') {
    throw badRequest('Missing body content.', 'BadRequest');
  }
  if (content.length > LONGEST) {
    throw new GraphError(413, 'RequestEntityTooLarge', 'The message is too large.');
  }
  const message = putMessage(request.tenant, {
    chatId: chat.id,
    fromId: request.caller.person.id,
    body: { contentType, content },
  });
  request.tenant.ledger.note({
    kind: 'chat-message',
    mailbox: null,
    by: actorOf(request),
    subject: chat.topic,
    chatId: chat.id,
    messageId: message.id,
  });
  return created(messageView(request, message));
}
