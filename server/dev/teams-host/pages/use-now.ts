import { useEffect, useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { wallTimeIn } from '../graph/wall-time.ts';
import type { WallTime } from '../graph/wall-time.ts';

/** Now on the wall of the signed-in person, by the local Microsoft 365's clock; moves each half minute. */
export function useNow(): WallTime {
  const { session, clockOffset } = useHost();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      tick((count) => count + 1);
    }, 30_000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return wallTimeIn(Date.now() + clockOffset, session.person.timeZone);
}
