import { paceOf, type Cadence } from '../cadence/cadence-kind.ts';
import { isAtLeastAsOften } from '../cadence/cadence.ts';
import { pairRoles, type PairRole } from '../people/pair.ts';
import type { Person } from '../people/person.ts';
import type { LocalDate } from '../time-types.ts';
import type { CadenceRule } from './meeting-rules.ts';
import { faultsIn, type Fault } from './pack-faults.ts';
import type { Clause, PolicyPack } from './policy.ts';
import type { PolicyRule } from './rules.ts';
import { weaknessesOf } from './weaker.ts';
import { weaknessesOfAdded } from './weaker-additions.ts';
import type { Weakening } from './weakening.ts';

/**
 * What a unit asks of its own people on top of the organisation's policy: rules in the place of those with the same id, and
 * rules of its own. It includes and may exceed the policy, and never falls below it (OD3a-3).
 */
export interface UnitStandard {
  readonly id: string;
  /** The unit as the directory names it. */
  readonly unit: string;
  readonly title: string;
  readonly version: string;
  readonly from: LocalDate;
  readonly packId: string;
  readonly clauses: readonly Clause[];
  readonly rules: readonly PolicyRule[];
}

/** Where a standard would fall below the policy: which of its rules, which clause it would break, and how. */
export interface Breach {
  readonly ruleId: string;
  readonly clause: string;
  readonly why: Weakening;
}

export type AppliedStandard =
  | { readonly kind: 'applied'; readonly pack: PolicyPack }
  | { readonly kind: 'refused'; readonly breaches: readonly Breach[]; readonly faults: readonly Fault[] };

interface Situation {
  readonly role: PairRole;
  readonly monthsInPost: number;
  readonly during: 'support' | 'procedure' | null;
}

function holdsIn({ when }: CadenceRule, { role, monthsInPost, during }: Situation): boolean {
  if (when === undefined) return true;
  if (when.roles !== undefined && !when.roles.includes(role)) return false;
  if (when.monthsInPostUnder !== undefined && monthsInPost >= when.monthsInPostUnder) return false;
  return when.during === undefined || when.during === during;
}

function cadencesOf(rules: readonly PolicyRule[]): CadenceRule[] {
  return rules.filter((rule): rule is CadenceRule => rule.kind === 'cadence');
}

/** Every situation the conditions of cadences can tell apart. */
function situationsOf(cadences: readonly CadenceRule[]): Situation[] {
  const limits = cadences.flatMap(({ when }) => when?.monthsInPostUnder ?? []);
  const months = [...new Set([0, ...limits])];
  return pairRoles.flatMap((role) =>
    months.flatMap((monthsInPost) =>
      ([null, 'support', 'procedure'] as const).map((during) => ({ role, monthsInPost, during })),
    ),
  );
}

function isLessOften(now: Cadence, before: Cadence): boolean {
  const isNoLongerEven = before.kind === 'rolling' && before.evenly && now.kind === 'rolling' && !now.evenly;
  if (isNoLongerEven) return true;
  if (now.kind === 'rolling' && before.kind === 'rolling' && now.months === before.months)
    return now.count < before.count;
  return !isAtLeastAsOften(paceOf(now), paceOf(before));
}

function cadenceWeakening(now: CadenceRule | undefined, before: CadenceRule): Weakening | null {
  if (now === undefined || isLessOften(now.cadence, before.cadence)) return 'meets-less-often';
  const isLaterFirst = (now.firstWithinDays ?? 0) > (before.firstWithinDays ?? Infinity);
  return isLaterFirst ? 'first-meeting-later' : null;
}

