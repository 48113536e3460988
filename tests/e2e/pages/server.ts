import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { build } from 'esbuild';

/** The pages the extension is tried on, served on loopback only. */
export interface PageServer {
  port: number;
  stop(): Promise<void>;
}

const BUNDLE = path.resolve('output/e2e/pages');
/** A console that allows nothing but itself: no inline code, no inline styles. */
const STRICT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src *";

const SHELL = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Shop chat</title>
<link rel="icon" href="data:,"></head><body><script type="module" src="/chat.js"></script></body></html>`;

/** Bundles the editors from their packages; two copies of lexical would give an editor that ignores typing. */
async function bundle(): Promise<void> {
  await build({
    entryPoints: ['tests/e2e/pages/chat.ts'],
    outdir: BUNDLE,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    logLevel: 'error',
    loader: { '.css': 'text' },
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    alias: { lexical: path.resolve('node_modules/lexical') },
  });
}

/**
 * Serves /chat?editor=… (see chat.ts), /frame?src=… (a page that frames another one), and the bundle.
 * `csp=strict` in the address adds a strict policy.
 */
export async function startPageServer(): Promise<PageServer> {
  await bundle();
  const server = createServer((request, response) => {
    answer(new URL(request.url ?? '/', 'http://localhost'), response).catch(() => {
      response.writeHead(404).end('Nothing here.');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No free port on loopback.');
  return { port: address.port, stop: () => stop(server) };
}

async function answer(url: URL, response: ServerResponse): Promise<void> {
  if (url.searchParams.get('csp') === 'strict') response.setHeader('Content-Security-Policy', STRICT_POLICY);
  if (url.pathname === '/chat') return html(response, SHELL);
  if (url.pathname === '/frame') return html(response, framing(url));
  const file = path.join(BUNDLE, path.normalize(url.pathname));
  if (!file.startsWith(`${BUNDLE}${path.sep}`)) throw new Error('outside of the bundle');
  const body = await readFile(file);
  response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
  response.end(body);
}

function html(response: ServerResponse, body: string): void {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(body);
}

function framing(url: URL): string {
  const source = (url.searchParams.get('src') ?? '').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const [width, height] = (url.searchParams.get('size') ?? '760x520').split('x').map(Number);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Console</title><link rel="icon" href="data:,">
<h1>Console</h1><iframe src="${source}" width="${width}" height="${height}"></iframe></html>`;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
