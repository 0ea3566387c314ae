import { logMessage } from '../control/message-log.ts';
import { onSettingsChange } from '../control/settings.ts';
import { flatContext } from '../protocol/context.ts';
import { hostEvent, readRequest, replyTo, sdkErrorCode } from '../protocol/envelope.ts';
import type { HostEvent, HostReply } from '../protocol/envelope.ts';
import { answerRequest, isKnown } from '../protocol/host-bridge.ts';
import type { FrameHost } from '../protocol/request-handler.ts';
import { registerFrame } from './frame-registry.ts';

/** A live line to one frame of the app. */
export interface FrameLine {
  readonly send: (event: HostEvent) => void;
  /** Whether the app asked to hear of an event of this name. */
  readonly hears: (event: string) => boolean;
  readonly close: () => void;
}

/** Joins a frame's window to the host; call it before the frame gets its address. Theme and language changes are passed on. */
export function connectFrame(frame: Window, origin: string, name: string, host: FrameHost): FrameLine {
  const heard = new Set<string>();
  const post = (message: HostReply | HostEvent, func: string): void => {
    logMessage({ from: 'host', frame: name, func, args: message.args, known: true });
    frame.postMessage(message, origin);
  };

  const receive = (message: unknown): void => {
    const request = readRequest(message);
    if (request === undefined) return;
    if (request.func === 'registerHandler') heard.add(String(request.args[0]));
    logMessage({
      from: 'app',
      frame: name,
      func: request.func,
      args: request.data ?? request.args,
      known: isKnown(request.func),
    });
    answerRequest(request, host)
      .catch((cause: unknown) => [{ errorCode: sdkErrorCode.internal, message: String(cause) }])
      .then((args) => {
        if (args !== undefined) post(replyTo(request, args), request.func);
      })
      .catch(reportError);
  };

  let told = host.facts();
  const stopSettings = onSettingsChange(() => {
    const now = host.facts();
    if (now.theme !== told.theme) post(hostEvent('themeChange', now.theme), 'themeChange');
    if (now.theme !== told.theme || now.locale !== told.locale) {
      if (heard.has('contextChange'))
        post(hostEvent('contextChange', flatContext(now, host.surface())), 'contextChange');
    }
    told = now;
  });

  const stopFrame = registerFrame(frame, { origin, receive });
  return {
    send: (event) => {
      post(event, event.func);
    },
    hears: (event) => heard.has(event),
    close: () => {
      stopSettings();
      stopFrame();
    },
  };
}
