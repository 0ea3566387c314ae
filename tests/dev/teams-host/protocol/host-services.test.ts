// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import type { Surface } from '#server/dev/teams-host/protocol/surface.ts';
import { freshWindow, openApp, sidePanel } from './open-app.ts';

freshWindow();

const personal: Surface = { frameContext: 'content', pageId: 'home' };
const settings: Surface = { frameContext: 'settings', pageId: 'new', chatId: '19:chat@thread.v2' };
const joinUrl = 'https://teams.microsoft.com/l/meetup-join/x';

test('a sign-in window gives its result, or the reason it was closed for', async () => {
  const openSignIn = vi.fn(async () => ({ ok: true, result: 'signed-in' }) as const);
  const { teams } = await openApp(personal, { openSignIn });
  const wish = { url: 'https://localhost/sign-in', width: 480, height: 520 };
  expect(await teams.authentication.authenticate(wish)).toBe('signed-in');
  expect(openSignIn).toHaveBeenCalledWith(wish);
  const closed = await openApp(personal, { openSignIn: async () => ({ ok: false, reason: 'CancelledByUser' }) });
  await expect(closed.teams.authentication.authenticate(wish)).rejects.toThrow('CancelledByUser');
});

test('the page inside a sign-in window says how it ended', async () => {
  // teams-js closes such a window a moment later; this one is needed for the next test.
  const closing = vi.spyOn(window, 'close').mockImplementation(() => undefined);
  const { teams, seen } = await openApp({ ...personal, frameContext: 'authentication' });
  teams.authentication.notifySuccess('a code');
  teams.authentication.notifyFailure('no account');
  await vi.waitFor(() => {
    expect(seen).toEqual(['endSignIn {"ok":true,"result":"a code"}', 'endSignIn {"ok":false,"reason":"no account"}']);
  });
  await vi.waitFor(() => {
    expect(closing).toHaveBeenCalledTimes(2);
  });
});

test('people are picked, and a closed picker rejects as the person’s own doing', async () => {
  const picked = [{ objectId: 'tomasz-oid', displayName: 'Tomasz', email: 'tomasz@example.org' }];
  const pickPeople = vi.fn(async () => picked);
  const { teams } = await openApp(personal, { pickPeople });
  expect(await teams.people.selectPeople({ title: 'Who', setSelected: ['a'], singleSelect: true })).toEqual(picked);
  expect(pickPeople).toHaveBeenCalledWith({ title: 'Who', chosenIds: ['a'], singleSelect: true });
  const closed = await openApp(personal, { pickPeople: async () => undefined });
  await expect(closed.teams.people.selectPeople()).rejects.toMatchObject({ errorCode: 8000 });
});

test('calendar and mail open for writing and reading', async () => {
  const { teams, seen } = await openApp(personal);
  await teams.calendar.composeMeeting({
    attendees: ['t@example.org'],
    subject: 'Rota',
    startTime: '2026-11-26T10:00Z',
  });
  await teams.calendar.openCalendarItem({ itemId: 'AAMk1' });
  await teams.mail.composeMail({
    type: teams.mail.ComposeMailType.New,
    toRecipients: ['t@example.org'],
    subject: 'Hi',
  });
  await teams.mail.composeMail({ type: teams.mail.ComposeMailType.Reply, itemid: 'AAMk2' });
  await teams.mail.openMailItem({ itemId: 'AAMk2' });
  expect(seen).toEqual([
    'composeMeeting {"attendees":["t@example.org"],"startTime":"2026-11-26T10:00Z","subject":"Rota","content":""}',
    'openEvent "AAMk1"',
    'composeMail {"kind":"new","to":["t@example.org"],"cc":[],"subject":"Hi","message":""}',
    'composeMail {"kind":"reply","itemId":"AAMk2","to":[],"cc":[],"subject":"","message":""}',
    'openMail "AAMk2"',
  ]);
});

test('a chat opens with somebody who has one, and rejects otherwise', async () => {
  const openChat = vi.fn(async (members: readonly string[]) => members.includes('t@example.org'));
  const { teams } = await openApp(personal, { openChat });
  await teams.chat.openChat({ user: 't@example.org', message: 'Hello' });
  expect(openChat).toHaveBeenCalledWith(['t@example.org'], 'Hello');
  await expect(teams.chat.openGroupChat({ users: ['nobody@example.org', 'x@example.org'] })).rejects.toThrow('no chat');
});

test('something is shared to a chat, or to nobody', async () => {
  const content = [{ type: 'URL' as const, url: 'https://example.org/x', message: 'Look', preview: true }];
  const shareWeb = vi.fn(async () => true);
  const { teams } = await openApp(personal, { shareWeb });
  await teams.sharing.shareWebContent({ content });
  expect(shareWeb).toHaveBeenCalledWith([{ url: 'https://example.org/x', message: 'Look' }]);
  const closed = await openApp(personal, { shareWeb: async () => false });
  await expect(closed.teams.sharing.shareWebContent({ content })).rejects.toMatchObject({ errorCode: 8000 });
});

