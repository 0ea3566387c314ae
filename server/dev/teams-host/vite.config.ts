import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Builds the local Teams and Outlook pages to dist/teams-host; `vite --config` with this file serves them on port 4391. */
export default defineConfig({
  root: folder,
  base: '/',
  plugins: [react()],
  server: {
    port: 4391,
    strictPort: true,
    proxy: { '/v1.0': 'http://localhost:4365', '/_local': 'http://localhost:4365' },
  },
  build: {
    outDir: '../../../dist/teams-host',
    emptyOutDir: true,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: { main: `${folder}index.html`, office: `${folder}office/office.ts` },
      output: {
        // The Outlook pane names this file in a plain script tag, so its address must not change with its content.
        entryFileNames: (chunk) => (chunk.name === 'office' ? 'office/office.js' : 'assets/[name]-[hash].js'),
        // As a plain script it would otherwise leave its names in the pane's global scope.
        banner: (chunk) => (chunk.name === 'office' ? '(() => {' : ''),
        footer: (chunk) => (chunk.name === 'office' ? '})();' : ''),
      },
    },
  },
});
