import { actorOf } from '../calendar/event-routes.ts';
import { GraphError, badRequest, itemNotFound } from '../graph/error.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { accepted, bodyValue, created, jsonBody, noContent, ok, page, param, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { attachmentInput, attachmentView } from '../calendar/attachment.ts';
import { freshItemId } from '../tenant/identifiers.ts';
import { copyAttachments, putMessage } from './mailbox.ts';
import { messageInput } from './message-input.ts';
import type { MessageInput } from './message-input.ts';
import { MESSAGE_EXPANDABLE, messageView } from './message-view.ts';
import type { GraphSlice } from '../graph/openapi.ts';
import type { StoredMessage } from '../tenant/stored.ts';

const READ = { delegated: ['Mail.Read', 'Mail.ReadBasic'], application: ['Mail.Read', 'Mail.ReadBasic.All'] };
const WRITE = { delegated: ['Mail.ReadWrite'], application: ['Mail.ReadWrite'] };
const SEND = { delegated: ['Mail.Send'], application: ['Mail.Send'] };
const LARGEST_REQUEST = 4 * 1024 * 1024;

const FOLDERS = ['inbox', 'sentitems', 'drafts', 'deleteditems'] as const;

/** Mail: sending, drafts, and the messages of a mailbox by folder. */
export function graphMail(router: GraphRouter, slice: GraphSlice): void {
  router.mailbox('POST', '/sendMail', (request) => sendMail(request, slice));
  router.mailbox('GET', '/messages', (request) => messagesPage(request, () => true), READ);
  router.mailbox(
    'POST',
    '/messages',
    (request) => {
      const body = jsonBody(request);
      const draft = putDraft(request, messageInput(request, slice, body), body);
      return created(selected(request, messageView(request, draft), MESSAGE_EXPANDABLE));
    },
    WRITE,
  );
  router.mailbox(
    'GET',
    '/mailFolders/{folder-id}/messages',
    (request) => {
      const folder = folderNamed(param(request, 'folder-id'));
      return messagesPage(request, (message) => message.folder === folder);
    },
    READ,
  );
  router.mailbox(
    'GET',
    '/mailFolders',
    (request) => ok({ value: FOLDERS.map((folder) => folderView(request, folder)) }),
    READ,
  );
  router.mailbox(
    'GET',
    '/messages/{message-id}',
    (request) => ok(selected(request, messageView(request, findMessage(request)), MESSAGE_EXPANDABLE)),
    READ,
  );
  router.mailbox('PATCH', '/messages/{message-id}', (request) => changeMessage(request, slice), WRITE);
  router.mailbox(
    'DELETE',
    '/messages/{message-id}',
    (request) => {
      const message = findMessage(request);
      request.tenant.messages.put(message.id, { ...message, folder: 'deleteditems' });
      return noContent();
    },
    WRITE,
  );
  router.mailbox(
    'POST',
    '/messages/{message-id}/send',
    (request) => {
      const message = findMessage(request);
      if (!message.isDraft) {
        throw new GraphError(400, 'ErrorInvalidRequest', 'The message was already sent.');
      }
      post(request, message, true);
      return accepted();
    },
    SEND,
  );
  router.mailbox(
    'GET',
    '/messages/{message-id}/attachments',
    (request) =>
      page(request, request.tenant.attachmentsOf(findMessage(request).id, null).map(attachmentView), { pageSize: 100 }),
    READ,
  );
  router.mailbox(
    'POST',
    '/messages/{message-id}/attachments',
    (request) => {
      const attachment = attachmentInput(request.tenant, jsonBody(request), findMessage(request).id, null);
      request.tenant.attachments.put(attachment.id, attachment);
      return created(attachmentView(attachment));
    },
    WRITE,
  );
  for (const below of ['/attachments/{attachment-id}', '/attachments/{attachment-id}/$value']) {
    router.mailbox(
      'GET',
      `/messages/{message-id}${below}`,
      (request) => {
        const attachment = request.tenant
          .attachmentsOf(findMessage(request).id, null)
          .find((one) => one.id === param(request, 'attachment-id'));
        if (attachment === undefined) {
          throw itemNotFound();
        }
        return below.endsWith('$value')
          ? {
              status: 200,
              raw: { contentType: attachment.contentType, bytes: Buffer.from(attachment.contentBytes, 'base64') },
            }
          : ok(attachmentView(attachment));
      },
      READ,
    );
  }
}

