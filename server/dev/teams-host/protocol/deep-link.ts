/** Where a link leads inside the local Teams. */
export type LinkTarget =
  | {
      readonly kind: 'duologue';
      readonly pageId: string;
      readonly subPageId: string | undefined;
      readonly chatId: string | undefined;
    }
  | { readonly kind: 'meeting'; readonly joinUrl: string }
  | { readonly kind: 'elsewhere'; readonly url: string }
  | { readonly kind: 'refused'; readonly why: string };

/** The app whose links open here. */
export interface LinkedApp {
  readonly teamsAppId: string;
  readonly catalogAppId: string;
  readonly appOrigin: string;
}

const teamsHosts = new Set(['teams.microsoft.com', 'teams.cloud.microsoft']);

/**
 * Reads a link as Teams does: `/l/entity/{appId}/{pageId}?context={subEntityId, chatId}` opens the app there, `/l/meetup-join/` the
 * meeting, and a link to the app's own pages opens it in Teams at the part after `#`. Only http and https lead anywhere else.
 */
export function readLink(address: string, app: LinkedApp): LinkTarget {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return { kind: 'refused', why: 'This is not a complete address.' };
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:' && url.protocol !== 'msteams:') {
    return { kind: 'refused', why: `Teams does not open ${url.protocol} links.` };
  }
  if (url.origin === app.appOrigin) {
    return { kind: 'duologue', pageId: 'home', subPageId: placeInOwnPage(url), chatId: undefined };
  }
  if (!teamsHosts.has(url.hostname)) return { kind: 'elsewhere', url: url.href };
  const entity = /^\/l\/entity\/([^/]+)\/([^/]+)/.exec(url.pathname);
  if (entity !== null)
    return entityTarget(url, decodeURIComponent(entity[1] ?? ''), decodeURIComponent(entity[2] ?? ''), app);
  if (url.pathname.startsWith('/l/meetup-join/')) return { kind: 'meeting', joinUrl: url.href };
  return { kind: 'elsewhere', url: url.href };
}

function entityTarget(url: URL, appId: string, pageId: string, app: LinkedApp): LinkTarget {
  if (appId !== app.teamsAppId && appId !== app.catalogAppId) {
    return { kind: 'refused', why: `No app with the id ${appId} is installed here.` };
  }
  const context = linkContext(url.searchParams.get('context'));
  return {
    kind: 'duologue',
    pageId,
    subPageId: context['subEntityId'] ?? context['subPageId'],
    chatId: context['chatId'] ?? chatOf(context),
  };
}

function linkContext(text: string | null): Record<string, string> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

/** Links to a chat's tab carry the chat's id under `channelId` when `contextType` is `chat`. */
function chatOf(context: Record<string, string>): string | undefined {
  return context['contextType'] === 'chat' ? context['channelId'] : undefined;
}

function placeInOwnPage(url: URL): string | undefined {
  const place = url.hash.replace(/^#\/?/, '');
  return place === '' ? undefined : place;
}
