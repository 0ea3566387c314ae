import type { Reading } from './bulk-run.ts';
import { teamsIn } from './bulk-organisation.ts';

const mailboxesPerCall = 20;
/** Half a year and a week of calendar, at most 62 days in a call. */
const windows = 4;
const atOnce = 4;
const teamsPerSecond = 30;

/**
 * The least time booking for so many pairs can take, whoever does it: the slowest of Microsoft's limits, with what must come before its
 * first call and after its last. The first thirty a second cost nothing, here as there. Seconds.
 */
export function leastSeconds(
  terms: { readonly pairs: number; readonly reading: Reading; readonly latencyMs: number },
  asked: {
    readonly exceptions: number;
    readonly seriesWithExceptions: number;
    /** Whether somebody moved a meeting in Outlook meanwhile, and it was followed. */
    readonly followedAfter: number | null;
  },
): number {
  const { pairs, reading } = terms;
  const latency = terms.latencyMs / 1000;
  // For one pair: calendars, event, chat, what is installed there, install.
  const chain = 5 * latency;
  const teams = Math.ceil(pairs / teamsPerSecond) - 1 + chain;
  const reads = Math.ceil((pairs + 1) / mailboxesPerCall) * windows;
  // A meeting that clashes is changed by itself, once its id is known.
  const changes = asked.exceptions + asked.seriesWithExceptions;
  // What changed, the series, and its meetings.
  const following = asked.followedAfter === null ? 0 : 3;
  const rounds = (calls: number): number => Math.ceil(calls / atOnce) * latency;
  const outlook =
    reading === 'application'
      ? rounds(reads + pairs + changes + following)
      : rounds(Math.ceil(pairs / teamsIn(pairs))) + latency;
  return Math.max(teams, outlook + 3 * latency);
}
