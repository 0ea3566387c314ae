import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { exampleSettings, fillManifest } from '../../appPackage/fill-manifest.ts';
import { zipPackage } from '../../appPackage/zip-package.ts';

const root = join(import.meta.dirname, '../..');
const template = readFileSync(join(root, 'manifest.json'), 'utf8');
const settings = { ...exampleSettings, TAB_DOMAIN: 'duologue.brackenmoor.example' };

const icon = z.object({ size: z.number(), url: z.url() });
const manifestShape = z.object({
  version: z.string(),
  id: z.string(),
  validDomains: z.array(z.string()),
  description: z.object({ short: z.string(), full: z.string() }),
  icons: z.object({ color: z.string(), outline: z.string(), color32x32: z.string() }),
  staticTabs: z.array(
    z.object({
      entityId: z.string(),
      contentUrl: z.url(),
      websiteUrl: z.url(),
      scopes: z.array(z.string()),
      context: z.array(z.string()).optional(),
    }),
  ),
  webApplicationInfo: z.object({
    id: z.string(),
    resource: z.string(),
    nestedAppAuthInfo: z.array(z.object({ redirectUri: z.string(), scopes: z.array(z.string()) })),
  }),
  extensions: z.array(
    z.object({
      runtimes: z.array(
        z.object({ code: z.object({ page: z.url() }), actions: z.array(z.object({ id: z.string() })) }),
      ),
      ribbons: z.array(
        z.object({
          contexts: z.array(z.string()),
          tabs: z.array(
            z.object({
              groups: z.array(
                z.object({
                  icons: z.array(icon),
                  controls: z.array(z.object({ actionId: z.string(), icons: z.array(icon) })),
                }),
              ),
            }),
          ),
        }),
      ),
    }),
  ),
});

const filled: unknown = JSON.parse(fillManifest(template, settings));
const manifest = manifestShape.parse(filled);
const groups = manifest.extensions.flatMap(({ ribbons }) =>
  ribbons.flatMap(({ tabs }) => tabs.flatMap((tab) => tab.groups)),
);
const outlookIcons = groups.flatMap((group) => [...group.icons, ...group.controls.flatMap(({ icons }) => icons)]);
const pages = [
  ...manifest.staticTabs.flatMap(({ contentUrl, websiteUrl }) => [contentUrl, websiteUrl]),
  ...manifest.extensions.flatMap(({ runtimes }) => runtimes.map(({ code }) => code.page)),
];

/** The width and height a PNG declares, and whether its pixels carry opacity. */
function readPng(path: string): { width: number; height: number; transparent: boolean } {
  const bytes = readFileSync(path);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), transparent: bytes[25] === 6 };
}

describe('the Teams manifest', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const schema: unknown = JSON.parse(readFileSync(join(root, 'data/MicrosoftTeams.schema.json'), 'utf8'));
  const validate = ajv.compile(schema as object);

  it('keeps the published schema of its version', () => {
    validate(filled);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('would be caught by that schema if it were wrong', () => {
    expect(validate({ ...(filled as object), validDomains: 'duologue.example', colour: 'blue' })).toBe(false);
    expect(validate.errors?.map(({ keyword }) => keyword)).toEqual(['additionalProperties', 'type']);
  });

  it('opens in Teams, Outlook and Microsoft 365 as a tab, and in a meeting as chat tab, details and side panel', () => {
    const surfaces = manifest.staticTabs.map(({ scopes, context }) => [scopes, context]);
    expect(surfaces).toEqual([
      [['personal'], undefined],
      [['groupChat'], ['meetingChatTab', 'meetingDetailsTab', 'meetingSidePanel']],
    ]);
    const contexts = manifest.extensions.flatMap(({ ribbons }) => ribbons.flatMap((ribbon) => ribbon.contexts));
    expect(contexts).toEqual(['meetingDetailsOrganizer', 'meetingDetailsAttendee']);
  });

  it('serves every page from one domain of its own, over https, with the token meant for that domain', () => {
    const { id, resource, nestedAppAuthInfo } = manifest.webApplicationInfo;
    const hosts = [...pages, ...outlookIcons.map(({ url }) => url)].map((page) => new URL(page));
    expect([...new Set(hosts.map(({ protocol, host }) => `${protocol}//${host}`))]).toEqual([
      'https://duologue.brackenmoor.example',
    ]);
    expect(manifest.validDomains).toEqual(['duologue.brackenmoor.example']);
    expect(resource).toBe(`api://duologue.brackenmoor.example/${id}`);
    expect(nestedAppAuthInfo).toEqual([
      { redirectUri: 'brk-multihub://duologue.brackenmoor.example', scopes: [`${resource}/access_as_user`] },
    ]);
  });

  it('leaves no placeholder, has GUIDs, a plain version, and tabs and actions that can be told apart', () => {
    const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
    expect(JSON.stringify(filled)).not.toContain('${{');
    expect(manifest.id).toMatch(guid);
    expect(manifest.webApplicationInfo.id).toMatch(guid);
    expect(manifest.version).toMatch(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/);
    const entities = manifest.staticTabs.map(({ entityId }) => entityId);
    expect(new Set(entities).size).toBe(entities.length);
    const actions = manifest.extensions.flatMap(({ runtimes }) => runtimes.flatMap((each) => each.actions));
    const wanted = groups.flatMap(({ controls }) => controls.map(({ actionId }) => actionId));
    expect(actions.map(({ id }) => id)).toEqual(wanted);
  });

  it('says what it is without words the Store refuses', () => {
    expect(manifest.description.short).not.toMatch(/\bapp\b/i);
    expect(manifest.description.full.split(/\s+/).length).toBeLessThanOrEqual(500);
  });

  it('refuses a placeholder nobody fills', () => {
    expect(() => fillManifest('{"id":"${{NOBODY}}"}', settings)).toThrow('NOBODY');
  });

  it('keeps a quotation mark in a setting from breaking the JSON', () => {
    const text = fillManifest(template, { ...settings, PUBLISHER_NAME: 'The "Duologue" people' });
    expect(JSON.parse(text)).toMatchObject({ developer: { name: 'The "Duologue" people' } });
  });
});

describe('the icons', () => {
  it.each([
    ['appPackage/color.png', 192],
    ['appPackage/outline.png', 32],
    ['appPackage/color32x32.png', 32],
  ])('%s is a PNG of %i pixels', (path, size) => {
    expect(readPng(join(root, path))).toEqual({ width: size, height: size, transparent: true });
  });

  it('exist for Outlook in each size the manifest names, among the files the app serves', () => {
    expect(outlookIcons).not.toEqual([]);
    for (const { size, url } of outlookIcons) {
      const path = join(root, 'appPackage/pages', new URL(url).pathname);
      expect(readPng(path)).toEqual({ width: size, height: size, transparent: true });
    }
  });
});

describe('the app package', () => {
  it('holds the filled manifest and every icon it names, at its root', () => {
    const files = unzipSync(zipPackage(template, settings));
    const { color, outline, color32x32 } = manifest.icons;
    expect(Object.keys(files)).toEqual(['manifest.json', color, outline, color32x32]);
    expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toEqual(filled);
  });

  it('is the same, byte for byte, whenever it is built', () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 26) });
    const first = Buffer.from(zipPackage(template, settings));
    vi.setSystemTime(Date.UTC(2031, 2, 30, 1, 30));
    const second = Buffer.from(zipPackage(template, settings));
    vi.useRealTimers();
    expect(first.equals(second)).toBe(true);
  });
});
