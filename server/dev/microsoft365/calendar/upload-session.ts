import { GraphError, badRequest } from '../graph/error.ts';
import { LARGEST_BYTES } from './attachment.ts';
import { textValue, bodyValue } from '../graph/request.ts';
import { freshGuid, freshItemId } from '../tenant/identifiers.ts';
import type { StoredAttachment } from '../tenant/stored.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** The largest file Outlook takes, and what a mailbox takes unless its administrator raised it (createUploadSession). */
const LARGEST_FILE_BYTES = 150 * 1024 * 1024;
const LARGEST_MESSAGE_BYTES = 35 * 1024 * 1024;
/** The most bytes of one range. */
export const LARGEST_RANGE_BYTES = 4 * 1024 * 1024;
/** How long an address for uploading holds. */
const LIFE_MS = 3 * 3_600_000;

/** A large file on its way to an item of a mailbox. */
export interface UploadSession {
  id: string;
  /** Whoever knows the address with this token may upload. */
  token: string;
  /** Below the service's address. */
  path: string;
  expiresAt: number;
  now: () => number;
  size: number;
  received: Buffer[];
  /** How many bytes have come. */
  next: number;
  /** Makes an attachment of the whole file and hangs it on its item. */
  finish: (bytes: Buffer) => StoredAttachment;
}

const sessions = new Map<string, UploadSession>();

/** The uploads that are waited for, of every tenant; those whose time is over are forgotten. */
export function openUploads(): Map<string, UploadSession> {
  for (const [id, session] of sessions) {
    if (session.expiresAt <= session.now()) {
      sessions.delete(id);
    }
  }
  return sessions;
}

/** What kind of item a file is for, which one, and how it hangs there once it has come. */
export interface UploadTarget {
  folder: 'Events' | 'Messages';
  mailbox: string;
  itemId: string;
  hang: (file: StoredAttachment) => void;
  ownerId: string;
  date: string | null;
}

/** Begins an upload. @throws GraphError 400 for what is no file, is too small or larger than a mailbox takes. */
export function beginUpload(tenant: Tenant, body: unknown, target: UploadTarget): UploadSession {
  const asked = bodyValue(body, 'attachmentItem');
  const [name, size] = [textValue(asked, 'name') ?? '', bodyValue(asked, 'size')];
  if ((textValue(asked, 'attachmentType') ?? '').toLowerCase() !== 'file' || name === '') {
    throw badRequest('An upload session needs the attachment type file, a name and a size.', 'ErrorInvalidRequest');
  }
  if (!Number.isInteger(size) || Number(size) < LARGEST_BYTES) {
    throw badRequest(
      'The size of the attachment is less than what an upload session takes; add it directly.',
      'ErrorAttachmentSizeShouldNotBeLessThanMinimumSize',
    );
  }
  if (Number(size) > LARGEST_FILE_BYTES || Number(size) > LARGEST_MESSAGE_BYTES) {
    throw new GraphError(413, 'ErrorMessageSizeExceeded', 'The message exceeds the maximum size a mailbox takes.');
  }
  const [id, token] = [freshItemId(), freshGuid()];
  const session: UploadSession = {
    id,
    token,
    path: `/api/v2.0/Users('${target.mailbox}@${tenant.id}')/${target.folder}('${target.itemId}')/AttachmentSessions('${id}')`,
    expiresAt: tenant.now() + LIFE_MS,
    now: tenant.now,
    size: Number(size),
    received: [],
    next: 0,
    finish: (bytes) => {
      const file: StoredAttachment = {
        id: freshItemId(),
        ownerId: target.ownerId,
        date: target.date,
        name,
        contentType: textValue(asked, 'contentType') ?? 'application/octet-stream',
        isInline: bodyValue(asked, 'isInline') === true,
        contentId: textValue(asked, 'contentId') ?? null,
        contentBytes: bytes.toString('base64'),
        size: bytes.length,
        modifiedAt: tenant.now(),
      };
      target.hang(file);
      return file;
    },
  };
  openUploads().set(id, session);
  return session;
}

/**
 * Takes the next range of a file; the last one gives the attachment it became.
 * @throws GraphError 400 for a range that cannot be read or does not fit its bytes, 416 for one that is not the next.
 */
export function takeRange(session: UploadSession, header: string, bytes: Buffer): StoredAttachment | null {
  const found = /^bytes (\d{1,12})-(\d{1,12})\/(\d{1,12})$/.exec(header);
  const [from, to, total] = found?.slice(1).map(Number) ?? [];
  if (
    from === undefined ||
    to === undefined ||
    total !== session.size ||
    to - from + 1 !== bytes.length ||
    to >= total
  ) {
    throw badRequest(
      'The Content-Range header does not fit the bytes that came or the file they are of.',
      'ErrorInvalidRequest',
    );
  }
  if (from !== session.next) {
    throw new GraphError(
      416,
      'ErrorInvalidRange',
      `The next range has to begin at byte ${String(session.next)}; bytes of a file come in order.`,
    );
  }
  session.received.push(bytes);
  session.next += bytes.length;
  if (session.next < session.size) {
    return null;
  }
  openUploads().delete(session.id);
  return session.finish(Buffer.concat(session.received));
}
