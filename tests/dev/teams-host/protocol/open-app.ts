import type * as teamsJs from '@microsoft/teams-js';
import { beforeEach } from 'vitest';
import { readRequest, replyTo } from '#server/dev/teams-host/protocol/envelope.ts';
import { answerRequest } from '#server/dev/teams-host/protocol/host-bridge.ts';
import type { HostServices } from '#server/dev/teams-host/protocol/host-services.ts';
import type { HostFacts, Surface } from '#server/dev/teams-host/protocol/surface.ts';

const origin = 'http://localhost:4365';
/** What the host says in these tests. */
export const facts: HostFacts = {
  person: { id: 'priya-oid', displayName: 'Priya Raman', userPrincipalName: 'priya@example.org' },
  tenantId: '11111111-1111-4111-8111-111111111111',
  teamsAppId: '33333333-3333-4333-8333-333333333333',
  theme: 'dark',
  locale: 'en-gb',
  hostName: 'Teams',
  hostClientType: 'web',
  nestedAppAuth: true,
  sessionId: 'session',
};
/** A meeting's side panel. */
export const sidePanel: Surface = {
  frameContext: 'sidePanel',
  pageId: 'meeting',
  chatId: '19:chat@thread.v2',
  meetingId: 'bWVldGluZw==',
};

/** An app that has started, what it asked its host to do, and a way for the host to say something unasked. */
export interface Opened {
  readonly teams: typeof teamsJs;
  readonly seen: string[];
  readonly tell: (func: string, ...args: readonly unknown[]) => void;
}

/** Unmodified teams-js in a window whose parent is our host, one message at a time as a browser would carry it. */
export async function openApp(
  surface: Surface,
  given: Partial<HostServices> = {},
  changed: Partial<HostFacts> = {},
): Promise<Opened> {
  const seen: string[] = [];
  const services = new Proxy(given, {
    get: (target, name) =>
      (Reflect.get(target, name) as unknown) ??
      ((value: unknown) => void seen.push(`${String(name)} ${JSON.stringify(value)}`)),
  }) as HostServices;
  const host = { facts: () => ({ ...facts, ...changed }), surface: () => surface, services };
  const say = (data: unknown): void => {
    const event = new MessageEvent('message', { data, origin });
    Object.defineProperty(event, 'source', { value: parent });
    window.dispatchEvent(event);
  };
  const parent = {
    closed: false,
    postMessage: (message: unknown) => {
      const request = readRequest(structuredClone(message));
      if (request === undefined) return;
      void answerRequest(request, host).then((args) => {
        if (args !== undefined) say(replyTo(request, args));
      });
    },
  };
  Object.defineProperty(window, 'opener', { value: parent, configurable: true });
  const teams = await import('@microsoft/teams-js');
  // It can be started once a page; a second page in one test starts it anew.
  teams.app._uninitialize();
  await teams.app.initialize([origin]);
  return {
    teams,
    seen,
    tell: (func, ...args) => {
      say({ func, args });
    },
  };
}

/** Begins each test without a bridge and without the network. */
export function freshWindow(): void {
  beforeEach(() => {
    Reflect.deleteProperty(window, 'nestedAppAuthBridge');
    // teams-js asks a server of Microsoft's for its list of origins as soon as it is loaded; it does without.
    globalThis.fetch = () => Promise.reject(new TypeError('no network in this test'));
  });
}
