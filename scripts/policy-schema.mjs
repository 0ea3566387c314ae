import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { toJSONSchema } from 'zod';
import { policyPackSchema } from '../src/contract/policy-pack.ts';

/** The published description of a policy file, made from the schema that checks it. */
export async function policySchemaText() {
  const schema = { ...toJSONSchema(policyPackSchema, { io: 'input' }), title: 'Duologue policy pack' };
  return format(JSON.stringify(schema), { parser: 'json', printWidth: 120 });
}

if (import.meta.main) writeFileSync('policies/policy-pack.schema.json', await policySchemaText());
