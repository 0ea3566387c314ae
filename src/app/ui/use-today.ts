import { localDateOf } from '#core/time.ts';
import type { Instant, LocalDate, Zone } from '#core/time-types.ts';
import { useNow } from '../api/server-clock.ts';
import { useMe } from '../api/use-me.ts';

/** Now, today, and the zone of whoever looks. */
export function useToday(): { now: Instant; today: LocalDate; zone: Zone } {
  const { zone } = useMe();
  const now = useNow();
  return { now, today: localDateOf(now, zone), zone };
}
