import { test as base } from '@playwright/test';
import { expect, raise } from '#tests/e2e/duologue.ts';
import { meet, pairPlay, prepare, schedule } from './pair-play.ts';

const packs = ['od3a', 'out', 'form', 'ess', 'career'];
const year = 365;

for (const pack of packs) {
  base(`two people keep to ${pack} for a year: schedule, prepare, meet, close, sign, again`, async ({ browser }) => {
    const stage = await raise(browser, new URL(`../../policies/${pack}.json`, import.meta.url).pathname);
    const play = await pairPlay(stage);
    const ends = Date.parse(stage.now()) + year * 86_400_000;
    let held = 0;
    while (Date.parse(stage.now()) < ends) {
      const { next } = await play.line();
      if (next === null) {
        await schedule(play);
        continue;
      }
      play.until(new Date(Date.parse(next.start) - 26 * 3_600_000).toISOString());
      await prepare(play, next.id, `What came up before visit ${held + 1}`);
      play.until(next.start);
      await meet(play, next.id, held + 1);
      held += 1;
      await expect.poll(async () => (await play.line()).cadence?.state).not.toBe('overdue');
    }
    expect(held).toBeGreaterThanOrEqual(4);
    await stage.end();
  });
}
