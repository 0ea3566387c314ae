import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Router } from 'express';
import serveCompressed from 'express-static-gzip';
import { outlookPolicy, tabPolicy, type PageSources } from './page-headers.ts';

/** What the client is told before it starts. Nothing secret: everybody may read it. */
export interface ClientConfig {
  readonly clientId: string;
  readonly apiResource: string;
  readonly authority: string;
  readonly teamsAppId: string;
  /** Origins teams-js may talk to beside Microsoft's own. Empty in production. */
  readonly hostOrigins: readonly string[];
  readonly sentItemsAddress: string;
}

export interface PagesConfig {
  readonly directory: string;
  readonly client: ClientConfig;
  readonly sources: PageSources;
  readonly officeScriptUrl: string;
}

/** Where the pages, as built, leave room for what only the server knows. */
const configTag = /<meta name="duologue-config"[^>]*>/;
const officeTag = /<script src="https:\/\/[^"]*\/office\.js"[^>]*>/;

function attribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** The two pages and their assets. Pages are filled in once, at start. @throws when the client has not been built */
export async function clientPages(config: PagesConfig): Promise<Router> {
  const fill = async (name: string): Promise<string> => {
    const html = await readFile(join(config.directory, name), 'utf8');
    return html
      .replace(configTag, `<meta name="duologue-config" content="${attribute(JSON.stringify(config.client))}" />`)
      .replace(officeTag, `<script src="${attribute(config.officeScriptUrl)}">`);
  };
  const tab = await fill('tab.html');
  const outlook = await fill('outlook.html');
  const router = Router();
  router.get(['/', '/tab.html'], (_request, response) => {
    response
      .set({ 'Content-Security-Policy': tabPolicy(config.sources), 'Cache-Control': 'no-cache' })
      .type('html')
      .send(tab);
  });
  router.get('/outlook.html', (_request, response) => {
    response
      .set({ 'Content-Security-Policy': outlookPolicy(config.sources), 'Cache-Control': 'no-cache' })
      .type('html')
      .send(outlook);
  });
  router.use(
    '/assets',
    serveCompressed(join(config.directory, 'assets'), {
      enableBrotli: true,
      orderPreference: ['br', 'gzip'],
      index: false,
      serveStatic: { immutable: true, maxAge: '1y' },
    }),
  );
  return router;
}
