import type { Pair, PairRole } from '../people/pair.ts';
import type { Contract, Person } from '../people/person.ts';
import type { LocalDate } from '../time-types.ts';
import type { CadenceRule } from './meeting-rules.ts';
import type { PolicyGroup, PolicyPack } from './policy.ts';
import type { PolicyRule } from './rules.ts';

/** Why a rule is somebody's: what is known of them that it asks for. */
export type Because =
  | { readonly kind: 'grade'; readonly grade: string }
  | { readonly kind: 'contract'; readonly contract: Contract }
  | { readonly kind: 'has-reports'; readonly has: boolean }
  | { readonly kind: 'role'; readonly role: PairRole }
  | { readonly kind: 'months-in-post-under'; readonly months: number }
  | { readonly kind: 'during'; readonly what: 'support' | 'procedure'; readonly since: LocalDate }
  | { readonly kind: 'meeting-more-often'; readonly since: LocalDate };

/** Where a rule in force comes from: the organisation's policy or the unit's standard, and why it is theirs. */
export interface RuleSource {
  readonly from: 'organisation' | 'unit';
  readonly because: readonly Because[];
}

function becauseOfGroup(group: PolicyGroup, person: Person): Because[] {
  const { grades, contract, hasReports } = group;
  return [
    ...(grades !== undefined && person.grade !== null ? [{ kind: 'grade', grade: person.grade } as const] : []),
    ...(contract === undefined ? [] : [{ kind: 'contract', contract } as const]),
    ...(hasReports === undefined ? [] : [{ kind: 'has-reports', has: hasReports } as const]),
  ];
}

function becauseOfCadence(rule: CadenceRule, pack: PolicyPack, person: Person, pair: Pair, on: LocalDate): Because[] {
  const { when } = rule;
  const group = pack.groups.find(({ id }) => id === rule.groupId);
  const extra = pair.extraSupport !== null && pair.extraSupport.since <= on ? pair.extraSupport : null;
  const isExtra = extra !== null && rule.cadence.kind === 'interval' && rule.cadence.every === extra.every;
  return [
    ...(group === undefined ? [] : becauseOfGroup(group, person)),
    ...(when?.roles === undefined ? [] : [{ kind: 'role', role: pair.role } as const]),
    ...(when?.monthsInPostUnder === undefined
      ? []
      : [{ kind: 'months-in-post-under', months: when.monthsInPostUnder } as const]),
    ...(when?.during === undefined || extra === null
      ? []
      : [{ kind: 'during', what: when.during, since: extra.since } as const]),
    ...(isExtra ? [{ kind: 'meeting-more-often', since: extra.since } as const] : []),
  ];
}

/** Where each of the rules in force for a pair on a day comes from, by the rule's id. */
export function sourcesOf(
  pack: PolicyPack,
  rules: readonly PolicyRule[],
  person: Person,
  pair: Pair,
  on: LocalDate,
): Record<string, RuleSource> {
  const own = new Set(pack.standard?.ruleIds);
  return Object.fromEntries(
    rules.map((rule) => [
      rule.id,
      {
        from: own.has(rule.id) ? 'unit' : 'organisation',
        because: rule.kind === 'cadence' ? becauseOfCadence(rule, pack, person, pair, on) : [],
      },
    ]),
  );
}
