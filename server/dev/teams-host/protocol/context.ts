import type { HostFacts, Surface } from './surface.ts';

/**
 * The flat context that answers `getContext`; teams-js turns it into the nested one. `chat` and `meeting` exist for the app only
 * when their ids are given, so absent ids are left out altogether.
 */
export function flatContext(facts: HostFacts, surface: Surface): Record<string, unknown> {
  return {
    locale: facts.locale,
    theme: facts.theme,
    entityId: surface.pageId,
    frameContext: surface.frameContext,
    userObjectId: facts.person.id,
    userPrincipalName: facts.person.userPrincipalName,
    loginHint: facts.person.userPrincipalName,
    userDisplayName: facts.person.displayName,
    tid: facts.tenantId,
    hostName: surface.chatId === undefined ? facts.hostName : 'Teams',
    hostClientType: facts.hostClientType,
    ringId: 'general',
    sessionId: facts.sessionId,
    appSessionId: `${facts.sessionId}-app`,
    appLaunchId: `${facts.sessionId}-launch`,
    appId: facts.teamsAppId,
    isFullScreen: false,
    isMultiWindow: false,
    isBackgroundLoad: false,
    userLicenseType: 'Unknown',
    tenantSKU: 'enterprise',
    osLocaleInfo: { platform: 'windows', regionalFormat: facts.locale, shortDate: 'dd/MM/yyyy', shortTime: 'HH:mm' },
    ...given('subEntityId', surface.subPageId),
    ...given('chatId', surface.chatId),
    ...given('meetingId', surface.meetingId),
  };
}

function given(key: string, value: string | undefined): Record<string, string> {
  return value === undefined || value === '' ? {} : { [key]: value };
}
