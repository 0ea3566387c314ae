import { buildClient } from './client.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { runCommand } from './project.mjs';

// npm run build: the pages, for a server that runs with settings of its own (docs/tenant.md).
await runCommand(async () => {
  await ensureDependencies();
  await buildClient();
  console.log('The pages are built: dist/client');
  return 0;
});
