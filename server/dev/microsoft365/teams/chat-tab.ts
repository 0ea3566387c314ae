import { badRequest } from '../graph/error.ts';
import { appView } from './catalog-app.ts';
import type { GraphRequest, Json } from '../graph/request.ts';
import { bodyValue } from '../graph/request.ts';
import { freshGuid } from '../tenant/identifiers.ts';
import type { StoredChat } from '../tenant/stored.ts';
import type { RegisteredApp } from '../tenant/tenant.ts';

type Tab = StoredChat['tabs'][number];

/** The tab a manifest pins to a chat by itself. */
export function staticTab(app: RegisteredApp): Tab {
  return {
    id: freshGuid(),
    displayName: app.name,
    catalogAppId: app.catalogAppId,
    entityId: null,
    contentUrl: null,
    websiteUrl: null,
    removeUrl: null,
  };
}

/**
 * Reads a tab as a request sends it.
 * @throws GraphError 400 for a name or an address where the manifest has its own, and without them where it has none
 */
export function tabInput(body: Json, app: RegisteredApp): Tab {
  if (app.chatTab !== 'configurable') {
    if (body['displayName'] !== undefined || body['configuration'] !== undefined) {
      throw badRequest('A static tab takes its displayName and configuration from the manifest.', 'BadRequest');
    }
    return staticTab(app);
  }
  const text = (path: string) => {
    const value = bodyValue(body, path);
    return typeof value === 'string' ? value : null;
  };
  const displayName = text('displayName');
  const contentUrl = text('configuration/contentUrl');
  if (displayName === null || contentUrl === null) {
    throw badRequest('A tab needs a displayName and a configuration with a contentUrl.', 'BadRequest');
  }
  return {
    id: freshGuid(),
    displayName,
    catalogAppId: app.catalogAppId,
    entityId: text('configuration/entityId'),
    contentUrl,
    websiteUrl: text('configuration/websiteUrl'),
    removeUrl: text('configuration/removeUrl'),
  };
}

/** A tab as Graph writes it. */
export function tabView(request: GraphRequest, tab: Tab): Json {
  return {
    id: tab.id,
    displayName: tab.displayName,
    webUrl: `https://teams.microsoft.com/l/entity/${tab.catalogAppId}/${encodeURIComponent(tab.entityId ?? tab.id)}`,
    configuration: {
      entityId: tab.entityId,
      contentUrl: tab.contentUrl,
      websiteUrl: tab.websiteUrl,
      removeUrl: tab.removeUrl,
    },
    teamsApp: appView(request.tenant.apps),
  };
}
