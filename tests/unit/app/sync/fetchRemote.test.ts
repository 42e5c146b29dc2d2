import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { diagnose } from '@/utils/app/sync/diagnose';
import { fetchRemote } from '@/utils/app/sync/fetchRemote';
import type { SignIn } from '@/utils/domain/sync/syncAccess';

/* What becomes of a request whose server sends it elsewhere: a proxy's page for signing in, as a rule. */

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** A server that counts who comes, and sends everybody to an address, or says that all is well. */
async function server(elsewhere: string | null): Promise<{ url: string; came: () => number }> {
  let came = 0;
  const one = createServer((_request, response) => {
    came += 1;
    response.writeHead(elsewhere === null ? 200 : 302, elsewhere === null ? {} : { location: elsewhere });
    response.end('<!doctype html><title>Sign in</title>');
  });
  await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  open.push(one);
  return { url: `http://127.0.0.1:${(one.address() as AddressInfo).port}/zhibi`, came: () => came };
}

const never = new AbortController().signal;
const PASSWORD: SignIn = { by: 'basic', user: 'rm', password: 'secret' };

describe('a server that sends us elsewhere', () => {
  it('is not followed, so that nobody else gets the password', async () => {
    const elsewhere = await server(null);
    const proxy = await server(elsewhere.url);
    const answer = await fetchRemote(proxy.url, PASSWORD, never).request('GET', '');
    expect(answer.status).toBe(302);
    expect(proxy.came()).toBe(1);
    expect(elsewhere.came()).toBe(0);
  });

  it.each([
    [{ by: 'cookie' }, 'signIn'],
    [PASSWORD, 'notCouch'],
    [{ by: 'token', token: 'x' }, 'notCouch'],
  ] as const)('with the sign-in %o is said to want: %s', async (signIn, found) => {
    const elsewhere = await server(null);
    const proxy = await server(elsewhere.url);
    expect(await diagnose({ url: proxy.url, signIn }, true)).toBe(found);
    expect(elsewhere.came()).toBe(0);
  });
});
