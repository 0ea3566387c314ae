import { paceOf, type Cadence } from '../cadence/cadence-kind.ts';
import { isAtLeastAsOften } from '../cadence/cadence.ts';
import type { PairTerms } from '../people/pair.ts';
import type { PersonTerms } from '../people/person.ts';
import { addMonths } from '../time.ts';
import type { Interval, LocalDate } from '../time-types.ts';
import type { CadenceRule } from './meeting-rules.ts';
import type { PolicyGroup, PolicyPack } from './policy.ts';
import { ruleOf } from './rule-of.ts';
import type { PolicyRule, RuleKind } from './rules.ts';
import type { Topic } from './topic.ts';

/** How often to meet, and by which clause. */
export interface Asked {
  readonly cadence: Cadence;
  readonly every: Interval;
  readonly clause: string;
}

function belongsTo(group: PolicyGroup, person: PersonTerms): boolean {
  if (group.grades !== undefined && (person.grade === null || !group.grades.includes(person.grade))) return false;
  if (group.hasReports !== undefined && person.hasReports !== group.hasReports) return false;
  return group.contract === undefined || person.contract === group.contract;
}

/** The first group of a policy whose conditions a person meets; null when none does. What the directory does not say is not met. */
export function groupOf(pack: PolicyPack, person: PersonTerms): PolicyGroup | null {
  return pack.groups.find((group) => belongsTo(group, person)) ?? null;
}

function withExtraSupport(rule: CadenceRule, pair: PairTerms, today: LocalDate): CadenceRule {
  const extra = pair.extraSupport;
  if (extra === null || extra.since > today || !isAtLeastAsOften(extra.every, paceOf(rule.cadence))) return rule;
  return { ...rule, cadence: { kind: 'interval', every: extra.every } };
}

/** Whether a policy is for this person at all (CAREER-15). */
export function covers(pack: PolicyPack, person: PersonTerms): boolean {
  const group = groupOf(pack, person);
  return !pack.rules.some((rule) => rule.kind === 'scope' && group !== null && rule.excludedGroups.includes(group.id));
}

function monthsInPost(person: PersonTerms, pair: PairTerms, today: LocalDate, months: number): boolean {
  return addMonths(person.joinedOn ?? pair.from, months) > today;
}

/** Whether what a cadence rule asks for beside its group is so. */
function holds({ when }: CadenceRule, person: PersonTerms, pair: PairTerms, today: LocalDate): boolean {
  if (when === undefined) return true;
  if (when.roles !== undefined && !when.roles.includes(pair.role)) return false;
  if (when.monthsInPostUnder !== undefined && !monthsInPost(person, pair, today, when.monthsInPostUnder)) return false;
  const extra = pair.extraSupport;
  return when.during === undefined || (extra !== null && extra.kind === when.during && extra.since <= today);
}

/** How often the policy itself asks a pair to meet on a day, whatever interval the two arranged. Null: nothing is asked. */
export function policyCadence(
  pack: PolicyPack,
  person: PersonTerms,
  pair: PairTerms,
  today: LocalDate,
): CadenceRule | null {
  const group = groupOf(pack, person);
  if (!covers(pack, person)) return null;
  const rule = pack.rules.find(
    (one): one is CadenceRule => one.kind === 'cadence' && one.groupId === group?.id && holds(one, person, pair, today),
  );
  return rule ?? null;
}

/** How often a pair is asked to meet on a day. What the two arranged can only make it more often (OUT-1). Null: nothing is asked. */
export function cadenceFor(
  pack: PolicyPack,
  person: PersonTerms,
  pair: PairTerms,
  today: LocalDate,
): CadenceRule | null {
  const rule = policyCadence(pack, person, pair, today);
  return rule === null ? null : withExtraSupport(rule, pair, today);
}

/** What a policy asks of one pair on a day: every rule, but of the cadences only the employee's own. */
export function effectiveRules(pack: PolicyPack, person: PersonTerms, pair: PairTerms, today: LocalDate): PolicyRule[] {
  if (!covers(pack, person)) return pack.rules.filter(({ kind }) => kind === 'scope');
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
  return ruleOf(pack.rules, kind)?.clause ?? null;
}

/** What a cadence rule asks, with the interval that, kept to, always meets it; null where nothing is asked. */
export function askedBy(rule: CadenceRule | null): Asked | null {
  return rule === null ? null : { cadence: rule.cadence, every: paceOf(rule.cadence), clause: rule.clause };
}
