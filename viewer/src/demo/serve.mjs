// Serves demo.html, the built assets and sample images under the content security policy of the real pages.
// Usage: node src/demo/serve.mjs FOLDER_OF_IMAGES PORT
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [images, port] = process.argv.slice(2);
const module = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const ROOTS = { '/assets/': path.join(module, 'target/classes/META-INF/resources'), '/zarr/': images, '/': path.join(module, 'src/demo') };
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' };
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

createServer((request, response) => {
  const name = new URL(request.url, 'http://x').pathname;
  const root = Object.keys(ROOTS).find((prefix) => name.startsWith(prefix));
  const file = path.join(ROOTS[root], root === '/zarr/' ? name.slice(6) : name);
  if (name === '/zarr/busy.ome.zarr/zarr.json' || !existsSync(file) || !statSync(file).isFile()) {
    return response.writeHead(name.includes('busy') ? 503 : 404).end();
  }
  const bytes = readFileSync(file);
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const part = first === undefined ? bytes : first === '' ? bytes.subarray(-last) : bytes.subarray(+first, last === '' ? undefined : +last + 1);
  response.writeHead(first === undefined ? 200 : 206, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'Content-Length': part.length, 'Content-Security-Policy': POLICY });
  response.end(request.method === 'HEAD' ? undefined : part);
}).listen(Number(port), '127.0.0.1', () => console.log(`http://localhost:${port}/demo.html`));
