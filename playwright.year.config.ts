import browser from './playwright.config.ts';

/** Whole years, pack by pack: `npm run year`. Too long for every run of the tests. */
export default {
  ...browser,
  testDir: 'tests/year',
  outputDir: 'test-results/year',
  timeout: 15 * 60_000,
};
