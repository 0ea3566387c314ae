import type { Cadence } from '#core/cadence/cadence-kind.ts';
import type { Actor, Person } from '#core/people/person.ts';
import { compareClauses, compareRules } from '#core/policy/compare-packs.ts';
import { heldBack } from '#core/policy/held-back.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { covers, groupOf } from '#core/policy/resolve.ts';
import { isSameValue } from '#core/policy/rule-differences.ts';
import { activationOn } from '#core/policy/versions.ts';
import { Refusal } from '#core/refusal.ts';
import type { KeptVersion, PolicyHistory } from '../ports/policies.ts';
import type { PeopleAlike } from '../ports/store.ts';
import { standardsBelow } from './load-standard.ts';
import type { Needs } from './needs.ts';

type CompareNeeds = Pick<Needs, 'store' | 'policies'>;

interface Shift {
  readonly before: Cadence | null;
  readonly after: Cadence | null;
  people: number;
}

/** How often somebody is asked to meet where nothing out of the ordinary holds for them; null: not at all. */
function usualCadence(pack: PolicyPack, person: Person): Cadence | null {
  const group = groupOf(pack, person);
  if (group === null || !covers(pack, person)) return null;
  for (const rule of pack.rules)
    if (rule.kind === 'cadence' && rule.groupId === group.id && rule.when === undefined) return rule.cadence;
  return null;
}

/** Somebody of whom nothing is known but what groups are made by. */
function anyone(alike: PeopleAlike): Person {
  return {
    id: '',
    displayName: '',
    givenName: '',
    mail: null,
    jobTitle: null,
    zone: 'UTC',
    joinedOn: null,
    employeeNumber: null,
    incrementalOn: null,
    ...alike,
  };
}

function shiftsOf(before: PolicyPack, after: PolicyPack, people: readonly PeopleAlike[]): Shift[] {
  const shifts: Shift[] = [];
  for (const alike of people) {
    const person = anyone(alike);
    const [was, is] = [usualCadence(before, person), usualCadence(after, person)];
    const known = shifts.find((one) => isSameValue(one.before, was) && isSameValue(one.after, is));
    if (known === undefined) shifts.push({ before: was, after: is, people: alike.count });
    else known.people += alike.count;
  }
  return shifts;
}

async function packIn(needs: CompareNeeds, actor: Actor, version: KeptVersion | undefined): Promise<PolicyPack> {
  const pack =
    version === undefined ? null : await needs.policies.versionOf(actor.tenantId, version.packId, version.version);
  if (pack === null) throw new Refusal('not-found');
  return pack;
}

/** The version in force today and the one asked for. @throws Refusal `not-found` */
export function comparedVersions(
  { versions, activations }: PolicyHistory,
  today: string,
  versionId: string,
): { readonly before: KeptVersion; readonly after: KeptVersion } {
  const current = activationOn(activations, today)?.versionId;
  const before = versions.find(({ id }) => id === current);
  const after = versions.find(({ id }) => id === versionId);
  if (before === undefined || after === undefined) throw new Refusal('not-found');
  return { before, after };
}

/**
 * What would change if a version came into force in place of today's: rule by rule, clause by clause, and for how many people how
 * often they are asked to meet. Nobody is named, and small groups are not counted.
 * @throws Refusal `not-found`
 */
export async function comparePolicies(needs: CompareNeeds, actor: Actor, input: { readonly versionId: string }) {
  if (actor.isAdministrator !== true) throw new Refusal('not-allowed');
  const { history, people } = await needs.store.asPerson(actor, async (tx) => ({
    history: await tx.policies.history(),
    people: await tx.people.alike(),
  }));
  const versions = comparedVersions(history, needs.policies.today(actor.tenantId), input.versionId);
  const before = await packIn(needs, actor, versions.before);
  const after = await packIn(needs, actor, versions.after);
  const shifts = shiftsOf(before, after, people);
  const counts = heldBack(shifts.map((one) => one.people));
  const shown = shifts.map((one, index) => ({ ...one, people: counts[index] ?? null }));
  const changed = shown.filter((one) => !isSameValue(one.before, one.after));
  const same = shown.filter((one) => isSameValue(one.before, one.after)).map((one) => one.people);
  const headOf = ({ id, title, version }: KeptVersion, { groups, clauses }: PolicyPack) => ({
    versionId: id,
    title,
    version,
    groups: groups.map((group) => ({ id: group.id, title: group.title })),
    clauses: [...clauses],
  });
  return {
    before: headOf(versions.before, before),
    after: headOf(versions.after, after),
    rules: compareRules(before, after),
    clauses: compareClauses(before, after),
    standardsBelow: await standardsBelow(needs, actor, after),
    cadences: changed,
    unchanged: same.includes(null) ? null : same.reduce<number>((sum, one) => sum + (one ?? 0), 0),
  };
}
