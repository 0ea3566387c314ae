import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installDebianPackages } from './debian.mjs';
import { Remedy } from './project.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe'];
const places = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The machine's own Chromium or Chrome: CHROMIUM if set, else where they usually are. */
export function findChromium() {
  const chosen = process.env.CHROMIUM;
  if (chosen !== undefined && chosen !== '') return existsSync(chosen) ? chosen : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...places, ...onPath].find((path) => existsSync(path));
}

/** The machine's Chromium, installed from Debian if there is none. */
export function ensureChromium() {
  if (findChromium() === undefined) installDebianPackages('chromium', 'fonts-liberation');
  const path = findChromium();
  if (path !== undefined) return path;
  throw new Remedy(
    'The browser tests need Chromium or Chrome, and none was found.\n' +
      'Install one (on Debian: apt-get install chromium), or name it: CHROMIUM=/path/to/chromium npm test',
  );
}
