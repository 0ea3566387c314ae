import { quiet, type Lane } from './call-lane.ts';

/** What both readings of Outlook's limit allow. */
const surely = 4;
/** More at once than this is never needed. */
const most = 64;
/** How much more is tried where one more was taken well. */
const growth = 4;
const firstProbeWait = 30_000;
const longestProbeWait = 3_600_000;
/** Refusals of that many mailboxes in so short a time are about the application. */
const manyMailboxes = 3;
const shortTime = 10_000;

/**
 * How many calls all mailboxes of a tenant may have under way together. Microsoft writes of four at once for each application and
 * mailbox, and of four for an application whatever the mailbox (docs/decisions/025). Neither is believed: it begins with what both
 * allow, goes up while nobody objects, comes back to what was let in when somebody does, and asks again ever more rarely.
 */
export function sharedLane(): Lane {
  const silence = quiet();
  let limit = surely;
  /** What was let in when somebody last objected. */
  let known = surely;
  let running = 0;
  /** Calls that were under way when the limit was last reached: only such a limit is tried. */
  let trying = 0;
  let calm = 0;
  let probeAt = -Infinity;
  let probeWait = firstProbeWait;
  let recent: { readonly mailbox: string; readonly at: number }[] = [];

  function lower(to: number, now: number): void {
    limit = Math.max(1, to);
    known = limit;
    calm = 0;
    // Refusals of calls that were under way together are one objection.
    if (probeAt - now < probeWait / 4) probeWait = probeAt === -Infinity ? firstProbeWait : longer(probeWait);
    probeAt = now + probeWait;
  }

  return {
    freeAt: () => (running >= limit ? Infinity : silence.until()),
    room: () => limit - running,
    take: () => {
      running += 1;
      if (running >= limit) trying = running;
    },
    give: () => {
      running -= 1;
    },
    worked(now) {
      silence.worked();
      if (trying === 0) return;
      trying -= 1;
      calm += 1;
      if (calm < limit || now < probeAt || limit >= most) return;
      calm = 0;
      // One more is the cheapest question. Where it was answered well, the limit is not nearby.
      limit = limit > known ? Math.min(most, limit * growth) : limit + 1;
    },
    refused(now, mailbox, wait) {
      const left = running - 1;
      if (left >= surely) {
        if (left < limit) lower(left, now);
        return;
      }
      recent = [...recent.filter(({ at }) => now - at < shortTime), { mailbox, at: now }];
      if (new Set(recent.map((one) => one.mailbox)).size < manyMailboxes) return;
      recent = [];
      lower(Math.floor(limit / 2), now);
      silence.refused(now, wait);
    },
    isIdle: () => false,
  };
}

function longer(wait: number): number {
  return Math.min(longestProbeWait, wait * 4);
}
