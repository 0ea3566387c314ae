import { ensureChromium } from './chromium.mjs';
import { buildClient } from './client.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { runNode24 } from './node24.mjs';
import { runCommand } from './project.mjs';

// npm run year [-- -g od3a]: two people keep to each policy for a year, in the browser. Minutes, so not part of npm test.
await runCommand(async () => {
  await ensureDependencies();
  await buildClient();
  await ensureChromium();
  const args = ['test', '--config', 'playwright.year.config.ts', ...process.argv.slice(2)];
  return runNode24(['node_modules/@playwright/test/cli.js', ...args]);
});
