import { randomUUID } from 'node:crypto';
import { openStore } from '#server/adapters/sql/open-store.ts';
import { systemClock } from '#server/adapters/system/system-clock.ts';
import { randomIds } from '#server/adapters/system/uuid-ids.ts';
import { quiet } from './engines.ts';
import { exampleMeeting, examplePair, savePair } from './examples.ts';

// A process of its own that writes until it is killed, and says on standard output what was answered as kept.
const [directory = ''] = process.argv.slice(2);
const needs = { clock: systemClock(), ids: randomIds(), log: quiet };
const { store } = await openStore({ kind: 'pglite', directory }, needs);
const example = examplePair('a tenant');
await savePair(store, example);
const { supervisor, pair } = example;
process.stdout.write(`open ${supervisor.personId} ${pair.id}\n`);
for (;;) {
  const ids = [randomUUID(), randomUUID()];
  await store.asPerson(supervisor, async (tx) => {
    await tx.meetings.save(ids.map((id) => exampleMeeting(pair.id, null, '2026-12-01', id)));
    await tx.changed(pair.id, 'meetings');
  });
  process.stdout.write(`kept ${ids.join(' ')}\n`);
}
