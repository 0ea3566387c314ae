import { inconvertible } from '../calendar/body-shape.ts';
import { GraphError, badRequest } from '../graph/error.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { countOf, created, jsonBody, noContent, ok, page, param, selected, textValue } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { freshItemId } from '../tenant/identifiers.ts';
import type { MailFolder } from './folder.ts';
import { ROOT, findFolder, folderViews, foldersOf, putFolder, removeFolder } from './folder.ts';
import { READS_BASIC, WRITES } from './mail-permissions.ts';
import { copyMessage, removeMessage } from './mailbox.ts';

const EXPANDABLE = ['childFolders'];
const LONGEST_NAME = 255;
const DEEPEST = 300;

/** Mail folders: the well-known ones and those people make, rename, move, copy and delete. */
export function graphFolders(router: GraphRouter): void {
  router.mailbox('GET', '/mailFolders', (request) => childrenPage(request, ROOT), READS_BASIC);
  router.mailbox('POST', '/mailFolders', (request) => makeFolder(request, ROOT), WRITES);
  router.mailbox(
    'GET',
    '/mailFolders/$count',
    (request) => countOf(request, children(request, ROOT), (one) => one),
    READS_BASIC,
  );
  router.mailbox('GET', '/mailFolders/{mailFolder-id}', (request) => ok(oneView(request, asked(request))), READS_BASIC);
  router.mailbox('PATCH', '/mailFolders/{mailFolder-id}', renameFolder, WRITES);
  router.mailbox('DELETE', '/mailFolders/{mailFolder-id}', deleteFolder, WRITES);
  router.mailbox(
    'GET',
    '/mailFolders/{mailFolder-id}/childFolders',
    (request) => childrenPage(request, asked(request).key),
    READS_BASIC,
  );
  router.mailbox(
    'POST',
    '/mailFolders/{mailFolder-id}/childFolders',
    (request) => {
      if (lineage(request, asked(request)).length >= DEEPEST) {
        throw badRequest('Folders lie at most 300 deep.', 'ErrorFolderHierarchyDepthLimitExceeded');
      }
      return makeFolder(request, asked(request).key);
    },
    WRITES,
  );
  router.mailbox('POST', '/mailFolders/{mailFolder-id}/move', moveFolder, WRITES);
  router.mailbox('POST', '/mailFolders/{mailFolder-id}/copy', copyFolder, WRITES);
}

function asked(request: GraphRequest): MailFolder {
  return findFolder(request, param(request, 'mailFolder-id'));
}

function children(request: GraphRequest, parent: string): Json[] {
  const showsHidden = request.query.get('includeHiddenFolders')?.toLowerCase() === 'true';
  const inside = foldersOf(request.tenant, request.owner.id).filter(
    (one) => one.parent === parent && (showsHidden || !one.isHidden),
  );
  return folderViews(request, inside);
}

function childrenPage(request: GraphRequest, parent: string): Answer {
  return page(request, children(request, parent), { expandable: EXPANDABLE });
}

function oneView(request: GraphRequest, folder: MailFolder): Json {
  const [view = {}] = folderViews(request, [folder]);
  return selected(request, view, EXPANDABLE);
}

function makeFolder(request: GraphRequest, parent: string): Answer {
  const body = jsonBody(request);
  const displayName = nameIn(request, body, parent);
  const folder = {
    id: freshItemId(),
    mailbox: request.owner.id,
    parent,
    displayName,
    isHidden: body['isHidden'] === true,
  };
  putFolder(request.tenant, folder);
  return created(oneView(request, { ...folder, key: folder.id, isWellKnown: false }));
}

/** The name asked for. @throws GraphError 400 when there is none, 409 when a folder beside it has it already. */
function nameIn(request: GraphRequest, body: Json, parent: string, except?: string): string {
  const asked = body['displayName'];
  if (asked !== undefined && asked !== null && typeof asked !== 'string') {
    throw inconvertible(asked, 'Edm.String');
  }
  const name = asked?.trim() ?? '';
  if (name === '' || name.length > LONGEST_NAME) {
    throw badRequest('The folder needs a displayName of at most 255 characters.', 'ErrorInvalidRequest');
  }
  refuseTaken(request, name, parent, except);
  return name;
}

