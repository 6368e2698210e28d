import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const RESULTS = new URL('../experiments/results/', import.meta.url);

/** @param {string} id */
const pathOf = (id) => fileURLToPath(new URL(`${id}.json`, RESULTS));

/**
 * Vite plugin: the results of the experiments become files of the app, `evidence/<experiment>.json`, with
 * `evidence/index.json` naming those there are. Other files beside them are left out.
 * @param {readonly string[]} ids experiments the app can show
 * @returns {import('vite').Plugin}
 */
export function evidenceFiles(ids) {
  const there = () => ids.filter((id) => existsSync(pathOf(id)));
  /** @param {string} name */
  const content = (name) => {
    if (name === 'index') return JSON.stringify(there());
    return there().includes(name) ? readFileSync(pathOf(name), 'utf8') : null;
  };
  return {
    name: 'evidence-files',
    configureServer(server) {
      server.middlewares.use('/evidence/', (request, response, next) => {
        const name = /^\/(\w+)\.json/.exec(request.url ?? '')?.[1] ?? '';
        const text = content(name);
        if (text === null) return next();
        response.setHeader('Content-Type', 'application/json');
        response.end(text);
      });
    },
    generateBundle() {
      for (const name of ['index', ...there()])
        this.emitFile({
          type: 'asset',
          fileName: `evidence/${name}.json`,
          source: content(name) ?? '',
        });
    },
  };
}
