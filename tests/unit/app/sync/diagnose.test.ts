import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createDatabase, diagnose } from '@/utils/app/sync/diagnose';
import { npmServer } from '../../sync/support/backends';

vi.setConfig({ testTimeout: 30_000 });

const server = await npmServer();
const named = new URL(server.url ?? '');
const user = decodeURIComponent(named.username);
const password = decodeURIComponent(named.password);
afterAll(() => server.close());
vi.stubGlobal('navigator', { onLine: true });

const at = (database: string, changed = {}) => ({
  url: `http://${named.host}/${database}`,
  signIn: { by: 'basic' as const, user, password, ...changed },
});

/** A server that answers everything alike. */
async function answering(status: number, body: string): Promise<{ url: string; close(): void }> {
  const one = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body);
  });
  await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(one.address() as AddressInfo).port}/zhibi`, close: () => one.close() };
}

describe('a try of an address', () => {
  it('finds no database, then one that was made, and one that is somebody else’s', async () => {
    expect(await diagnose(at('tried'), false)).toBe('missing');
    expect(await createDatabase(at('tried'))).toBe(true);
    expect(await diagnose(at('tried'), false)).toBe('ready');
    // What a former try left is no hindrance.
    expect(await diagnose(at('tried'), false)).toBe('ready');
    await fetch(at('tried').url, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${user}:${password}`)}`, 'content-type': 'application/json' },
      body: '{"_id":"n:1"}',
    });
    expect(await diagnose(at('tried'), false)).toBe('foreign');
    expect(await diagnose(at('tried'), true)).toBe('ready');
  });

  it('says that the sign-in is wrong', async () => {
    expect(await diagnose(at('tried', { password: 'x' }), false)).toBe('signIn');
  });

  it.each([
    [403, '{"error":"forbidden"}', 'forbidden'],
    [200, '<!doctype html><title>Sign in</title>', 'notCouch'],
    [404, '<!doctype html>', 'notCouch'],
    [200, '{"couchdb":"Welcome","version":"1.7.2","db_name":"zhibi","doc_count":0}', 'old'],
  ] as const)('of %i with %s says: %s', async (status, body, found) => {
    const { url, close } = await answering(status, body);
    expect(await diagnose({ url, signIn: { by: 'cookie' } }, false)).toBe(found);
    close();
  });

  it('says that nobody answers', async () => {
    const { url, close } = await answering(200, '');
    close();
    expect(await diagnose({ url, signIn: { by: 'cookie' } }, false)).toBe('unreachable');
    vi.stubGlobal('navigator', { onLine: false });
    expect(await diagnose({ url, signIn: { by: 'cookie' } }, false)).toBe('offline');
  });
});
