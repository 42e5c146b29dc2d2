// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { classic } from '../../demo-crm/classic/frontEnd';
import { buildBank } from '../../demo-crm/data/bank';
import { SWITCHES_OFF, type Switches } from '../../demo-crm/switches';

const bank = buildBank({ today: '2026-11-23' });

function open(address: string, switches: Partial<Switches> = {}): Document {
  const { pathname, searchParams } = new URL(address, 'http://demo');
  const request = {
    method: 'GET',
    path: pathname,
    query: searchParams,
    form: new URLSearchParams(),
    loggedIn: true,
  };
  const response = classic.handle(request, bank, { ...SWITCHES_OFF, ...switches });
  if (!response) throw new Error(`no page at ${address}`);
  return new DOMParser().parseFromString(response.body, 'text/html');
}

const shown = (page: Document) =>
  [...page.querySelectorAll<HTMLElement>('.custPanel')].filter(({ style }) => style.display !== 'none');
// By attribute: jsdom does not find `#id` in a panel when an earlier panel has the same id.
const value = (root: ParentNode, id: string) =>
  root.querySelector(`[id="${id}"]`)?.textContent?.trim() ?? null;

describe('the detail page', () => {
  it('shows a person in label and value cells, masked where banks mask', () => {
    const page = open('/detail.do?custNo=10000001');
    expect(page.querySelector<HTMLInputElement>('input#custNo')?.value).toBe('10000001');
    expect(value(page, 'custName')).toBe('王丽华');
    expect(value(page, 'mobile')).toBe('138****6621 查看');
    expect(value(page, 'certNo')).toMatch(/^9900\*{10}\d{3}[\dX] 查看$/);
    expect(value(page, 'aum')).toBe('4,861,864.37');
    expect(value(page, 'svcLevel')).toBe('财富客户');
    const labels = [...page.querySelectorAll('.infoTable th')].map(({ textContent }) => textContent);
    expect(labels).toEqual(
      expect.arrayContaining(['客户姓名：', '客户编号 ：', '性　　别：', '证件号码 :', '联系 电话：']),
    );
    expect(page.body.innerHTML).not.toContain('13800006621');
  });

  it('shows a company with its own fields', () => {
    const page = open('/detail.do?custNo=60000003');
    expect(value(page, 'custName')).toBe('华东精密零部件(临澜)股份有限公司');
    expect(value(page, 'creditCode')).toMatch(/^91990000MA/);
    expect(value(page, 'custType')).toBe('对公客户');
    expect(page.querySelector('#birthday')).toBeNull();
  });

  it('keeps holdings and relations in hidden panels, contacts in a frame and the newest under the basics', () => {
    const page = open('/detail.do?custNo=10000001');
    const panels = [...page.querySelectorAll<HTMLElement>('.innerPanel')];
    expect(panels.map(({ dataset, style }) => [dataset['panel'], style.display])).toEqual([
      ['base', ''],
      ['holding', 'none'],
      ['contact', 'none'],
      ['relation', 'none'],
    ]);
    expect(page.querySelectorAll('#tblHolding tbody tr')).toHaveLength(7);
    expect(page.querySelector('iframe.contactFrame')?.getAttribute('data-src')).toBe(
      '/classic/contactLog.do?custNo=10000001',
    );
    const first = page.querySelector('#tblRecentContact tbody tr');
    expect([...(first?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^2026\/10\/1\d 10:20$/),
      '电话',
      expect.stringContaining('回访'),
      '陈思远',
    ]);
  });

  it('gives the masked value on request only', () => {
    const query = (field: string, custNo = '10000001') => ({
      method: 'GET',
      path: '/unmask.do',
      query: new URLSearchParams({ custNo, field }),
      form: new URLSearchParams(),
      loggedIn: true,
    });
    const ask = (...input: Parameters<typeof query>) =>
      classic.handle(query(...input), bank, SWITCHES_OFF)?.body;
    expect(ask('phone')).toBe('13800006621');
    expect(ask('idNumber')).toMatch(/^990000\d{11}[\dX]$/);
    expect(ask('relation0')).toMatch(/^1380000\d{4}$/);
    for (const field of ['', 'relation', 'relation99', 'aumFen']) expect(ask(field), field).toBeUndefined();
    expect(ask('idNumber', '60000001')).toBeUndefined();
  });

  it('comes empty while slow, and full when it asks again', () => {
    const early = open('/detail.do?custNo=10000001', { slowMs: 500 });
    expect(early.querySelector<HTMLInputElement>('input#custNo')?.value).toBe('10000001');
    expect([...early.querySelectorAll('.infoTable td')].map(({ textContent }) => textContent).join('')).toBe(
      '',
    );
    expect(early.querySelectorAll('.infoTable th').length).toBeGreaterThan(20);
    expect(early.body.textContent).not.toContain('王丽华');
    expect(value(early, 'tblRecentContact')).toContain('加载中');
    const late = open('/detail.do?custNo=10000001&filled=1', { slowMs: 500 });
    expect(value(late, 'custName')).toBe('王丽华');
    expect(late.querySelectorAll('table')).toHaveLength(early.querySelectorAll('table').length);
  });

  it('leaves another client in the document by switch: hidden, visible for a while, or for good', () => {
    expect(open('/detail.do?custNo=10000001').querySelectorAll('.custPanel')).toHaveLength(1);
    const hidden = open('/detail.do?custNo=10000001', { staleNodes: true });
    expect(hidden.querySelectorAll('.custPanel')).toHaveLength(2);
    expect(shown(hidden).map((panel) => value(panel, 'custNoText'))).toEqual(['10000001']);
    const visible = open('/detail.do?custNo=10000001', { staleVisibleMs: 300 });
    expect(shown(visible).map((panel) => value(panel, 'custNoText'))).toEqual(['10000002', '10000001']);
    expect(visible.body.dataset).toMatchObject({ staleVisibleMs: '300', stale: '10000002' });
    const two = open('/detail.do?custNo=10000001', { twoClients: true });
    expect(shown(two).map((panel) => value(panel, 'custNoText'))).toEqual(['10000001', '10000002']);
  });
});

