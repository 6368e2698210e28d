/** Serves `dist/` with the security headers; nothing else is reachable. */
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { SECURITY_HEADERS } from './headers.mjs';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

/**
 * @param {number} port 0 takes any free port
 * @param {string} host address to listen on
 * @returns {Promise<import('node:http').Server>} listening; rejects when the port is taken
 */
export function serve(port, host = '127.0.0.1') {
  const files = sirv(DIST, {
    etag: true,
    setHeaders(response) {
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.writeHead(404, { ...SECURITY_HEADERS, 'Content-Type': 'text/plain' });
      response.end('Not found');
    }),
  );
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}
