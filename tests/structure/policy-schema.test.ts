import { readFileSync, readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { applyStandard } from '#core/policy/standard.ts';
import { readPolicyText } from '#server/policy-data.ts';
import { policyStandardSchema } from '#contract/policy-standard.ts';
import { published } from '../../scripts/policy-schema.mjs';

const packs = readdirSync('policies').filter((name) => {
  if (!name.endsWith('.json')) return false;
  const content = JSON.parse(readFileSync(`policies/${name}`, 'utf8')) as Record<string, unknown>;
  return content['$schema'] === './policy-pack.schema.json';
});
const standards = readdirSync('policies/standards');

function fits(schema: string, file: string): boolean {
  const ajv = new Ajv2020({ strict: false });
  (formats as unknown as (ajv: Ajv2020) => void)(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
  const isFit = validate(JSON.parse(readFileSync(file, 'utf8')));
  expect(isFit, JSON.stringify(validate.errors)).toBe(true);
  return isFit;
}

test.each(Object.entries(published))(
  '%s is the schema that checks; npm run policy-schema writes it',
  async (file, made) => {
    expect(readFileSync(file, 'utf8')).toBe(await made());
  },
);

test('there are five policies, and a sixth written from a policy text alone', () => {
  expect(packs.toSorted()).toEqual([
    'career.json',
    'ess.json',
    'form.json',
    'od3a.json',
    'out.json',
    'sixth-social-work.json',
  ]);
});

test.each(packs)('%s fits the published schema, and loads', async (name) => {
  expect(fits('policies/policy-pack.schema.json', `policies/${name}`)).toBe(true);
  expect((await readPolicyText(`policies/${name}`)).pack.clauses.length).toBeGreaterThan(4);
});

test.each(standards)(
  '[OD3a-3] the standard %s fits its published schema, and includes the policy it is made for',
  async (name) => {
    const file = `policies/standards/${name}`;
    expect(fits('policies/policy-standard.schema.json', file)).toBe(true);
    const standard = policyStandardSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(applyStandard((await readPolicyText(`policies/${standard.packId}.json`)).pack, standard)).toMatchObject({
      kind: 'applied',
    });
  },
);