describe('the frames', () => {
  it('hold menu and workspace, and pass a client to open down to the workspace', () => {
    const top = open('/index.do?open=10000001');
    expect([...top.querySelectorAll('iframe')].map(({ id }) => id)).toEqual(['leftFrame', 'mainFrame']);
    const address = top.querySelector('#mainFrame')?.getAttribute('src') ?? '';
    expect(address).toBe('/classic/workspace.do?open=10000001');
    const workspace = open(address.replace('/classic', ''));
    expect(workspace.body.dataset).toMatchObject({ openNo: '10000001', openName: '王丽华' });
  });

  it('lead from the menu to pages that exist', () => {
    const links = [...open('/menu.do').querySelectorAll('a.tabLink')].map(
      (link) => link.getAttribute('href') ?? '',
    );
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(open(link.replace('/classic', '')).title, link).not.toBe('');
  });
});

describe('the list', () => {
  const rows = (page: Document) => [...page.querySelectorAll('#custTable tbody tr')];

  it('has twenty rows a page with masked phones', () => {
    const page = open('/custList.do?pageNo=2');
    expect(rows(page)).toHaveLength(20);
    expect(rows(page)[0]?.textContent).toContain('10000021');
    expect(page.querySelector('#custTable')?.textContent).not.toMatch(/1380000\d{4}/);
    expect(rows(open('/custList.do?pageNo=99'))).toHaveLength(20);
  });

  it('finds by name, keeping both of one name apart by number', () => {
    const found = rows(open(`/custList.do?keyword=${encodeURIComponent('张伟')}`));
    expect(found.map((row) => row.querySelector('.nameCell')?.textContent)).toEqual(['张伟', '张伟']);
    expect(new Set(found.map((row) => row.children[2]?.textContent)).size).toBe(2);
    expect(rows(open('/custList.do?custType=company&keyword=60000080'))).toHaveLength(1);
  });
});

describe('pages that are no client', () => {
  it('carry no record number field and no client table', () => {
    for (const path of [
      '/login.do',
      '/index.do',
      '/workspace.do',
      '/welcome.do',
      '/custList.do',
      '/settings.do',
    ]) {
      expect(open(path).querySelector('.custPanel, #custName'), path).toBeNull();
    }
  });
});
