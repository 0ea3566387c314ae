import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { buildClient } from '../../scripts/client.mjs';

/** What code written for the local Microsoft 365 says, and nothing else does. */
const local = ['/_local/', 'local-microsoft-365', 'local Microsoft 365', 'localhost:4365', 'localhost:3978'];

function saidIn(folder: string): string[] {
  const words = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.(?:js|html|css|json)$/.test(one.name))
    .map((one) => readFileSync(join(one.parentPath, one.name), 'utf8'))
    .join('\n');
  return local.filter((one) => words.includes(one));
}

test('the pages that ship hold nothing made for the local Microsoft 365', { timeout: 180_000 }, async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await buildClient();
  expect(saidIn('dist/client')).toEqual([]);
  // The same words are found where they belong, so their absence above says something.
  expect(saidIn('dist/teams-host')).toEqual(expect.arrayContaining(['/_local/', 'local-microsoft-365']));
});
