import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { policyPackSchema } from '#contract/policy-pack.ts';
import { policyStandardSchema } from '#contract/policy-standard.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import type { UnitStandard } from '#core/policy/standard.ts';
import type { LocalDate } from '#core/time-types.ts';

/** A policy or holiday file that cannot be used: the message says which file, where in it, and why. */
export class PolicyDataError extends Error {}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new PolicyDataError(`${file}: cannot be read`, { cause });
  }
}

function jsonIn(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new PolicyDataError(`${file}: cannot be read as JSON`, { cause });
  }
}

function checked<T>(
  file: string,
  result:
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } },
): T {
  if (result.success) return result.data;
  throw new PolicyDataError(
    result.error.issues.map((issue) => `${file}: ${issue.path.map(String).join('.')}: ${issue.message}`).join('\n'),
  );
}

/** The pack in a text. @throws PolicyDataError naming each place that is wrong */
export function packOfText(text: string, file = 'policy'): PolicyPack {
  return checked(file, policyPackSchema.safeParse(jsonIn(file, text)));
}

/** The unit's standard in a text. @throws PolicyDataError naming each place that is wrong */
export function standardOfText(text: string, file = 'standard'): UnitStandard {
  return checked(file, policyStandardSchema.safeParse(jsonIn(file, text)));
}

/** Reads a policy pack together with its text. @throws PolicyDataError naming each place that is wrong */
export async function readPolicyText(file: string): Promise<{ readonly pack: PolicyPack; readonly text: string }> {
  const text = await readText(file);
  return { pack: packOfText(text, file), text };
}

/** Reads the days nobody works: day → name. @throws PolicyDataError */
export async function readHolidays(file: string): Promise<Readonly<Record<LocalDate, string>>> {
  return checked(file, z.record(z.iso.date(), z.string()).safeParse(jsonIn(file, await readText(file))));
}
