import { expect, test } from 'vitest';
import { play } from './play.ts';
import { storyOf, summaryOf } from './score.ts';

const seed = 20;
/** Time is precious here: `npm run soak` plays more, and lets more happen. */
const [teams, reports, years, calm] = [10, 5, 2, 3] as const;

test(`[OUT-3] [C2] whatever people do in Outlook and in Duologue for a hundred years of pairs, both say the same, once, and nothing is lost (seed ${seed})`, async () => {
  const score = await play({ seed, teams, reports, years, calm });
  const stories = score.faults.map(storyOf);
  expect(stories, stories.join('\n')).toEqual([]);
  expect(summaryOf(score)).toMatchObject({ duplicates: 0, mismatches: 0, lost: 0 });
  expect(score.pairYears).toBeGreaterThanOrEqual(teams * reports * years);
}, 600_000);
