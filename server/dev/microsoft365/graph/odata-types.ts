import type { EntityShape, PropertyKind } from './entity-shape.ts';
import { noSuchProperty } from './query-fault.ts';

/** One side of a comparison: what kind of value it is known to be, and whether it was written out. */
export interface Kinded {
  kind: PropertyKind;
  isLiteral: boolean;
}

const EDM: Readonly<Partial<Record<PropertyKind, string>>> = {
  text: 'Edm.String',
  truth: 'Edm.Boolean',
  number: 'Edm.Int32',
  instant: 'Edm.DateTimeOffset',
};
/** Kinds a quoted text is never taken for. */
const STRICT: ReadonlySet<PropertyKind> = new Set(['truth', 'number', 'instant']);

/** The complaint about comparing a property with a value of another kind, or null when they agree. */
export function disagreement(left: Kinded, right: Kinded, operator: string): string | null {
  const [property, value] = left.isLiteral ? [right, left] : [left, right];
  const [one, other] = [EDM[property.kind], EDM[value.kind]];
  return STRICT.has(property.kind) && value.isLiteral && one !== undefined && other !== undefined && one !== other
    ? `A binary operator with incompatible types was detected. Found operand types '${one}' and '${other}' for operator kind '${operator}'.`
    : null;
}

/** What stands at the end of a path: its kind and type, or the complaint that a step is not there. */
export function lookUp(
  steps: readonly string[],
  from: EntityShape | null,
): { kind: PropertyKind; entity: EntityShape | null; complaint: string | null } {
  let [entity, kind]: [EntityShape | null, PropertyKind] = [from, 'anything'];
  for (const step of steps) {
    if (entity === null) {
      return { kind: 'anything', entity: null, complaint: null };
    }
    const property = entity.property(step);
    if (property === null) {
      return { kind, entity, complaint: noSuchProperty(step, entity) };
    }
    kind = property.isCollection ? 'anything' : property.kind;
    entity = property.entity;
  }
  return { kind, entity, complaint: null };
}

/** What kind a value written out in a filter is. */
export function literalKind(value: string | number | boolean | null, word: string): PropertyKind {
  if (typeof value === 'boolean') {
    return 'truth';
  }
  if (typeof value === 'number') {
    return 'number';
  }
  if (value === null) {
    return 'anything';
  }
  return word.endsWith("'") ? 'text' : /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(word) ? 'instant' : 'anything';
}
