import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const requirements = z
  .array(z.strictObject({ id: z.string(), pack: z.string().nullable(), asks: z.string().min(10) }))
  .parse(JSON.parse(readFileSync(join(root, 'requirements/requirements.json'), 'utf8')));
const ids = new Set(requirements.map(({ id }) => id));

/** What is written in square brackets at the start of a test's name. */
const inTestName = /\b(?:it|test|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:\[[^\]]+\]\s*)+)/g;

describe('requirement numbers', () => {
  it('are the 75 of the five packs and the four above all', () => {
    const counts = Object.entries(Object.groupBy(requirements, ({ pack }) => pack ?? 'above all')).map(
      ([pack, list]) => [pack, list?.length],
    );
    expect(Object.fromEntries(counts)).toEqual({ OD3a: 20, OUT: 13, FORM: 10, ESS: 10, CAREER: 18, 'above all': 4 });
    expect(ids.size).toBe(requirements.length);
  });

  it('in a test name are numbers that exist', () => {
    const unknown = globSync('tests/**/*.{test,spec}.{ts,tsx}', { cwd: root }).flatMap((file) => {
      const names = readFileSync(join(root, file), 'utf8').matchAll(inTestName);
      const numbers = [...names].flatMap(([, , brackets = '']) => [...brackets.matchAll(/\[([^\]]+)\]/g)]);
      return numbers.flatMap(([, number = '']) => (ids.has(number) ? [] : [`${file}: [${number}]`]));
    });
    expect(unknown).toEqual([]);
  });
});
