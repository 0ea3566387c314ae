import { expect, test } from 'vitest';
import { quietSignals, signalEvents } from '#server/dev/teams-host/pages/meeting-signals.ts';

test('an app hears of a hand that goes up or down, of speaking, and of a reaction once', () => {
  const up = { ...quietSignals, isHandUp: true };
  expect(signalEvents(quietSignals, up)).toEqual([
    ['meeting.raiseHandStateChanged', { raiseHandState: { isHandRaised: true } }],
  ]);
  expect(signalEvents(up, up)).toEqual([]);
  expect(signalEvents(up, { ...up, isHandUp: false, isMuted: true })).toEqual([
    ['meeting.raiseHandStateChanged', { raiseHandState: { isHandRaised: false } }],
    ['meeting.speakingStateChanged', { isSpeakingDetected: false }],
  ]);
  const clapping = { ...quietSignals, reaction: 'applause' as const };
  expect(signalEvents(quietSignals, clapping)).toEqual([
    ['meeting.meetingReactionReceived', { meetingReactionType: 'applause' }],
  ]);
  expect(signalEvents(clapping, quietSignals)).toEqual([]);
});
