import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { toJSONSchema } from 'zod';
import { policyPackSchema } from '../src/contract/policy-pack.ts';
import { policyStandardSchema } from '../src/contract/policy-standard.ts';

/** What is published, by its file: the description of a policy, and of a unit's standard, made from the schemas that check them. */
export const published = {
  'policies/policy-pack.schema.json': () => text(policyPackSchema, 'Duologue policy pack'),
  'policies/policy-standard.schema.json': () => text(policyStandardSchema, 'Duologue standard of a unit'),
};

/**
 * @param {import('zod/v4/core').$ZodType} checks
 * @param {string} title
 */
function text(checks, title) {
  const schema = { ...toJSONSchema(checks, { io: 'input' }), title };
  return format(JSON.stringify(schema), { parser: 'json', printWidth: 120 });
}

if (import.meta.main) for (const [file, made] of Object.entries(published)) writeFileSync(file, await made());
