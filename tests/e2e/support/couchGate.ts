import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Backend, npmServer } from '../../unit/sync/support/backends';

/** What stands between the devices and the server: nothing, a broken line, a sign-in that has ended, or a server that does not answer. */
type Mode = 'open' | 'cut' | 'signedOut' | 'silent';

const ANSWERED = ['content-type', 'retry-after'];

/** A real server of CouchDB's protocol, behind a gate that a test shuts and opens. */
export class CouchGate {
  readonly user: string;
  readonly password: string;
  mode: Mode = 'open';
  readonly #backend: Backend;
  readonly #behind: string;
  readonly #server: Server;
  readonly #waiting = new Set<() => void>();

  private constructor(backend: Backend) {
    this.#backend = backend;
    const { host, username, password } = new URL(backend.url ?? '');
    this.#behind = `http://${host}`;
    this.user = decodeURIComponent(username);
    this.password = decodeURIComponent(password);
    this.#server = createServer((request, response) => {
      this.#pass(request, response).catch(() => response.destroy());
    });
  }

  static async open(): Promise<CouchGate> {
    const gate = new CouchGate(await npmServer());
    await new Promise<void>((resolve) => gate.#server.listen(0, '127.0.0.1', resolve));
    return gate;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.mode === 'cut') return void response.destroy();
    if (this.mode === 'signedOut') {
      response.writeHead(401, { 'content-type': 'application/json' });
      return void response.end('{"error":"unauthorized"}');
    }
    if (this.mode === 'silent') {
      for (const told of this.#waiting) told();
      this.#waiting.clear();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks);
    const { authorization, 'content-type': type } = request.headers;
    const said = await fetch(`${this.#behind}${request.url}`, {
      method: request.method ?? 'GET',
      headers: {
        ...(authorization === undefined ? {} : { authorization }),
        ...(type === undefined ? {} : { 'content-type': type }),
      },
      ...(body.length > 0 ? { body } : {}),
    });
    const bytes = Buffer.from(await said.arrayBuffer());
    for (const name of ANSWERED) {
      const value = said.headers.get(name);
      if (value !== null) response.setHeader(name, value);
    }
    response.writeHead(said.status);
    response.end(bytes);
  }

  /** From now on nothing is answered; resolves once somebody has asked. */
  askedInVain(): Promise<void> {
    this.mode = 'silent';
    return new Promise((resolve) => this.#waiting.add(resolve));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    await this.#backend.close();
  }
}
