import type { Instant } from '#core/time-types.ts';

const mostRemembered = 20_000;

/** Asks whether somebody may ask now; a number: not for so many seconds. */
export type FairShare = (who: string, now: Instant) => number | null;

/** So many requests at once, and one more every so many seconds, for each that asks. Kept in this process alone. */
export function fairShare(atOnce: number, everySeconds: number): FairShare {
  const seen = new Map<string, { left: number; at: number }>();
  return (who, now) => {
    const at = Date.parse(now);
    const before = seen.get(who);
    const regained = before === undefined ? atOnce : Math.max(0, (at - before.at) / 1000 / everySeconds);
    const left = Math.min(atOnce, (before?.left ?? 0) + regained);
    seen.delete(who);
    for (const oldest of seen.keys()) {
      if (seen.size < mostRemembered) break;
      seen.delete(oldest);
    }
    seen.set(who, { left: left < 1 ? left : left - 1, at });
    return left < 1 ? Math.ceil((1 - left) * everySeconds) : null;
  };
}
