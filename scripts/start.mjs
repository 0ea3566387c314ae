import { buildClient } from './client.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { runNode24 } from './node24.mjs';
import { runCommand } from './project.mjs';

// npm start [-- --fresh]: Duologue with the local Microsoft 365, on this machine alone.
await runCommand(async () => {
  await ensureDependencies();
  await buildClient();
  return runNode24(['server/dev/main.ts', ...process.argv.slice(2)], { endWithParent: true });
});
