import { GraphError, badRequest } from '../graph/error.ts';
import type { Json } from '../graph/request.ts';
import { freshItemId } from '../tenant/identifiers.ts';
import { graphInstant } from './local-time.ts';
import type { StoredAttachment } from '../tenant/stored.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** From this size on a file needs an upload session. */
export const LARGEST_BYTES = 3 * 1024 * 1024;

const KINDS = { fileAttachment: 'file', itemAttachment: 'item', referenceAttachment: 'reference' } as const;

/**
 * Reads a file, item or link attachment as a request sends it.
 * @throws GraphError 400 when it is none of these, 413 when it is 3 MB or more.
 */
export function attachmentInput(tenant: Tenant, body: Json, ownerId: string, date: string | null): StoredAttachment {
  const named = String(body['@odata.type']).replace(/^#?microsoft\.graph\./i, '');
  const kind = Object.entries(KINDS).find(([name]) => name.toLowerCase() === named.toLowerCase())?.[1];
  if (kind === undefined) {
    throw badRequest(
      'The attachment must say that it is a #microsoft.graph.fileAttachment, itemAttachment or referenceAttachment.',
      'ErrorInvalidRequest',
    );
  }
  const { name, contentType, contentId } = body;
  if (typeof name !== 'string' || name === '') {
    throw badRequest('The attachment needs a name.', 'ErrorInvalidRequest');
  }
  const bytes = kind === 'file' ? fileBytes(body['contentBytes']) : Buffer.alloc(0);
  return {
    id: freshItemId(),
    ownerId,
    date,
    name,
    contentType: kind === 'file' ? (typeof contentType === 'string' ? contentType : 'application/octet-stream') : '',
    isInline: body['isInline'] === true,
    contentId: typeof contentId === 'string' ? contentId : null,
    contentBytes: bytes.toString('base64'),
    modifiedAt: tenant.now(),
    ...(kind === 'item' ? attachedItem(body['item']) : { size: bytes.length }),
    ...(kind === 'file' ? {} : { kind }),
  };
}

function fileBytes(contentBytes: unknown): Buffer {
  if (typeof contentBytes !== 'string' || !/^[A-Za-z0-9+/_-]*={0,2}$/.test(contentBytes)) {
    throw badRequest('The attachment needs its bytes in base64.', 'ErrorInvalidRequest');
  }
  const bytes = Buffer.from(contentBytes, 'base64');
  if (bytes.length >= LARGEST_BYTES) {
    throw new GraphError(
      413,
      'ErrorAttachmentSizeLimitExceeded',
      'The maximum attachment size for this request is 3MB; use an upload session.',
    );
  }
  return bytes;
}

function attachedItem(item: unknown): Pick<StoredAttachment, 'item' | 'size'> {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    throw badRequest('An item attachment needs an item.', 'ErrorInvalidRequest');
  }
  return { item: item as Json, size: JSON.stringify(item).length };
}

/** An attachment as Graph writes it; the item in an item attachment only on `$expand`. */
export function attachmentView(attachment: StoredAttachment): Json {
  const { kind = 'file' } = attachment;
  const common = {
    id: attachment.id,
    lastModifiedDateTime: graphInstant(attachment.modifiedAt),
    name: attachment.name,
    size: attachment.size,
    isInline: attachment.isInline,
  };
  if (kind === 'file') {
    return {
      '@odata.type': '#microsoft.graph.fileAttachment',
      '@odata.mediaContentType': attachment.contentType,
      ...common,
      contentType: attachment.contentType,
      contentId: attachment.contentId,
      contentLocation: null,
      contentBytes: attachment.contentBytes,
    };
  }
  return kind === 'item'
    ? { '@odata.type': '#microsoft.graph.itemAttachment', ...common, contentType: null, item: attachment.item }
    : { '@odata.type': '#microsoft.graph.referenceAttachment', ...common, contentType: null };
}
