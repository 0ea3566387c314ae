import type { TeamsTab } from '@microsoft/microsoft-graph-types';
import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useHost } from '../control/host-context.ts';
import type { LocalApp } from '../control/local-api.ts';
import { followed } from '../control/queries.ts';
import type { Session } from '../control/session.ts';
import type { TabConfig } from '../protocol/host-services.ts';
import { askGraph, askGraphForAll } from './graph-client.ts';

/** A tab somebody set up in a chat. */
export interface ChatTab {
  readonly id: string;
  readonly name: string;
  readonly config: TabConfig;
}

/** The entity id of the tab the manifest pins to every chat the app is in. */
export const staticTabId = 'meeting';

/** The tabs set up in a chat, besides the one that is pinned by itself. */
export function useChatTabs(chatId: string, hasApp: boolean): UseQueryResult<ChatTab[]> {
  const { session } = useHost();
  return useQuery({
    queryKey: [followed, 'chat-tabs', session.person.id, chatId],
    queryFn: async () =>
      (await askGraphForAll<TeamsTab>(session, `chats/${encodeURIComponent(chatId)}/tabs`))
        .map(chatTab)
        .filter((tab) => tab.config.entityId !== staticTabId && tab.config.contentUrl !== ''),
    enabled: hasApp,
  });
}

function chatTab(tab: TeamsTab): ChatTab {
  const { contentUrl, entityId, websiteUrl, removeUrl } = tab.configuration ?? {};
  return {
    id: tab.id ?? '',
    name: tab.displayName ?? '',
    config: {
      contentUrl: contentUrl ?? '',
      entityId: entityId ?? undefined,
      websiteUrl: websiteUrl ?? undefined,
      removeUrl: removeUrl ?? undefined,
    },
  };
}

function boundTo(app: LocalApp): Record<string, string> {
  return { 'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${app.catalogAppId}` };
}

/** Puts the app into a chat; the tab its manifest names is pinned with it. @throws LocalProblem */
export async function addApp(session: Session, app: LocalApp, chatId: string): Promise<void> {
  const path = `chats/${encodeURIComponent(chatId)}/installedApps`;
  await askGraph(session, path, { method: 'POST', body: boundTo(app) });
}

/** Takes the app out of a chat. @throws LocalProblem */
export async function removeApp(session: Session, chatId: string): Promise<void> {
  const path = `chats/${encodeURIComponent(chatId)}/installedApps`;
  for (const { id } of await askGraphForAll<{ id: string }>(session, path))
    await askGraph(session, `${path}/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

/** Keeps a tab as its app set it up. @throws LocalProblem */
export async function addTab(session: Session, app: LocalApp, chatId: string, config: TabConfig): Promise<void> {
  const { suggestedDisplayName, entityId, contentUrl, websiteUrl, removeUrl } = config;
  await askGraph(session, `chats/${encodeURIComponent(chatId)}/tabs`, {
    method: 'POST',
    body: {
      ...boundTo(app),
      displayName: suggestedDisplayName ?? app.name,
      configuration: {
        entityId: entityId ?? '',
        contentUrl,
        websiteUrl: websiteUrl ?? null,
        removeUrl: removeUrl ?? null,
      },
    },
  });
}

/** Removes a tab. @throws LocalProblem */
export async function removeTab(session: Session, chatId: string, tabId: string): Promise<void> {
  await askGraph(session, `chats/${encodeURIComponent(chatId)}/tabs/${encodeURIComponent(tabId)}`, {
    method: 'DELETE',
  });
}
