/** What `meeting.getMeetingDetails` tells an app. */
export interface MeetingDetails {
  readonly details: {
    readonly id: string;
    readonly joinUrl: string;
    readonly title: string;
    readonly scheduledStartTime: string;
    readonly scheduledEndTime: string;
    readonly type: 'scheduled' | 'recurring';
  };
  readonly conversation: { readonly id: string };
  readonly organizer: { readonly id: string; readonly tenantId: string };
}

/** The chat a Teams join link leads to; undefined when the address is no join link. */
export function chatIdFromJoinUrl(joinUrl: string): string | undefined {
  return /\/l\/meetup-join\/([^/?]+)/.exec(joinUrl)?.[1]?.replace(/%3a/gi, ':').replace(/%40/g, '@');
}

/** The id of a chat's meeting as Teams puts it in an app's context: the chat's id, wrapped and in base64. It is not the id Graph gives an online meeting. */
export function contextMeetingId(chatId: string): string {
  return btoa(`0#${chatId}#0`);
}
