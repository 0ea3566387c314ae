import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, expect, test } from 'vitest';
import { clientPages } from '#server/http/client-pages.ts';
import { compressAssets } from '../../scripts/compress-assets.mjs';

const script = `export const words = ${JSON.stringify('one-to-one '.repeat(500))};`;
const directory = mkdtempSync(join(tmpdir(), 'duologue-assets-'));
mkdirSync(join(directory, 'assets'));
writeFileSync(join(directory, 'tab.html'), '<meta name="duologue-config" content="{}" />');
writeFileSync(join(directory, 'outlook.html'), '<script src="https://cdn.example/office.js"></script>');
writeFileSync(join(directory, 'assets', 'tab.js'), script);
writeFileSync(join(directory, 'assets', 'small.js'), 'export {};');
writeFileSync(join(directory, 'secret.txt'), 'not an asset');
compressAssets(join(directory, 'assets'));

const app = express().use(
  await clientPages({
    directory,
    client: { clientId: '', apiResource: '', authority: '', teamsAppId: '', hostOrigins: [], sentItemsAddress: '' },
    sources: { frameAncestors: [], officeScriptOrigin: 'https://cdn.example', connect: [] },
    officeScriptUrl: 'https://cdn.example/office.js',
  }),
);
const server = app.listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
afterAll(() => server.close());

/** As a browser asks, byte for byte: fetch would unpack the answer and tidy the path. */
function ask(
  path: string,
  encodings: string,
): Promise<{ status: number; headers: NodeJS.Dict<unknown>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ port, host: '127.0.0.1', path, headers: { 'Accept-Encoding': encodings } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) });
      });
    })
      .on('error', reject)
      .end();
  });
}

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['identity', undefined, (body: Buffer) => body],
])('a script asked for with %s comes as %s, whole, and is kept for a year', async (asked, encoding, unpack) => {
  const { status, headers, body } = await ask('/assets/tab.js', asked);
  expect([status, headers['content-encoding']]).toEqual([200, encoding]);
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(headers['content-type']).toMatch(/^(?:text|application)\/javascript/);
  expect(headers['vary']).toBe('Accept-Encoding');
  expect(unpack(body).toString()).toBe(script);
  if (encoding !== undefined) expect(body.length).toBeLessThan(script.length / 3);
});

test('a script too small to gain by it comes as it is', async () => {
  expect((await ask('/assets/small.js', 'br')).headers['content-encoding']).toBeUndefined();
});

test.each(['/assets/missing.js', '/assets/../secret.txt', '/assets/%2e%2e/secret.txt', '/assets/'])(
  '%s gives nothing away',
  async (path) => {
    expect([403, 404]).toContain((await ask(path, 'br')).status);
  },
);
