const WINDOW_MS = 10 * 60_000;
const FEWEST_ANSWERS = 10;
const SLOW_SHARE = 0.1;
const DROP_SHARE = 0.15;

export type Health = 'well' | 'slow' | 'drop';

/**
 * How well receivers answer: one whose answers come too late in more than a tenth of a ten-minute window is slow, and in
 * more than 15 % is not told anything new until that is over.
 */
export class ReceiverHealth {
  readonly #answers = new Map<string, { at: number; isSlow: boolean }[]>();

  note(url: string, at: number, isSlow: boolean): void {
    const recent = (this.#answers.get(url) ?? []).filter((one) => one.at > at - WINDOW_MS);
    recent.push({ at, isSlow });
    this.#answers.set(url, recent);
  }

  of(url: string, now: number): Health {
    const recent = (this.#answers.get(url) ?? []).filter((one) => one.at > now - WINDOW_MS);
    if (recent.length < FEWEST_ANSWERS) {
      return 'well';
    }
    const share = recent.filter((one) => one.isSlow).length / recent.length;
    if (share > DROP_SHARE) {
      return 'drop';
    }
    return share > SLOW_SHARE ? 'slow' : 'well';
  }

  all(now: number): Record<string, Health> {
    return Object.fromEntries([...this.#answers.keys()].map((url) => [url, this.of(url, now)]));
  }
}
