import { describe, expect, it } from 'vitest';
import type { CompiledAdapter } from '@/utils/adapters/compiled';
import { candidatesFor } from '@/utils/adapters/readPage';
import { recognise } from '@/utils/adapters/recognise';
import { compiled, meaning, plainPage } from './build';
import { type Frames, isVisible, openPage } from './page';

const URL_OF = (id: string) => `http://localhost/client/${id}`;

const client = (id: string, name: string) => `<main><h1>${name}</h1><p>客户号：${id}</p></main>`;

async function see(html: string, url: string, adapters: CompiledAdapter[], frames: Frames = {}) {
  const document = await openPage(html, url, frames);
  return recognise(candidatesFor(adapters, url), document, isVisible, true).recognition;
}

const plain = [compiled([plainPage()])];

describe('a client on a page', () => {
  it('is sighted when the address and the page agree', async () => {
    const seen = await see(client('10000001', '王丽华'), URL_OF('10000001'), plain);
    expect(seen).toEqual({
      state: 'sighting',
      sighting: {
        adapter: 'test',
        page: 'detail',
        record: { crmId: 'test', entity: 'client', recordId: '10000001' },
        kind: 'individual',
        name: '王丽华',
        fields: [],
        lists: [],
      },
    });
    expect(seen.state === 'sighting' && meaning(seen.sighting, plain)).toMatchObject({ name: '王丽华' });
  });

  it.each([
    ['a list', 'http://localhost/clients'],
    ['a form', 'http://localhost/client/10000001/edit'],
    ['the login', 'http://localhost/login?next=/client/10000001'],
  ])('is not looked for on %s', async (_, url) => {
    expect(await see(client('10000001', '王丽华'), url, plain)).toEqual({ state: 'none' });
  });

  it('is not guessed while the page still shows the one before', async () => {
    expect(await see(client('10000001', '王丽华'), URL_OF('10000002'), plain)).toEqual({
      state: 'ambiguous',
      why: 'mismatch',
    });
  });

  it.each([
    ['the root is not there', '<p>…</p>'],
    ['the number is not there', '<main><h1>王丽华</h1></main>'],
    ['the name is not there', '<main><h1></h1><p>客户号：10000001</p></main>'],
    ['the name is a dash', '<main><h1>--</h1><p>客户号：10000001</p></main>'],
    ['the page says it is busy', `<div aria-busy="true">${client('10000001', '王丽华')}</div>`],
    ['it is hidden', `<div hidden>${client('10000001', '王丽华')}</div>`],
    ['it is hidden from readers', `<div aria-hidden="true">${client('10000001', '王丽华')}</div>`],
  ])('is waited for while %s', async (_, html) => {
    expect(await see(html, URL_OF('10000001'), plain)).toEqual({ state: 'waiting' });
  });

  it('is waited for while a spinner shows, in the root or beside it, or a part is missing', async () => {
    const ready = { visible: ['.done'], absent: ['.spinner'] };
    const adapters = [compiled([plainPage({ ready })])];
    const page = (inside: string, beside = '') =>
      `${beside}<main><h1>王丽华</h1><p>客户号：10000001</p>${inside}</main>`;
    const state = async (html: string) => (await see(html, URL_OF('10000001'), adapters)).state;
    expect(await state(page('<i class="done">.</i>'))).toBe('sighting');
    expect(await state(page(''))).toBe('waiting');
    expect(await state(page('<i class="done" hidden>.</i>'))).toBe('waiting');
    expect(await state(page('<i class="done">.</i><i class="spinner"></i>'))).toBe('waiting');
    expect(await state(page('<i class="done">.</i>', '<i class="spinner"></i>'))).toBe('waiting');
    expect(await state(page('<i class="done">.</i><i class="spinner" hidden></i>'))).toBe('sighting');
  });

  it('is nobody where two could be meant', async () => {
    const why = async (html: string) => {
      const seen = await see(html, URL_OF('10000001'), plain);
      return seen.state === 'ambiguous' ? seen.why : seen.state;
    };
    const one = client('10000001', '王丽华');
    expect(await why(one + client('10000002', '李强'))).toBe('twoRoots');
    expect(await why('<main><h1>王丽华</h1><h1>李强</h1><p>客户号：10000001</p></main>')).toBe('twoNames');
    expect(await why('<main><h1>王丽华</h1><p>客户号：10000001</p><p>客户号：10000002</p></main>')).toBe(
      'mismatch',
    );
    expect(await why(`${one}<div hidden>${client('10000002', '李强')}</div>`)).toBe('sighting');
  });

  it('is told apart from one of the same name by the number', async () => {
    const seen = await see(client('10000002', '王丽华'), URL_OF('10000002'), plain);
    expect(seen.state === 'sighting' && seen.sighting.record.recordId).toBe('10000002');
  });

  it('is ambiguous when a page names two ids and the address none', async () => {
    const page = plainPage({
      url: { pathname: '/client' },
      identity: { id: { selector: '[data-id]', attribute: 'data-id' }, shape: 'word' },
    });
    const html = (ids: string[]) =>
      `<main><h1>王丽华</h1>${ids.map((id) => `<i data-id="${id}">.</i>`).join('')}</main>`;
    const see2 = (ids: string[]) => see(html(ids), 'http://localhost/client', [compiled([page])]);
    expect((await see2(['a-1', 'a-1'])).state).toBe('sighting');
    expect(await see2(['a-1', 'a-2'])).toEqual({ state: 'ambiguous', why: 'twoIds' });
    expect(await see2(['a 1'])).toEqual({ state: 'waiting' });
  });

  it('is of the kind the page says, and nobody if it says another', async () => {
    const kinds = { 个人: 'individual', 对公: 'company' } as const;
    const adapters = [compiled([plainPage({ kind: { find: { label: '类型' }, kinds } })])];
    const html = (kind: string) => `<main><h1>王丽华</h1><p>客户号：10000001</p><p>类型：${kind}</p></main>`;
    const seen = await see(html('对公'), URL_OF('10000001'), adapters);
    expect(seen.state === 'sighting' && seen.sighting.kind).toBe('company');
    expect(await see(html('同业'), URL_OF('10000001'), adapters)).toEqual({
      state: 'ambiguous',
      why: 'unknownKind',
    });
    expect(await see(html(''), URL_OF('10000001'), adapters)).toEqual({ state: 'waiting' });
  });

  it('has a name without what stands in brackets behind it, if the adapter says so', async () => {
    const adapters = [compiled([plainPage({ name: { find: { selector: 'h1' }, until: 'bracket' } })])];
    const seen = await see(client('10000001', '王丽华（VIP）'), URL_OF('10000001'), adapters);
    expect(seen.state === 'sighting' && seen.sighting.name).toBe('王丽华');
  });

  it('is not shown when a selector is none the browser knows', async () => {
    const adapters = [compiled([plainPage({ root: ['main:nonsense(1)'] })])];
    expect(await see(client('10000001', '王丽华'), URL_OF('10000001'), adapters)).toEqual({
      state: 'ambiguous',
      why: 'unreadable',
    });
  });
});

