import { sql } from 'kysely';
import type { Measure, Reading } from '#core/measures/measure.ts';
import type { Measures } from '#server/ports/store.ts';
import { among } from './among.ts';
import { keep } from './keep.ts';
import type { Scope } from './tables.ts';

const columns = ['id', 'pair_id as pairId', 'name', 'unit', 'target', 'better'] as const;
const readingColumns = ['measure_id as measureId', 'on_date as on', 'value'] as const;

/** The measures of the acting person's pairs, each with its readings, one for a day. */
export function measureStore(scope: Scope): Measures {
  const { tx, tenantId } = scope;
  const measures = () => tx.selectFrom('measure').select(columns).where('tenant_id', '=', tenantId);
  const readings = () =>
    tx.selectFrom('reading').select(readingColumns).where('tenant_id', '=', tenantId).orderBy('on_date');

  function withReadings(
    found: readonly Omit<Measure, 'readings'>[],
    all: readonly (Reading & { readonly measureId: string })[],
  ): Measure[] {
    return found.map((measure) => ({
      ...measure,
      readings: all.filter(({ measureId }) => measureId === measure.id).map(({ on, value }) => ({ on, value })),
    }));
  }

  async function saveReadings(measureId: string, pairId: string, saved: readonly Reading[]): Promise<void> {
    const rows = saved.map(({ on, value }) => ({
      tenant_id: tenantId,
      pair_id: pairId,
      measure_id: measureId,
      on_date: on,
      value,
    }));
    await keep(scope, 'reading', rows, { key: ['measure_id', 'on_date'], fixed: ['pair_id'] });
  }

  return {
    find: async (measureId) => {
      const [found, all] = await Promise.all([
        measures().where('id', '=', measureId).execute(),
        readings().where('measure_id', '=', measureId).execute(),
      ]);
      return withReadings(found, all)[0] ?? null;
    },
    ofPair: async (pairId) => {
      const [found, all] = await Promise.all([
        measures()
          .where('pair_id', '=', among([pairId]))
          // The same order on every database, whatever its collation.
          .orderBy(sql`name collate "C"`)
          .orderBy('id')
          .execute(),
        readings()
          .where('pair_id', '=', among([pairId]))
          .execute(),
      ]);
      return withReadings(found, all);
    },
    save: async (measure) => {
      const row = {
        tenant_id: tenantId,
        id: measure.id,
        pair_id: measure.pairId,
        name: measure.name,
        unit: measure.unit,
        target: measure.target,
        better: measure.better,
      };
      await keep(scope, 'measure', [row], { key: ['id'], fixed: ['pair_id'] });
      await saveReadings(measure.id, measure.pairId, measure.readings);
    },
    saveReading: (measureId, pairId, reading) => saveReadings(measureId, pairId, [reading]),
  };
}
