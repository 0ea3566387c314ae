import { useEffect, useRef, useState } from 'react';
import { serverNow } from '../../api/server-clock.ts';

const tickMilliseconds = 10_000;
const minuteMilliseconds = 60_000;

/** Minutes spent on each agenda item while it was the open one on this screen. */
export function useItemClock(openItemId: string | null): (itemId: string) => number {
  const [spent, setSpent] = useState<ReadonlyMap<string, number>>(new Map());
  const lastTick = useRef(0);
  useEffect(() => {
    if (openItemId === null) return undefined;
    lastTick.current = serverNow();
    const count = (): void => {
      const now = serverNow();
      const passed = Math.max(0, now - lastTick.current);
      lastTick.current = now;
      setSpent((before) => new Map(before).set(openItemId, (before.get(openItemId) ?? 0) + passed));
    };
    const timer = setInterval(count, tickMilliseconds);
    return () => {
      clearInterval(timer);
      count();
    };
  }, [openItemId]);
  return (itemId) => Math.floor((spent.get(itemId) ?? 0) / minuteMilliseconds);
}