describe('two pages at one address', () => {
  const detail = plainPage();
  const drawer = plainPage({
    id: 'drawer',
    url: { pathname: '/client/*' },
    root: ['.drawer'],
    identity: { id: { label: '客户号' }, shape: 'digits' },
  });
  const adapters = [compiled([detail, drawer])];
  const inDrawer = (inside: string) => `<div class="drawer">${inside}</div>`;
  const other = '<h1>李强</h1><p>客户号：10000002</p>';
  const same = '<h1>王丽华</h1><p>客户号：10000001</p>';
  const page = client('10000001', '王丽华');

  it('show the one client that both or one of them see', async () => {
    expect((await see(page, URL_OF('10000001'), adapters)).state).toBe('sighting');
    expect((await see(page + inDrawer(same), URL_OF('10000001'), adapters)).state).toBe('sighting');
  });

  it('show nobody while a second client loads or stands over the first', async () => {
    expect(await see(page + inDrawer('<h1>…</h1>'), URL_OF('10000001'), adapters)).toEqual({
      state: 'waiting',
    });
    expect(await see(page + inDrawer(other), URL_OF('10000001'), adapters)).toEqual({
      state: 'ambiguous',
      why: 'twoClients',
    });
  });

  it('show the client of the drawer when the page below is hidden from readers', async () => {
    const html = `<div aria-hidden="true">${page}</div>${inDrawer(other)}`;
    const seen = await see(html, URL_OF('10000001'), adapters);
    expect(seen.state === 'sighting' && seen.sighting.name).toBe('李强');
  });
});