function sendMail(request: GraphRequest, slice: GraphSlice): Answer {
  const body = jsonBody(request);
  const asked = bodyValue(body, 'message');
  if (typeof asked !== 'object' || asked === null) {
    throw badRequest('The parameter Message is missing.', 'ErrorInvalidParameter');
  }
  if (JSON.stringify(body).length > LARGEST_REQUEST) {
    throw new GraphError(400, 'BadRequest', 'The maximum request length supported is 4MB.');
  }
  const words = messageInput(request, slice, asked as Json);
  recipientsOf(words);
  post(request, putDraft(request, words, asked as Json), bodyValue(body, 'saveToSentItems') !== false);
  return accepted();
}

/** Puts a draft with its files; a file that cannot be taken leaves nothing behind. */
function putDraft(request: GraphRequest, words: MessageInput, asked: Json): StoredMessage {
  const { tenant, owner } = request;
  const id = freshItemId();
  const files = Array.isArray(asked['attachments']) ? (asked['attachments'] as Json[]) : [];
  const attachments = files.map((one) => attachmentInput(tenant, one, id, null));
  const draft = putMessage(tenant, { ...words, id, mailbox: owner.id, folder: 'drafts', isDraft: true });
  for (const attachment of attachments) {
    tenant.attachments.put(attachment.id, attachment);
  }
  return draft;
}

/** Everybody a message goes to. @throws GraphError 400 when that is nobody. */
function recipientsOf(message: Pick<StoredMessage, 'to' | 'cc' | 'bcc'>): StoredMessage['to'] {
  const recipients = [...message.to, ...message.cc, ...message.bcc];
  if (recipients.length === 0) {
    throw badRequest('At least one recipient is required.', 'ErrorInvalidRecipients');
  }
  return recipients;
}

/** Moves a draft to Sent Items, if kept, and puts one copy into the Inbox of everybody it is addressed to. */
function post(request: GraphRequest, draft: StoredMessage, isKept: boolean): void {
  const { tenant, owner } = request;
  const recipients = recipientsOf(draft);
  const sent: StoredMessage = {
    ...draft,
    folder: 'sentitems',
    isDraft: false,
    isRead: true,
    createdAt: tenant.now(),
    changeNumber: draft.changeNumber + 1,
  };
  if (isKept) {
    tenant.messages.put(sent.id, sent);
  } else {
    tenant.messages.remove(draft.id);
  }
  const by = actorOf(request);
  tenant.ledger.note({
    kind: 'mail-sent',
    mailbox: owner.id,
    by,
    subject: draft.subject,
    messageId: draft.id,
    detail: recipients.map((one) => one.address).join(', '),
  });
  for (const personId of new Set(recipients.flatMap((one) => tenant.personByAddress(one.address)?.id ?? []))) {
    const received = putMessage(tenant, {
      ...sent,
      id: freshItemId(),
      mailbox: personId,
      folder: 'inbox',
      isRead: false,
      bcc: [],
      extendedProperties: {},
    });
    copyAttachments(tenant, { ownerId: draft.id, date: null }, { ownerId: received.id, date: null });
    tenant.ledger.note({
      kind: 'mail-received',
      mailbox: personId,
      by,
      subject: draft.subject,
      messageId: received.id,
    });
  }
}

function changeMessage(request: GraphRequest, slice: GraphSlice): Answer {
  const before = findMessage(request);
  const body = jsonBody(request);
  const isRead = typeof body['isRead'] === 'boolean' ? body['isRead'] : before.isRead;
  const words = before.isDraft ? messageInput(request, slice, body, before) : {};
  const changed = { ...before, ...words, isRead, changeNumber: before.changeNumber + 1 };
  request.tenant.messages.put(changed.id, changed);
  return ok(selected(request, messageView(request, changed), MESSAGE_EXPANDABLE));
}

function findMessage(request: GraphRequest): StoredMessage {
  const message = request.tenant.messages.get(param(request, 'message-id'));
  if (message?.mailbox !== request.owner.id) {
    throw itemNotFound();
  }
  return message;
}

function messagesPage(request: GraphRequest, isWanted: (message: StoredMessage) => boolean): Answer {
  const messages = request.tenant.messagesOf(request.owner.id).filter(isWanted);
  const newestFirst = messages.toReversed().toSorted((one, other) => other.createdAt - one.createdAt);
  return page(
    request,
    newestFirst.map((message) => messageView(request, message)),
    { expandable: MESSAGE_EXPANDABLE },
  );
}

function folderNamed(name: string): StoredMessage['folder'] {
  const found = FOLDERS.find((folder) => folder === name.toLowerCase());
  if (found === undefined) {
    throw itemNotFound();
  }
  return found;
}

function folderView(request: GraphRequest, folder: StoredMessage['folder']): Json {
  const inside = request.tenant.messagesOf(request.owner.id).filter((one) => one.folder === folder);
  return {
    id: folder,
    displayName: folder,
    totalItemCount: inside.length,
    unreadItemCount: inside.filter((one) => !one.isRead).length,
  };
}
