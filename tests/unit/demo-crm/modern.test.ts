// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildBank } from '../../demo-crm/data/bank';
import { maskedId, phone, wan, yearsBetween, yuan } from '../../demo-crm/modern/app/format';
import { createDetailPane, type DetailPane } from '../../demo-crm/modern/app/parts/detailPane';
import { pagesToShow } from '../../demo-crm/modern/app/parts/pagination';
import { nextRecordId } from '../../demo-crm/modern/app/records';
import { pathOf, type Route, routeOf } from '../../demo-crm/modern/app/router';
import { createViewHost } from '../../demo-crm/modern/app/viewHost';
import { modern } from '../../demo-crm/modern/frontEnd';
import { SWITCHES_OFF, type Switches } from '../../demo-crm/switches';
import { heldRequests } from './heldRequests';

const bank = buildBank({ today: '2026-11-20' });

function page(path: string, switches: Partial<Switches> = {}) {
  const request = { method: 'GET', path, query: new URLSearchParams(), form: new URLSearchParams() };
  return modern.handle({ ...request, loggedIn: true }, bank, { ...SWITCHES_OFF, ...switches });
}

describe('the page of /modern', () => {
  it.each([
    '/',
    '/login',
    '/dashboard',
    '/clients',
    '/clients/10000001',
    '/clients/10000001/split',
    '/clients/60000080/edit',
    '/settings',
  ])('answers %s', (path) => {
    expect(page(path)?.body).toContain('<div id="app">');
  });

  it.each(['/nothing', '/clients/abc', '/clients/10000001/delete'])('does not know %s', (path) => {
    expect(page(path)).toBeUndefined();
  });

  it('runs no inline script and has no inline style', () => {
    const shell = new DOMParser().parseFromString(page('/')?.body ?? '', 'text/html');
    expect([...shell.scripts].map(({ src, text }) => [new URL(src).pathname, text])).toEqual([
      ['/modern/app/main.js', ''],
    ]);
    expect(shell.querySelector('style, [style]')).toBeNull();
    const policy = shell.querySelector('meta[http-equiv="Content-Security-Policy"]');
    expect(policy?.getAttribute('content')).toContain("default-src 'self'");
  });

  it('tells the app the switches that it must obey itself', () => {
    const body = page('/', { staleNodes: true, raceBug: true, staleVisibleMs: 40 })?.body ?? '';
    const shell = new DOMParser().parseFromString(body, 'text/html');
    const config = shell.querySelector('meta[name="app-config"]')?.getAttribute('content') ?? '';
    expect(JSON.parse(config)).toEqual({
      staleNodes: true,
      raceBug: true,
      staleVisibleMs: 40,
      twoClients: false,
      redesign: 'none',
    });
  });
});

describe('addresses', () => {
  const recordId = fc.stringMatching(/^[16]\d{7}$/);
  const route: fc.Arbitrary<Route> = fc.oneof(
    fc.constantFrom<Route>({ name: 'login' }, { name: 'dashboard' }, { name: 'settings' }),
    fc.record({ name: fc.constantFrom('client', 'split', 'edit'), recordId }),
    fc.record({
      name: fc.constant('clients'),
      page: fc.integer({ min: 1, max: 99 }),
      search: fc.string(),
      kind: fc.constantFrom('', 'individual', 'company'),
      drawer: fc.option(recordId, { nil: null }),
    }),
  );

  it('are read as they are written', () => {
    fc.assert(
      fc.property(route, (each) => {
        expect(routeOf(new URL(pathOf(each), 'http://demo'))).toEqual(each);
      }),
    );
  });

  it('lead home when unknown, and to page 1 when the page is no number', () => {
    expect(routeOf(new URL('http://demo/modern/'))).toEqual({ name: 'dashboard' });
    expect(routeOf(new URL('http://demo/modern/clients?page=-3'))).toMatchObject({ page: 1 });
  });

  it('show the drawer of the list in the query', () => {
    expect(routeOf(new URL('http://demo/modern/clients?drawer=10000002'))).toMatchObject({
      name: 'clients',
      drawer: '10000002',
    });
  });
});

