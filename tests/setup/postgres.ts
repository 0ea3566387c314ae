import { startPostgres } from '../../scripts/postgres.mjs';

/**
 * Gives the store suite an empty PostgreSQL of its own at DUOLOGUE_TEST_POSTGRES, or leaves it the one named there.
 * Each test file makes its own database in it.
 */
export default async function givePostgres(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.DUOLOGUE_TEST_POSTGRES !== undefined) return undefined;
  const { url, stop } = await startPostgres();
  process.env.DUOLOGUE_TEST_POSTGRES = url;
  return stop;
}
