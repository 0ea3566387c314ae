import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { rowOf, type Row } from './measure.ts';

const client = new URL('../dist/client/', import.meta.url);
const manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).optional(),
    dynamicImports: z.array(z.string()).optional(),
  }),
);
type Manifest = z.infer<typeof manifest>;

/** kB of gzipped JavaScript a page starts with; above `hard`, npm test fails. */
export const sizeBudget = { good: 165, hard: 185 } as const;

function chunkOf(chunks: Manifest, name: string): Manifest[string] {
  const chunk = chunks[name];
  if (chunk === undefined) throw new Error(`The build has no ${name}: run npm run build, or name its successor here.`);
  return chunk;
}

function addWithImports(chunks: Manifest, name: string, files: Set<string>): void {
  const { file, imports = [] } = chunkOf(chunks, name);
  if (files.has(file)) return;
  files.add(file);
  for (const one of imports) addWithImports(chunks, one, files);
}

/**
 * kB, gzipped, of the JavaScript of the page and a surface. A surface loads its parts (tabs, pages) as they are shown, so
 * what it begins with lies between the figure without `parts` and the one with all of them. @throws when nothing is built
 */
export function initialSize(surface: string, { parts }: { readonly parts: boolean }): number {
  const chunks = manifest.parse(JSON.parse(readFileSync(new URL('.vite/manifest.json', client), 'utf8')));
  const page = readFileSync(new URL('tab.html', client), 'utf8');
  const files = new Set([...page.matchAll(/"[./]*(assets\/[^"]+\.js)"/g)].map(([, file = '']) => file));
  if (files.size === 0) throw new Error('tab.html starts no script');
  const { dynamicImports = [] } = chunkOf(chunks, surface);
  for (const name of [surface, ...(parts ? dynamicImports : [])]) addWithImports(chunks, name, files);
  const scripts = [...files].filter((file) => file.endsWith('.js'));
  return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, client))).length, 0) / 1000;
}

export function benchSize(): Row[] {
  const target = `at most ${sizeBudget.good} kB gzip`;
  const row = (name: string, size: number): Row =>
    rowOf(name, { ours: size, baseline: sizeBudget.good }, target, (ours) => ours <= sizeBudget.good);
  return [
    row('size: side panel, before any of its tabs (kB)', initialSize('surfaces/MeetingPanel.tsx', { parts: false })),
    row('size: side panel, with all its tabs (kB)', initialSize('surfaces/MeetingPanel.tsx', { parts: true })),
    row('size: personal tab, before any of its pages (kB)', initialSize('surfaces/PersonalTab.tsx', { parts: false })),
  ];
}
