// @vitest-environment jsdom
import { randomUUID } from 'node:crypto';
import type * as teamsJs from '@microsoft/teams-js';
import { expect, test, vi } from 'vitest';
import { readRequest } from '#server/dev/teams-host/protocol/envelope.ts';
import { answerRequest } from '#server/dev/teams-host/protocol/host-bridge.ts';
import type { HostServices } from '#server/dev/teams-host/protocol/host-services.ts';
import { facts, freshWindow, openApp, sidePanel } from './open-app.ts';

freshWindow();

test('teams-js starts and learns who is here, where it is shown and how', async () => {
  const { teams } = await openApp(sidePanel);
  const context = await teams.app.getContext();
  expect(context).toMatchObject({
    app: { theme: 'dark', locale: 'en-gb', host: { name: 'Teams', clientType: 'web' } },
    page: { id: 'meeting', frameContext: 'sidePanel' },
    user: { id: 'priya-oid', userPrincipalName: 'priya@example.org', tenant: { id: facts.tenantId } },
    chat: { id: '19:chat@thread.v2' },
    meeting: { id: 'bWVldGluZw==' },
  });
});

test('a personal tab has no chat and no meeting, and goes where the link says', async () => {
  const { teams } = await openApp({ frameContext: 'content', pageId: 'home', subPageId: 'record/7' });
  const context = await teams.app.getContext();
  expect([context.chat, context.meeting, context.page.subPageId]).toEqual([undefined, undefined, 'record/7']);
});

test.each([true, false])(
  'nested app authentication is recommended and its bridge present only when switched on: %s',
  async (on) => {
    const { teams } = await openApp(sidePanel, {}, { nestedAppAuth: on });
    expect([teams.nestedAppAuth.isNAAChannelRecommended(), 'nestedAppAuthBridge' in window]).toEqual([on, on]);
  },
);

test('getAuthToken gives the token, or the word of the refusal', async () => {
  const { teams } = await openApp(sidePanel, { appToken: async () => ({ ok: true, token: 'a.b.c' }) });
  expect(await teams.authentication.getAuthToken()).toBe('a.b.c');
  const refused = await openApp(sidePanel, {
    appToken: async () => ({ ok: false, reason: 'resourceRequiresConsent' }),
  });
  await expect(refused.teams.authentication.getAuthToken()).rejects.toThrow('resourceRequiresConsent');
});

test('an app in a meeting gets the details, elsewhere an error', async () => {
  const details = {
    details: {
      id: 'm',
      joinUrl: 'https://teams.microsoft.com/l/meetup-join/x',
      title: 'One-to-one',
      scheduledStartTime: '2026-11-26T10:00:00Z',
      scheduledEndTime: '2026-11-26T10:45:00Z',
      type: 'recurring' as const,
    },
    conversation: { id: '19:chat@thread.v2' },
    organizer: { id: 'priya-oid', tenantId: facts.tenantId },
  };
  const { teams } = await openApp(sidePanel, { meetingDetails: async () => details });
  expect(await teams.meeting.getMeetingDetailsVerbose()).toEqual(details);
  const outside = await openApp({ frameContext: 'content', pageId: 'home' }, { meetingDetails: async () => undefined });
  await expect(outside.teams.meeting.getMeetingDetailsVerbose()).rejects.toThrow('500');
});

test('an app says how far it is, and success is answered', async () => {
  const { teams, seen } = await openApp(sidePanel);
  teams.app.notifyAppLoaded();
  await teams.app.notifySuccess();
  teams.app.notifyFailure({ reason: teams.app.FailedReason.AuthFailed, message: 'No token came' });
  await vi.waitFor(() => {
    expect(seen).toEqual([
      'loadState {"state":"loaded"}',
      'loadState {"state":"ready"}',
      'loadState {"state":"failed","reason":"AuthFailed","message":"No token came"}',
    ]);
  });
});

test('navigating to another place of the app goes there, to another app is refused', async () => {
  const { teams, seen } = await openApp(sidePanel);
  await teams.pages.navigateToApp({ appId: facts.teamsAppId, pageId: 'home', subPageId: 'people' });
  expect(seen).toEqual(['openPlace {"pageId":"home","subPageId":"people"}']);
  const elsewhere = { appId: '99999999-9999-4999-8999-999999999999', pageId: 'home' };
  await expect(teams.pages.navigateToApp(elsewhere)).rejects.toThrow('No app with this id is installed here');
});

test('a link that leads nowhere rejects', async () => {
  const { teams } = await openApp(sidePanel, { openLink: () => false });
  await expect(teams.app.openLink('https://teams.microsoft.com/l/nowhere')).rejects.toThrow('leads nowhere');
});

test('a dialog gives its result to the page that opened it, or says that the person closed it', async () => {
  const opens = { openDialog: async () => ({ result: 'chosen' }) };
  const { teams } = await openApp(sidePanel, opens);
  const asked = { url: 'https://example.org/dialog', title: 'Choose', size: { height: 200, width: 300 } };
  const outcome = (from: typeof teamsJs): Promise<unknown> =>
    new Promise((resolve) => {
      from.dialog.url.open(asked, (answer) => {
        resolve({ err: answer.err, result: answer.result });
      });
    });
  expect(await outcome(teams)).toEqual({ err: undefined, result: 'chosen' });
  const closed = await openApp(sidePanel, { openDialog: async () => ({ closedByPerson: true }) });
  expect(await outcome(closed.teams)).toMatchObject({ err: expect.stringContaining('closed') as string });
});

test('a function this host does not have is refused at once, not left waiting', async () => {
  const request = readRequest({ id: 0, func: 'sharing.history.getContent', args: [], uuidAsString: randomUUID() });
  if (request === undefined) throw new Error('a request numbered 0 is a request');
  const host = { facts: () => facts, surface: () => sidePanel, services: {} as HostServices };
  expect(await answerRequest(request, host)).toMatchObject([{ errorCode: 100 }]);
  expect(await answerRequest({ ...request, func: 'constructor' }, host)).toMatchObject([{ errorCode: 100 }]);
  // Its caller reads a yes or no first, so an error in that place would pass for a yes.
  const { teams } = await openApp(sidePanel);
  await expect(teams.authentication.getUser()).rejects.toThrow();
});
