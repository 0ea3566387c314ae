/** The reactions of a meeting, as teams-js names them. */
export type Reaction = 'like' | 'heart' | 'applause' | 'laugh' | 'surprised';

/** What one shows the others in a meeting. */
export interface MeetingSignals {
  readonly isHandUp: boolean;
  readonly isMuted: boolean;
  readonly reaction: Reaction | undefined;
}

export const quietSignals: MeetingSignals = { isHandUp: false, isMuted: false, reaction: undefined };

/** A reaction as a picture. */
export const reactionSigns: Record<Reaction, string> = {
  like: '👍',
  heart: '❤️',
  applause: '👏',
  laugh: '😄',
  surprised: '😮',
};

/** What a change of signals is to an app that listens: the name of the event and its one argument. */
export function signalEvents(before: MeetingSignals, now: MeetingSignals): readonly [string, unknown][] {
  const events: [string, unknown][] = [];
  if (now.isHandUp !== before.isHandUp)
    events.push(['meeting.raiseHandStateChanged', { raiseHandState: { isHandRaised: now.isHandUp } }]);
  if (now.isMuted !== before.isMuted)
    events.push(['meeting.speakingStateChanged', { isSpeakingDetected: !now.isMuted }]);
  if (now.reaction !== undefined && now.reaction !== before.reaction)
    events.push(['meeting.meetingReactionReceived', { meetingReactionType: now.reaction }]);
  return events;
}
