import { GraphError, badRequest } from '../graph/error.ts';
import type { Json } from '../graph/request.ts';
import { freshItemId } from '../tenant/identifiers.ts';
import { graphInstant } from './local-time.ts';
import type { StoredAttachment } from '../tenant/stored.ts';
import type { Tenant } from '../tenant/tenant.ts';

const LARGEST_BYTES = 3 * 1024 * 1024;

/** Reads a file attachment as a request sends it. @throws GraphError 400 when it is no file, 413 when it is 3 MB or more. */
export function attachmentInput(tenant: Tenant, body: Json, ownerId: string, date: string | null): StoredAttachment {
  if (body['@odata.type'] !== '#microsoft.graph.fileAttachment') {
    throw badRequest('The attachment must say that it is a #microsoft.graph.fileAttachment.', 'ErrorInvalidRequest');
  }
  const { name, contentBytes, contentType } = body;
  if (typeof name !== 'string' || typeof contentBytes !== 'string' || !/^[A-Za-z0-9+/_-]*={0,2}$/.test(contentBytes)) {
    throw badRequest('The attachment needs a name and its bytes in base64.', 'ErrorInvalidRequest');
  }
  const bytes = Buffer.from(contentBytes, 'base64');
  if (bytes.length >= LARGEST_BYTES) {
    throw new GraphError(
      413,
      'ErrorAttachmentSizeLimitExceeded',
      'The maximum attachment size for this request is 3MB; use an upload session.',
    );
  }
  return {
    id: freshItemId(),
    ownerId,
    date,
    name,
    contentType: typeof contentType === 'string' ? contentType : 'application/octet-stream',
    isInline: body['isInline'] === true,
    contentId: typeof body['contentId'] === 'string' ? body['contentId'] : null,
    contentBytes: bytes.toString('base64'),
    size: bytes.length,
    modifiedAt: tenant.now(),
  };
}

/** A file attachment as Graph writes it. */
export function attachmentView(attachment: StoredAttachment): Json {
  return {
    '@odata.type': '#microsoft.graph.fileAttachment',
    '@odata.mediaContentType': attachment.contentType,
    id: attachment.id,
    lastModifiedDateTime: graphInstant(attachment.modifiedAt),
    name: attachment.name,
    contentType: attachment.contentType,
    size: attachment.size,
    isInline: attachment.isInline,
    contentId: attachment.contentId,
    contentLocation: null,
    contentBytes: attachment.contentBytes,
  };
}