/** Where somebody would be asked to meet less often than before, in whatever situation they are. */
function slackerCadences(now: readonly PolicyRule[], pack: PolicyPack): Breach[] {
  const [after, before] = [cadencesOf(now), cadencesOf(pack.rules)];
  const breaches = pack.groups.flatMap(({ id }) =>
    situationsOf([...after, ...before]).flatMap((situation): Breach[] => {
      const isAsked = (rule: CadenceRule): boolean => rule.groupId === id && holdsIn(rule, situation);
      const old = before.find(isAsked);
      const one = after.find(isAsked);
      if (old === undefined || one === old) return [];
      const why = cadenceWeakening(one, old);
      return why === null ? [] : [{ ruleId: one?.id ?? old.id, clause: old.clause, why }];
    }),
  );
  return breaches.filter((one, index) => breaches.findIndex((other) => isSame(one, other)) === index);
}

function isSame(one: Breach, other: Breach): boolean {
  return one.ruleId === other.ruleId && one.clause === other.clause && one.why === other.why;
}

function breachesIn(standard: UnitStandard, pack: PolicyPack, rules: readonly PolicyRule[]): Breach[] {
  const own = standard.rules.flatMap((rule) => {
    const before = pack.rules.find(({ id }) => id === rule.id);
    const ways = before === undefined ? weaknessesOfAdded(rule) : weaknessesOf(rule, before);
    return ways.map((why) => ({ ruleId: rule.id, clause: before?.clause ?? rule.clause, why }));
  });
  return [...own, ...slackerCadences(rules, pack)];
}

/** The rules of both: what replaces stands in its place, a cadence of the unit's own before those of the organisation. */
function mergedRules(pack: PolicyPack, standard: UnitStandard): PolicyRule[] {
  const replaced = pack.rules.map((rule) => standard.rules.find(({ id }) => id === rule.id) ?? rule);
  const added = standard.rules.filter(({ id }) => !pack.rules.some((rule) => rule.id === id));
  return [...cadencesOf(added), ...replaced, ...added.filter(({ kind }) => kind !== 'cadence')];
}

/**
 * The policy with a unit's standard in it, or every clause it would break and every part that does not fit. How often the
 * organisation asks for stays beside it, so that no history of meetings is ever judged more mildly (OD3a-3).
 */
export function applyStandard(pack: PolicyPack, standard: UnitStandard): AppliedStandard {
  const rules = mergedRules(pack, standard);
  const breaches = breachesIn(standard, pack, rules);
  const merged: PolicyPack = {
    ...pack,
    clauses: [...pack.clauses, ...standard.clauses],
    rules,
    standard: {
      id: standard.id,
      title: standard.title,
      version: standard.version,
      ruleIds: standard.rules.map(({ id }) => id),
      floor: cadencesOf(pack.rules),
    },
  };
  const faults: Fault[] = [
    ...(standard.packId === pack.id
      ? []
      : [{ path: ['packId'], message: `it is made for ${standard.packId}, not for ${pack.id}` }]),
    ...faultsIn(merged),
  ];
  if (breaches.length > 0 || faults.length > 0) return { kind: 'refused', breaches, faults };
  return { kind: 'applied', pack: merged };
}

function isSameUnit(one: string, other: string | null): boolean {
  return other !== null && one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** The policy as it is for one person on a day. */
export interface EffectivePolicy {
  readonly pack: PolicyPack;
  readonly standard: UnitStandard | null;
  /** Why their unit's standard does not hold: the policy asks for more than it by now. */
  readonly breaches: readonly Breach[];
}

/** The policy with the standard of somebody's unit that is the latest on a day. One that falls below the policy has no effect. */
export function effectivePack(
  pack: PolicyPack,
  standards: readonly UnitStandard[],
  person: Pick<Person, 'unit'>,
  on: LocalDate,
): EffectivePolicy {
  const standard = standards
    .filter((one) => one.packId === pack.id && one.from <= on && isSameUnit(one.unit, person.unit))
    .reduce<UnitStandard | null>((latest, one) => (latest === null || one.from >= latest.from ? one : latest), null);
  if (standard === null) return { pack, standard, breaches: [] };
  const applied = applyStandard(pack, standard);
  return applied.kind === 'applied'
    ? { pack: applied.pack, standard, breaches: [] }
    : { pack, standard: null, breaches: applied.breaches };
}