describe('words and figures', () => {
  it('writes money, phones and ages as banks do', () => {
    expect(yuan(486_186_437)).toBe('4,861,864.37');
    expect(yuan(5)).toBe('0.05');
    expect(yuan(-123_456)).toBe('-1,234.56');
    expect(wan(486_186_437)).toBe('486.19');
    expect(phone('13800006621')).toBe('138 0000 6621');
    expect(phone('0571-55501000')).toBe('0571-55501000');
    expect(maskedId('990000198105210000')).toBe('990000********0000');
    expect(yearsBetween('1981-05-21', '2026-05-20')).toBe(44);
    expect(yearsBetween('1981-05-21', '2026-05-21')).toBe(45);
  });

  it('leaves gaps between page numbers', () => {
    expect(pagesToShow(1, 25)).toEqual([1, 2, null, 25]);
    expect(pagesToShow(5, 25)).toEqual([1, null, 4, 5, 6, null, 25]);
    expect(pagesToShow(1, 1)).toEqual([1]);
  });

  it('finds the next record in the data set, around at the end', () => {
    for (const { recordId } of bank.clients) {
      const next = nextRecordId(recordId);
      expect(bank.clients.some((client) => client.recordId === next)).toBe(true);
      expect(next).not.toBe(recordId);
    }
  });
});

describe('the details of a client', () => {
  let requests: ReturnType<typeof heldRequests>;
  beforeEach(() => {
    requests = heldRequests(bank);
  });
  afterEach(() => vi.unstubAllGlobals());

  const open = (raceBug: boolean, redesign: Switches['redesign'] = 'none'): DetailPane =>
    createDetailPane({
      today: bank.today,
      raceBug,
      redesign,
      actions: () => [],
      openClient: () => undefined,
      named: () => undefined,
      knownName: (recordId) => bank.clients.find((client) => client.recordId === recordId)?.name,
    });
  const heading = ({ element }: DetailPane) => element.querySelector('.client-header__name')?.textContent;
  const value = ({ element }: DetailPane, label: string) =>
    [...element.querySelectorAll('.el-descriptions__label')].find(({ textContent }) => textContent === label)
      ?.nextElementSibling?.textContent;

  it('are skeletons first, then values', async () => {
    const pane = open(false);
    pane.show('10000001');
    expect(heading(pane)).toBe('');
    expect(value(pane, '客户编号')).toBe('');
    expect(pane.element.querySelectorAll('.el-skeleton__item').length).toBeGreaterThan(10);
    await requests.answer('10000001');
    expect(heading(pane)).toBe('王丽华');
    expect(value(pane, '客户编号')).toBe('10000001');
    expect(value(pane, '手机号码')).toBe('138 0000 6621');
    expect(value(pane, '管理资产')).toBe('4,861,864.37 元');
    expect(pane.element.querySelectorAll('.el-skeleton__item')).toHaveLength(0);
    expect(pane.element.querySelector('.el-timeline-item')?.textContent).toMatch(
      /^电话2026-10-\d\d 10:20陈思远回访/,
    );
  });

  it('show a company with its own fields', async () => {
    const pane = open(false);
    pane.show('60000001');
    await requests.answer('60000001');
    expect(heading(pane)).toBe('临澜丽华服饰有限公司');
    expect(value(pane, '信用代码')).toMatch(/^91990000MA/);
    expect(value(pane, '出生日期')).toBeUndefined();
  });

  it('after a redesign stand elsewhere, under other labels, or nowhere', async () => {
    const pane = open(false, 'fields');
    pane.show('10000001');
    await requests.answer('10000001');
    expect(pane.element.querySelector('.contact-ways')?.textContent).toBe('联系手机138 0000 6621');
    expect(value(pane, '管理资产规模')).toBe('4,861,864.37 元');
    for (const label of ['手机号码', '管理资产', '职业']) expect(value(pane, label), label).toBeUndefined();
    expect(value(pane, '客户编号')).toBe('10000001');
    pane.show('10000002');
    expect(pane.element.textContent).not.toContain('138 0000 6621');
  });

  it('may no longer say the number of the record in the grid', async () => {
    const pane = open(false, 'record');
    pane.show('10000001');
    await requests.answer('10000001');
    expect(value(pane, '客户编号')).toBeUndefined();
    expect(value(pane, '手机号码')).toBe('138 0000 6621');
    expect(pane.element.querySelector('.contact-ways')).toBeNull();
  });

  it('drop the answers for a client that was left', async () => {
    const pane = open(false);
    pane.show('10000001');
    pane.show('10000002');
    await requests.answer('10000002');
    await requests.answer('10000001');
    expect(heading(pane)).toBe('万俟云');
    expect(value(pane, '客户编号')).toBe('10000002');
    expect(pane.element.textContent).not.toContain('王丽华');
  });

  it('never show one client under the heading of another', async () => {
    const pane = open(false);
    pane.show('10000001');
    await requests.answer('10000001');
    pane.show('10000002');
    expect(pane.element.textContent).not.toContain('王丽华');
    expect(pane.element.textContent).not.toContain('10000001');
  });

  it('with raceBug change the heading before the fields, and let the last answer win', async () => {
    const pane = open(true);
    pane.show('10000001');
    await requests.answer('10000001');
    pane.show('10000002');
    expect([heading(pane), value(pane, '客户编号')]).toEqual(['万俟云', '10000001']);
    pane.show('10000003');
    await requests.answer('10000003');
    await requests.answer('10000002');
    expect([heading(pane), value(pane, '客户编号')]).toEqual(['邓慧', '10000002']);
  });
});

