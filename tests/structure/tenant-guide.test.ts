import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'docs/tenant.md'), 'utf8');

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The first cell of each table row that is one word of code. */
const rows = [...guide.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name = '']) => name);

function namesIn(part: string): string[] {
  return [...part.matchAll(/^\| `([A-Z][A-Za-z]+\.[A-Za-z.]+)`/gm)].map(([, name = '']) => name);
}

describe('the guide to a real tenant', () => {
  it('names every setting the server reads, and no other', () => {
    const found = read('server/config.ts').matchAll(/^ {2}(DUOLOGUE_\w+):/gm);
    expect(rows.filter((name) => name.startsWith('DUOLOGUE_')).sort()).toEqual(
      [...found].map(([, name = '']) => name).sort(),
    );
  });

  it('names every permission the Graph adapter asks for, and no other', () => {
    const asked = globSync('server/adapters/graph/*.ts', { cwd: root }).flatMap((file) =>
      [...read(file).matchAll(/= \['([A-Z]\w+\.[A-Za-z.]+)'\]/g)].map(([, name = '']) => name),
    );
    const delegated = guide.slice(guide.indexOf('| permission'), guide.indexOf('### Work for people who are not here'));
    expect(namesIn(delegated).sort()).toEqual([...new Set(asked)].sort());
  });

  it('names every application permission that stands in for a delegated one in the background, and no other', () => {
    const background = guide.slice(guide.indexOf('### Work for people who are not here'));
    const standsIn = [...read('server/adapters/entra/who-acts.ts').matchAll(/^ {2}'?[\w.]+'?: '([\w.]+)',$/gm)];
    for (const name of namesIn(background)) expect(standsIn.map(([, stands]) => stands)).toContain(name);
  });

  it('says that no real tenant has been tried', () => {
    expect(guide).toContain('No real tenant has been tried yet');
  });
});
