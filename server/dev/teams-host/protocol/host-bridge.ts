import { appRequests, tabRequests } from './app-requests.ts';
import { notSupported } from './envelope.ts';
import type { AppRequest } from './envelope.ts';
import { meetingRequests } from './meeting-requests.ts';
import { peopleRequests } from './people-requests.ts';
import { dialogRequests, placeRequests } from './place-requests.ts';
import type { FrameHost, RequestHandler } from './request-handler.ts';

const handlers: Record<string, RequestHandler> = {
  ...appRequests,
  ...tabRequests,
  ...placeRequests,
  ...dialogRequests,
  ...meetingRequests,
  ...peopleRequests,
};

/** The functions of teams-js 2.58 that read a yes or no first and a reason after it, where an `SdkError` would pass for a yes. */
const saysYesOrNo =
  /^(authentication|externalAppAuthentication|externalAppCardActions|conversations|search|call|appInstallDialog|meetingRoom\.|teams\.)/;

/** Whether this host has a function of this name. */
export function isKnown(func: string): boolean {
  return Object.hasOwn(handlers, func);
}

/**
 * Answers one request of teams-js 2.58: the arguments of the reply, in the form the caller inside teams-js expects, or nothing for
 * a message that wants no answer. A function this host does not have gets `SdkError` 100, so that the app does not wait.
 */
export async function answerRequest(request: AppRequest, host: FrameHost): Promise<readonly unknown[] | undefined> {
  const { func } = request;
  const handler = isKnown(func) ? handlers[func] : undefined;
  if (handler !== undefined) return handler(request.args, host, request);
  const no = notSupported(func);
  return saysYesOrNo.test(func) ? [false, no.message] : [no];
}
