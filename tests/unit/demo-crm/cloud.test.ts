// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RecordPage } from '../../demo-crm/cloud/app/elements/recordPage';
import { clock, date, dayOf, dialled, english, money, phone } from '../../demo-crm/cloud/app/format';
import { hashOf, type Route, routeOf } from '../../demo-crm/cloud/app/router';
import { cloud } from '../../demo-crm/cloud/frontEnd';
import { buildBank } from '../../demo-crm/data/bank';
import { SWITCHES_OFF } from '../../demo-crm/switches';
import { heldRequests } from './heldRequests';

const bank = buildBank({ today: '2026-11-20' });

describe('the page of /cloud', () => {
  const answer = (path: string) =>
    cloud.handle(
      { method: 'GET', path, query: new URLSearchParams(), form: new URLSearchParams(), loggedIn: false },
      bank,
      { ...SWITCHES_OFF, twoClients: true },
    );

  it('is one, without a session too: the addresses live behind the hash', () => {
    expect(answer('/')?.body).toContain('/cloud/app/main.js');
    expect(answer('/accounts/10000001/view')).toBeUndefined();
  });

  it('runs no inline script and tells the app its switches', () => {
    const shell = new DOMParser().parseFromString(answer('/')?.body ?? '', 'text/html');
    expect([...shell.scripts].map(({ text }) => text)).toEqual(['']);
    expect(shell.querySelector('style, [style]')).toBeNull();
    const config = shell.querySelector('meta[name="app-config"]')?.getAttribute('content') ?? '';
    expect(JSON.parse(config)).toMatchObject({ twoClients: true, staleNodes: false });
  });
});

describe('addresses behind the hash', () => {
  const recordId = fc.stringMatching(/^[16]\d{7}$/);
  const route: fc.Arbitrary<Route> = fc.oneof(
    fc.constantFrom<Route>({ name: 'home' }, { name: 'settings' }),
    fc.record({ name: fc.constantFrom('view', 'edit'), recordId }),
    fc.record({
      name: fc.constant('list'),
      page: fc.integer({ min: 1, max: 99 }),
      search: fc.string(),
    }),
    fc.record({ name: fc.constant('login'), returnTo: fc.string({ minLength: 1 }) }),
  );

  it('are read as they are written', () => {
    fc.assert(
      fc.property(route, (each) => {
        expect(routeOf(hashOf(each))).toEqual(each);
      }),
    );
  });

  it('are the ones that adapters are written for', () => {
    expect(hashOf({ name: 'view', recordId: '10000001' })).toBe('#/accounts/10000001/view');
    expect(routeOf('')).toEqual({ name: 'home' });
    expect(routeOf('#/accounts/abc/view')).toMatchObject({ name: 'list' });
  });
});

describe('English words and figures', () => {
  it('writes dates, times, money and phones', () => {
    expect(date('2026-10-09')).toBe('10/09/2026');
    expect(dayOf('10/09/2026')).toBe('2026-10-09');
    expect(dayOf('2026-10-09')).toBeUndefined();
    expect([0, 620, 720, 1439].map(clock)).toEqual(['12:00 AM', '10:20 AM', '12:00 PM', '11:59 PM']);
    expect(clock(null)).toBe('');
    expect(money(486_000_000)).toBe('CNY 4,860,000.00');
    expect(phone('13800006621')).toBe('+86 138 0000 6621');
    expect(phone('0571-55501000')).toBe('+86 571 5550 1000');
    expect(dialled('13800006621')).toBe('+8613800006621');
  });

  it('has an English word for every branch, manager and occupation of the data', () => {
    const values = bank.clients.flatMap((client) => [
      client.branch,
      client.manager,
      ...client.contacts.map(({ by }) => by),
      ...(client.kind === 'individual' ? [client.occupation] : []),
    ]);
    expect(values.map(english).filter((word) => /\p{Script=Han}/u.test(word))).toEqual([]);
  });
});

