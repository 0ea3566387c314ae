/** A request from an app's frame, as teams-js 2.58 posts it to its parent window. */
export interface AppRequest {
  readonly id: number;
  readonly uuid: string | undefined;
  readonly func: string;
  readonly args: readonly unknown[];
  /** Only nested app authentication uses this; everything else travels in `args`. */
  readonly data: string | undefined;
}

/** An answer to one request; teams-js finds the request by uuid, else by number. */
export interface HostReply {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly args: readonly unknown[];
  readonly monotonicTimestamp: number;
}

/** Something the host says unasked; it must carry no number, or teams-js takes it for a reply. */
export interface HostEvent {
  readonly func: string;
  readonly args: readonly unknown[];
}

/** Why the host says no, in the numbers teams-js knows. */
export interface SdkError {
  readonly errorCode: number;
  readonly message: string;
}

/** The numbers of `SdkError` this host uses. */
export const sdkErrorCode = {
  notSupportedOnPlatform: 100,
  internal: 500,
  permissionDenied: 1000,
  invalidArguments: 4000,
  userAbort: 8000,
} as const;

/** Reads a posted message as an app's request; undefined when it is something else. The first request's number is 0. */
export function readRequest(message: unknown): AppRequest | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { id, func, args, data, uuidAsString } = message as Record<string, unknown>;
  if (typeof id !== 'number' || typeof func !== 'string' || func === '') return undefined;
  return {
    id,
    uuid: typeof uuidAsString === 'string' ? uuidAsString : undefined,
    func,
    args: Array.isArray(args) ? (args as unknown[]) : [],
    data: typeof data === 'string' ? data : undefined,
  };
}

/** The reply to a request, matched by both its number and its uuid. */
export function replyTo(request: AppRequest, args: readonly unknown[]): HostReply {
  return {
    id: request.id,
    ...(request.uuid === undefined ? {} : { uuidAsString: request.uuid }),
    args,
    monotonicTimestamp: performance.now() + performance.timeOrigin,
  };
}

/** An event of the host, such as a new theme. */
export function hostEvent(func: string, ...args: readonly unknown[]): HostEvent {
  return { func, args };
}

/** The host's plain no to a function it does not have; newer calls of teams-js then reject instead of waiting. */
export function notSupported(func: string): SdkError {
  return { errorCode: sdkErrorCode.notSupportedOnPlatform, message: `The local Teams has no ${func}` };
}
