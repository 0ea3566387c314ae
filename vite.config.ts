import react from '@vitejs/plugin-react';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const folder = join(import.meta.dirname, 'src/app');

/** Every page of src/app is an entry of its own: `tab.html` is served as `/tab.html`. Builds into dist/client. */
export default defineConfig({
  root: folder,
  // The pictures the manifest names by address.
  publicDir: join(import.meta.dirname, 'appPackage/pages'),
  plugins: [react()],
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
