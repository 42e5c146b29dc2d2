import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the contexts in the browser have told so far. */
export interface Listener {
  port: number;
  /** Operations that were acknowledged to somebody: they must be there for ever. */
  acknowledged: string[];
  /** Contexts that opened the store. */
  opened: string[];
  /** Whatever should not have happened. */
  alarms: string[];
  close(): void;
}

/** Listens on a free port of this machine. */
export function listen(): Promise<Listener> {
  const heard = { acknowledged: [] as string[], opened: [] as string[], alarms: [] as string[] };
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const [what, ...rest] = text.split(' ');
      if (what === 'done') heard.acknowledged.push(rest.join(' '));
      else if (what === 'opened') heard.opened.push(rest.join(' '));
      else if (what === 'alarm') heard.alarms.push(rest.join(' '));
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.end();
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const close = () => {
        server.closeAllConnections();
        server.close();
      };
      resolve({ ...heard, port, close });
    });
  });
}
