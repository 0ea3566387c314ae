import { startMicrosoft365 } from '#server/dev/microsoft365/start.ts';
import { loadOrganisation } from '#server/dev/organisation/organisation.ts';
import { largeOrganisation } from './large-organisation.ts';

// The local Microsoft 365 in a process of its own, with that many people (none named: those of the demo).
const count = Number(process.argv[2] ?? 0);
const demo = loadOrganisation();
const organisation = count === 0 ? demo : largeOrganisation(demo, count);
const microsoft365 = await startMicrosoft365({
  port: 0,
  dataDirectory: null,
  organisation,
  now: () => Date.now(),
  apps: {
    clientId: '11111111-2222-4333-8444-555555555555',
    clientSecret: 'known to this bench alone',
    name: 'Bench',
    teamsAppId: '22222222-2222-4333-8444-555555555555',
    catalogAppId: '33333333-2222-4333-8444-555555555555',
    appOrigin: 'http://localhost:3978',
  },
});
const people = organisation.people.slice(0, 200).map((one) => one.id);
process.send?.({ origin: microsoft365.origin, people });
process.on('message', () => {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ rss, heapUsed });
});
