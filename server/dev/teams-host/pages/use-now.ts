import { useEffect, useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { wallTimeIn } from '../graph/wall-time.ts';
import type { WallTime } from '../graph/wall-time.ts';

/** Now on the wall of the signed-in person, by the local Microsoft 365's clock; moves each half minute. */
export function useNow(): WallTime {
  const { session, clockOffset } = useHost();
  const [at, setAt] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setAt(Date.now());
    }, 30_000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return wallTimeIn(at + clockOffset, session.person.timeZone);
}
