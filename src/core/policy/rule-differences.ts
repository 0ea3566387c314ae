import { paceOf, type Cadence } from '../cadence/cadence-kind.ts';
import { isAtLeastAsOften } from '../cadence/cadence.ts';
import type { PolicyRule } from './rules.ts';

/** Whether a rule asks for more than before, for less, or for something else. */
export type Strength = 'stricter' | 'weaker' | 'changed';

/** One field of a rule that is not what it was; undefined: the rule had, or has, no such field. */
export interface FieldDifference {
  readonly field: string;
  readonly strength: Strength;
  readonly before: unknown;
  readonly after: unknown;
}

/** Fields that ask for more the fewer they are. */
const fewerIsMore = new Set(['reviewAfterMonths', 'firstWithinDays', 'excludedGroups', 'windowDays']);
/** Fields whose value says what, not how much. */
const saysWhat = new Set([
  'minutes',
  'remindAfterDays',
  'lapsesAfterDays',
  'entitlementDays',
  'buildUpDays',
  'exceptions',
  'readers',
  'hrSeesContent',
  'meetingKinds',
  'head',
  'sections',
  'foot',
  'ratings',
  'counts',
  'roles',
  'threeWay',
  'measures',
]);

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

function cadenceStrength(before: Cadence, after: Cadence): Strength {
  if (before.kind === 'rolling' && after.kind === 'rolling' && before.months === after.months) {
    const more = after.count - before.count || Number(after.evenly) - Number(before.evenly);
    return more > 0 ? 'stricter' : more < 0 ? 'weaker' : 'changed';
  }
  const [was, is] = [paceOf(before), paceOf(after)];
  const [isMore, isLess] = [isAtLeastAsOften(is, was), isAtLeastAsOften(was, is)];
  return isMore === isLess ? 'changed' : isMore ? 'stricter' : 'weaker';
}

function holdsAll(list: readonly unknown[], others: readonly unknown[]): boolean {
  return others.every((other) => list.some((one) => isSameValue(one, other)));
}

function moreOrLess(field: string, isMore: boolean, isLess: boolean): Strength {
  if (isMore === isLess || saysWhat.has(field)) return 'changed';
  return isMore !== fewerIsMore.has(field) ? 'stricter' : 'weaker';
}

function fieldStrength(field: string, before: unknown, after: unknown): Strength {
  if (Array.isArray(before) && Array.isArray(after))
    return moreOrLess(field, holdsAll(after, before), holdsAll(before, after));
  if (typeof before === 'number' && typeof after === 'number') return moreOrLess(field, after > before, after < before);
  if (typeof before === 'boolean' && typeof after === 'boolean') return moreOrLess(field, after, before);
  if (field === 'confirms' || field === 'due' || field === 'firstWithinDays') {
    const [had, has] = [before ?? null, after ?? null].map((value) => value !== null);
    if (had !== has) return has === true ? 'stricter' : 'weaker';
  }
  return 'changed';
}

/** Field by field what is not as it was in a rule of the same kind. Its name in the pack is no part of what it asks. */
export function differencesOf(before: PolicyRule, after: PolicyRule): FieldDifference[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  fields.delete('id');
  return [...fields].flatMap((field): FieldDifference[] => {
    const was: unknown = Reflect.get(before, field);
    const is: unknown = Reflect.get(after, field);
    if (isSameValue(was, is)) return [];
    const strength =
      field === 'cadence' && before.kind === 'cadence' && after.kind === 'cadence'
        ? cadenceStrength(before.cadence, after.cadence)
        : fieldStrength(field, was, is);
    return [{ field, strength, before: was, after: is }];
  });
}

/** What differences of one rule come to; a clause that was only numbered anew weighs nothing. */
export function strengthOf(differences: readonly FieldDifference[]): Strength {
  const weights = new Set(differences.filter(({ field }) => field !== 'clause').map(({ strength }) => strength));
  const [only] = weights;
  return weights.size === 1 && only !== undefined ? only : 'changed';
}
