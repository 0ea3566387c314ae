import { attachmentInput, attachmentView } from '../calendar/attachment.ts';
import { uploadAnswer } from '../calendar/upload-routes.ts';
import { beginUpload } from '../calendar/upload-session.ts';
import { badRequest, itemNotFound } from '../graph/error.ts';
import type { Answer, GraphRequest } from '../graph/request.ts';
import { created, jsonBody, noContent, ok, page, param, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import type { StoredAttachment } from '../tenant/stored.ts';
import { READS, WRITES } from './mail-permissions.ts';
import { changeMessage } from './mailbox.ts';
import { findMessage } from './message-id.ts';

const PATH = '/messages/{message-id}/attachments';
const EXPANDABLE = ['item'];

/** What hangs on a message: files, other items and links. */
export function graphMessageAttachments(router: GraphRouter): void {
  for (const way of ['', '/mailFolders/{mailFolder-id}']) {
    router.mailbox('GET', `${way}${PATH}`, listed, READS);
    router.mailbox('POST', `${way}${PATH}`, added, WRITES);
    router.mailbox(
      'GET',
      `${way}${PATH}/{attachment-id}`,
      (request) => ok(selected(request, attachmentView(find(request)), EXPANDABLE)),
      READS,
    );
    router.mailbox('GET', `${way}${PATH}/{attachment-id}/$value`, bytesOf, READS);
    router.mailbox('DELETE', `${way}${PATH}/{attachment-id}`, removed, WRITES);
    router.mailbox('POST', `${way}${PATH}/createUploadSession`, uploadStarted, WRITES);
  }
}

function listed(request: GraphRequest): Answer {
  const attachments = request.tenant.attachmentsOf(findMessage(request).id, null);
  return page(request, attachments.map(attachmentView), { pageSize: 100, expandable: EXPANDABLE });
}

function added(request: GraphRequest): Answer {
  const message = findMessage(request);
  const attachment = attachmentInput(request.tenant, jsonBody(request), message.id, null);
  request.tenant.attachments.put(attachment.id, attachment);
  changeMessage(request.tenant, message, {});
  return created(attachmentView(attachment));
}

/** A large file comes in pieces, and hangs on the draft once it is whole. */
function uploadStarted(request: GraphRequest): Answer {
  const { tenant, owner } = request;
  const { id } = findMessage(request);
  const session = beginUpload(tenant, jsonBody(request), {
    folder: 'Messages',
    mailbox: owner.id,
    itemId: id,
    ownerId: id,
    date: null,
    hang: (file) => {
      const message = tenant.messages.get(id);
      if (message === undefined) {
        throw itemNotFound();
      }
      tenant.attachments.put(file.id, file);
      changeMessage(tenant, message, {});
    },
  });
  return uploadAnswer(request, session);
}

function removed(request: GraphRequest): Answer {
  request.tenant.attachments.remove(find(request).id);
  changeMessage(request.tenant, findMessage(request), {});
  return noContent();
}

function bytesOf(request: GraphRequest): Answer {
  const { kind, contentType, contentBytes } = find(request);
  if (kind !== undefined) {
    throw badRequest('Only a file attachment has raw contents.', 'ErrorInvalidRequest');
  }
  return { status: 200, raw: { contentType, bytes: Buffer.from(contentBytes, 'base64') } };
}

function find(request: GraphRequest): StoredAttachment {
  const attachment = request.tenant
    .attachmentsOf(findMessage(request).id, null)
    .find((one) => one.id === param(request, 'attachment-id'));
  if (attachment === undefined) {
    throw itemNotFound();
  }
  return attachment;
}
