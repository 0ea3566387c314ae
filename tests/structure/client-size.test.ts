import { expect, test } from 'vitest';
import { initialSize, sizeBudget } from '../../bench/client-size.ts';
import { buildClient } from '../../scripts/client.mjs';

test(
  'the side panel needs no more JavaScript than its budget before it can be used',
  { timeout: 180_000 },
  async () => {
    await buildClient();
    expect(initialSize('panel')).toBeLessThanOrEqual(sizeBudget.hard);
    expect(initialSize('panelBefore')).toBeLessThanOrEqual(sizeBudget.hard);
  },
);
