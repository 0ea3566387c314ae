import { extensionData, extensionInput, extensionName, extensionView } from '../calendar/extension.ts';
import { GraphError, badRequest, itemNotFound } from '../graph/error.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { created, jsonBody, noContent, ok, page, param, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import type { StoredMessage } from '../tenant/stored.ts';
import { READS, WRITES } from './mail-permissions.ts';
import { changeMessage } from './mailbox.ts';
import { findMessage } from './message-id.ts';

const PATH = '/messages/{message-id}/extensions';

/** Open extensions of one message: an application's own data on one copy of it, never sent to anybody else. */
export function graphMessageExtensions(router: GraphRouter): void {
  for (const way of ['', '/mailFolders/{mailFolder-id}']) {
    const one = `${way}${PATH}/{extension-id}`;
    router.mailbox('GET', `${way}${PATH}`, (request) => page(request, extensionViews(findMessage(request))), READS);
    router.mailbox('POST', `${way}${PATH}`, addExtension, WRITES);
    router.mailbox('GET', one, (request) => ok(selected(request, extensionView(...named(request)))), READS);
    router.mailbox('PATCH', one, patchExtension, WRITES);
    router.mailbox('DELETE', one, removeExtension, WRITES);
  }
}

/** A message's extensions as Graph writes them. */
export function extensionViews({ extensions = {} }: StoredMessage): Json[] {
  return Object.entries(extensions).map(([name, data]) => extensionView(name, data));
}

function named(request: GraphRequest): [name: string, data: Json] {
  const wanted = extensionName(param(request, 'extension-id')).toLowerCase();
  const found = Object.entries(findMessage(request).extensions ?? {}).find(([name]) => name.toLowerCase() === wanted);
  if (found === undefined) {
    throw itemNotFound();
  }
  return found;
}

function addExtension(request: GraphRequest): Answer {
  const { extensions = {}, ...message } = findMessage(request);
  const [name, data] = extensionInput(jsonBody(request));
  if (Object.keys(extensions).some((one) => one.toLowerCase() === name.toLowerCase())) {
    throw new GraphError(409, 'ErrorItemExists', `An extension named '${name.slice(0, 100)}' is there already.`);
  }
  changeMessage(request.tenant, message, { extensions: { ...extensions, [name]: data } });
  return created(extensionView(name, data));
}

/** What is named changes, what is null goes, the rest stays. */
function patchExtension(request: GraphRequest): Answer {
  const { extensions = {}, ...message } = findMessage(request);
  const [name, before] = named(request);
  const body = jsonBody(request);
  if (body['extensionName'] !== undefined && body['extensionName'] !== name) {
    throw badRequest('The name of an extension cannot be changed.', 'ErrorInvalidProperty');
  }
  const kept = Object.entries({ ...before, ...extensionData(body) }).filter(([, value]) => value !== null);
  const data = Object.fromEntries(kept);
  changeMessage(request.tenant, message, { extensions: { ...extensions, [name]: data } });
  return ok(extensionView(name, data));
}

function removeExtension(request: GraphRequest): Answer {
  const { extensions = {}, ...message } = findMessage(request);
  const [name] = named(request);
  const kept = Object.entries(extensions).filter(([one]) => one !== name);
  changeMessage(request.tenant, message, { extensions: Object.fromEntries(kept) });
  return noContent();
}
