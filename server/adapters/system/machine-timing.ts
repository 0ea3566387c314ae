import type { Timing } from '#server/ports/system.ts';

/** Time as the machine has it. */
export function machineTiming(): Timing {
  return {
    now: () => performance.now(),
    pause: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) {
          resolve();
          return;
        }
        const over = (): void => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', over);
          resolve();
        };
        const timer = setTimeout(over, milliseconds);
        signal?.addEventListener('abort', over, { once: true });
      }),
  };
}
