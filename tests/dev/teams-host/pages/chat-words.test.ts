// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { messageLines } from '#server/dev/teams-host/pages/chat-words.ts';

test('a chat message shows its lines and links, and nothing in it can act', () => {
  expect(
    messageLines('<p>See <b>you</b></p><div>at <a href="https://example.org/x">the lodge</a><br>at three</div>'),
  ).toEqual([
    [
      { text: 'See ', link: undefined },
      { text: 'you', link: undefined },
    ],
    [
      { text: 'at ', link: undefined },
      { text: 'the lodge', link: 'https://example.org/x' },
    ],
    [{ text: 'at three', link: undefined }],
  ]);
  expect(messageLines('<script>alert(1)</script><style>p{}</style><img src=x onerror=alert(1)>Hello')).toEqual([
    [{ text: 'Hello', link: undefined }],
  ]);
});
