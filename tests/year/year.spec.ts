import { mkdirSync, writeFileSync } from 'node:fs';
import { test as base } from '@playwright/test';
import { expect, raise } from '#tests/e2e/duologue.ts';
import { pairPlay, prepare, schedule, type PairPlay } from './pair-play.ts';
import { agree, meet, sign, writeUp } from './record-play.ts';

const packs = ['od3a', 'out', 'form', 'ess', 'career'];
const days = 365;
const dayMilliseconds = 86_400_000;
const folder = 'test-results/printed';

/** Keeps the printed form of a record, to hold beside its source. */
async function print(play: PairPlay, pack: string, meetingId: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const format of ['pdf', 'docx'] as const) {
    const { base64 } = await play.report.call('recordDocument', { params: { meetingId }, request: { format } });
    writeFileSync(`${folder}/${pack}.${format}`, Buffer.from(base64, 'base64'));
  }
}

for (const pack of packs) {
  base(`two people keep to ${pack} for a year: schedule, prepare, meet, close, sign, again`, async ({ browser }) => {
    const stage = await raise(browser, new URL(`../../policies/${pack}.json`, import.meta.url).pathname);
    const play = await pairPlay(stage);
    const ends = Date.parse(stage.now()) + days * dayMilliseconds;
    let held = 0;
    await agree(play);
    while (Date.parse(stage.now()) < ends) {
      const { next } = await play.line();
      if (next === null) {
        await schedule(play);
        continue;
      }
      play.until(new Date(Date.parse(next.start) - dayMilliseconds).toISOString());
      await prepare(play, next.id, `What came up before visit ${held + 1}`);
      play.until(next.start);
      await meet(play, next.id, held + 1);
      held += 1;
      await writeUp(play, next.id);
      await sign(play, next.id, held);
      if (held === 2) await print(play, pack, next.id);
      await expect.poll(async () => (await play.line()).cadence?.state).not.toBe('overdue');
    }
    expect(held).toBeGreaterThanOrEqual(4);
    await stage.end();
  });
}
