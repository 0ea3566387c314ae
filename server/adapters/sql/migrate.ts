import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { behaviours } from './migrations/behaviours.ts';
import { agreementTables } from './migrations/agreement.ts';
import { bulk } from './migrations/bulk.ts';
import { agendaTables } from './migrations/agenda.ts';
import { behalf } from './migrations/behalf.ts';
import { effectSubjects } from './migrations/effect-subjects.ts';
import { feed } from './migrations/feed.ts';
import { firstTables } from './migrations/first-tables.ts';
import { forMany } from './migrations/for-many.ts';
import { madeByUs } from './migrations/made-by-us.ts';
import { followingTables } from './migrations/following.ts';
import { handoversForOthers } from './migrations/handovers-for-others.ts';
import { handover } from './migrations/handover.ts';
import { lighterPolicies } from './migrations/lighter-policies.ts';
import { mailboxZones } from './migrations/mailbox-zones.ts';
import { personFacts } from './migrations/person-facts.ts';
import { policies } from './migrations/policies.ts';
import { protectedHours } from './migrations/protected-hours.ts';
import { recordForm } from './migrations/record-form.ts';
import { rescheduling } from './migrations/rescheduling.ts';
import { seriesChanges } from './migrations/series-changes.ts';
import { skips } from './migrations/skips.ts';
import { signOff } from './migrations/sign-off.ts';
import { standing } from './migrations/standing.ts';
import { threeWay } from './migrations/three-way.ts';
import { tokenRefusals } from './migrations/token-refusals.ts';

/** In order of name. A migration that has been released is never changed. */
const migrations: Record<string, Migration> = {
  '0001-first-tables': firstTables,
  '0002-effect-subjects': effectSubjects,
  '0003-lighter-policies': lighterPolicies,
  '0003b-behaviours': behaviours,
  '0004-person-facts': personFacts,
  '0005-standing': standing,
  '0006-policies': policies,
  '0007-agenda': agendaTables,
  '0008-record-form': recordForm,
  '0009-sign-off': signOff,
  '0010-agreement': agreementTables,
  '0011-following': followingTables,
  '0012-series-changes': seriesChanges,
  '0012b-handover': handover,
  '0013-behalf': behalf,
  '0014-bulk': bulk,
  '0015-rescheduling': rescheduling,
  '0016-feed': feed,
  '0017-slots': threeWay,
  '0018-mailbox-zones': mailboxZones,
  '0018b-token-refusals': tokenRefusals,
  '0019-skips': skips,
  '0020-for-many': forMany,
  '0021-handovers-for-others': handoversForOthers,
  '0022-protected-hours': protectedHours,
  '0023-made-by-us': madeByUs,
};

/**
 * Brings the schema up to date, as the owner of the tables; nothing to do is fine.
 * @throws what the database said about the migration that failed; none of it is left behind
 */
export async function migrate<Schema>(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('The migration failed', { cause: error });
}
