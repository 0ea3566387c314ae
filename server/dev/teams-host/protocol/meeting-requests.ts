import { notSupported, sdkErrorCode } from './envelope.ts';
import { done, words } from './request-handler.ts';
import type { RequestHandler } from './request-handler.ts';

const noStage = {
  errorCode: sdkErrorCode.permissionDenied,
  message: 'The app does not name meetingStage among the contexts of its tab',
} as const;

/** What an app may ask about the meeting it stands in. The one-to-one app keeps off the shared stage, so sharing there is refused. */
export const meetingRequests: Record<string, RequestHandler> = {
  'meeting.getMeetingDetails': async (_args, host) => {
    const details = await host.services.meetingDetails();
    return details === undefined
      ? [{ errorCode: sdkErrorCode.internal, message: 'This frame is in no meeting' }, null]
      : [null, details];
  },
  'meeting.getAppContentStageSharingCapabilities': async () => [null, { doesAppHaveSharePermission: false }],
  'meeting.getAppContentStageSharingState': async () => [null, { isAppSharing: false }],
  'meeting.shareAppContentToStage': async () => [noStage, null],
  'meeting.stopSharingAppContentToStage': async () => [noStage, null],
  'meeting.appShareButton.setOptions': () => done,
  'meeting.joinMeeting': async ([wish], host) => {
    const address = words((wish as { joinWebUrl?: unknown } | undefined)?.joinWebUrl) ?? '';
    return host.services.openLink(address)
      ? [null, undefined]
      : [{ errorCode: sdkErrorCode.invalidArguments, message: 'No meeting has this link' }];
  },
  getIncomingClientAudioState: async () => [null, false],
  toggleIncomingClientAudio: async () => [null, true],
  'meeting.getLiveStreamState': async () => [null, { isStreaming: false }],
  'meeting.requestStartLiveStreaming': async () => [notSupported('live streaming'), null],
  'meeting.requestStopLiveStreaming': async () => [notSupported('live streaming'), null],
};
