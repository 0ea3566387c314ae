import { ChangeReaders } from '../graph/change-readers.ts';
import type { ChangeReader, Changing } from '../graph/change-readers.ts';
import { GraphError } from '../graph/error.ts';
import type { GraphSlice } from '../graph/openapi.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { ok, param, preference, queryOptions, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import type { StoredMessage } from '../tenant/stored.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { findFolder } from './folder.ts';
import { READS_BASIC } from './mail-permissions.ts';
import { messageId } from './message-id.ts';
import { messagesIn } from './message-routes.ts';
import { MESSAGE_EXPANDABLE, messageView } from './message-view.ts';

const PAGE_SIZE = 10;
const NOT_FOLLOWED = ['$search', '$skip', '$count'];
const readersOf = new WeakMap<Tenant, ChangeReaders>();

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
  const readers = readersOf.get(request.tenant) ?? new ChangeReaders();
  readersOf.set(request.tenant, readers);
  const followed = folderKey(request);
  const token = request.query.get('$deltatoken') ?? request.query.get('$skiptoken');
  const reader = token === null ? newReader(request) : readers.open(followed, token);
  const asked = { ...request, query: new URLSearchParams(reader.query) };
  const page = readers.next(followed, reader, messagesNow(asked, reader), pageSize(asked));
  const link = `${request.graphBase}${request.path}?${page.isLast ? '$deltatoken' : '$skiptoken'}=${page.token}`;
  return ok({
    '@odata.context': `${request.graphBase}/$metadata#Collection(message)`,
    [page.isLast ? '@odata.deltaLink' : '@odata.nextLink']: link,
    value: [
      ...page.sent
        .filter(({ isKnown }) => isWantedType(asked, isKnown ? 'updated' : 'created'))
        .map(({ one }) => deltaView(asked, one.item)),
      ...page.gone
        .filter(() => isWantedType(asked, 'deleted'))
        .map((id): Json => ({ '@removed': { reason: 'deleted' }, id })),
    ],
  });
}

/** The messages a reader follows, each with its version. */
function messagesNow(request: GraphRequest, reader: ChangeReader): Changing<StoredMessage>[] {
  const { filter } = queryOptions(request);
  return messagesIn(request)
    .filter((one) => filter === null || reader.seen.has(one.id) || filter.matches(messageView(request, one)))
    .map((item) => ({
      key: item.id,
      version: item.changeNumber + (item.moves ?? 0),
      sentAs: messageId(request, item),
      item,
    }));
}

function deltaView(request: GraphRequest, message: StoredMessage): Json {
  const view = selected(request, messageView(request, message), MESSAGE_EXPANDABLE);
  return { '@odata.type': '#microsoft.graph.message', ...view };
}

/** With `changeType` a reader only hears of messages that came, changed or went. */
function isWantedType(request: GraphRequest, type: 'created' | 'updated' | 'deleted'): boolean {
  const asked = request.query.get('changeType');
  return asked === null || asked.toLowerCase() === type;
}

function pageSize(request: GraphRequest): number {
  const preferred = Number(preference(request, 'odata.maxpagesize') ?? Number.NaN);
  const asked = queryOptions(request).top ?? preferred;
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, 1000) : PAGE_SIZE;
}

function newReader(request: GraphRequest): ChangeReader {
  const refused = [...request.query.keys()].find((name) => NOT_FOLLOWED.includes(name.toLowerCase()));
  if (refused !== undefined) {
    throw new GraphError(
      400,
      'ErrorInvalidUrlQuery',
      `The following parameters are not supported with change tracking over the 'Messages' resource: '${refused}'.`,
    );
  }
  queryOptions(request);
  return { query: request.query.toString(), seen: new Map() };
}

function folderKey(request: GraphRequest): string {
  const named = param(request, 'mailFolder-id');
  return `${request.owner.id} ${named === '' ? '' : findFolder(request, named).key}`;
}