describe('a client in frames', () => {
  const frame = (src: string, attributes = '') => `<iframe src="${src}" ${attributes}></iframe>`;
  const page = plainPage({
    url: { pathname: '/main' },
    frameUrl: { pathname: '/detail', search: { no: ':no' } },
    root: ['iframe', 'iframe.client', 'main'],
    identity: { id: { url: 'no' }, shape: 'digits', confirm: [{ label: '客户号' }] },
  });
  const adapters = [compiled([page])];
  const work = 'http://localhost/work';
  const detail = (no: string) => `http://localhost/detail?no=${no}&tab=1`;
  const frames = (inner: string): Frames => ({
    [work]: inner,
    [detail('10000001')]: client('10000001', '王丽华'),
    [detail('10000002')]: client('10000002', '李强'),
  });
  const look = (inner: string) => see(frame(work), 'http://localhost/main', adapters, frames(inner));

  it('is found through them, by the address of its own frame', async () => {
    const seen = await look(frame(detail('10000001'), 'class="client"'));
    expect(seen.state === 'sighting' && seen.sighting.record.recordId).toBe('10000001');
  });

  it('is the one in the frame that shows; the tabs before it are hidden', async () => {
    const seen = await look(
      frame(detail('10000001'), 'class="client" style="display:none"') +
        frame(detail('10000002'), 'class="client"'),
    );
    expect(seen.state === 'sighting' && seen.sighting.name).toBe('李强');
  });

  it('is nobody with two frames showing', async () => {
    const both = frame(detail('10000001'), 'class="client"') + frame(detail('10000002'), 'class="client"');
    expect(await look(both)).toEqual({ state: 'ambiguous', why: 'twoRoots' });
  });

  it('is nobody while another page comes into a frame beside', async () => {
    const both = frame(detail('10000001'), 'class="client"') + frame('about:blank', 'class="client"');
    const document = await openPage(frame(work), 'http://localhost/main', frames(both));
    const [, coming] = document.querySelector('iframe')?.contentDocument?.querySelectorAll('iframe') ?? [];
    const stateOf = () =>
      recognise(candidatesFor(adapters, 'http://localhost/main'), document, isVisible, true).recognition
        .state;
    expect(stateOf()).toBe('sighting');
    Object.defineProperty(coming?.contentDocument, 'readyState', { value: 'loading' });
    expect(stateOf()).toBe('waiting');
  });

  it('is not there in an empty frame, nor in one that shows something else', async () => {
    expect(await look('<iframe class="client"></iframe>')).toEqual({ state: 'none' });
    expect(await look(frame(detail('10000001'), 'class="other"'))).toEqual({ state: 'none' });
    const loading = frame('http://localhost/detail?no=10000003', 'class="client"');
    const half = { [work]: loading, 'http://localhost/detail?no=10000003': '<main></main>' };
    expect(await see(frame(work), 'http://localhost/main', adapters, half)).toEqual({ state: 'waiting' });
  });
});

describe('a client in open shadow roots', () => {
  const shadow = (inside: string) => `<template shadowrootmode="open">${inside}</template>`;
  const page = plainPage({
    url: { hash: '/accounts/:id' },
    root: ['crm-app', 'account-page', 'main'],
    fields: [{ key: 'mobile', find: { label: 'Phone' }, as: { type: 'phone' } }],
    identity: { id: { url: 'id' }, shape: 'digits', confirm: [{ label: 'Customer no.' }] },
  });
  const field = (label: string, value: string) =>
    `<x-field>${shadow(`<div>${label}</div><div><slot></slot></div>`)}${value}</x-field>`;

  it('is found through them, its fields in roots of their own', async () => {
    const inner = `<main><h1>Wang Lihua</h1>${field('Customer no.', '10000001')}${field('Phone', '138****1234')}</main>`;
    const html = `<crm-app>${shadow(`<account-page>${shadow(inner)}</account-page>`)}</crm-app>`;
    const seen = await see(html, 'http://localhost/cloud/#/accounts/10000001?tab=1', [compiled([page])]);
    expect(seen.state === 'sighting' && seen.sighting.fields).toEqual([
      { key: 'mobile', label: 'Phone', text: '138****1234' },
    ]);
  });

  it('is not found in closed ones', async () => {
    const html = `<crm-app><template shadowrootmode="closed"><account-page></account-page></template></crm-app>`;
    expect(await see(html, 'http://localhost/cloud/#/accounts/10000001', [compiled([page])])).toEqual({
      state: 'waiting',
    });
  });
});

describe("the CRM's own list of contacts", () => {
  const page = plainPage({
    contacts: {
      row: '.log tbody tr',
      day: { column: '时间' },
      channel: { column: '方式' },
      channels: { 电话: 'phone', 拜访: 'meeting' },
      text: { column: ['内容', '摘要'] },
      by: { selector: '.by' },
    },
  });
  const row = (cells: string[], by = '张经理') =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}<td class="by">${by}</td></tr>`;
  const list = (rows: string[]) =>
    `<table class="log"><thead><tr><th>时间</th><th>方式</th><th>摘要</th><th>经办</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const read = async (rows: string[]) => {
    const html = `<main><h1>王丽华</h1><p>客户号：10000001</p>${list(rows)}</main>`;
    const adapters = [compiled([page])];
    const seen = await see(html, URL_OF('10000001'), adapters);
    return seen.state === 'sighting' ? meaning(seen.sighting, adapters)?.contacts : null;
  };

  it('is read row by row', async () => {
    const rows = [row(['2026-02-09 14:30', '电话', '回访']), row(['2026年1月5日', '拜访', '--'], '—')];
    expect(await read(rows)).toEqual([
      { day: '2026-02-09', minute: 870, channel: 'phone', text: '回访', by: '张经理' },
      { day: '2026-01-05', minute: null, channel: 'meeting', text: '', by: null },
    ]);
  });

  it('leaves out rows whose day or channel is not sure', async () => {
    expect(await read([row(['2026-02-30', '电话', 'x']), row(['2026-02-09', '传真', 'x'])])).toEqual([]);
  });

  it('ends at the cap', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => row(['2026-02-09', '电话', String(index)]));
    expect(await read(rows)).toHaveLength(200);
  });
});
