import { policyPackSchema } from '#contract/policy-pack.ts';
import { policyStandardSchema } from '#contract/policy-standard.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import type { UnitStandard } from '#core/policy/standard.ts';
import type { LoadedStandard } from '../usecases/load-standard.ts';
import { Malformed } from './problem-response.ts';

type Parsed<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const mostFaults = 100;

/** Where text stops being JSON, as far as the engine says. */
function faultOfJson(cause: unknown): string {
  const [, line, column] = /line (\d+) column (\d+)/.exec(String(cause)) ?? [];
  return line === undefined || column === undefined ? 'not JSON' : `not JSON from line ${line}, character ${column} on`;
}

function textAt(value: unknown, name: string): string {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === 'string' ? found : '';
}

/** "rules[3] (weekly).cadence.every": a place in the file, with the name of what stands in a list. */
function placeOf(value: unknown, path: readonly PropertyKey[]): string {
  let here: unknown = value;
  let place = '';
  for (const step of path) {
    here = typeof here === 'object' && here !== null ? (Reflect.get(here, step) as unknown) : undefined;
    if (typeof step === 'number') {
      const name = textAt(here, 'id');
      place += `[${step + 1}]${name === '' ? '' : ` (${name.slice(0, 64)})`}`;
    } else {
      place += place === '' ? String(step) : `.${String(step)}`;
    }
  }
  return place;
}

/** What is wrong, in words of a file rather than of a program. */
function said({ code, message }: Issue): string {
  if (code === 'invalid_union') return 'none of the kinds that are known here';
  const [, expected, received] = /^Invalid input: expected (.+), received (.+)$/.exec(message) ?? [];
  if (received === 'undefined') return 'is missing';
  if (expected !== undefined && received !== undefined) return `should be ${expected}, and is ${received}`;
  return message
    .replace(/^Unrecognized keys?: /, 'a field that is not known here: ')
    .replace(/^Invalid (input|option|string)(: )?/, '')
    .replace(/^$/, 'does not fit here')
    .slice(0, 300);
}

/** @throws Malformed `pack-invalid` naming each place that is wrong, and why */
function read<T>(text: string, schema: { safeParse(value: unknown): Parsed<T> }): T {
  let value: unknown;
  try {
    value = JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Malformed([{ path: '', message: faultOfJson(cause) }], 'pack-invalid', { faults: 1 });
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => ({ path: placeOf(value, issue.path), message: said(issue) }));
  throw new Malformed(faults.slice(0, mostFaults), 'pack-invalid', { faults: faults.length });
}

/** The policy in a text. A text with any mistake is no policy at all. @throws Malformed `pack-invalid` */
export function packIn(text: string): PolicyPack {
  return read<PolicyPack>(text, policyPackSchema);
}

/** The unit's standard in a text; the same holds for it. @throws Malformed `pack-invalid` */
export function standardIn(text: string): UnitStandard {
  return read<UnitStandard>(text, policyStandardSchema);
}

/**
 * What became of a standard, where it was taken.
 * @throws Malformed `standard-weaker` with each clause it would break as the path and how as the message, or `pack-invalid`
 */
export function takenStandard(loaded: LoadedStandard): Extract<LoadedStandard, { kind: 'loaded' }> {
  if (loaded.kind === 'loaded') return loaded;
  const { breaches, faults } = loaded;
  if (breaches.length > 0) {
    const fields = breaches.map(({ clause, why }) => ({ path: clause, message: why }));
    throw new Malformed(fields, 'standard-weaker', { faults: breaches.length });
  }
  const fields = faults.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new Malformed(fields, 'pack-invalid', { faults: faults.length });
}
