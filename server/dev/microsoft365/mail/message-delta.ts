import { GraphError } from '../graph/error.ts';
import type { GraphSlice } from '../graph/openapi.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { ok, param, preference, queryOptions, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { freshGuid } from '../tenant/identifiers.ts';
import type { StoredMessage } from '../tenant/stored.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { findFolder } from './folder.ts';
import { READS_BASIC } from './mail-permissions.ts';
import { usualMessageId } from './message-id.ts';
import { messagesIn } from './message-routes.ts';
import { MESSAGE_EXPANDABLE, messageView } from './message-view.ts';

/** Where a reader of changes stands: which folder and query it follows, and which versions it was sent. */
interface Reader {
  folder: string;
  query: string;
  /** By the message's lasting id: the version sent, and the id it had then. */
  seen: ReadonlyMap<string, { version: number; sentAs: string }>;
}

/** Readers remembered; the oldest have to begin again. */
const MOST_READERS = 1000;
const PAGE_SIZE = 10;
const NOT_FOLLOWED = ['$search', '$skip', '$count'];
const readersOf = new WeakMap<Tenant, Map<string, Reader>>();

/** What changed in a mail folder since a reader last asked: new and changed messages, and those that went away. */
export function graphMessageDelta(router: GraphRouter, slice: GraphSlice): void {
  for (const way of ['', '/mailFolders/{mailFolder-id}']) {
    router.mailbox(
      'GET',
      `${way}/messages/delta`,
      (request) => delta({ ...request, shape: slice.shape('message') }),
      READS_BASIC,
    );
  }
}

function delta(request: GraphRequest): Answer {
  const reader = openReader(request) ?? newReader(request);
  const followed = { ...request, query: new URLSearchParams(reader.query) };
  const { filter } = queryOptions(followed);
  const wanted = messagesIn(request).filter(
    (one) => filter === null || reader.seen.has(one.id) || filter.matches(messageView(followed, one)),
  );
  const now = new Set(wanted.map((one) => one.id));
  const changed = wanted.filter((one) => reader.seen.get(one.id)?.version !== versionOf(one));
  const gone = [...reader.seen].filter(([id]) => !now.has(id));
  const size = pageSize(followed);
  const sent = changed.slice(0, size);
  const isLast = sent.length === changed.length;
  const seen = new Map(reader.seen);
  for (const message of sent) {
    seen.set(message.id, { version: versionOf(message), sentAs: idFor(followed, message) });
  }
  for (const [id] of isLast ? gone : []) {
    seen.delete(id);
  }
  const token = remember(request.tenant, { ...reader, seen });
  const link = `${request.graphBase}${request.path}?${isLast ? '$deltatoken' : '$skiptoken'}=${token}`;
  return ok({
    '@odata.context': `${request.graphBase}/$metadata#Collection(message)`,
    [isLast ? '@odata.deltaLink' : '@odata.nextLink']: link,
    value: [
      ...sent.filter((one) => isWantedChange(followed, reader, one)).map((one) => deltaView(followed, one)),
      ...(isLast ? gone : [])
        .filter(() => isWantedType(followed, 'deleted'))
        .map(([, { sentAs }]): Json => ({ '@removed': { reason: 'deleted' }, id: sentAs })),
    ],
  });
}

function deltaView(request: GraphRequest, message: StoredMessage): Json {
  const view = selected(request, messageView(request, message), MESSAGE_EXPANDABLE);
  return { '@odata.type': '#microsoft.graph.message', ...view };
}

function versionOf({ changeNumber, moves = 0 }: StoredMessage): number {
  return changeNumber + moves;
}

function idFor(request: GraphRequest, message: StoredMessage): string {
  const { id } = messageView(request, message);
  return typeof id === 'string' ? id : usualMessageId(message);
}

/** With `changeType` a reader only hears of messages that came, changed or went. */
function isWantedType(request: GraphRequest, type: 'created' | 'updated' | 'deleted'): boolean {
  const asked = request.query.get('changeType');
  return asked === null || asked.toLowerCase() === type;
}

function isWantedChange(request: GraphRequest, reader: Reader, message: StoredMessage): boolean {
  return isWantedType(request, reader.seen.has(message.id) ? 'updated' : 'created');
}

function pageSize(request: GraphRequest): number {
  const preferred = Number(preference(request, 'odata.maxpagesize') ?? Number.NaN);
  const asked = queryOptions(request).top ?? preferred;
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, 1000) : PAGE_SIZE;
}

function newReader(request: GraphRequest): Reader {
  const refused = [...request.query.keys()].find((name) => NOT_FOLLOWED.includes(name.toLowerCase()));
  if (refused !== undefined) {
    throw new GraphError(
      400,
      'ErrorInvalidUrlQuery',
      `The following parameters are not supported with change tracking over the 'Messages' resource: '${refused}'.`,
    );
  }
  queryOptions(request);
  return { folder: folderKey(request), query: request.query.toString(), seen: new Map() };
}

function openReader(request: GraphRequest): Reader | null {
  const token = request.query.get('$deltatoken') ?? request.query.get('$skiptoken');
  if (token === null) {
    return null;
  }
  const reader = readersOf.get(request.tenant)?.get(`${request.owner.id} ${token}`);
  if (reader?.folder !== folderKey(request)) {
    throw new GraphError(410, 'SyncStateNotFound', 'The sync state generation is not found; start again.');
  }
  return reader;
}

function folderKey(request: GraphRequest): string {
  const named = param(request, 'mailFolder-id');
  return `${request.owner.id} ${named === '' ? '' : findFolder(request, named).key}`;
}

function remember(tenant: Tenant, reader: Reader): string {
  const readers = readersOf.get(tenant) ?? new Map<string, Reader>();
  readersOf.set(tenant, readers);
  const token = freshGuid();
  readers.set(`${reader.folder.split(' ')[0] ?? ''} ${token}`, reader);
  const [oldest] = readers.keys();
  if (readers.size > MOST_READERS && oldest !== undefined) {
    readers.delete(oldest);
  }
  return token;
}
