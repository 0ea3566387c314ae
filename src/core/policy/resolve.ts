import { paceOf, type Cadence } from '../cadence/cadence-kind.ts';
import { isAtLeastAsOften } from '../cadence/cadence.ts';
import type { Pair } from '../people/pair.ts';
import type { Person } from '../people/person.ts';
import type { Interval, LocalDate } from '../time-types.ts';
import type { CadenceRule, PolicyGroup, PolicyPack, PolicyRule, RuleKind, Topic } from './policy.ts';

/** How often to meet, and by which clause. */
export interface Asked {
  readonly cadence: Cadence;
  readonly every: Interval;
  readonly clause: string;
}

function belongsTo(group: PolicyGroup, person: Person): boolean {
  if (group.grades !== undefined && (person.grade === null || !group.grades.includes(person.grade))) return false;
  if (group.hasReports !== undefined && person.hasReports !== group.hasReports) return false;
  return group.contract === undefined || person.contract === group.contract;
}

/** The first group of a policy whose conditions a person meets; null when none does. What the directory does not say is not met. */
export function groupOf(pack: PolicyPack, person: Person): PolicyGroup | null {
  return pack.groups.find((group) => belongsTo(group, person)) ?? null;
}

function withExtraSupport(rule: CadenceRule, pair: Pair, today: LocalDate): CadenceRule {
  const extra = pair.extraSupport;
  if (extra === null || extra.since > today || !isAtLeastAsOften(extra.every, paceOf(rule.cadence))) return rule;
  return { ...rule, cadence: { kind: 'interval', every: extra.every } };
}

/** How often a pair is asked to meet on a day. Extra support can only make it more often (OUT-1). Null: nothing is asked. */
export function cadenceFor(pack: PolicyPack, person: Person, pair: Pair, today: LocalDate): CadenceRule | null {
  const group = groupOf(pack, person);
  const rule = pack.rules.find((one): one is CadenceRule => one.kind === 'cadence' && one.groupId === group?.id);
  return rule === undefined ? null : withExtraSupport(rule, pair, today);
}

/** What a policy asks of one pair on a day: every rule, but of the cadences only the employee's own. */
export function effectiveRules(pack: PolicyPack, person: Person, pair: Pair, today: LocalDate): PolicyRule[] {
  const cadence = cadenceFor(pack, person, pair, today);
  return pack.rules.flatMap((rule): PolicyRule[] => {
    if (rule.kind !== 'cadence') return [rule];
    return rule.id === cadence?.id ? [cadence] : [];
  });
}

/** What meetings under a policy cover, in its order (OUT-2). */
export function topicsOf(pack: PolicyPack): Topic[] {
  return pack.rules.flatMap((rule) => (rule.kind === 'coverage' ? rule.topics : []));
}

/** The number of the clause that asks for something of this kind, or null where the policy does not ask for it. */
export function clauseOfKind(pack: PolicyPack, kind: RuleKind): string | null {
  return pack.rules.find((rule) => rule.kind === kind)?.clause ?? null;
}

/** What a cadence rule asks, with the interval that, kept to, always meets it; null where nothing is asked. */
export function askedBy(rule: CadenceRule | null): Asked | null {
  return rule === null ? null : { cadence: rule.cadence, every: paceOf(rule.cadence), clause: rule.clause };
}
