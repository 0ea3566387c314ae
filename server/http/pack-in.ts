import { policyPackSchema } from '#contract/policy-pack.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { Malformed } from './problem-response.ts';

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

function said({ message }: Issue): string {
  const plain = message.replace(/^Invalid input: /, '').replace(/^Invalid input$/, 'does not fit here');
  return plain.slice(0, 300);
}

/**
 * The policy in a text. A text with any mistake is no policy at all.
 * @throws Malformed `pack-invalid` naming each place that is wrong, and why
 */
export function packIn(text: string): PolicyPack {
  let value: unknown;
  try {
    value = JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Malformed([{ path: '', message: faultOfJson(cause) }], 'pack-invalid', { faults: 1 });
  }
  const result = policyPackSchema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => ({ path: placeOf(value, issue.path), message: said(issue) }));
  throw new Malformed(faults.slice(0, mostFaults), 'pack-invalid', { faults: faults.length });
}