test('what an app copies it can paste again', async () => {
  Object.defineProperty(navigator, 'clipboard', { value: {}, configurable: true });
  let kept = { mimeType: '', content: '' };
  const { teams } = await openApp(personal, {
    copy: async (copied) => {
      kept = copied;
    },
    paste: async () => kept,
  });
  // Deprecated since 2.54, and still asked for.
  const clipboard = teams.clipboard as {
    write: (blob: Blob) => Promise<void>;
    read: () => Promise<Blob>;
  };
  await clipboard.write(new Blob(['Alder Court'], { type: 'text/plain' }));
  expect(atob(kept.content)).toBe('Alder Court');
  const pasted = await clipboard.read();
  expect(pasted.type).toBe('text/plain');
  expect(pasted.size).toBe('Alder Court'.length);
});

test('a tab is set up: valid when the app says so, kept when the app says that it saved', async () => {
  const changed: unknown[] = [];
  const { teams, seen, tell } = await openApp(settings, {
    changeTabConfig: (config) => changed.push(config) > 0,
  });
  teams.pages.config.registerOnSaveHandler((saving) => {
    void teams.pages.config
      .setConfig({ contentUrl: 'http://localhost:3978/tab.html', entityId: 'rota', suggestedDisplayName: 'Rota' })
      .then(() => {
        saving.notifySuccess();
      });
  });
  teams.pages.config.setValidityState(true);
  tell('settings.save', {});
  await vi.waitFor(() => {
    expect(seen).toEqual(['tabValidity true', 'tabSettled "save"']);
  });
  expect(changed).toEqual([
    { contentUrl: 'http://localhost:3978/tab.html', entityId: 'rota', suggestedDisplayName: 'Rota' },
  ]);
});

test('an app that cannot save its tab says why, and a page that is not its own is refused', async () => {
  const failures: unknown[] = [];
  const { teams, tell } = await openApp(settings, {
    changeTabConfig: () => false,
    tabSettled: (_of, failure) => failures.push(failure),
  });
  await expect(teams.pages.config.setConfig({ contentUrl: 'https://elsewhere.example' })).rejects.toThrow('own app');
  teams.pages.config.registerOnSaveHandler((saving) => {
    saving.notifyFailure('No room');
  });
  tell('settings.save', {});
  await vi.waitFor(() => {
    expect(failures).toEqual(['No room']);
  });
});

test('a tab knows its own settings and the tabs beside it', async () => {
  const config = { entityId: 'home', contentUrl: 'http://localhost:3978/tab.html' };
  const { teams, seen } = await openApp(personal, { tabConfig: () => config });
  expect(await teams.pages.getConfig()).toEqual(config);
  const { teamTabs } = await teams.pages.tabs.getTabInstances();
  expect(teamTabs.map((tab) => tab.entityId)).toEqual(['home']);
  const [tab] = teamTabs;
  if (tab !== undefined) await teams.pages.tabs.navigateToTab(tab);
  expect(seen).toEqual(['openPlace {"pageId":"home"}']);
  await expect(teams.pages.tabs.navigateToTab({ tabName: 'x', entityId: 'x' })).rejects.toThrow('no such tab');
});

test('an app that keeps off the shared stage may not share there, and is told so', async () => {
  const { teams } = await openApp(sidePanel);
  const answer = (ask: (then: (error: unknown, value: unknown) => void) => void): Promise<unknown[]> =>
    new Promise((resolve) => {
      ask((error, value) => {
        resolve([error, value]);
      });
    });
  expect(await answer(teams.meeting.getAppContentStageSharingCapabilities)).toEqual([
    null,
    { doesAppHaveSharePermission: false },
  ]);
  expect(await answer(teams.meeting.getAppContentStageSharingState)).toEqual([null, { isAppSharing: false }]);
  const [error] = await answer((then) => {
    teams.meeting.shareAppContentToStage(then, 'https://example.org');
  });
  expect(error).toMatchObject({ errorCode: 1000 });
});

test('a meeting is joined by its link', async () => {
  const { teams } = await openApp(personal, { openLink: (address) => address === joinUrl });
  await teams.meeting.joinMeeting({ joinWebUrl: new URL(joinUrl) });
  const nowhere = { joinWebUrl: new URL('https://x.example') };
  await expect(teams.meeting.joinMeeting(nowhere)).rejects.toMatchObject({ errorCode: 4000 });
});

test('an app in a meeting hears of hands and reactions it listens for', async () => {
  const { teams, tell } = await openApp(sidePanel);
  const heard: unknown[] = [];
  teams.meeting.registerRaiseHandStateChangedHandler((event) => heard.push(event));
  teams.meeting.registerMeetingReactionReceivedHandler((event) => heard.push(event));
  tell('meeting.raiseHandStateChanged', { raiseHandState: { isHandRaised: true } });
  tell('meeting.meetingReactionReceived', { meetingReactionType: 'applause' });
  await vi.waitFor(() => {
    expect(heard).toEqual([{ raiseHandState: { isHandRaised: true } }, { meetingReactionType: 'applause' }]);
  });
});
