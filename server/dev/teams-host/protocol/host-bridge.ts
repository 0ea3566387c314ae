import { flatContext } from './context.ts';
import { notSupported, sdkErrorCode } from './envelope.ts';
import type { AppRequest } from './envelope.ts';
import type { HostServices } from './host-services.ts';
import { initializeReply } from './runtime.ts';
import type { HostFacts, Surface } from './surface.ts';

/** Everything one frame's requests are answered from. */
export interface FrameHost {
  readonly facts: () => HostFacts;
  /** Asked each time: a tab kept in the background may come back to another place. */
  readonly surface: () => Surface;
  readonly services: HostServices;
}

type Handler = (
  args: readonly unknown[],
  host: FrameHost,
  request: AppRequest,
) => Promise<readonly unknown[] | undefined>;

/** Whether this host has a function of this name. */
export function isKnown(func: string): boolean {
  return Object.hasOwn(handlers, func);
}

/**
 * Answers one request of teams-js 2.58: the arguments of the reply, in the form the caller inside teams-js expects, or nothing for
 * a message that wants no answer. A function this host does not have gets `SdkError` 100, so that the app does not wait.
 */
export async function answerRequest(request: AppRequest, host: FrameHost): Promise<readonly unknown[] | undefined> {
  const handler = isKnown(request.func) ? handlers[request.func] : undefined;
  return handler === undefined ? [notSupported(request.func)] : handler(request.args, host, request);
}

const done = Promise.resolve(undefined);

const app: Record<string, Handler> = {
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
};

const signIn: Record<string, Handler> = {
  'authentication.getAuthToken': async (_args, host) => {
    const answer = await host.services.appToken();
    return answer.ok ? [true, answer.token] : [false, answer.reason];
  },
  'authentication.authenticate': async () => [false, 'CancelledByUser'],
  'nestedAppAuth.execute': async (_args, host, request) => [null, await host.services.nestedAuth(request.data ?? '')],
};

const places: Record<string, Handler> = {
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
  shareDeepLink: ([subPageId, label], host) => {
    host.services.shareLink({ subPageId: words(subPageId) ?? '', label: words(label) ?? '' });
    return done;
  },
  navigateBack: async (_args, host) => {
    host.services.goBack();
    return [true];
  },
  setFrameContext: () => done,
};

const dialogs: Record<string, Handler> = {
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
  messageForParent: ([message], host) => {
    host.services.relay('messageForParent', message);
    return done;
  },
  messageForChild: ([message], host) => {
    host.services.relay('messageForChild', message);
    return done;
  },
};

const meetings: Record<string, Handler> = {
  'meeting.getMeetingDetails': async (_args, host) => {
    const details = await host.services.meetingDetails();
    return details === undefined
      ? [{ errorCode: sdkErrorCode.internal, message: 'This frame is in no meeting' }, null]
      : [null, details];
  },
};

const handlers: Record<string, Handler> = { ...app, ...signIn, ...places, ...dialogs, ...meetings };

function statusOf(ok: boolean, reason: string): readonly unknown[] {
  return ok ? [true] : [false, reason];
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Dialog sizes come as pixels or as small, medium and large. */
function pixels(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return value === 'small' ? 300 : value === 'medium' ? 500 : value === 'large' ? 720 : undefined;
}
