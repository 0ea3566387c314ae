import griffel from '@griffel/vite-plugin';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import react from '@vitejs/plugin-react';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, runnerImport, type Plugin } from 'vite';

const folder = join(import.meta.dirname, 'src/app');

/** Compiles every sentence once, so that pages start without a parser for messages. */
function compileSentences(): Plugin {
  const exported = new Map([
    [join(folder, 'text/messages.ts'), 'messages'],
    [join(folder, 'text/personal-messages.ts'), 'personalMessages'],
  ]);
  return {
    name: 'compile-sentences',
    apply: 'build',
    async load(id) {
      const name = exported.get(id);
      if (name === undefined) return null;
      const { module } = await runnerImport<Record<string, Record<string, string>>>(id, { configFile: false });
      const compiled = Object.entries(module[name] ?? {}).map(([key, sentence]) => [key, compileMessage(sentence)]);
      return `export const ${name} = ${JSON.stringify(Object.fromEntries(compiled))};`;
    },
  };
}

/** Every page of src/app is an entry of its own: `tab.html` is served as `/tab.html`. Builds into dist/client. */
export default defineConfig({
  root: folder,
  // The pictures the manifest names by address.
  publicDir: join(import.meta.dirname, 'appPackage/pages'),
  plugins: [react(), griffel(), compileSentences()],
  build: {
    outDir: join(import.meta.dirname, 'dist/client'),
    emptyOutDir: true,
    // The content security policy allows neither inline scripts nor data: fonts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      input: readdirSync(folder)
        .filter((name) => name.endsWith('.html'))
        .map((name) => join(folder, name)),
    },
  },
});
