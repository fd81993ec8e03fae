import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildPortal } from '../../scripts/lib/portal.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import {
  runDemo,
  startBackend,
  startDemo,
} from '../../scripts/lib/product.mjs';
import { openLog, stopAll } from '../../scripts/lib/run.mjs';
import { secretsOf } from '../../scripts/lib/secrets.mjs';

const SIZE = ['--services', '12', '--teams', '4', '--days', '90'];

/** The product as `npm start` starts it, with a small company, its own data and its own port. */
export class Product {
  constructor(name, { dataDir, port, isOwn = true }) {
    this.name = name;
    this.dataDir = dataDir;
    this.port = port;
    this.isOwn = isOwn;
    this.secrets = secretsOf(dataDir);
    if (!isOwn) return;
    process.once('SIGTERM', () => this.stop().finally(() => process.exit(1)));
  }

  /** One that runs already, started by somebody who also stops it. */
  static shared(name, { dataDir, port }) {
    return new Product(name, { dataDir, port, isOwn: false });
  }

  static async create(name) {
    await buildPortal();
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), `${name}-`));
    return new Product(name, { dataDir, port: await freePort() });
  }

  get url() {
    return `http://localhost:${this.port}`;
  }

  #options(what) {
    const { dataDir, port } = this;
    return { dataDir, port, log: openLog(`${this.name}-${what}`) };
  }

  async writeCatalog() {
    await runDemo('catalog', { ...this.#options('catalog'), args: SIZE });
  }

  async start() {
    this.backend = await startBackend(this.#options('backend'));
  }

  async load() {
    await runDemo('load', { ...this.#options('load'), args: SIZE });
  }

  /** Begins to load without waiting for the end. */
  beginLoad() {
    return startDemo('load', { ...this.#options('load'), args: SIZE });
  }

  /** Ends the backend without a word of warning. */
  async kill() {
    await this.backend.kill();
  }

  async stop() {
    if (!this.isOwn) return;
    await stopAll();
    fs.rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Asks the API as the demo's guest. */
  get(route) {
    return this.#ask(route, {});
  }

  /** Sends to the API, as the demo's guest or as whose token it is. */
  post(route, body, token) {
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', body: JSON.stringify(body), headers };
    return this.#ask(route, init, token);
  }

  async #ask(route, { headers, ...init }, token) {
    if (!token) this.token ??= await this.#signIn();
    const answer = await fetch(`${this.url}/api/accountability${route}`, {
      ...init,
      headers: { ...headers, authorization: `Bearer ${token ?? this.token}` },
    });
    const text = await answer.text();
    if (!answer.ok) {
      const { method = 'GET' } = init;
      throw new Error(`${method} ${route}: ${answer.status} ${text}`);
    }
    return JSON.parse(text);
  }

  async #signIn() {
    const answer = await fetch(`${this.url}/api/auth/guest/refresh`, {
      headers: { 'x-requested-with': 'XMLHttpRequest' },
    });
    const { backstageIdentity } = await answer.json();
    return backstageIdentity.token;
  }
}
