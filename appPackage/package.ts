import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exampleSettings, settings } from './fill-manifest.ts';
import type { Settings } from './fill-manifest.ts';
import { zipPackage } from './zip-package.ts';

// npm run package [-- --TAB_DOMAIN duologue.yourcompany.com …]: settings from flags, else from the environment.
const { values: flags } = parseArgs({
  options: Object.fromEntries(settings.map(({ name }) => [name, { type: 'string' as const }])),
});
const given = settings.flatMap(({ name }) => {
  const value = flags[name] ?? process.env[name];
  return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
});
const missing = settings.filter(({ name }) => !given.some(([known]) => known === name));

if (given.length > 0 && missing.length > 0) {
  console.error('Some settings of the package are missing. Give each as a flag or in the environment:');
  for (const { name, meaning } of missing) console.error(`  ${name}: ${meaning}`);
  process.exit(1);
}

const values: Settings = { ...exampleSettings, ...Object.fromEntries(given) };
const folder = join(import.meta.dirname, 'build');
const target = join(folder, 'duologue.zip');
mkdirSync(folder, { recursive: true });
writeFileSync(target, zipPackage(readFileSync(join(import.meta.dirname, '../manifest.json'), 'utf8'), values));
console.log(`Wrote ${target} for https://${values.TAB_DOMAIN}.`);
if (given.length === 0) {
  console.log('No settings were given, so it carries example ids and is for looking at only. For a real one, give:');
  for (const { name, meaning } of settings) console.log(`  ${name}: ${meaning}`);
}
