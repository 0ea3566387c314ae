import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { requestedPermissions } from '#server/dev/requested-permissions.ts';

test('the trial grants what the guide for administrators lists, and nothing else', () => {
  const guide = readFileSync(new URL('../../docs/tenant.md', import.meta.url), 'utf8');
  const listed = (from: string, until: string): (string | undefined)[] =>
    [...guide.slice(guide.indexOf(from), guide.indexOf(until)).matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
  expect(listed('| permission', 'The Teams manifest asks besides')).toEqual([...requestedPermissions.delegated]);
  expect(listed('| application permission', '**Only some mailboxes.**')).toEqual([...requestedPermissions.application]);
});
