import type { Standing } from '#core/policy/standing.ts';
import { instantOf } from '#core/time.ts';
import type { Instant } from '#core/time-types.ts';
import type { Standings } from '#server/ports/standings.ts';
import { among } from './among.ts';
import { keep } from './keep.ts';
import { askRun } from './policy-run.ts';
import { readFacts } from './standing-facts.ts';
import type { Scope } from './tables.ts';

export const standingColumns = [
  'pair_id as pairId',
  'facts',
  'findings',
  'on_day as day',
  'changes_on as changesOn',
  'pack_id as packId',
  'pack_version as packVersion',
] as const;

/** A row as it is read. */
export interface StandingAsKept extends Omit<Standing, 'pack'> {
  readonly packId: string | null;
  readonly packVersion: string | null;
}

/** A kept row as the rest of the server knows it. */
export function standingFrom({ packId, packVersion, ...standing }: StandingAsKept): Standing {
  const pack = packId === null || packVersion === null ? null : { id: packId, version: packVersion };
  return { ...standing, pack };
}

/** When the day begins on which the standing changes, where the employee is. */
export function changesAt({ changesOn, facts }: Standing): Instant | null {
  return changesOn === null ? null : instantOf(changesOn, '00:00', facts.person.zone);
}

/** How the acting person's pairs stand. */
export function standingStore(scope: Scope): Standings {
  const { tx, tenantId } = scope;
  return {
    ofPairs: async (pairIds) => {
      const rows = await tx
        .selectFrom('standing')
        .select(standingColumns)
        .where('tenant_id', '=', tenantId)
        .where('pair_id', '=', among(pairIds))
        .execute();
      return rows.map(standingFrom);
    },
    factsOf: (pairIds) => readFacts(scope, pairIds),
    save: async (standings) => {
      const rows = standings.map((standing) => ({
        tenant_id: tenantId,
        pair_id: standing.pairId,
        facts: JSON.stringify(standing.facts),
        findings: JSON.stringify(standing.findings),
        on_day: standing.day,
        changes_on: standing.changesOn,
        changes_at: changesAt(standing),
        pack_id: standing.pack?.id ?? null,
        pack_version: standing.pack?.version ?? null,
      }));
      await keep(scope, 'standing', rows, { key: ['pair_id'], fixed: [] });
    },
    askRun: (dueAt) => askRun(scope, dueAt),
    lastRun: async (now) =>
      (await tx
        .selectFrom('policy_run')
        .select(['due_at as dueAt', 'total', 'done', 'started_at as startedAt', 'finished_at as finishedAt'])
        .where('tenant_id', '=', tenantId)
        .where('due_at', '<=', now)
        .orderBy('run', 'desc')
        .limit(1)
        .executeTakeFirst()) ?? null,
  };
}
