import { strToU8, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillManifest } from './fill-manifest.ts';
import type { Settings } from './fill-manifest.ts';

/** Files of the package beside the manifest, in their order in the zip. */
const icons = ['color.png', 'outline.png', 'color32x32.png'];

/** Every file carries this moment, so that the same input gives the same bytes on any machine and day. */
const moment = new Date(2000, 0, 1);

/** The app package as Teams takes it: the filled manifest and the icons at the root of a zip. */
export function zipPackage(template: string, values: Settings): Uint8Array {
  const manifest = strToU8(fillManifest(template, values));
  const pictures = icons.map((name) => [name, readFileSync(join(import.meta.dirname, name))] as const);
  return zipSync(Object.fromEntries([['manifest.json', manifest] as const, ...pictures]), {
    level: 9,
    mtime: moment,
    os: 3,
  });
}
