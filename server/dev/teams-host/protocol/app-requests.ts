import { flatContext } from './context.ts';
import { done, fields, words } from './request-handler.ts';
import type { RequestHandler } from './request-handler.ts';
import { initializeReply } from './runtime.ts';

/** Starting, the context, how far the app has come, focus and signing in. */
export const appRequests: Record<string, RequestHandler> = {
  initialize: async (_args, host) => initializeReply(host.facts(), host.surface()),
  getContext: async (_args, host) => [flatContext(host.facts(), host.surface())],
  registerHandler: () => done,
  'appInitialization.appLoaded': (_args, host) => {
    host.services.loadState({ state: 'loaded' });
    return done;
  },
  'appInitialization.success': async (_args, host) => {
    host.services.loadState({ state: 'ready' });
    return [];
  },
  'appInitialization.failure': ([reason, message], host) => {
    host.services.loadState({ state: 'failed', reason: words(reason) ?? 'Other', message: words(message) ?? '' });
    return done;
  },
  // The app says it will work with less; the page stays as it is.
  'appInitialization.expectedFailure': (_args, host) => {
    host.services.loadState({ state: 'ready' });
    return done;
  },
  readyToUnload: (_args, host) => {
    host.services.readyToUnload();
    return done;
  },
  returnFocus: ([forward], host) => {
    host.services.returnFocus(forward === true);
    return done;
  },
  setFrameContext: () => done,
  'authentication.getAuthToken': async (_args, host) => {
    const answer = await host.services.appToken();
    return answer.ok ? [true, answer.token] : [false, answer.reason];
  },
  'authentication.authenticate': async ([url, width, height], host) => {
    const end = await host.services.openSignIn({
      url: words(url) ?? '',
      width: typeof width === 'number' ? width : 600,
      height: typeof height === 'number' ? height : 600,
    });
    return end.ok ? [true, end.result] : [false, end.reason];
  },
  'authentication.authenticate.success': ([result], host) => {
    host.services.endSignIn({ ok: true, result: words(result) ?? '' });
    return done;
  },
  'authentication.authenticate.failure': ([reason], host) => {
    host.services.endSignIn({ ok: false, reason: words(reason) ?? 'CancelledByUser' });
    return done;
  },
  'nestedAppAuth.execute': async (_args, host, request) => [null, await host.services.nestedAuth(request.data ?? '')],
  // The lifetime of what a page keeps in this browser is the browser's own affair.
  'webStorage.isWebStorageClearedOnUserLogOut': async () => [false],
  logMessage: () => done,
};

/** Setting up a tab of a chat or channel. */
export const tabRequests: Record<string, RequestHandler> = {
  'settings.getSettings': async (_args, host) => [host.services.tabConfig() ?? {}],
  'settings.setSettings': async ([config], host) => {
    const asked = fields(config);
    const contentUrl = words(asked['contentUrl']);
    if (contentUrl === undefined) return [false, 'A tab needs a contentUrl'];
    const ok = host.services.changeTabConfig({
      contentUrl,
      suggestedDisplayName: words(asked['suggestedDisplayName']),
      entityId: words(asked['entityId']),
      websiteUrl: words(asked['websiteUrl']),
      removeUrl: words(asked['removeUrl']),
    });
    return ok ? [true] : [false, 'A tab shows pages of its own app only'];
  },
  'settings.setValidityState': ([valid], host) => {
    host.services.tabValidity(valid === true);
    return done;
  },
  'settings.save.success': (_args, host) => {
    host.services.tabSettled('save', undefined);
    return done;
  },
  'settings.save.failure': ([reason], host) => {
    host.services.tabSettled('save', words(reason) ?? 'The app gave no reason');
    return done;
  },
  'settings.remove.success': (_args, host) => {
    host.services.tabSettled('remove', undefined);
    return done;
  },
  'settings.remove.failure': ([reason], host) => {
    host.services.tabSettled('remove', words(reason) ?? 'The app gave no reason');
    return done;
  },
};