describe('views that come and go', () => {
  const host = (staleNodes: boolean, staleVisibleMs = 0) => {
    const parent = document.createElement('main');
    const views = createViewHost(parent, { staleNodes, staleVisibleMs });
    const show = (key: string) =>
      views.show(key, () => {
        const element = document.createElement('section');
        element.textContent = key;
        return { element, dispose: () => undefined };
      });
    const shown = () =>
      [...parent.querySelectorAll('section')].map(
        ({ textContent, style }) => `${textContent}${style.display === 'none' ? ' hidden' : ''}`,
      );
    return { views, show, shown };
  };

  it('leave nothing behind', () => {
    const { show, shown } = host(false);
    show('a');
    show('b');
    expect(shown()).toEqual(['b']);
  });

  it('stay hidden in the document with staleNodes, and are the same when shown again', () => {
    const { show, shown } = host(true);
    const first = show('a');
    show('b');
    expect(shown()).toEqual(['a hidden', 'b']);
    expect(show('a')).toBe(first);
    expect(shown()).toEqual(['a', 'b hidden']);
  });

  it('do not pile up without end', () => {
    const { show, shown } = host(true);
    for (let place = 0; place < 40; place++) show(String(place));
    expect(shown().length).toBeLessThanOrEqual(13);
    expect(shown().at(-1)).toBe('39');
  });

  it('go when they are out of date, but not the one in use', () => {
    const { views, show, shown } = host(true);
    show('client/1');
    show('client/2');
    views.forget('client/');
    expect(shown()).toEqual(['client/2']);
  });

  it('stay visible for a while with staleVisibleMs', () => {
    vi.useFakeTimers();
    try {
      const { show, shown } = host(false, 300);
      show('a');
      show('b');
      vi.advanceTimersByTime(299);
      expect(shown()).toEqual(['a', 'b']);
      vi.advanceTimersByTime(1);
      expect(shown()).toEqual(['b']);
    } finally {
      vi.useRealTimers();
    }
  });
});
