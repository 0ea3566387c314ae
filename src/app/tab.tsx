import { connectTeams } from './host/teams-host.ts';
import { start } from './main.tsx';

await start(connectTeams);
