import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FRONT_ENDS } from '../../demo-crm/frontEnds';
import { type DemoCrm, startDemoCrm } from '../../demo-crm/server';

const TODAY = '2026-11-23';
let crm: DemoCrm;
beforeAll(async () => {
  crm = await startDemoCrm({ today: TODAY });
});
afterAll(() => crm.close());
afterEach(async () => {
  await fetch(`${crm.url}/__switches`, { method: 'DELETE' });
  await fetch(`${crm.url}/__edits`, { method: 'DELETE' });
});

const SESSION = { cookie: 'demo_classic=open' };
const get = (path: string, headers: Record<string, string> = SESSION) =>
  fetch(crm.url + path, { headers, redirect: 'manual' });
const text = async (path: string) => (await get(path)).text();
const api = async (path: string) => (await get(`/api${path}`)).json();
const send = (method: string, path: string, body: unknown) =>
  fetch(crm.url + path, { method, headers: SESSION, body: JSON.stringify(body), redirect: 'manual' });
const postForm = (path: string, fields: Record<string, string>) =>
  fetch(crm.url + path, {
    method: 'POST',
    headers: SESSION,
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

describe('sessions', () => {
  it('shows an index that links to the front ends without a login', async () => {
    const index = await (await get('/', {})).text();
    expect(index).toContain('href="/classic/?demo=1"');
  });

  it('sends a stranger to the login page and, after any login, on to where they wanted', async () => {
    const turned = await get('/classic/detail.do?custNo=10000001', {});
    expect(turned.status).toBe(302);
    const login = turned.headers.get('location') ?? '';
    expect(login).toBe('/classic/login.do?returnTo=%2Fclassic%2Fdetail.do%3FcustNo%3D10000001');
    expect(await (await get(login, {})).text()).toContain('value="/classic/detail.do?custNo=10000001"');
    const entered = await postForm('/classic/login.do', {
      userId: 'anybody',
      passwd: 'anything',
      returnTo: '/classic/detail.do?custNo=10000001',
    });
    expect(entered.headers.get('location')).toBe('/classic/detail.do?custNo=10000001');
    expect(entered.headers.get('set-cookie')).toContain('demo_classic=open');
  });

  it('never sends anybody elsewhere after the login', async () => {
    for (const returnTo of [
      'https://evil.example/',
      '//evil.example/classic/',
      '/modern/',
      'javascript:alert(1)',
    ]) {
      const entered = await postForm('/classic/login.do', { returnTo });
      expect(entered.headers.get('location'), returnTo).toBe('/classic/');
    }
  });

  it('keeps sessions apart by front end', async () => {
    expect((await get('/classic/welcome.do', { cookie: 'demo_modern=open' })).status).toBe(302);
    expect((await get('/classic/welcome.do')).status).toBe(200);
  });

  it('logs in by a parameter and drops it from the address', async () => {
    for (const parameter of ['demo=1', 'auto-login']) {
      const entered = await get(`/classic/detail.do?custNo=10000001&${parameter}`, {});
      expect(entered.headers.get('location')).toBe('/classic/detail.do?custNo=10000001');
      expect(entered.headers.get('set-cookie')).toContain('demo_classic=open');
    }
  });

  it('logs out', async () => {
    const left = await get('/classic/logout.do');
    expect(left.headers.get('location')).toBe('/classic/login.do');
    expect(left.headers.get('set-cookie')).toContain('Max-Age=0');
  });
});

describe('files', () => {
  it('serves styles, and TypeScript as JavaScript', async () => {
    expect((await get('/classic/style/base.css', {})).headers.get('content-type')).toContain('text/css');
    const script = await get('/classic/script/workspace.js', {});
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(await script.text()).not.toContain('interface Tab');
  });

  it('serves the hostile script as a classic script, with nothing a module needs', async () => {
    const script = await (await get('/hostile.js', {})).text();
    expect(script).not.toMatch(/^\s*(import|export)\b/m);
    expect(() => new Function(script)).not.toThrow();
  });

  it('stays inside its folders', async () => {
    for (const path of [
      '/classic/style/..%2F..%2Fserver.ts',
      '/classic/script/%2e%2e/frontEnd',
      '/classic/style/none.css',
    ]) {
      expect((await get(path)).status, path).toBe(404);
    }
  });

  it('answers an unknown page or client with 404', async () => {
    for (const path of [
      '/nowhere',
      '/classic/nowhere.do',
      '/classic/detail.do?custNo=99999999',
      '/classic/detail.do',
    ]) {
      expect((await get(path)).status, path).toBe(404);
    }
  });
});

describe.each(FRONT_ENDS.map(({ prefix }) => prefix))('/%s', (prefix) => {
  it('logs in from the index and serves its page with all styles and code', async () => {
    const entered = await get(`/${prefix}/?demo=1`, {});
    expect(entered.headers.get('set-cookie')).toContain(`demo_${prefix}=open`);
    const page = await get(`/${prefix}/`, { cookie: `demo_${prefix}=open` });
    expect(page.status).toBe(200);
    const source = await page.text();
    expect(source).toContain('<head>');
    const files = [...source.matchAll(/(?:src|href)="([^"]+\.(?:js|css|svg))"/g)].map(
      ([, path = '']) => path,
    );
    expect(files.length).toBeGreaterThan(1);
    for (const path of await withImports(files)) expect((await get(path, {})).status, path).toBe(200);
  });
});

/** The files and whatever modules they import, as a browser would follow them. */
async function withImports(files: string[]): Promise<Set<string>> {
  const known = new Set(files);
  for (const path of known) {
    if (/\.(css|svg)$/.test(path)) continue;
    const code = await (await get(path, {})).text();
    for (const [, target = ''] of code.matchAll(/^(?:import|export)\b[^'"();]*['"](\.[^'"]+)['"]/gm)) {
      known.add(new URL(target, crm.url + path).pathname);
    }
  }
  return known;
}

describe('edits', () => {
  it('keeps what the edit form saves, escaped, until they are reset', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const saved = await postForm('/classic/edit.do', {
      custNo: '10000001',
      name,
      email: '',
      phone: '13800009999',
    });
    expect(saved.headers.get('location')).toBe('/classic/detail.do?custNo=10000001');
    const detail = await text('/classic/detail.do?custNo=10000001');
    expect(detail).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(detail).not.toContain('<img src=x');
    expect(detail).toContain('138****9999');
    expect((await api('/clients/10000001')).client).toMatchObject({
      name,
      email: null,
      address: expect.stringContaining('临澜市'),
    });
    await fetch(`${crm.url}/__edits`, { method: 'DELETE' });
    expect((await api('/clients/10000001')).client.name).toBe('王丽华');
  });

  it('refuses wrong values and names the field', async () => {
    const refused = await send('PUT', '/api/clients/10000001', { balanceFen: -1 });
    expect(refused.status).toBe(400);
    expect((await refused.json()).error).toContain('balanceFen');
    expect((await send('PUT', '/api/clients/60000001', { marital: 'single' })).status).toBe(400);
    expect((await send('PUT', '/api/clients/10000001', { recordId: '10000002' })).status).toBe(400);
    expect((await postForm('/classic/edit.do', { custNo: '10000001', idExpiry: '2026-02-30' })).status).toBe(
      400,
    );
  });

  it('moves assets along with a balance', async () => {
    const before = (await api('/clients/10000002')).client;
    const reply = await send('PUT', '/api/clients/10000002', { balanceFen: before.balanceFen + 500 });
    expect((await reply.json()).client.aumFen).toBe(before.aumFen + 500);
  });

  it('adds a contact in its place by date', async () => {
    const added = await send('POST', '/api/clients/10000001/contacts', {
      day: '2026-11-20',
      minute: null,
      channel: 'phone',
      text: '电话回访',
    });
    expect(added.status).toBe(201);
    await postForm('/classic/contactLog.do', {
      custNo: '10000001',
      day: '2026-09-20',
      channel: 'email',
      text: '补录',
    });
    const { items } = await api('/clients/10000001/contacts');
    expect(items[0]).toMatchObject({ day: '2026-11-20', by: '陈思远' });
    const days = items.map(({ day }: { day: string }) => day);
    expect(days).toEqual(days.toSorted().reverse());
    expect(new Set(items.map(({ id }: { id: string }) => id)).size).toBe(19);
  });
});

describe('the API', () => {
  it('wants a session', async () => {
    for (const path of ['/api/session', '/api/dashboard', '/api/clients', '/api/clients/10000001']) {
      expect((await get(path, {})).status, path).toBe(401);
    }
    const login = await send('POST', '/api/session', { frontEnd: 'modern', user: 'a', password: 'b' });
    expect(login.headers.get('set-cookie')).toContain('demo_modern=open');
    expect(await login.json()).toMatchObject({ today: TODAY, user: { name: '陈思远' } });
    expect((await send('POST', '/api/session', { frontEnd: 'other' })).status).toBe(400);
    const left = await send('DELETE', '/api/session?frontEnd=cloud', undefined);
    expect(left.headers.get('set-cookie')).toContain('demo_cloud=;');
  });

  it('lists by page, kind and text', async () => {
    expect(await api('/clients?page=2&size=50')).toMatchObject({ total: 300, page: 2, size: 50 });
    expect((await api('/clients?page=2&size=50')).items[0].recordId).toBe('10000051');
    expect((await api('/clients?kind=company&size=300')).items).toHaveLength(80);
    for (const q of ['王丽华', 'lihua wang', '10000001', '6621']) {
      expect((await api(`/clients?q=${encodeURIComponent(q)}`)).items[0], q).toMatchObject({
        recordId: '10000001',
        name: '王丽华',
        lastContact: expect.stringMatching(/^2026-10-1/),
      });
    }
    expect((await api('/clients?q=nobody at all')).items).toEqual([]);
  });

  it('gives a client without its lists, and the lists apart', async () => {
    const { client } = await api('/clients/10000001');
    expect(client).toMatchObject({ name: '王丽华', phone: '13800006621' });
    expect(Object.keys(client)).not.toEqual(expect.arrayContaining(['contacts']));
    expect((await api('/clients/10000001/contacts')).items).toHaveLength(17);
    expect((await api('/clients/10000001/holdings')).items).toHaveLength(6);
    expect((await api('/clients/10000001/relations')).items).toHaveLength(4);
    expect((await get('/api/clients/99999999')).status).toBe(404);
    expect((await send('DELETE', '/api/clients/10000001', undefined)).status).toBe(404);
  });

  it('says on the dashboard what comes due and who has a birthday', async () => {
    const board = await api('/dashboard');
    expect(board).toMatchObject({ today: TODAY, individuals: 220, companies: 80 });
    expect(
      board.maturing.every(
        ({ maturity }: { maturity: string }) => maturity >= TODAY && maturity <= '2026-12-23',
      ),
    ).toBe(true);
    expect(board.birthdays.every(({ day }: { day: string }) => day >= TODAY && day <= '2026-11-30')).toBe(
      true,
    );
    expect(board.maturing.length * board.birthdays.length).toBeGreaterThan(0);
  });
});

describe('switches', () => {
  it('can be set for the server, shown and reset', async () => {
    const set = await send('POST', '/__switches', { staleNodes: true, balance: { '10000001': '99.50' } });
    expect(await set.json()).toMatchObject({
      staleNodes: true,
      hostile: false,
      balance: { '10000001': '99.50' },
    });
    expect((await api('/clients/10000001')).client.balanceFen).toBe(9950);
    expect(await (await fetch(`${crm.url}/__switches`, { method: 'DELETE' })).json()).toMatchObject({
      staleNodes: false,
    });
    expect((await api('/clients/10000001')).client.balanceFen).not.toBe(9950);
  });

  it('refuses unknown names and wrong values', async () => {
    expect((await send('POST', '/__switches', { slow: 1 })).status).toBe(400);
    expect((await send('POST', '/__switches', { slowMs: '1' })).status).toBe(400);
    expect((await get('/classic/welcome.do?slowMs=x')).status).toBe(400);
    expect((await get('/classic/welcome.do?balance=10000001')).status).toBe(400);
  });

  it('change a balance for one request', async () => {
    expect(await text('/classic/detail.do?custNo=10000001&balance=10000001:1234567.89')).toContain(
      '1,234,567.89',
    );
    expect(await text('/classic/detail.do?custNo=10000001')).toContain('221,864.37');
  });

  it('put the hostile script first into every page, not into other answers', async () => {
    const page = await text('/classic/login.do?hostile=1');
    expect(page).toContain('<head><script src="/hostile.js"></script>');
    expect(await text('/classic/login.do')).not.toContain('hostile.js');
    expect(await text('/classic/style/base.css?hostile=1')).not.toContain('hostile.js');
  });

  it('delay a client by API', async () => {
    const started = performance.now();
    await api('/clients/10000001?slowMs=60');
    expect(performance.now() - started).toBeGreaterThanOrEqual(55);
  });
});

describe('starting', () => {
  it('takes a port of its own each time and refuses a taken one', async () => {
    const other = await startDemoCrm({ today: TODAY });
    expect(other.url).not.toBe(crm.url);
    await expect(startDemoCrm({ today: TODAY, port: Number(new URL(other.url).port) })).rejects.toThrow(
      'EADDRINUSE',
    );
    await other.close();
    await expect(fetch(other.url)).rejects.toThrow();
  });
});
