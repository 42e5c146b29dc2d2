import { describe, expect, it } from 'vitest';
import { readAddress } from '@/utils/adapters/generic/address';
import { readKey } from '@/utils/adapters/generic/paramKeys';
import { fieldsIn, read } from './reading';

/*
 * A whole desktop in one page: the program's name in its head, a tab for each window that is open, a form edited
 * where it stands with lists under it.
 */

const row = (label: string, value: string): string =>
  `<tr><td><div class="form-label"><span>${label}</span></div></td><td><input type="text" value="${value}"></td></tr>`;

const FORM = `<table><tbody>${row('客戶代號', 'C10388')}${row('客戶名稱', '王麗華')}${row('手機', '0912-345-678')}${row('生日', '1970/11/06')}</tbody></table>`;

const tabs = (...names: readonly string[]): string =>
  `<ul>${names.map((name, at) => `<li class="z-tab${at === 0 ? ' z-tab-selected' : ''}"><a>${name}</a></li>`).join('')}</ul>`;

const desktop = (room: string, under = ''): string =>
  `<div class="desktop-header"><span>文山商銀 企業往來系統</span><span>ao@bank.test</span></div>${tabs(`${room}: 王麗華`, `${room}: 鄒沛恩`)}<div class="page-breadcrumb"><div><a>${room}</a></div><div><span>3/14</span></div></div>${FORM}${under}`;

const URL = 'https://crm.bank.test/index.zul';

const fieldsOf = (fields: readonly { label: string; value: string }[]): string[] =>
  fields.map(({ label, value }) => `${label}=${value}`);

describe('the head of a desktop', () => {
  it('says what the program is, and not what the page is about', async () => {
    expect(await read(desktop('業務夥伴'), URL)).toMatchObject({
      page: 'client',
      identity: { id: 'C10388', from: 'field' },
      name: { value: '王麗華' },
    });
  });

  it('and crumbs that name requests still make it one', async () => {
    expect(await read(desktop('請求'), URL)).toMatchObject({ identity: null, fields: [] });
  });

  it('has nothing of the client’s, nor have the tabs of windows, his own or another’s', async () => {
    const { fields } = await read(desktop('業務夥伴'), URL);
    expect(fieldsOf(fields)).toEqual([
      '客戶代號=C10388',
      '客戶名稱=王麗華',
      '手機=0912-345-678',
      '生日=1970/11/06',
    ]);
  });

  it('nor has what lies under a tab of accounts', async () => {
    const accounts = `<div><div>${tabs('帳戶', '備註')}</div><div><table><tbody><tr><th>帳號</th><th>幣別</th></tr><tr><td>0081-****-3327</td><td>TWD</td></tr></tbody></table></div></div>`;
    const { fields } = await read(desktop('業務夥伴', accounts), URL);
    expect(fields.map(({ label }) => label)).toEqual(['客戶代號', '客戶名稱', '手機', '生日']);
  });
});

describe('a table named in the address', () => {
  const at = (table: string): string => `${URL}?Action=Zoom&TableName=${table}&Record_ID=1000342`;

  it.each([
    ['C_BPartner', 'client', 'bpartner'],
    ['AD_User', null, 'user'],
    ['R_Request', 'other', 'request'],
  ])('%s', (table, subject, entity) => {
    expect(readAddress(at(table))).toMatchObject({ subject, entity, records: [{ id: '1000342', entity }] });
  });

  it.each([
    ['contacts of a firm', '聯絡人', '1000342'],
    ['the program’s own', '使用者', undefined],
  ])('of users: %s', async (_, room, id) => {
    expect((await read(desktop(room), at('AD_User'))).identity?.id).toBe(id);
  });
});

describe('a number named as the path names its records', () => {
  it.each([
    [
      'where the path has the word',
      'https://c.test/#/oa/enterprise/enterprise-detail?enterpriseId=118',
      ['118'],
    ],
    ['not where it has not', 'https://c.test/#/oa/report/detail?enterpriseId=118', []],
    ['nor beside a client’s own', 'https://c.test/#/customer/detail?enterpriseId=118&customerId=7', ['7']],
  ])('%s', (_, url, ids) => {
    expect(readAddress(url).records.map(({ id }) => id)).toEqual(ids);
  });

  it('by itself such a word says nothing', () => {
    expect(readKey('enterpriseId')).toMatchObject({ subject: null, sure: false });
  });
});

describe('labels over labels', () => {
  it('a row of fields without values is no head over the row below', async () => {
    const cell = (label: string, value: string): string =>
      `<td><div><span class="item-label">${label}</span><span class="item-content">${value}</span></div></td>`;
    const fields = await fieldsIn(
      `<table><tbody><tr>${cell('邮箱', '')}${cell('所在城市', '')}${cell('详细地址', '')}</tr><tr>${cell('创建时间', '2026-10-28 10:52:06')}${cell('创建人', '支慕白')}${cell('营业执照', '')}</tr></tbody></table>`,
    );
    expect(fields).toEqual(['创建时间=2026-10-28 10:52:06', '创建人=支慕白']);
  });
});