/** All elements that match, shadow roots included. */
function deep(root: ParentNode, selector: string): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches(selector) ? [element] : []),
    ...(element.shadowRoot ? deep(element.shadowRoot, selector) : []),
  ]);
}

/** Text as it is seen: through shadow roots, with what is slotted in its place. */
function seen(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (node instanceof HTMLSlotElement) return node.assignedNodes({ flatten: true }).map(seen).join('');
  const inside = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
  return [...inside.childNodes].map(seen).join('');
}

describe('a record page', () => {
  let requests: ReturnType<typeof heldRequests>;
  beforeEach(() => {
    requests = heldRequests(bank);
  });
  afterEach(() => {
    document.body.replaceChildren();
    vi.unstubAllGlobals();
  });

  function open(recordId: string, raceBug = false): RecordPage {
    const config = {
      staleNodes: false,
      staleVisibleMs: 0,
      twoClients: false,
      redesign: 'none' as const,
      raceBug,
    };
    const names = new Map(bank.clients.map((client) => [client.recordId, client.latinName]));
    const page = new RecordPage({ config, today: bank.today, names, named: () => undefined });
    document.body.append(page);
    page.setAttribute('record-id', recordId);
    return page;
  }
  const heading = (page: RecordPage) =>
    deep(page.parentElement ?? page, '[slot="primaryField"]')
      .map(seen)
      .join('');
  const values = (page: RecordPage, label: string) =>
    deep(page.parentElement ?? page, `cx-field[field-label="${label}"]`).map((field) =>
      seen(field).slice(label.length),
    );

  it('shows stencils first, then label over value through slots', async () => {
    const page = open('10000001');
    expect(heading(page)).toBe('');
    expect(deep(document.body, 'cx-stencil').length).toBeGreaterThan(8);
    await requests.answer('10000001');
    expect(heading(page)).toBe('Lihua Wang');
    expect(values(page, 'Account Number')).toEqual(['10000001', '10000001']);
    expect(values(page, 'Local Name')).toEqual(['王丽华']);
    expect(values(page, 'Mobile')).toEqual(['+86 138 0000 6621', '+86 138 0000 6621']);
    expect(values(page, 'Current Balance')).toEqual(['CNY 221,864.37']);
    expect(values(page, 'Birthdate')[0]).toMatch(/^\d\d\/\d\d\/1981$/);
    expect(deep(document.body, 'cx-stencil')).toEqual([]);
  });

  it('nests open shadow roots three deep under the app', async () => {
    open('10000001');
    await requests.answer('10000001');
    const depth = (node: Node): number => {
      const root = node.getRootNode();
      return root instanceof ShadowRoot ? 1 + depth(root.host) : 0;
    };
    const depths = deep(document.body, '*').map(depth);
    expect(Math.max(...depths)).toBeGreaterThanOrEqual(3);
  });

  it('lists past contacts with date, type, text and author', async () => {
    open('10000001');
    await requests.answer('10000001');
    const [newest] = deep(document.body, 'cx-timeline-item');
    expect(newest && seen(newest)).toMatch(/^Call10\/\d\d\/2026 10:20 AMLogged by Siyuan Chen回访：/);
  });

  it('drops the answers for a record that was left', async () => {
    const page = open('10000001');
    page.setAttribute('record-id', '10000002');
    await requests.answer('10000002');
    await requests.answer('10000001');
    expect(heading(page)).toBe('Yun Moqi');
    expect(values(page, 'Account Number')).toEqual(['10000002', '10000002']);
  });

  it('with raceBug changes the heading before the fields, and lets the last answer win', async () => {
    const page = open('10000001', true);
    await requests.answer('10000001');
    page.setAttribute('record-id', '10000002');
    expect([heading(page), values(page, 'Account Number')[0]]).toEqual(['Yun Moqi', '10000001']);
    page.setAttribute('record-id', '10000003');
    await requests.answer('10000003');
    await requests.answer('10000002');
    expect([heading(page), values(page, 'Account Number')[0]]).toEqual(['Hui Deng', '10000002']);
  });
});
