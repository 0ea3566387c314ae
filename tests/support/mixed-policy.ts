import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PolicyPack } from '#core/policy/policy.ts';
import type { PolicyRule, RuleKind } from '#core/policy/rules.ts';

/** Of these the last counts: one taken from another pack replaces the pack's own. */
const standsOnce: ReadonlySet<RuleKind> = new Set<RuleKind>(['preparation']);

async function packOf(name: string): Promise<PolicyPack> {
  return JSON.parse(await readFile(`policies/${name}.json`, 'utf8')) as PolicyPack;
}

/** A policy file of its own: one pack, with rules of others beside its own. */
export async function mixedPolicy(base: string, taken: Readonly<Record<string, readonly string[]>>): Promise<string> {
  const pack = await packOf(base);
  const clauses = [...pack.clauses];
  const rules: PolicyRule[] = [...pack.rules];
  for (const [name, ids] of Object.entries(taken)) {
    const other = await packOf(name);
    const added = other.rules.filter(({ id }) => ids.includes(id));
    rules.push(...added.map((rule) => ({ ...rule, id: `${name}-${rule.id}` })));
    clauses.push(...other.clauses.filter(({ id }) => added.some((rule) => rule.clause === id)));
  }
  const last = new Map(rules.map((rule) => [rule.kind, rule.id]));
  const kept = rules.filter((rule) => !standsOnce.has(rule.kind) || last.get(rule.kind) === rule.id);
  const file = join(await mkdtemp(join(tmpdir(), 'duologue-policy-')), 'mixed.json');
  await writeFile(file, JSON.stringify({ ...pack, id: 'mixed', clauses, rules: kept }));
  return file;
}
