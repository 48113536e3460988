import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type DownloadOptions, download, MOST_BYTES, readAddress } from '@/lib/subscription';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((done) => started.listen(0, '127.0.0.1', done));
  const address = started.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/book.json`;
}
const get = (url: string, more: Partial<DownloadOptions> = {}) =>
  download({ url, etag: null, allowed: true, fetch, patience: 10_000, ...more });

describe('an address', () => {
  it.each([
    ['https://books.example/a.json#x', { url: 'https://books.example/a.json' }],
    [' http://localhost:8080/a.json ', { url: 'http://localhost:8080/a.json' }],
    ['http://127.0.0.1/a', { url: 'http://127.0.0.1/a' }],
    ['', { problem: 'empty' }],
    ['books', { problem: 'no-address' }],
    ['file:///etc/passwd', { problem: 'no-address' }],
    ['http://books.example/a.json', { problem: 'not-secure' }],
    ['http://localhost.example/a', { problem: 'not-secure' }],
    ['https://me:secret@books.example/', { problem: 'holds-password' }],
  ])('%j', (text, read) => {
    expect(readAddress(text)).toEqual(read);
  });
});

describe('fetching', () => {
  it('gives the file with its tag, and asks with the tag the next time', async () => {
    const asked: (string | undefined)[] = [];
    const url = await serve(({ headers }, response) => {
      asked.push(headers['if-none-match']);
      expect(headers.cookie).toBeUndefined();
      if (headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end('{}');
    });
    const first = await get(url);
    expect(first).toMatchObject({ kind: 'file', etag: '"1"' });
    expect(first.kind === 'file' && new TextDecoder().decode(first.bytes)).toBe('{}');
    expect(await get(url, { etag: '"1"' })).toEqual({ kind: 'unchanged' });
    // A host that has not been granted is asked in the simplest way there is.
    expect(await get(url, { etag: '"1"', allowed: false })).toMatchObject({ kind: 'file' });
    expect(asked).toEqual([undefined, '"1"', undefined]);
  });

  it.each<[string, RequestListener, object]>([
    ['a missing page', (_, it) => it.writeHead(404).end('gone'), { kind: 'status', status: 404 }],
    [
      'a way elsewhere',
      (_, it) => it.writeHead(302, { location: 'https://elsewhere.example/' }).end(),
      { kind: 'redirected' },
    ],
    [
      'a file that says it is too large',
      (_, it) => it.writeHead(200, { 'content-length': String(MOST_BYTES + 1) }).write('x'),
      { kind: 'too-large', limit: 16 },
    ],
    [
      'a file that goes on without end',
      (_, it) => {
        const more = (): void => {
          while (!it.destroyed && it.write(Buffer.alloc(1_000_000)));
        };
        it.on('drain', more);
        more();
      },
      { kind: 'too-large', limit: 16 },
    ],
  ])('%s is refused', async (_what, listener, problem) => {
    expect(await get(await serve(listener))).toMatchObject({ kind: 'failed', problem });
  });

  it('gives up a host that does not answer', async () => {
    const url = await serve(() => undefined);
    expect(await get(url, { patience: 50 })).toMatchObject({ problem: { kind: 'too-slow' } });
  });

  it('says whether nobody was there or nobody let us', async () => {
    const url = 'http://127.0.0.1:1/';
    expect(await get(url)).toMatchObject({ problem: { kind: 'unreachable', host: '127.0.0.1:1' } });
    expect(await get(url, { allowed: false })).toMatchObject({ problem: { kind: 'no-permission' } });
  });
});
