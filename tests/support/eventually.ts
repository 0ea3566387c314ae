import { setTimeout as wait } from 'node:timers/promises';

/** Asks again until the answer is there, for what happens by itself soon. Fails after `withinMilliseconds`. */
export async function eventually<T>(
  ask: () => Promise<T | null | undefined | false>,
  withinMilliseconds = 25_000,
): Promise<T> {
  const until = performance.now() + withinMilliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (performance.now() > until) throw new Error('It did not happen in time.');
    await wait(50);
  }
}
