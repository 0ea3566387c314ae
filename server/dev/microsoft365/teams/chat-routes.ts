import { actorOf } from '../calendar/event-routes.ts';
import { GraphError } from '../graph/error.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { noContent, ok, page, param, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { freshGuid } from '../tenant/identifiers.ts';
import { graphInstant } from '../calendar/local-time.ts';
import { appView, boundApp } from './catalog-app.ts';
import { putSystemMessage } from './chat-message.ts';
import { staticTab } from './chat-tab.ts';
import type { StoredChat } from '../tenant/stored.ts';

/** Chats of meetings, who is in them, and which applications and tabs they hold. */
export function graphChats(router: GraphRouter): void {
  router.at('GET', '/chats/{chat-id}', (request) =>
    ok(selected(request, chatView(request, findChat(request)), ['members', 'installedApps', 'tabs'])),
  );
  router.at('GET', '/chats/{chat-id}/members', (request) =>
    page(
      request,
      findChat(request).memberIds.map((id) => memberView(request, id)),
      { pageSize: 100 },
    ),
  );
  router.at('GET', '/chats/{chat-id}/installedApps', (request) =>
    page(
      request,
      findChat(request).installations.map((one) => installationView(request, one)),
      { pageSize: 100, expandable: ['teamsApp', 'teamsAppDefinition'] },
    ),
  );
  router.at('POST', '/chats/{chat-id}/installedApps', installApp);
  router.at('DELETE', '/chats/{chat-id}/installedApps/{teamsAppInstallation-id}', (request) => {
    const { chat, installation } = findInstallation(request);
    request.tenant.chats.put(chat.id, {
      ...chat,
      installations: chat.installations.filter((one) => one !== installation),
      tabs: chat.tabs.filter((one) => one.catalogAppId !== installation.catalogAppId),
    });
    putSystemMessage(request, chat.id, { kind: 'app-removed', catalogAppId: installation.catalogAppId });
    request.tenant.ledger.note({
      kind: 'app-removed',
      mailbox: null,
      by: actorOf(request),
      subject: chat.topic,
      chatId: chat.id,
      detail: installation.catalogAppId,
    });
    return noContent();
  });
  router.at(
    'GET',
    '/chats/{chat-id}/installedApps/{teamsAppInstallation-id}',
    (request) =>
      ok(
        selected(request, installationView(request, findInstallation(request).installation), [
          'teamsApp',
          'teamsAppDefinition',
        ]),
      ),
    {
      delegated: ['TeamsAppInstallation.ReadForChat'],
      application: ['TeamsAppInstallation.ReadForChat.All'],
    },
  );
  router.at('POST', '/chats/{chat-id}/installedApps/{teamsAppInstallation-id}/upgrade', (request) => {
    findInstallation(request);
    return noContent();
  });
  router.at('GET', '/appCatalogs/teamsApps', (request) =>
    page(request, [appView(request.tenant.apps)], { pageSize: 100, expandable: ['appDefinitions'] }),
  );
}

/** The chat in the address. @throws GraphError 404 when there is none, 403 when a person asks who is not in it. */
export function findChat(request: GraphRequest): StoredChat {
  const chat = request.tenant.chats.get(param(request, 'chat-id'));
  if (chat === undefined) {
    throw new GraphError(404, 'NotFound', 'NotFound: the chat was not found.');
  }
  const { person } = request.caller;
  if (person !== null && !chat.memberIds.includes(person.id)) {
    throw new GraphError(403, 'Forbidden', 'The caller is not a member of the chat.');
  }
  return chat;
}

function installApp(request: GraphRequest): Answer {
  const { tenant } = request;
  const chat = findChat(request);
  const app = boundApp(request);
  if (chat.installations.some((one) => one.catalogAppId === app.catalogAppId)) {
    throw new GraphError(409, 'Conflict', 'The app is already installed in the chat.');
  }
  const id = Buffer.from(`1##${freshGuid()}`).toString('base64');
  tenant.chats.put(chat.id, {
    ...chat,
    installations: [...chat.installations, { id, catalogAppId: app.catalogAppId }],
    tabs: app.chatTab === 'configurable' ? chat.tabs : [...chat.tabs, staticTab(app)],
  });
  putSystemMessage(request, chat.id, { kind: 'app-added', catalogAppId: app.catalogAppId });
  tenant.ledger.note({
    kind: 'app-installed',
    mailbox: null,
    by: actorOf(request),
    subject: chat.topic,
    chatId: chat.id,
    detail: app.catalogAppId,
  });
  return {
    status: 201,
    headers: {
      Location: `${request.graphBase}/chats/${encodeURIComponent(chat.id)}/installedApps/${encodeURIComponent(id)}`,
    },
  };
}

function findInstallation(request: GraphRequest): {
  chat: StoredChat;
  installation: StoredChat['installations'][number];
} {
  const chat = findChat(request);
  const installation = chat.installations.find((one) => one.id === param(request, 'teamsAppInstallation-id'));
  if (installation === undefined) {
    throw new GraphError(404, 'NotFound', 'The app installation was not found.');
  }
  return { chat, installation };
}

function chatView(request: GraphRequest, chat: StoredChat): Json {
  return {
    '@odata.context': `${request.graphBase}/$metadata#chats/$entity`,
    id: chat.id,
    topic: chat.topic,
    createdDateTime: graphInstant(chat.createdAt),
    lastUpdatedDateTime: graphInstant(chat.createdAt),
    chatType: chat.chatType,
    webUrl: `https://teams.microsoft.com/l/chat/${encodeURIComponent(chat.id)}/0?tenantId=${request.tenant.id}`,
    tenantId: request.tenant.id,
    // Teams does not say which calendar event a meeting made through Outlook or Graph belongs to.
    onlineMeetingInfo:
      chat.joinUrl === null
        ? null
        : {
            calendarEventId: null,
            joinWebUrl: chat.joinUrl,
            organizer: { id: chat.organizerId, displayName: null, userIdentityType: 'aadUser' },
          },
    members: chat.memberIds.map((id) => memberView(request, id)),
    installedApps: chat.installations.map((one) => installationView(request, one)),
  };
}

function memberView(request: GraphRequest, personId: string): Json {
  const person = request.tenant.people.get(personId);
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    id: Buffer.from(`${personId}##member`).toString('base64'),
    roles: ['owner'],
    displayName: person?.displayName ?? null,
    userId: personId,
    email: person?.mail ?? null,
    tenantId: request.tenant.id,
    visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
  };
}

function installationView(request: GraphRequest, installation: StoredChat['installations'][number]): Json {
  return {
    id: installation.id,
    teamsApp: appView(request.tenant.apps),
    teamsAppDefinition: {
      id: Buffer.from(`1##${installation.catalogAppId}`).toString('base64'),
      teamsAppId: installation.catalogAppId,
      displayName: request.tenant.apps.name,
      version: '1.0.0',
      publishingState: 'published',
    },
  };
}
