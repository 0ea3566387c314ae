import { attachmentInput } from './attachment.ts';
import { whichItem } from './event-delivery.ts';
import type { EventItem } from './event.ts';
import { itemId, withException } from './event.ts';
import { READS, WRITES, onCalendars } from './event-paths.ts';
import { actorOf } from './event-routes.ts';
import { attachmentsView } from './event-view.ts';
import { usualId } from './item-id.ts';
import { findItem } from './item-lookup.ts';
import { badRequest, itemNotFound } from '../graph/error.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { created, jsonBody, noContent, ok, page, param, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import type { StoredAttachment } from '../tenant/stored.ts';

/** Files, items and links on events and on single occurrences; attendees get them with the organiser's next change, not before. */
export function graphAttachments(router: GraphRouter): void {
  const path = '/events/{event-id}/attachments';
  onCalendars(
    router,
    'GET',
    path,
    (request) => {
      const { event, date } = findItem(request);
      return page(request, attachmentsView(request, request.tenant.attachmentsOf(event.id, date)), {
        pageSize: 100,
        expandable: ['item'],
      });
    },
    READS,
  );
  onCalendars(router, 'POST', path, addAttachment, WRITES);
  onCalendars(
    router,
    'GET',
    `${path}/{attachment-id}`,
    (request) => ok(oneView(request, findAttachment(request))),
    READS,
  );
  onCalendars(router, 'GET', `${path}/{attachment-id}/$value`, attachmentBytes, READS);
  onCalendars(
    router,
    'DELETE',
    `${path}/{attachment-id}`,
    (request) => {
      request.tenant.attachments.remove(findAttachment(request).id);
      touchItem(request, findItem(request));
      return noContent();
    },
    WRITES,
  );
}

function oneView(request: GraphRequest, attachment: StoredAttachment): Json {
  const [view = {}] = attachmentsView(request, [attachment]);
  const isItemAsked = /(^|\/)item\b/i.test(request.query.get('$expand') ?? '');
  const { item, ...plain } = view;
  return isItemAsked && item !== undefined ? { ...plain, item } : selected(request, plain);
}

function attachmentBytes(request: GraphRequest): Answer {
  const attachment = findAttachment(request);
  if (attachment.kind !== undefined) {
    throw badRequest('Only a file attachment has raw contents.', 'ErrorInvalidRequest');
  }
  return {
    status: 200,
    raw: { contentType: attachment.contentType, bytes: Buffer.from(attachment.contentBytes, 'base64') },
  };
}

function addAttachment(request: GraphRequest): Answer {
  const { tenant } = request;
  const item = findItem(request);
  const attachment = attachmentInput(tenant, jsonBody(request), item.event.id, item.date);
  hang(request, item, attachment);
  return created(attachmentsView(request, [attachment])[0]);
}

/** Hangs an attachment on an item. */
export function hang(request: GraphRequest, item: EventItem, attachment: StoredAttachment): void {
  const { tenant } = request;
  tenant.attachments.put(attachment.id, attachment);
  touchItem(request, item);
  tenant.ledger.note({
    kind: 'attachment-added',
    mailbox: item.event.mailbox,
    by: actorOf(request),
    subject: item.content.subject,
    ...whichItem(item.event, item.date),
    attachment: { name: attachment.name, size: attachment.size, contentType: attachment.contentType },
  });
}

/** What hangs on an item changes it; an occurrence becomes an exception. */
export function touchItem(request: GraphRequest, { event, date, content }: EventItem): void {
  const change = { changeNumber: content.changeNumber + 1, modifiedAt: request.tenant.now() };
  request.tenant.events.put(event.id, date === null ? { ...event, ...change } : withException(event, date, change));
  request.tenant.calendarChanged({
    mailbox: event.mailbox,
    eventId: itemId({ event, date, content }),
    changeType: 'updated',
  });
}

function findAttachment(request: GraphRequest): StoredAttachment {
  const { event, date } = findItem(request);
  const attachment = request.tenant
    .attachmentsOf(event.id, date)
    .find((one) => one.id === usualId(param(request, 'attachment-id')));
  if (attachment === undefined) {
    throw itemNotFound();
  }
  return attachment;
}
