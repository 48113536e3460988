/**
 * A real XMPP server for the tests: prosody on loopback, with its own throw-away data folder.
 * Two accounts: the shop's agent and a customer. Websocket for the page, nothing for the outside.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Account {
  jid: string;
  password: string;
}

export interface Prosody {
  websocket: string;
  agent: Account;
  customer: Account;
  stop(): Promise<void>;
}

const HOST = 'localhost';
/** prosody refuses to run as root unless told twice: on the command line and in its configuration. */
const AS_ROOT = process.getuid?.() === 0 ? ['--root'] : [];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1.');
  return address.port;
}

function config(folder: string, httpPort: number, clientPort: number): string {
  return `
run_as_root = ${AS_ROOT.length > 0}
daemonize = false
pidfile = "${folder}/prosody.pid"
data_path = "${folder}/data"
interfaces = { "127.0.0.1" }
http_interfaces = { "127.0.0.1" }
http_ports = { ${httpPort} }
https_ports = { }
c2s_ports = { ${clientPort} }
s2s_ports = { }
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
authentication = "internal_plain"
consider_websocket_secure = true
cross_domain_websocket = true
modules_enabled = { "roster", "saslauth", "disco", "websocket", "http", "ping", "carbons", "pep", "vcard_legacy", "mam", "blocklist", "private", "presence" }
modules_disabled = { "s2s" }
log = { info = "${folder}/prosody.log" }
VirtualHost "${HOST}"
`;
}

/** Resolves when the port answers; rejects with the server's own words when it ends first. */
async function listening(server: ChildProcess, url: string): Promise<void> {
  let said = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<never>((_, reject) =>
    server.once('exit', (code) => reject(new Error(`prosody ended with ${code}: ${said}`))),
  );
  const answers = (async () => {
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline) {
      const up = await fetch(url).then(
        () => true,
        () => false,
      );
      if (up) return;
      await new Promise((next) => setTimeout(next, 50));
    }
    throw new Error(`prosody did not answer at ${url} within 30 s: ${said}`);
  })();
  await Promise.race([ended, answers]);
}

/** Both have each other as a contact, as after "add contact" and "accept": prosody's own file of an account's contacts. */
async function writeRosters(data: string, accounts: { agent: string; customer: string }): Promise<void> {
  const rosters = join(data, HOST, 'roster');
  await mkdir(rosters, { recursive: true });
  const entry = (user: string) => `return {
    [false] = { version = 1 };
    ["${user}@${HOST}"] = { subscription = "both"; groups = {}; name = "${user}" };
  };`;
  await writeFile(join(rosters, `${accounts.agent}.dat`), entry(accounts.customer));
  await writeFile(join(rosters, `${accounts.customer}.dat`), entry(accounts.agent));
}

export function prosodyInstalled(): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'prosody')));
}

export async function startProsody(): Promise<Prosody> {
  const folder = await mkdtemp(join(tmpdir(), 'tactful-prosody-'));
  await mkdir(join(folder, 'data'));
  const [httpPort, clientPort] = [await freePort(), await freePort()];
  const configFile = join(folder, 'prosody.cfg.lua');
  await writeFile(configFile, config(folder, httpPort, clientPort));

  const accounts = { agent: 'kefu', customer: 'guke' };
  for (const user of Object.values(accounts)) {
    execFileSync(
      'prosodyctl',
      [...AS_ROOT, '--config', configFile, 'register', user, HOST, `${user}-secret`],
      {
        stdio: 'pipe',
      },
    );
  }
  await writeRosters(join(folder, 'data'), accounts);
  const server = spawn('prosody', [...AS_ROOT, '--config', configFile, '-F'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await listening(server, `http://127.0.0.1:${httpPort}/xmpp-websocket`);

  const account = (user: string): Account => ({ jid: `${user}@${HOST}`, password: `${user}-secret` });
  return {
    websocket: `ws://127.0.0.1:${httpPort}/xmpp-websocket`,
    agent: account(accounts.agent),
    customer: account(accounts.customer),
    async stop() {
      const gone = new Promise((done) => server.once('exit', done));
      server.kill();
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
