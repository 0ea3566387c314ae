import type { HostFacts, Surface } from './surface.ts';

/** What this host can do, which decides every `isSupported()` of teams-js (runtime version 4). */
export function runtimeConfig(facts: Pick<HostFacts, 'nestedAppAuth'>): string {
  return JSON.stringify({
    apiVersion: 4,
    isLegacyTeams: false,
    isNAAChannelRecommended: facts.nestedAppAuth,
    isDeeplyNestedAuthSupported: false,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    supports: {
      app: { notifySuccessResponse: {} },
      dialog: { url: { parentCommunication: {} }, update: {} },
      ...(facts.nestedAppAuth ? { nestedAppAuth: {} } : {}),
      pages: { backStack: {}, config: {}, currentApp: {}, tabs: {} },
      calendar: {},
      chat: {},
      clipboard: {},
      mail: {},
      people: {},
      secondaryBrowser: {},
      sharing: {},
      stageView: {},
      webStorage: {},
    },
  });
}

/**
 * The four arguments that answer `initialize`. The runtime stands fourth: teams-js looks for it third or fourth, but offers nested
 * app authentication only when it finds it fourth.
 */
export function initializeReply(facts: HostFacts, surface: Surface): readonly unknown[] {
  return [surface.frameContext, facts.hostClientType, '2.1.3', runtimeConfig(facts)];
}
