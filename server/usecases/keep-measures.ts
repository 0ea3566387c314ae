import { requireAct } from '#core/access/access.ts';
import type { Reading } from '#core/measures/measure.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { Needs } from './needs.ts';
import { lockedPair } from './pair-scope.ts';

export interface MeasureInput {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly target: number;
  readonly better: 'higher' | 'lower';
}

/** Adds a measure, or changes its name and target; readings stay (OUT-2). @throws Refusal `not-found`, `duplicate-id` */
export async function saveMeasure(
  needs: Pick<Needs, 'store'>,
  actor: Actor,
  input: { readonly pairId: string; readonly measure: MeasureInput },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { pair, role } = await lockedPair(tx, actor, input.pairId);
    requireAct('edit-measures', role, null);
    const known = await tx.measures.find(input.measure.id);
    if (known !== null && known.pairId !== pair.id) throw new Refusal('duplicate-id');
    await tx.measures.save({ ...input.measure, pairId: pair.id, readings: known?.readings ?? [] });
    return { seq: await tx.changed(pair.id, 'measure-saved') };
  });
}

/** Notes how a measure stood on a day; a second reading of the same day replaces the first. @throws Refusal `not-found` */
export async function addReading(
  needs: Pick<Needs, 'store'>,
  actor: Actor,
  input: { readonly measureId: string; readonly reading: Reading },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const measure = await tx.measures.find(input.measureId);
    if (measure === null) throw new Refusal('not-found');
    const { pair, role } = await lockedPair(tx, actor, measure.pairId);
    requireAct('edit-measures', role, null);
    await tx.measures.saveReading(measure.id, pair.id, input.reading);
    return { seq: await tx.changed(pair.id, 'reading-added') };
  });
}
