import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';

const pure = ['tests/core/**/*.test.ts', 'tests/contract/**/*.test.ts'];
const store = ['tests/adapters/sql/**/*.test.ts'];
const app = ['tests/app/**/*.test.{ts,tsx}'];
const elsewhere = [...configDefaults.exclude, 'tests/e2e/**', 'tests/year/**'];

const ownModules = 'tests/setup/own-modules.ts';

// A worker takes one file after the other, which saves starting one for each and loading every library into it.
const shared = { isolate: false };

// A project is chosen by folder. Whatever lies in no other project's folder runs in `server`, so no test is left out.
export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    setupFiles: ['tests/setup/quiet-console.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      // Rules keep nothing between calls, so not even our own modules need to begin anew.
      { extends: true, test: { ...shared, name: 'pure', include: pure } },
      {
        // The same rules in another zone: a rule that leans on the machine's own zone fails in one of the two.
        extends: true,
        test: {
          ...shared,
          name: 'pure-in-new-york',
          include: ['tests/core/**/*.test.ts'],
          env: { TZ: 'America/New_York' },
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/**/*.test.ts'],
          exclude: [...elsewhere, ...pure, ...store, ...app],
        },
      },
      { extends: true, test: { name: 'store', include: store, globalSetup: ['tests/setup/postgres.ts'] } },
      {
        extends: true,
        plugins: [react()],
        test: {
          ...shared,
          name: 'app',
          include: app,
          environment: 'jsdom',
          setupFiles: [ownModules, 'tests/setup/browser.ts'],
        },
      },
    ],
  },
});
