import { connectOutlook } from './host/outlook-host.ts';
import { start } from './main.tsx';

// Where Office.js did not come, a Teams-like host may still stand around the page.
await start(async (config) =>
  'Office' in window ? connectOutlook(config) : (await import('./host/teams-host.ts')).connectTeams(config),
);
