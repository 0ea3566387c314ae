import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Every file of ours that an entry reaches, by following its imports. */
async function reachedFrom(entry: string): Promise<string[]> {
  const seen = new Set<string>();
  const visit = async (file: string): Promise<void> => {
    if (seen.has(file)) return;
    seen.add(file);
    const source = await readFile(file, 'utf8');
    for (const [, from = ''] of source.matchAll(/(?:from|import)\s*\(?\s*'([^']+\.ts)'/g)) {
      const alias = from
        .replace(/^#core\//, `${root}/src/core/`)
        .replace(/^#contract\//, `${root}/src/contract/`)
        .replace(/^#server\//, `${root}/server/`);
      await visit(alias.startsWith('.') ? resolve(dirname(file), alias) : alias);
    }
  };
  await visit(resolve(root, entry));
  return [...seen].map((file) => file.slice(root.length + 1));
}

async function startWith(
  environment: Record<string, string>,
): Promise<{ readonly code: number; readonly said: string }> {
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number];
  return { code, said };
}

test('the production entry reaches no development code', async () => {
  const files = await reachedFrom('server/main.ts');
  expect(files).toContain('server/adapters/graph/graph-calendar.ts');
  expect(files.filter((file) => file.startsWith('server/dev/') || file.startsWith('tests/'))).toEqual([]);
  expect(await reachedFrom('server/dev/main.ts')).toContain('server/dev/microsoft365/start.ts');
});

test('the production entry does not start without settings, and says which are missing', async () => {
  const { code, said } = await startWith({});
  expect(code).toBe(1);
  expect(said).toContain('DUOLOGUE_CLIENT_SECRET');
  expect(said).not.toContain('    at ');
});

test('the production entry does not start with the local issuer', async () => {
  const guid = '3f2b6c1e-5a4d-4f0e-9b57-6d1f0c8a2e11';
  const { code, said } = await startWith({
    DUOLOGUE_ORIGIN: 'https://localhost:3978',
    DUOLOGUE_LOGIN_ORIGIN: 'https://localhost:4365',
    DUOLOGUE_GRAPH_ORIGIN: 'https://localhost:4365',
    DUOLOGUE_CLIENT_ID: guid,
    DUOLOGUE_CLIENT_SECRET: 'a-secret-of-some-length',
    DUOLOGUE_TENANTS: guid,
    DUOLOGUE_TEAMS_APP_ID: guid,
    DUOLOGUE_CATALOG_APP_ID: guid,
    DUOLOGUE_POLICY: 'policies/out.json',
    DUOLOGUE_HOLIDAYS: 'policies/holidays-england.json',
  });
  expect(code).toBe(1);
  for (const name of ['DUOLOGUE_ORIGIN', 'DUOLOGUE_LOGIN_ORIGIN', 'DUOLOGUE_GRAPH_ORIGIN', 'DUOLOGUE_DATABASE_URL'])
    expect(said).toContain(name);
});
