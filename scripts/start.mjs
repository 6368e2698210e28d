/**
 * `npm start`: installs if needed, builds if needed, serves, prints the address and opens it.
 * Options: `--no-open`, `--port N` (default 4173; the next free one when that is taken), `--host ADDRESS`.
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { npm, setup } from './setup.mjs';

const PORT = 4173;

function options() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        open: { type: 'boolean', default: true },
      },
      allowNegative: true,
    });
    const port = values.port === undefined ? PORT : Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`--port must be 0…65535, got ${values.port}`);
    return { port, fixed: values.port !== undefined, host: values.host, open: values.open };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

/** @param {string} address */
function openInBrowser(address) {
  const [command, ...args] = {
    darwin: ['open', address],
    win32: ['cmd', '/c', 'start', '', address],
  }[/** @type {'darwin' | 'win32'} */ (process.platform)] ?? ['xdg-open', address];
  const child = spawn(command ?? 'xdg-open', args, { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('No browser could be opened; open the address yourself.'));
  child.unref();
}

/**
 * @param {number} port
 * @param {string} host
 * @param {boolean} fixed
 */
async function listen(port, host, fixed) {
  const { serve } = await import('./serve.mjs');
  for (let candidate = port; ; candidate++) {
    try {
      return await serve(candidate, host);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || fixed || candidate >= port + 20) throw error;
    }
  }
}

const { port, fixed, host, open } = options();
setup();
npm(['run', '--silent', 'build']);
const server = await listen(port, host, fixed).catch((error) => {
  console.error(`Port ${port} cannot be used: ${error.message}`);
  process.exit(1);
});
const address = server.address();
const url = `http://${host === '0.0.0.0' ? 'localhost' : host}:${typeof address === 'object' ? address?.port : port}/`;
console.log(`\nJitterscope is running: ${url}\nStop it with Ctrl+C.`);
if (open) openInBrowser(url);
