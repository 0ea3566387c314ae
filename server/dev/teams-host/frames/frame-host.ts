import type { Host } from '../control/host-context.ts';
import { go } from '../control/route.ts';
import { settings } from '../control/settings.ts';
import type { FrameHost } from '../protocol/request-handler.ts';
import type { HostFacts, Surface } from '../protocol/surface.ts';
import type { FrameParts } from './frame-parts.ts';
import { personServices } from './person-services.ts';
import { openSignInWindow } from './sign-in-window.ts';
import { appToken, nestedAuth } from './token-services.ts';

const sessionId = crypto.randomUUID();

/** Everything a frame's requests are answered from, in these pages. */
export function frameHost(parts: FrameParts): FrameHost {
  return {
    surface: parts.surface,
    facts: () => factsOf(parts.host()),
    services: {
      appToken: () => appToken(parts.host()),
      nestedAuth: (request) => nestedAuth(parts.host(), request),
      openSignIn: (request) => openSignInWindow(request, parts, frameHost),
      endSignIn: (end) => parts.endSignIn?.(end),
      ...personServices(parts.host),
      tabConfig: () =>
        parts.tab?.config() ?? { entityId: parts.surface().pageId, contentUrl: tabAddress(parts.host()) },
      changeTabConfig: (config) => {
        if (parts.tab === undefined || URL.parse(config.contentUrl)?.origin !== parts.host().app.appOrigin)
          return false;
        parts.tab.change(config);
        return true;
      },
      tabValidity: (valid) => parts.tab?.validity(valid),
      tabSettled: (of, failure) => parts.tab?.settled(of, failure),
      meetingDetails: parts.meetingDetails,
      openLink: (address) => parts.host().openLink(address),
      openPlace: openPlace,
      shareLink: ({ subPageId, label }) => {
        shareLink(parts.host(), parts.surface(), subPageId, label);
      },
      openDialog: parts.openDialog,
      closeDialog: (result) => parts.closeDialog?.(result),
      resizeDialog: (size) => parts.resizeDialog?.(size),
      relay: (func, message) => {
        if (func === 'messageForChild') parts.relayToDialog?.(message);
        else parts.relayToParent?.(message);
      },
      loadState: parts.loadState,
      returnFocus,
      goBack: parts.goBack,
      readyToUnload: () => undefined,
    },
  };
}

/** What the host tells every frame, as the settings stand now. */
export function factsOf(host: Host): HostFacts {
  const { theme, locale, hostName, hostClientType, nestedAppAuth, isPhone } = settings();
  const { id, displayName, userPrincipalName } = host.session.person;
  return {
    person: { id, displayName, userPrincipalName },
    tenantId: host.session.tenantId,
    teamsAppId: host.app.teamsAppId,
    theme,
    locale,
    hostName,
    hostClientType: isPhone && hostClientType !== 'ios' ? 'android' : hostClientType,
    nestedAppAuth,
    sessionId,
  };
}

/** Where the manifest says the app's tabs are. */
export function tabAddress(host: Host): string {
  return `${host.app.appOrigin}/tab.html`;
}

/** Opens Duologue at a place: in a chat when one is named, in the personal tab otherwise. */
export function openPlace(place: { pageId: string; subPageId: string | undefined; chatId: string | undefined }): void {
  if (place.chatId !== undefined) go({ page: 'chat', chatId: place.chatId, tab: 'duologue', place: place.subPageId });
  else go({ page: 'duologue', pageId: place.pageId === '' ? 'home' : place.pageId, place: place.subPageId });
}

function shareLink(host: Host, surface: Surface, subPageId: string, label: string): void {
  const context = JSON.stringify({
    subEntityId: subPageId,
    ...(surface.chatId === undefined ? {} : { chatId: surface.chatId }),
  });
  const link = `https://teams.microsoft.com/l/entity/${host.app.teamsAppId}/${encodeURIComponent(surface.pageId)}?label=${encodeURIComponent(label)}&context=${encodeURIComponent(context)}`;
  void navigator.clipboard.writeText(link).then(
    () => {
      host.say('The link is on your clipboard', label);
    },
    () => {
      host.say('Here is the link', link);
    },
  );
}

/** Out of the app by keyboard: forwards to the top bar, backwards to the rail. */
function returnFocus(forward: boolean): void {
  document.querySelector<HTMLElement>(forward ? 'header button' : 'nav a[aria-current]')?.focus();
}
