import { attachmentInput, attachmentView } from './attachment.ts';
import { whichItem } from './event-delivery.ts';
import type { EventItem } from './event.ts';
import { withException } from './event.ts';
import { actorOf, findItem } from './event-routes.ts';
import { itemNotFound } from '../graph/error.ts';
import type { Answer, GraphRequest } from '../graph/request.ts';
import { created, jsonBody, noContent, ok, page, param } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import type { StoredAttachment } from '../tenant/stored.ts';

const WRITE = { delegated: ['Calendars.ReadWrite'], application: ['Calendars.ReadWrite'] };
const READ = { delegated: ['Calendars.Read'], application: ['Calendars.Read'] };

/** Files on events and on single occurrences; attendees get them with the organiser's next change, not before. */
export function graphAttachments(router: GraphRouter): void {
  router.mailbox(
    'GET',
    '/events/{event-id}/attachments',
    (request) => {
      const { event, date } = findItem(request);
      return page(request, request.tenant.attachmentsOf(event.id, date).map(attachmentView), { pageSize: 100 });
    },
    READ,
  );
  router.mailbox('POST', '/events/{event-id}/attachments', addAttachment, WRITE);
  router.mailbox(
    'GET',
    '/events/{event-id}/attachments/{attachment-id}',
    (request) => ok(attachmentView(findAttachment(request))),
    READ,
  );
  router.mailbox(
    'GET',
    '/events/{event-id}/attachments/{attachment-id}/$value',
    (request) => {
      const attachment = findAttachment(request);
      return {
        status: 200,
        raw: { contentType: attachment.contentType, bytes: Buffer.from(attachment.contentBytes, 'base64') },
      };
    },
    READ,
  );
  router.mailbox(
    'DELETE',
    '/events/{event-id}/attachments/{attachment-id}',
    (request) => {
      request.tenant.attachments.remove(findAttachment(request).id);
      touch(request, findItem(request));
      return noContent();
    },
    WRITE,
  );
}

function addAttachment(request: GraphRequest): Answer {
  const { tenant } = request;
  const item = findItem(request);
  const attachment = attachmentInput(tenant, jsonBody(request), item.event.id, item.date);
  tenant.attachments.put(attachment.id, attachment);
  touch(request, item);
  tenant.ledger.note({
    kind: 'attachment-added',
    mailbox: item.event.mailbox,
    by: actorOf(request),
    subject: item.content.subject,
    ...whichItem(item.event, item.date),
    attachment: { name: attachment.name, size: attachment.size, contentType: attachment.contentType },
  });
  return created(attachmentView(attachment));
}

/** A file changes the item it hangs on; an occurrence becomes an exception. */
function touch(request: GraphRequest, { event, date, content }: EventItem): void {
  const change = { changeNumber: content.changeNumber + 1, modifiedAt: request.tenant.now() };
  request.tenant.events.put(event.id, date === null ? { ...event, ...change } : withException(event, date, change));
  request.tenant.calendarChanged({
    mailbox: event.mailbox,
    eventId: param(request, 'event-id'),
    changeType: 'updated',
  });
}

function findAttachment(request: GraphRequest): StoredAttachment {
  const { event, date } = findItem(request);
  const attachment = request.tenant
    .attachmentsOf(event.id, date)
    .find((one) => one.id === param(request, 'attachment-id'));
  if (attachment === undefined) {
    throw itemNotFound();
  }
  return attachment;
}
