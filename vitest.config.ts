import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';

const pure = ['tests/core/**/*.test.ts', 'tests/contract/**/*.test.ts'];
const store = ['tests/adapters/sql/**/*.test.ts'];
const app = ['tests/app/**/*.test.{ts,tsx}'];
// These change what belongs to the whole process, or fill it: what a window has, compilers and linters.
const apart = ['tests/dev/teams-host/**/*.test.ts', 'tests/server/**/*.test.ts', 'tests/structure/**/*.test.ts'];
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
    testTimeout: 60_000,
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
          ...shared,
          name: 'server',
          include: ['tests/**/*.test.ts'],
          exclude: [...elsewhere, ...pure, ...store, ...app, ...apart],
          setupFiles: [ownModules],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'store',
          include: store,
          setupFiles: [ownModules],
          globalSetup: ['tests/setup/postgres.ts'],
        },
      },
      { extends: true, test: { name: 'apart', include: apart } },
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
