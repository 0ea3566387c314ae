import { GraphError, badRequest } from '../graph/error.ts';
import type { GraphSlice } from '../graph/openapi.ts';
import type { PageRules } from '../graph/query-page.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import {
  countOf,
  created,
  jsonBody,
  noContent,
  ok,
  pageOf,
  param,
  queryOptions,
  selected,
  textValue,
} from '../graph/request.ts';
import type { GraphRouter, Handler } from '../graph/router.ts';
import type { StoredMessage } from '../tenant/stored.ts';
import { findFolder } from './folder.ts';
import { READS, READS_BASIC, WRITES } from './mail-permissions.ts';
import { changeMessage, copyMessage, moveMessage } from './mailbox.ts';
import { findMessage } from './message-id.ts';
import { marksInput, messageInput } from './message-input.ts';
import { checkMessageQuery } from './message-query.ts';
import { searchMessages } from './message-search.ts';
import { MESSAGE_EXPANDABLE, MESSAGE_PROBE, changeKeyOf, messageView } from './message-view.ts';
import { mimeOf } from './mime.ts';

const ONE = '/messages/{message-id}';

/** The messages of a mailbox and of each folder: listed, read, marked, moved, copied, deleted. */
export function graphMessages(router: GraphRouter, slice: GraphSlice): void {
  const typed =
    (handler: Handler): Handler =>
    (request) =>
      handler({ ...request, shape: slice.shape('message') });
  for (const way of ['', '/mailFolders/{mailFolder-id}']) {
    router.mailbox('GET', `${way}/messages`, typed(messagesPage), READS_BASIC);
    router.mailbox('GET', `${way}/messages/$count`, typed(messagesCount), READS_BASIC);
    router.mailbox(
      'GET',
      `${way}${ONE}`,
      typed((request) => ok(oneView(request, findMessage(request)))),
      READS_BASIC,
    );
    router.mailbox('GET', `${way}${ONE}/$value`, (request) => mimeAnswer(request), READS);
    router.mailbox(
      'PATCH',
      `${way}${ONE}`,
      typed((request) => patchMessage(request, slice)),
      WRITES,
    );
    router.mailbox('DELETE', `${way}${ONE}`, deleteMessage, WRITES);
    router.mailbox('POST', `${way}${ONE}/permanentDelete`, purgeMessage, WRITES);
    router.mailbox(
      'POST',
      `${way}${ONE}/move`,
      typed((request) => relocate(request, moveMessage)),
      WRITES,
    );
    router.mailbox(
      'POST',
      `${way}${ONE}/copy`,
      typed((request) => relocate(request, copyMessage)),
      WRITES,
    );
  }
}

/** Messages of the folder an address names, or of the whole mailbox, newest first. */
export function messagesIn(request: GraphRequest): StoredMessage[] {
  const named = param(request, 'mailFolder-id');
  const key = named === '' ? null : findFolder(request, named).key;
  const messages = request.tenant
    .messagesOf(request.owner.id)
    .filter((one) => (key === null ? one.folder !== 'recoverableitemsdeletions' : one.folder === key));
  return messages.toReversed().toSorted((one, other) => other.createdAt - one.createdAt);
}

function rules(request: GraphRequest): PageRules<StoredMessage> {
  return {
    probe: MESSAGE_PROBE,
    expandable: MESSAGE_EXPANDABLE,
    search: searchMessages,
    ...(queryOptions(request).search === null ? {} : { paging: 'token', largest: 1000 }),
  };
}

function messagesPage(request: GraphRequest): Answer {
  checkMessageQuery(request);
  return pageOf(request, messagesIn(request), (message) => messageView(request, message), rules(request));
}

function messagesCount(request: GraphRequest): Answer {
  checkMessageQuery(request);
  return countOf(request, messagesIn(request), (message) => messageView(request, message), rules(request));
}

function oneView(request: GraphRequest, message: StoredMessage): Json {
  return {
    '@odata.context': `${request.graphBase}/$metadata#users('${request.owner.id}')/messages/$entity`,
    ...selected(request, messageView(request, message), MESSAGE_EXPANDABLE),
  };
}

function mimeAnswer(request: GraphRequest): Answer {
  const bytes = Buffer.from(mimeOf(request.tenant, findMessage(request)));
  return { status: 200, raw: { contentType: 'text/plain', bytes } };
}

/** @throws GraphError 412 when the caller names another version than there is. */
function checkVersion(request: GraphRequest, message: StoredMessage): void {
  const wanted = request.header('if-match')?.replace(/^W\//, '').replaceAll('"', '').trim();
  if (wanted !== undefined && wanted !== '*' && wanted !== changeKeyOf(message)) {
    throw new GraphError(
      412,
      'ErrorIrresolvableConflict',
      "The send or update operation could not be performed because the change key passed in the request doesn't match the current change key for the item.",
    );
  }
}

function patchMessage(request: GraphRequest, slice: GraphSlice): Answer {
  const before = findMessage(request);
  checkVersion(request, before);
  const body = jsonBody(request);
  const change = before.isDraft ? messageInput(request, slice, body, before) : marksInput(slice, body, before);
  return ok(oneView(request, changeMessage(request.tenant, before, change)));
}

/** A deleted message goes into Deleted Items, and from there where only an administrator finds it. */
function deleteMessage(request: GraphRequest): Answer {
  const message = findMessage(request);
  checkVersion(request, message);
  const into = message.folder === 'deleteditems' ? 'recoverableitemsdeletions' : 'deleteditems';
  moveMessage(request.tenant, message, into);
  return noContent();
}

function purgeMessage(request: GraphRequest): Answer {
  moveMessage(request.tenant, findMessage(request), 'recoverableitemsdeletions');
  return noContent();
}

function relocate(request: GraphRequest, how: typeof moveMessage): Answer {
  const message = findMessage(request);
  const destination = textValue(request.body, 'destinationId');
  if (destination === undefined) {
    throw badRequest('The parameter DestinationId is missing.', 'ErrorInvalidParameter');
  }
  return created(oneView(request, how(request.tenant, message, findFolder(request, destination).key)));
}
