import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { evidenceFiles } from './scripts/evidenceFiles.mjs';
import { SECURITY_HEADERS } from './scripts/headers.mjs';
import { EXPERIMENT_IDS } from './src/domain/evidence.ts';

/** What only parts that are fetched later use: studies, the Evidence and Models screens, what the browser keeps, and files to take along. */
const FETCHED_LATER =
  /\/(src|node_modules)\/.*(stud(y|ies)|attack|margin|belief|gallery|evidence|conclusions|dsv|csv|FolderZone|modelShelf|browserStore|components\/Screen|idb\/build)/i;

/** A static single-page app: `dist/` runs from any folder of any web server. */
export default defineConfig({
  base: './',
  plugins: [react(), evidenceFiles(EXPERIMENT_IDS)],
  define: { __APP_VERSION__: JSON.stringify(process.env.npm_package_version ?? '0.1.0') },
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What the page shares with parts that are fetched later still is the page: by its name it is counted so.
            // With all it needs: without, it and the page can import each other in a ring, which does not start.
            {
              name: 'App-shared',
              test: (id) => !FETCHED_LATER.test(id),
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
  preview: { headers: SECURITY_HEADERS },
});
