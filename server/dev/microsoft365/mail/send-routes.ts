import { attachmentInput } from '../calendar/attachment.ts';
import { inconvertible } from '../calendar/body-shape.ts';
import { extensionsInput } from '../calendar/extension.ts';
import { actorOf } from '../calendar/event-routes.ts';
import { badRequest } from '../graph/error.ts';
import type { GraphSlice } from '../graph/openapi.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { accepted, bodyValue, created, jsonBody, param, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { freshItemId } from '../tenant/identifiers.ts';
import type { StoredMessage } from '../tenant/stored.ts';
import { findFolder } from './folder.ts';
import { SENDS, WRITES } from './mail-permissions.ts';
import { putMessage } from './mailbox.ts';
import { findMessage } from './message-id.ts';
import { messageInput, readMessage } from './message-input.ts';
import type { MessageInput } from './message-input.ts';
import { MESSAGE_EXPANDABLE, messageView } from './message-view.ts';
import { post, recipientsOf } from './post.ts';

const LARGEST_REQUEST = 4 * 1024 * 1024;
const FOLDER_WAY = '/mailFolders/{mailFolder-id}';

/** Writing mail: at once, or as a draft that is sent later. */
export function graphSending(router: GraphRouter, slice: GraphSlice): void {
  router.mailbox('POST', '/sendMail', (request) => sendMail(request, slice));
  for (const way of ['', FOLDER_WAY]) {
    router.mailbox('POST', `${way}/messages`, (request) => createDraft(request, slice), WRITES);
    router.mailbox('POST', `${way}/messages/{message-id}/send`, sendDraft, SENDS);
  }
}

function createDraft(request: GraphRequest, slice: GraphSlice): Answer {
  const folder = param(request, 'mailFolder-id');
  const into = folder === '' ? 'drafts' : findFolder(request, folder).key;
  const body = readMessage(slice, jsonBody(request));
  const draft = putDraft(request, messageInput(request, slice, body), body, into);
  return created(selected(request, messageView(request, draft), MESSAGE_EXPANDABLE));
}

function sendDraft(request: GraphRequest): Answer {
  const message = findMessage(request);
  if (!message.isDraft) {
    throw badRequest('The message was already sent.', 'ErrorInvalidRequest');
  }
  post(request.tenant, request.owner, message, true, actorOf(request));
  return accepted();
}

function sendMail(request: GraphRequest, slice: GraphSlice): Answer {
  const body = jsonBody(request);
  const asked = bodyValue(body, 'message');
  if (asked === undefined || asked === null) {
    throw badRequest('The parameter Message is missing.', 'ErrorInvalidParameter');
  }
  if (typeof asked !== 'object' || Array.isArray(asked)) {
    throw inconvertible(asked, 'microsoft.graph.message');
  }
  if (JSON.stringify(body).length > LARGEST_REQUEST) {
    throw badRequest('The maximum request length supported is 4MB.', 'BadRequest');
  }
  const message = readMessage(slice, asked as Json);
  const words = messageInput(request, slice, message);
  recipientsOf(words);
  const isKept = bodyValue(body, 'saveToSentItems') !== false;
  post(request.tenant, request.owner, putDraft(request, words, message, 'drafts'), isKept, actorOf(request));
  return accepted();
}

/** Puts a draft with its files; a file that cannot be taken leaves nothing behind. */
function putDraft(request: GraphRequest, words: MessageInput, asked: Json, folder: string): StoredMessage {
  const { tenant, owner } = request;
  const id = freshItemId();
  const files = Array.isArray(asked['attachments']) ? (asked['attachments'] as unknown[]) : [];
  const attachments = files.map((one) => {
    if (!isObject(one)) {
      throw inconvertible(one, 'microsoft.graph.attachment');
    }
    return attachmentInput(tenant, one, id, null);
  });
  const extensions = Array.isArray(asked['extensions']) ? extensionsInput(asked['extensions'].filter(isObject)) : {};
  const draft = putMessage(tenant, {
    isRead: true,
    ...words,
    extensions,
    id,
    mailbox: owner.id,
    folder,
    isDraft: true,
  });
  for (const attachment of attachments) {
    tenant.attachments.put(attachment.id, attachment);
  }
  return draft;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
