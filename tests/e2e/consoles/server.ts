/**
 * Chat clients that other people wrote, unmodified, served on loopback: converse.js over a real XMPP server,
 * vue-advanced-chat and chatscope over a small relay. What one side sends travels through the server to the other.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { build } from 'esbuild';

export interface ConsoleServer {
  port: number;
  stop(): Promise<void>;
}

const BUNDLE = path.resolve('output/e2e/consoles');
const CONVERSE = path.resolve('node_modules/converse.js/dist');
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

async function bundle(): Promise<void> {
  await build({
    entryPoints: ['converse.ts', 'vue-advanced-chat.ts', 'chatscope.tsx'].map((file) =>
      path.join('tests/e2e/consoles', file),
    ),
    outdir: BUNDLE,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    logLevel: 'error',
    loader: { '.css': 'text' },
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  });
}

function shell(client: string, dir: string): string {
  const sheet = client === 'converse' ? '<link rel="stylesheet" href="/converse-dist/converse.min.css">' : '';
  return `<!doctype html><html lang="zh" dir="${dir}"><head><meta charset="utf-8"><title>${client}</title>
<link rel="icon" href="data:,">${sheet}</head><body><div id="root"></div>
<script type="module" src="/${client}.js"></script></body></html>`;
}

/** Hands what one listener says to all of them: `GET /relay` listens, `POST /relay` says. */
class Relay {
  private readonly listeners = new Set<ServerResponse>();

  listen(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(': here\n\n');
    this.listeners.add(response);
    response.once('close', () => this.listeners.delete(response));
  }

  async say(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    for (const listener of this.listeners) listener.write(`data: ${body}\n\n`);
    response.writeHead(204).end();
  }
}

/** Serves /converse, /vue-advanced-chat and /chatscope; each takes `me=agent|customer` and its own parameters. */
export async function startConsoleServer(): Promise<ConsoleServer> {
  await bundle();
  const relay = new Relay();
  const server = createServer((request, response) => {
    answer(relay, request, response).catch(() => response.writeHead(404).end('Nothing here.'));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No free port on loopback.');
  return { port: address.port, stop: () => stop(server) };
}

async function answer(relay: Relay, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/relay') {
    return request.method === 'POST' ? relay.say(request, response) : relay.listen(response);
  }
  const page = /^\/(converse|vue-advanced-chat|chatscope)$/.exec(url.pathname)?.[1];
  if (page) {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(shell(page, url.searchParams.get('dir') ?? 'ltr'));
    return;
  }
  const [folder, name] = url.pathname.startsWith('/converse-dist/')
    ? [CONVERSE, url.pathname.slice('/converse-dist/'.length)]
    : [BUNDLE, url.pathname];
  const file = path.join(folder, path.normalize(decodeURIComponent(name)));
  if (!file.startsWith(`${folder}${path.sep}`)) throw new Error('outside of the folder');
  const body = await readFile(file);
  response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
  response.end(body);
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
