import { beforeAll, expect, test } from 'vitest';
import { initialSize, scriptOf, sizeBudget } from '../../bench/client-size.ts';
import { buildClient } from '../../scripts/client.mjs';

// Built already where npm test runs: then this takes no time.
beforeAll(buildClient, 180_000);

test('the side panel needs no more JavaScript than its budget before it can be used', () => {
  expect(initialSize('panel')).toBeLessThanOrEqual(sizeBudget.hard);
  expect(initialSize('panelBefore')).toBeLessThanOrEqual(sizeBudget.hard);
});

test('a page greets its own host and no other', () => {
  expect(scriptOf('tab.html')).toMatch(/^assets\/tab-/);
  expect(scriptOf('outlook.html')).toMatch(/^assets\/outlook-/);
});
