import { done, fields, pixels, statusOf, words } from './request-handler.ts';
import type { RequestHandler } from './request-handler.ts';

/** Going somewhere: links, places of the app, tabs, back. */
export const placeRequests: Record<string, RequestHandler> = {
  executeDeepLink: async ([address], host) =>
    statusOf(host.services.openLink(words(address) ?? ''), 'The link leads nowhere in the local Teams'),
  'pages.navigateToApp': async ([params], host) => {
    const place = fields(params);
    if (words(place['appId']) !== host.facts().teamsAppId) return [false, 'No app with this id is installed here'];
    host.services.openPlace({
      pageId: words(place['pageId']) ?? '',
      subPageId: words(place['subPageId']),
      chatId: words(place['chatId']),
    });
    return [true];
  },
  'pages.currentApp.navigateTo': async ([params], host) => {
    const place = fields(params);
    host.services.openPlace({
      pageId: words(place['pageId']) ?? '',
      subPageId: words(place['subPageId']),
      chatId: host.surface().chatId,
    });
    return [undefined];
  },
  'pages.currentApp.navigateToDefaultPage': async (_args, host) => {
    host.services.openPlace({ pageId: host.surface().pageId, subPageId: undefined, chatId: host.surface().chatId });
    return [undefined];
  },
  getTabInstances: async (_args, host) => [{ teamTabs: tabsOf(host.surface()) }],
  getMruTabInstances: async (_args, host) => [{ teamTabs: tabsOf(host.surface()) }],
  navigateToTab: async ([tab], host) => {
    const { entityId } = fields(tab);
    const here = host.surface();
    if (entityId !== here.pageId) return [false, 'The app has no such tab here'];
    host.services.openPlace({ pageId: here.pageId, subPageId: undefined, chatId: here.chatId });
    return [true];
  },
  // Deprecated, and only ever allowed within the domains the manifest names.
  navigateCrossDomain: async () => [false, 'The local Teams keeps a tab on the pages of its app'],
  shareDeepLink: ([subPageId, label], host) => {
    host.services.shareLink({ subPageId: words(subPageId) ?? '', label: words(label) ?? '' });
    return done;
  },
  navigateBack: async (_args, host) => {
    host.services.goBack();
    return [true];
  },
  'secondaryBrowser.open': async ([address], host) =>
    host.services.openLink(words(address) ?? '') ? [null] : [{ errorCode: 4000, message: 'Not an address' }],
};

function tabsOf(surface: { pageId: string }): readonly { tabName: string; entityId: string }[] {
  return [{ tabName: 'Duologue', entityId: surface.pageId }];
}

/** Dialogs, and what a dialog and its page say to each other. */
export const dialogRequests: Record<string, RequestHandler> = {
  'tasks.startTask': async ([info], host) => {
    const asked = fields(info);
    const end = await host.services.openDialog({
      url: words(asked['url']) ?? '',
      title: words(asked['title']) ?? 'Duologue',
      width: pixels(asked['width']) ?? 600,
      height: pixels(asked['height']) ?? 400,
    });
    return 'result' in end ? [undefined, end.result] : ['User cancelled/closed the task module.'];
  },
  'tasks.completeTask': ([result], host) => {
    host.services.closeDialog(result);
    return done;
  },
  'tasks.updateTask': ([info], host) => {
    const asked = fields(info);
    host.services.resizeDialog({ width: pixels(asked['width']), height: pixels(asked['height']) });
    return done;
  },
  'stageView.open': async ([params], host) => {
    const asked = fields(params);
    await host.services.openDialog({
      url: words(asked['contentUrl']) ?? '',
      title: words(asked['title']) ?? 'Duologue',
      width: 1040,
      height: 640,
    });
    return [null];
  },
  messageForParent: ([message], host) => {
    host.services.relay('messageForParent', message);
    return done;
  },
  messageForChild: ([message], host) => {
    host.services.relay('messageForChild', message);
    return done;
  },
};
