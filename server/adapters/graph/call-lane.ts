/** One of the limits a call comes under. Times are milliseconds of the gate's timing. */
export interface Lane {
  /** From when a call may start; `Infinity`: once one that runs has ended. */
  freeAt(now: number): number;
  /** How many more calls may start before it is full. */
  room(): number;
  /** A call starts. */
  take(now: number): void;
  /** A call ended, however. */
  give(now: number): void;
  /** A call was answered, and not as being too much. */
  worked(now: number): void;
  /** A call was refused as being too much, with the wait that was asked for. */
  refused(now: number, mailbox: string, waitMilliseconds: number | undefined): void;
  /** Nothing runs, and nothing that was learned is worth keeping. */
  isIdle(now: number): boolean;
}

const firstWait = 1_000;
const longestWait = 300_000;

/** How long to keep quiet: as long as was asked for, and longer each time where nothing was said. */
export interface Quiet {
  readonly until: () => number;
  readonly refused: (now: number, waitMilliseconds: number | undefined) => void;
  readonly worked: () => void;
}

/** Silence after a refusal. Refusals of calls that were under way together count as one. */
export function quiet(): Quiet {
  let until = 0;
  let inARow = 0;
  return {
    until: () => until,
    refused(now, waitMilliseconds) {
      if (now >= until) inARow += 1;
      const wait = waitMilliseconds ?? Math.min(longestWait, firstWait * 2 ** (inARow - 1));
      until = Math.max(until, now + wait);
    },
    worked() {
      inARow = 0;
    },
  };
}

/** No more than so many at once; a refusal quietens it. A mailbox, for Outlook. */
export function narrowLane(most: number): Lane {
  const silence = quiet();
  let running = 0;
  return {
    freeAt: () => (running >= most ? Infinity : silence.until()),
    room: () => most - running,
    take: () => {
      running += 1;
    },
    give: () => {
      running -= 1;
    },
    worked: silence.worked,
    refused: (now, _mailbox, wait) => {
      silence.refused(now, wait);
    },
    isIdle: (now) => running === 0 && silence.until() <= now,
  };
}

/** Longer than the second Microsoft counts by: requests do not travel equally fast. */
const windowMilliseconds = 1_020;
const calmMilliseconds = 10_000;

/** So many calls in any one second, fewer after a refusal, and by and by as many again. */
export function pacedLane(most: number): Lane {
  const silence = quiet();
  const started: number[] = [];
  let allowed = most;
  let changedAt = -Infinity;
  const forget = (now: number): void => {
    while (started[0] !== undefined && started[0] <= now - windowMilliseconds) started.shift();
  };
  return {
    freeAt(now) {
      forget(now);
      const blocking = started.length < allowed ? undefined : started[started.length - allowed];
      return Math.max(silence.until(), blocking === undefined ? 0 : blocking + windowMilliseconds);
    },
    room: () => allowed - started.length,
    take: (now) => void started.push(now),
    give: () => undefined,
    worked(now) {
      silence.worked();
      if (allowed === most || now - changedAt < calmMilliseconds) return;
      allowed += 1;
      changedAt = now;
    },
    refused(now, _mailbox, wait) {
      // One window refuses many at once: that is one lesson.
      if (now >= silence.until()) {
        allowed = Math.max(1, Math.floor(allowed * 0.8));
        changedAt = now;
      }
      silence.refused(now, wait);
    },
    isIdle(now) {
      forget(now);
      return started.length === 0 && allowed === most && silence.until() <= now;
    },
  };
}
