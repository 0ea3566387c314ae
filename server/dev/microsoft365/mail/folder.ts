import { GraphError, badRequest } from '../graph/error.ts';
import type { GraphRequest, Json } from '../graph/request.ts';
import { stableItemId } from '../tenant/identifiers.ts';
import type { Collection } from '../tenant/journal.ts';
import type { Lookup } from '../tenant/lookup.ts';
import type { StoredMessage } from '../tenant/stored.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** A mail folder somebody made. */
export interface StoredMailFolder {
  id: string;
  mailbox: string;
  /** A well-known folder's name or another folder's id. */
  parent: string;
  displayName: string;
  isHidden: boolean;
}

/** A mail folder of a mailbox, well-known or made. */
export interface MailFolder extends StoredMailFolder {
  /** By what its messages name it: a well-known name, or its id. */
  key: string;
  isWellKnown: boolean;
}

export const ROOT = 'msgfolderroot';

const WELL_KNOWN: Readonly<Record<string, { displayName: string; parent: string }>> = {
  [ROOT]: { displayName: 'Top of Information Store', parent: '' },
  archive: { displayName: 'Archive', parent: ROOT },
  conversationhistory: { displayName: 'Conversation History', parent: ROOT },
  deleteditems: { displayName: 'Deleted Items', parent: ROOT },
  drafts: { displayName: 'Drafts', parent: ROOT },
  inbox: { displayName: 'Inbox', parent: ROOT },
  junkemail: { displayName: 'Junk Email', parent: ROOT },
  outbox: { displayName: 'Outbox', parent: ROOT },
  sentitems: { displayName: 'Sent Items', parent: ROOT },
  recoverableitemsdeletions: { displayName: 'Deletions', parent: '' },
};

interface Folders {
  stored: Collection<StoredMailFolder>;
  byMailbox: Lookup<StoredMailFolder>;
}

const foldersOfTenant = new WeakMap<Tenant, Folders>();

function folders(tenant: Tenant): Folders {
  const known = foldersOfTenant.get(tenant);
  if (known !== undefined) {
    return known;
  }
  let byMailbox: Lookup<StoredMailFolder> | undefined;
  const stored = tenant.rooms.kept<StoredMailFolder>('mailFolders', (collection) => {
    byMailbox = collection.lookup((one) => [one.mailbox]);
  });
  const made = { stored, byMailbox: byMailbox ?? stored.lookup((one) => [one.mailbox]) };
  foldersOfTenant.set(tenant, made);
  return made;
}

export function putFolder(tenant: Tenant, folder: StoredMailFolder): void {
  const { id, mailbox, parent, displayName, isHidden } = folder;
  folders(tenant).stored.put(id, { id, mailbox, parent, displayName, isHidden });
}

export function removeFolder(tenant: Tenant, id: string): void {
  folders(tenant).stored.remove(id);
}

/** A folder's id as everybody sees it. */
export function folderId(mailbox: string, key: string): string {
  return WELL_KNOWN[key] === undefined ? key : stableItemId('mail folder', mailbox, key);
}

/** Every folder of a mailbox. */
export function foldersOf(tenant: Tenant, mailbox: string): MailFolder[] {
  const wellKnown = Object.entries(WELL_KNOWN).map(([key, { displayName, parent }]) => ({
    key,
    id: folderId(mailbox, key),
    mailbox,
    parent,
    displayName,
    isHidden: false,
    isWellKnown: true,
  }));
  const made = folders(tenant)
    .byMailbox.of(mailbox)
    .map((one) => ({ ...one, key: one.id, isWellKnown: false }));
  return [...wellKnown, ...made];
}

/** The folder an address or a body names, by well-known name or by id. @throws GraphError 404 when there is none, 400 when it cannot be one. */
export function findFolder(request: GraphRequest, nameOrId: string): MailFolder {
  const name = nameOrId.toLowerCase();
  const found = foldersOf(request.tenant, request.owner.id).find(
    (one) => (one.isWellKnown && one.key === name) || one.id === nameOrId,
  );
  if (found !== undefined) {
    return found;
  }
  if (!/^[A-Za-z0-9_=+/-]{20,2000}$/.test(nameOrId)) {
    throw badRequest('Id is malformed.', 'ErrorInvalidIdMalformed');
  }
  throw new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}

/** How many messages lie in each folder of a mailbox, and how many of them are unread. */
function countsOf(messages: readonly StoredMessage[]): Map<string, { total: number; unread: number }> {
  const counts = new Map<string, { total: number; unread: number }>();
  for (const { folder, isRead } of messages) {
    const count = counts.get(folder) ?? { total: 0, unread: 0 };
    counts.set(folder, {
      total: count.total + 1,
      unread: count.unread + (isRead ? 0 : 1),
    });
  }
  return counts;
}

/** A folder as Graph writes it, with the folders in it for whoever expands them. */
export function folderViews(request: GraphRequest, wanted: readonly MailFolder[]): Json[] {
  const { tenant, owner } = request;
  const inside = Map.groupBy(foldersOf(tenant, owner.id), (one) => one.parent);
  const counts = countsOf(tenant.messagesOf(owner.id));
  const view = (folder: MailFolder, depth: number): Json => {
    const children = inside.get(folder.key) ?? [];
    const count = counts.get(folder.key);
    return {
      id: folder.id,
      displayName: folder.displayName,
      parentFolderId: folderId(owner.id, folder.parent === '' ? 'root' : folder.parent),
      childFolderCount: children.length,
      unreadItemCount: count?.unread ?? 0,
      totalItemCount: count?.total ?? 0,
      isHidden: folder.isHidden,
      ...(depth > 0 ? { childFolders: children.map((one) => view(one, depth - 1)) } : {}),
    };
  };
  return wanted.map((folder) => view(folder, 1));
}
