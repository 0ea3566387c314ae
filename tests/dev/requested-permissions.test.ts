import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { requestedPermissions } from '#server/dev/requested-permissions.ts';

test('the trial grants what the guide for administrators lists, and nothing else', () => {
  const guide = readFileSync(new URL('../../docs/tenant.md', import.meta.url), 'utf8');
  const table = guide.slice(guide.indexOf('| permission'), guide.indexOf('The Teams manifest asks besides'));
  const listed = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
  expect(listed.length).toBeGreaterThan(0);
  expect(new Set(requestedPermissions.delegated)).toEqual(new Set(listed));
  expect(guide).toContain('No application permission is asked for.');
  expect(requestedPermissions.application).toEqual([]);
});
