import { expect, test } from 'vitest';
import { readLink } from '#server/dev/teams-host/protocol/deep-link.ts';

const app = { teamsAppId: 'app-id', catalogAppId: 'catalogue-id', appOrigin: 'http://localhost:3978' };

function entity(appId: string, context: object): string {
  return `https://teams.microsoft.com/l/entity/${appId}/home?label=x&context=${encodeURIComponent(JSON.stringify(context))}`;
}

test.each([
  [
    entity('app-id', { subEntityId: 'record/7' }),
    { kind: 'duologue', pageId: 'home', subPageId: 'record/7', chatId: undefined },
  ],
  [entity('catalogue-id', {}), { kind: 'duologue', pageId: 'home', subPageId: undefined, chatId: undefined }],
  [
    entity('app-id', { chatId: '19:x@thread.v2' }),
    { kind: 'duologue', pageId: 'home', subPageId: undefined, chatId: '19:x@thread.v2' },
  ],
  [
    entity('app-id', { contextType: 'chat', channelId: '19:x@thread.v2', subEntityId: 'a' }),
    { kind: 'duologue', pageId: 'home', subPageId: 'a', chatId: '19:x@thread.v2' },
  ],
  [
    'http://localhost:3978/tab.html#/record/7',
    { kind: 'duologue', pageId: 'home', subPageId: 'record/7', chatId: undefined },
  ],
  ['http://localhost:3978/', { kind: 'duologue', pageId: 'home', subPageId: undefined, chatId: undefined }],
  ['https://example.org/page', { kind: 'elsewhere', url: 'https://example.org/page' }],
])('%s leads to the right place', (address, target) => {
  expect(readLink(address, app)).toEqual(target);
});

test('a join link leads to its meeting', () => {
  const joinUrl = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%7d';
  expect(readLink(joinUrl, app)).toEqual({ kind: 'meeting', joinUrl });
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'not an address',
  entity('some-other-app', {}),
])('%s is refused with a reason', (address) => {
  expect(readLink(address, app)).toMatchObject({ kind: 'refused', why: expect.stringMatching(/\w/) as string });
});

test('a link with a context that is no JSON still opens the app', () => {
  expect(readLink('https://teams.microsoft.com/l/entity/app-id/home?context=%7Bbroken', app)).toMatchObject({
    kind: 'duologue',
    pageId: 'home',
  });
});
