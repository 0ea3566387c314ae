import { paceOf, type Cadence } from '../cadence/cadence-kind.ts';
import { isAtLeastAsOften } from '../cadence/cadence.ts';
import type { PolicyRule } from './rules.ts';
import { weaknessesOf } from './weaker.ts';

/** Whether a rule asks for more than before, for less, or for something else. */
export type Strength = 'stricter' | 'weaker' | 'changed';

/** One field of a rule that is not what it was; undefined: the rule had, or has, no such field. */
export interface FieldDifference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The same value, whatever the order of its fields. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = (value: object): string[] =>
    Object.keys(value).filter((name) => Reflect.get(value, name) !== undefined);
  const [mine, theirs] = [names(one), names(other)];
  return (
    mine.length === theirs.length && mine.every((name) => isSameValue(Reflect.get(one, name), Reflect.get(other, name)))
  );
}

/** Field by field what is not as it was in a rule of the same kind. Its name in the pack is no part of what it asks. */
export function differencesOf(before: PolicyRule, after: PolicyRule): FieldDifference[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  fields.delete('id');
  return [...fields].flatMap((field): FieldDifference[] => {
    const was: unknown = Reflect.get(before, field);
    const is: unknown = Reflect.get(after, field);
    return isSameValue(was, is) ? [] : [{ field, before: was, after: is }];
  });
}

function cadenceStrength(before: Cadence, after: Cadence): Strength {
  if (before.kind === 'rolling' && after.kind === 'rolling' && before.months === after.months) {
    const more = after.count - before.count || Number(after.evenly) - Number(before.evenly);
    return more > 0 ? 'stricter' : more < 0 ? 'weaker' : 'changed';
  }
  const [was, is] = [paceOf(before), paceOf(after)];
  const [isMore, isLess] = [isAtLeastAsOften(is, was), isAtLeastAsOften(was, is)];
  return isMore === isLess ? 'changed' : isMore ? 'stricter' : 'weaker';
}

/** Whether a rule that changed asks for more than before or for less, by the same measure a unit's standard is held to (OD3a-3). */
export function strengthOf(before: PolicyRule, after: PolicyRule): Strength {
  if (before.kind === 'cadence' && after.kind === 'cadence' && !isSameValue(before.cadence, after.cadence))
    return cadenceStrength(before.cadence, after.cadence);
  const isWeaker = weaknessesOf(after, before).length > 0;
  const wasWeaker = weaknessesOf(before, after).length > 0;
  return isWeaker === wasWeaker ? 'changed' : isWeaker ? 'weaker' : 'stricter';
}
