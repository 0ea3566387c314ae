import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { rowOf, type Row } from './measure.ts';

const client = new URL('../dist/client/', import.meta.url);
const manifest = z.record(z.string(), z.object({ file: z.string(), imports: z.array(z.string()).optional() }));
type Manifest = z.infer<typeof manifest>;

/** kB of gzipped JavaScript a page starts with; above `hard`, npm test fails. */
export const sizeBudget = { good: 165, hard: 185 } as const;

/** What is on the screen of each surface when it can first be used, beyond the page itself. */
const surfaces = {
  panel: ['surfaces/MeetingPanel.tsx'],
  panelBefore: ['surfaces/MeetingPanel.tsx', 'surfaces/meeting/PanelAgenda.tsx', 'ui/DeliveryNotice.tsx'],
  personal: ['surfaces/PersonalTab.tsx'],
} as const;

function addWithImports(chunks: Manifest, name: string, files: Set<string>): void {
  const chunk = chunks[name];
  if (chunk === undefined) throw new Error(`The build has no ${name}: run npm run build, or name its successor here.`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const one of chunk.imports ?? []) addWithImports(chunks, one, files);
}

function builtChunks(): Manifest {
  return manifest.parse(JSON.parse(readFileSync(new URL('.vite/manifest.json', client), 'utf8')));
}

/** The script that a page runs, each page another: what runs on both would greet both hosts. @throws when nothing is built */
export function scriptOf(page: 'tab.html' | 'outlook.html'): string | undefined {
  return builtChunks()[page]?.file;
}

/**
 * kB, gzipped file by file, of all JavaScript that a surface needs before it can be used: what the page starts or fetches ahead,
 * the line to Teams, and the surface, each with everything it imports statically. @throws when nothing is built
 */
export function initialSize(surface: keyof typeof surfaces): number {
  const chunks = builtChunks();
  const page = readFileSync(new URL('tab.html', client), 'utf8');
  const files = new Set([...page.matchAll(/"[./]*(assets\/[^"]+\.js)"/g)].map(([, file = '']) => file));
  if (files.size === 0) throw new Error('tab.html starts no script');
  for (const name of surfaces[surface]) addWithImports(chunks, name, files);
  const scripts = [...files].filter((file) => file.endsWith('.js'));
  return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, client))).length, 0) / 1000;
}

export function benchSize(): Row[] {
  const row = (name: string, surface: keyof typeof surfaces): Row => {
    const target = `at most ${sizeBudget.good} kB gzip`;
    const figures = { ours: initialSize(surface), baseline: sizeBudget.good };
    return rowOf(`size: ${name} (kB)`, figures, target, (ours) => ours <= sizeBudget.good);
  };
  return [
    row('side panel of an open meeting, until usable', 'panel'),
    row('side panel before the meeting, until usable', 'panelBefore'),
    row('personal tab, until usable', 'personal'),
  ];
}
