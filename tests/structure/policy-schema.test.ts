import { readFileSync, readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { readPolicyPack } from '#server/policy-data.ts';
import { policySchemaText } from '../../scripts/policy-schema.mjs';

const published = 'policies/policy-pack.schema.json';
const packs = readdirSync('policies').filter((name) => {
  const content = JSON.parse(readFileSync(`policies/${name}`, 'utf8')) as Record<string, unknown>;
  return content['$schema'] === './policy-pack.schema.json';
});

test('the published schema of policies is the one that checks them; npm run policy-schema writes it', async () => {
  expect(readFileSync(published, 'utf8')).toBe(await policySchemaText());
});

test('there are five policies', () => {
  expect(packs.toSorted()).toEqual(['career.json', 'ess.json', 'form.json', 'od3a.json', 'out.json']);
});

test.each(packs)('%s fits the published schema, and loads', async (name) => {
  const ajv = new Ajv2020({ strict: false });
  (formats as unknown as (ajv: Ajv2020) => void)(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(published, 'utf8')) as object);
  expect(validate(JSON.parse(readFileSync(`policies/${name}`, 'utf8'))), JSON.stringify(validate.errors)).toBe(true);
  expect((await readPolicyPack(`policies/${name}`)).clauses.length).toBeGreaterThan(4);
});
