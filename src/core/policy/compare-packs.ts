import type { Clause, PolicyPack } from './policy.ts';
import { differencesOf, strengthOf, type Strength } from './rule-differences.ts';
import type { PolicyRule } from './rules.ts';

/** What becomes of one rule. */
export interface RuleChange {
  readonly change: 'added' | 'removed' | Strength;
  /** Null: there was none. */
  readonly before: PolicyRule | null;
  /** Null: there is none any more. */
  readonly after: PolicyRule | null;
}

/** A clause whose words are new, gone, or others. */
export interface ClauseChange {
  readonly before: Clause | null;
  readonly after: Clause | null;
}

/** What a rule is about within its kind: two rules about the same thing are one rule that changed, whatever it is called. */
function aboutOf(rule: PolicyRule, pack: PolicyPack): string {
  switch (rule.kind) {
    case 'cadence': {
      const group = pack.groups.find(({ id }) => id === rule.groupId);
      return `${group?.title ?? rule.groupId} ${JSON.stringify(rule.when ?? {})}`;
    }
    case 'meeting-kind':
      return rule.meetingKind;
    case 'record-form':
      return rule.meetingKinds.join(' ');
    case 'hints':
      return rule.for;
    case 'guidance':
      return rule.clause;
    case 'monitoring':
      return rule.what;
    default:
      return '';
  }
}

/** Kinds of which each rule stands for itself: without the same name or subject, one never follows another. */
const apart: readonly PolicyRule['kind'][] = [
  'cadence',
  'meeting-kind',
  'record-form',
  'hints',
  'guidance',
  'monitoring',
];

type Match = (before: PolicyRule, after: PolicyRule) => boolean;

function pairUp(before: PolicyPack, after: PolicyPack): Map<PolicyRule, PolicyRule> {
  const pairs = new Map<PolicyRule, PolicyRule>();
  const taken = new Set<PolicyRule>();
  const ways: readonly Match[] = [
    (one, other) => one.id === other.id,
    (one, other) => aboutOf(one, before) === aboutOf(other, after),
    ({ kind }) => !apart.includes(kind),
  ];
  for (const isSame of ways) {
    for (const rule of before.rules) {
      if (pairs.has(rule)) continue;
      const next = after.rules.find((one) => one.kind === rule.kind && !taken.has(one) && isSame(rule, one));
      if (next === undefined) continue;
      pairs.set(rule, next);
      taken.add(next);
    }
  }
  return pairs;
}

/** Rule by rule what changes from one policy to the other; what stays is not named. In the order of the new policy, what is gone last. */
export function compareRules(before: PolicyPack, after: PolicyPack): RuleChange[] {
  const pairs = pairUp(before, after);
  const former = new Map([...pairs].map(([one, other]) => [other, one]));
  const kept = after.rules.flatMap((rule): RuleChange[] => {
    const was = former.get(rule);
    if (was === undefined) return [{ change: 'added', before: null, after: rule }];
    return differencesOf(was, rule).length === 0 ? [] : [{ change: strengthOf(was, rule), before: was, after: rule }];
  });
  const gone = before.rules.filter((rule) => !pairs.has(rule));
  return [...kept, ...gone.map((rule): RuleChange => ({ change: 'removed', before: rule, after: null }))];
}

/** The clauses whose words change from one policy to the other. */
export function compareClauses(before: PolicyPack, after: PolicyPack): ClauseChange[] {
  const was = new Map(before.clauses.map((clause) => [clause.id, clause]));
  const is = new Set(after.clauses.map(({ id }) => id));
  const changed = after.clauses.flatMap((clause): ClauseChange[] => {
    const old = was.get(clause.id) ?? null;
    return old?.title === clause.title && old.words === clause.words ? [] : [{ before: old, after: clause }];
  });
  const gone = before.clauses.filter(({ id }) => !is.has(id));
  return [...changed, ...gone.map((clause) => ({ before: clause, after: null }))];
}
