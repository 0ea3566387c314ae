import { createRequire } from 'node:module';

// jsdom comes without types; this is all that is used of it here.
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  JSDOM: new (html: string) => { readonly window: { readonly document: Document } };
};

/** The page a reader makes of some HTML. */
export function shownPage(html: string): Document {
  return new JSDOM(html).window.document;
}