function refuseTaken(request: GraphRequest, name: string, parent: string, except?: string): void {
  const beside = foldersOf(request.tenant, request.owner.id).filter(
    (one) => one.parent === parent && one.id !== except,
  );
  if (beside.some((one) => one.displayName.toLowerCase() === name.toLowerCase())) {
    throw new GraphError(
      409,
      'ErrorFolderExists',
      `A folder with the specified name already exists., Could not create folder '${name}'.`,
    );
  }
}

/** @throws GraphError 403 for a folder every mailbox has. */
function refuseWellKnown(folder: MailFolder, code: string): void {
  if (folder.isWellKnown) {
    throw new GraphError(403, code, `The folder '${folder.displayName}' is one every mailbox has and stays as it is.`);
  }
}

function renameFolder(request: GraphRequest): Answer {
  const folder = asked(request);
  refuseWellKnown(folder, 'ErrorAccessDenied');
  const displayName = nameIn(request, jsonBody(request), folder.parent, folder.id);
  const renamed = { ...folder, displayName };
  putFolder(request.tenant, renamed);
  return ok(oneView(request, renamed));
}

/** A folder goes into Deleted Items with all that is in it; from there it goes for good. */
function deleteFolder(request: GraphRequest): Answer {
  const folder = asked(request);
  refuseWellKnown(folder, 'ErrorDeleteDistinguishedFolder');
  if (lineage(request, folder).includes('deleteditems')) {
    removeWhole(request, folder);
  } else {
    putFolder(request.tenant, { ...folder, parent: 'deleteditems' });
  }
  return noContent();
}

function removeWhole(request: GraphRequest, folder: MailFolder): void {
  const { tenant, owner } = request;
  for (const child of foldersOf(tenant, owner.id).filter((one) => one.parent === folder.key)) {
    removeWhole(request, child);
  }
  for (const message of tenant.messagesOf(owner.id).filter((one) => one.folder === folder.key)) {
    removeMessage(tenant, message);
  }
  removeFolder(tenant, folder.id);
}

/** The keys of the folders a folder lies in, itself first. */
function lineage(request: GraphRequest, folder: MailFolder): string[] {
  const all = new Map(foldersOf(request.tenant, request.owner.id).map((one) => [one.key, one]));
  const keys: string[] = [];
  for (let one: MailFolder | undefined = folder; one !== undefined; one = all.get(one.parent)) {
    keys.push(one.key);
  }
  return keys;
}

function destination(request: GraphRequest): MailFolder {
  const name = textValue(request.body, 'destinationId');
  if (name === undefined) {
    throw badRequest('The parameter DestinationId is missing.', 'ErrorInvalidParameter');
  }
  return findFolder(request, name);
}

function moveFolder(request: GraphRequest): Answer {
  const [folder, into] = [asked(request), destination(request)];
  refuseWellKnown(folder, 'ErrorMoveDistinguishedFolder');
  if (lineage(request, into).includes(folder.key)) {
    throw badRequest('A folder cannot go into itself or into a folder inside it.', 'ErrorMoveCopyFailed');
  }
  refuseTaken(request, folder.displayName, into.key, folder.id);
  const moved = { ...folder, parent: into.key };
  putFolder(request.tenant, moved);
  return created(oneView(request, moved));
}

function copyFolder(request: GraphRequest): Answer {
  const [folder, into] = [asked(request), destination(request)];
  if (lineage(request, into).includes(folder.key)) {
    throw badRequest('A folder cannot go into itself or into a folder inside it.', 'ErrorMoveCopyFailed');
  }
  refuseTaken(request, folder.displayName, into.key);
  return created(oneView(request, copyWhole(request, folder, into.key)));
}

function copyWhole(request: GraphRequest, folder: MailFolder, parent: string): MailFolder {
  const { tenant, owner } = request;
  const id = freshItemId();
  const copy = { ...folder, id, key: id, parent, isWellKnown: false };
  const inside = foldersOf(tenant, owner.id).filter((one) => one.parent === folder.key);
  putFolder(tenant, copy);
  for (const message of tenant.messagesOf(owner.id).filter((one) => one.folder === folder.key)) {
    copyMessage(tenant, message, id);
  }
  for (const child of inside) {
    copyWhole(request, child, id);
  }
  return copy;
}
