import { actorOf } from '../calendar/event-routes.ts';
import { GraphError } from '../graph/error.ts';
import type { Answer, GraphRequest } from '../graph/request.ts';
import { created, jsonBody, noContent, ok, page, param, selected, textValue } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import type { StoredChat } from '../tenant/stored.ts';
import { boundApp } from './catalog-app.ts';
import { findChat } from './chat-routes.ts';
import { tabInput, tabView } from './chat-tab.ts';

const READS = { delegated: ['TeamsTab.Read.All'], application: ['TeamsTab.Read.All'] };

/** The tabs of a chat. */
export function graphTabs(router: GraphRouter): void {
  router.at('GET', '/chats/{chat-id}/tabs', (request) =>
    page(
      request,
      findChat(request).tabs.map((tab) => tabView(request, tab)),
      { pageSize: 100, expandable: ['teamsApp'] },
    ),
  );
  router.at('POST', '/chats/{chat-id}/tabs', addTab);
  router.at(
    'GET',
    '/chats/{chat-id}/tabs/{teamsTab-id}',
    (request) => ok(selected(request, tabView(request, findTab(request).tab), ['teamsApp'])),
    READS,
  );
  router.at('PATCH', '/chats/{chat-id}/tabs/{teamsTab-id}', renameTab);
  router.at('DELETE', '/chats/{chat-id}/tabs/{teamsTab-id}', removeTab);
}

function findTab(request: GraphRequest): { chat: StoredChat; tab: StoredChat['tabs'][number] } {
  const chat = findChat(request);
  const tab = chat.tabs.find((one) => one.id === param(request, 'teamsTab-id'));
  if (tab === undefined) throw new GraphError(404, 'NotFound', 'The tab was not found.');
  return { chat, tab };
}

function addTab(request: GraphRequest): Answer {
  const { tenant } = request;
  const chat = findChat(request);
  const app = boundApp(request);
  if (!chat.installations.some((one) => one.catalogAppId === app.catalogAppId)) {
    throw new GraphError(403, 'Forbidden', 'The app must be installed in the chat before a tab can be added.');
  }
  const tab = tabInput(jsonBody(request), app);
  if (app.chatTab !== 'configurable' && chat.tabs.some((one) => one.catalogAppId === app.catalogAppId)) {
    throw new GraphError(409, 'Conflict', 'The tab is already in the chat.');
  }
  tenant.chats.put(chat.id, { ...chat, tabs: [...chat.tabs, tab] });
  tenant.ledger.note({
    kind: 'tab-added',
    mailbox: null,
    by: actorOf(request),
    subject: tab.displayName,
    chatId: chat.id,
    detail: tab.entityId ?? '',
  });
  return created(tabView(request, tab));
}

function renameTab(request: GraphRequest): Answer {
  const { chat, tab } = findTab(request);
  const displayName = textValue(jsonBody(request), 'displayName');
  if (request.tenant.apps.chatTab !== 'configurable' || displayName === undefined || displayName === '') {
    throw new GraphError(400, 'BadRequest', 'Only the displayName of a configurable tab can be changed.');
  }
  const renamed = { ...tab, displayName };
  request.tenant.chats.put(chat.id, { ...chat, tabs: chat.tabs.map((one) => (one === tab ? renamed : one)) });
  return ok(tabView(request, renamed));
}

function removeTab(request: GraphRequest): Answer {
  const { chat, tab } = findTab(request);
  request.tenant.chats.put(chat.id, { ...chat, tabs: chat.tabs.filter((one) => one !== tab) });
  request.tenant.ledger.note({
    kind: 'tab-removed',
    mailbox: null,
    by: actorOf(request),
    subject: tab.displayName,
    chatId: chat.id,
  });
  return noContent();
}
