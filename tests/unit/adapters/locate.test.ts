import { describe, expect, it } from 'vitest';
import { compileAdapter } from '@/utils/adapters/compile';
import { candidatesFor } from '@/utils/adapters/readPage';
import { recognise } from '@/utils/adapters/recognise';
import type { AdapterLocate, AdapterPage } from '@/utils/adapters/schema';
import { compiled, plainAdapter, plainPage } from './build';
import { isVisible, openPage } from './page';

async function see(page: AdapterPage, html: string, address = 'http://localhost/client/10000001') {
  const adapters = [compiled([page])];
  const document = await openPage(html, address);
  return recognise(candidatesFor(adapters, address), document, isVisible, true).recognition;
}

describe('a value told inside a sentence', () => {
  const read = async (find: AdapterLocate, body: string): Promise<string | undefined> => {
    const fields: AdapterPage['fields'] = [{ key: 'crm.x', find, as: { type: 'text' } }];
    const html = `<main><h1>王丽华</h1><p>客户号：10000001</p>${body}</main>`;
    const seen = await see(plainPage({ fields }), html);
    if (seen.state !== 'sighting') throw new Error(seen.state);
    return seen.sighting.fields[0]?.text;
  };
  const line = '<p class="line">Added on\n  3 May 2025 · Owner: Li · Owner: Wu</p>';

  it.each<[string, AdapterLocate, string | undefined]>([
    [
      'behind its lead-in, up to the sign',
      { selector: '.line', after: 'Added on', before: '·' },
      '3 May 2025',
    ],
    ['behind its lead-in', { selector: '.line', after: '2025 ·' }, 'Owner: Li · Owner: Wu'],
    ['from the first of several', { selector: '.line', after: 'Owner:', before: '·' }, 'Li'],
    ['up to a word', { selector: '.line', before: ' on' }, 'Added'],
    [
      'to its end where the last word is missing',
      { selector: '.line', after: 'Added on 3 May', before: '|' },
      '2025 · Owner: Li · Owner: Wu',
    ],
    ['never without its lead-in', { selector: '.line', after: 'Created on' }, undefined],
    ['never as nothing', { selector: '.line', after: 'Wu' }, undefined],
  ])('is read %s', async (_, find, expected) => {
    expect(await read(find, line)).toBe(expected);
  });

  it('is read beside a label, and in an attribute', async () => {
    const row = '<dl><dt>Status</dt><dd>Open (since 3 May)</dd></dl>';
    expect(await read({ label: 'Status', before: '(' }, row)).toBe('Open');
    expect(await read({ label: 'Status', after: 'since', before: ')' }, row)).toBe('3 May');
    const link = '<a class="open" href="#Contact/view/a1?tab=2">…</a>';
    const find = { selector: '.open', attribute: 'href', after: '/view/', before: '?' };
    expect(await read(find, link)).toBe('a1');
  });

  it('may name the record and its client', async () => {
    const page = plainPage({
      identity: {
        id: { url: 'id' },
        shape: 'digits',
        confirm: [{ selector: '[id^="label-"]', attribute: 'id', after: 'label-', before: '-' }],
      },
      name: { find: { selector: 'h1', before: '- ' } },
    });
    const html = (id: string) =>
      `<main><h1>王丽华<span>- 已保存</span></h1><b id="label-${id}-phone">.</b></main>`;
    const seen = await see(page, html('10000001'));
    expect(seen.state === 'sighting' && seen.sighting.name).toBe('王丽华');
    expect(await see(page, html('10000002'))).toEqual({ state: 'ambiguous', why: 'mismatch' });
  });
});

describe('a record known by the row that is open', () => {
  const page = plainPage({
    url: { pathname: '/customer' },
    root: ['.drawer'],
    identity: {
      id: { row: 'tr[data-row-key]', attribute: 'data-row-key', says: [{ label: 'Phone' }] },
      shape: 'word',
    },
    name: { find: { selector: 'h2' } },
  });
  const row = (id: string, name: string, phone: string, more = '') =>
    `<tr data-row-key="${id}" ${more}><td><input type="checkbox"></td><td><a>${name}</a></td><td>${phone}</td></tr>`;
  const open = (name: string, phone: string) =>
    `<div class="drawer"><h2>${name}</h2><p>Phone: ${phone}</p></div>`;
  const list = (...rows: string[]) => `<table><tbody>${rows.join('')}</tbody></table>`;
  const look = async (html: string) => {
    const seen = await see(page, html, 'http://localhost/customer');
    if (seen.state === 'sighting') return seen.sighting.record.recordId;
    return seen.state === 'ambiguous' ? seen.why : seen.state;
  };
  const wang = row('64f0a1', '王丽华', '138 0000 0001');
  const li = row('64f0a2', '李强', '138 0000 0002');
  const other = row('64f0a3', '王丽华', '138 0000 0003');

  it('is the one whose row says its name and its number', async () => {
    expect(await look(list(wang, li) + open('王丽华', '138 0000 0001'))).toBe('64f0a1');
    expect(await look(list(wang, li, other) + open('王丽华', '138 0000 0003'))).toBe('64f0a3');
  });

  it.each<[string, string]>([
    ['no row says the name', list(li) + open('王丽华', '138 0000 0001')],
    ['the row says another number', list(other) + open('王丽华', '138 0000 0001')],
    [
      'the row says it as a part of a cell',
      list(row('1', '王丽华等', '138 0000 0001')) + open('王丽华', '138 0000 0001'),
    ],
    [
      'the row is hidden',
      list(row('64f0a1', '王丽华', '138 0000 0001', 'hidden')) + open('王丽华', '138 0000 0001'),
    ],
    ['what is open has no number', list(wang) + open('王丽华', '')],
    ['what is open has a dash', list(row('1', '王丽华', '--')) + open('王丽华', '--')],
    ['the row stands in what is open', open('王丽华', `138 0000 0001</p>${list(wang)}<p>`)],
    [
      'the row has no number of its own',
      list(row('', '王丽华', '138 0000 0001')) + open('王丽华', '138 0000 0001'),
    ],
    ['the name has not come', list(wang) + open('', '138 0000 0001')],
  ])('is nobody while %s', async (_, html) => {
    expect(await look(html)).toBe('waiting');
  });

  it('is nobody where two rows say the same', async () => {
    const twice = list(wang, row('64f0a9', '王丽华', '138 0000 0001'));
    expect(await look(twice + open('王丽华', '138 0000 0001'))).toBe('twoIds');
  });

  it('is not looked for by a name alone', () => {
    const identity = { id: { row: 'tr', attribute: 'data-row-key', says: [] }, shape: 'word' as const };
    expect(compileAdapter(plainAdapter([{ ...page, identity }])).ok).toBe(false);
    expect(compileAdapter(plainAdapter([page])).ok).toBe(true);
  });
});
