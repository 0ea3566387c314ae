import type { Kysely } from 'kysely';
import { instantOf } from '#core/time.ts';
import type { Instant, LocalDate } from '#core/time-types.ts';
import type { Tables } from './tables.ts';

interface TenantScope {
  readonly tx: Kysely<Tables>;
  readonly tenantId: string;
}

/** Wants everybody in the tenant looked at again from a moment on. */
export async function askRun({ tx, tenantId }: TenantScope, dueAt: Instant): Promise<void> {
  await tx.insertInto('policy_run').values({ tenant_id: tenantId, due_at: dueAt }).execute();
}

/**
 * The same because what is asked changes from a day on: as that day begins at the meridian, or now where it has, and once more when
 * it has begun everywhere, since each is asked by their own calendar.
 */
export async function askRunsFrom(scope: TenantScope, day: LocalDate, now: Instant): Promise<void> {
  const begins = instantOf(day, '00:00', 'UTC');
  const everywhere = instantOf(day, '12:00', 'UTC');
  await askRun(scope, begins > now ? begins : now);
  if (everywhere > now) await askRun(scope, everywhere);
}
