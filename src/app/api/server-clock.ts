import { useSyncExternalStore } from 'react';

const tickMilliseconds = 10_000;

let offset = 0;
let shown = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/** Takes the server's clock from an answer that carries it, so a wrong device clock does no harm. */
export function setServerNow(instant: string): void {
  offset = Date.parse(instant) - Date.now();
  tick();
}

/** The server's clock now, in milliseconds since 1970. */
export function serverNow(): number {
  return Date.now() + offset;
}

/** The server's clock, as an instant; moves on every ten seconds. */
export function useNow(): string {
  const milliseconds = useSyncExternalStore(subscribe, () => shown);
  return new Date(milliseconds).toISOString();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, tickMilliseconds);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  shown = serverNow();
  for (const listener of listeners) listener();
}
