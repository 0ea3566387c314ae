import { expect, test } from 'vitest';
import { chatIdFromJoinUrl, contextMeetingId } from '#server/dev/teams-host/protocol/meeting.ts';

test.each([
  [
    'https://teams.microsoft.com/l/meetup-join/19%3ameeting_Ab1%40thread.v2/0?context=%7b%7d',
    '19:meeting_Ab1@thread.v2',
  ],
  ['https://teams.microsoft.com/l/meetup-join/19%3Ameeting_Ab1%40thread.v2/0', '19:meeting_Ab1@thread.v2'],
  ['https://teams.microsoft.com/meet/2345?p=abc', undefined],
])('the join link %s leads to the chat %s', (joinUrl, chatId) => {
  expect(chatIdFromJoinUrl(joinUrl)).toBe(chatId);
});

test('the meeting id in an app’s context wraps the chat id as Teams does', () => {
  expect(contextMeetingId('19:meeting_Ab1@thread.v2')).toBe(btoa('0#19:meeting_Ab1@thread.v2#0'));
});
