import { describe, expect, test } from 'vitest';
import { readPageConfig } from '../../../src/app/host/config.ts';

function pageWith(content: string | null): Document {
  const page = document.implementation.createHTMLDocument();
  if (content === null) return page;
  const meta = page.createElement('meta');
  meta.name = 'duologue-config';
  meta.content = content;
  page.head.append(meta);
  return page;
}

const empty = {
  clientId: '',
  apiResource: '',
  authority: '',
  hostOrigins: [],
  sentItemsAddress: 'https://outlook.office.com/mail/sentitems',
};

describe('what the server tells the page', () => {
  test('is read from the page', () => {
    const told = {
      clientId: 'id',
      apiResource: 'host/id',
      authority: 'https://login',
      hostOrigins: ['http://localhost:4365'],
      sentItemsAddress: 'http://localhost',
    };
    expect(readPageConfig(pageWith(JSON.stringify({ ...told, more: 1 })))).toEqual(told);
  });

  test.each([null, '', '{', '{"hostOrigins":"*"}', '{}'])(
    'nothing, or nonsense (%s), trusts no host but Microsoft’s own',
    (content) => {
      expect(readPageConfig(pageWith(content))).toEqual(empty);
    },
  );
});
