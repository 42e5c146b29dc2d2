import { describe, expect, it } from 'vitest';
import { kindOf } from '@/utils/adapters/generic/fields';
import { isLabelText } from '@/utils/adapters/generic/labelSigns';
import * as entities from '@/utils/adapters/generic/lexicon/entities';
import * as german from '@/utils/adapters/generic/lexicon/german';
import * as labels from '@/utils/adapters/generic/lexicon/keys';
import * as kinds from '@/utils/adapters/generic/lexicon/kinds';
import { FIELD_KINDS, KIND_LABELS } from '@/utils/adapters/generic/lexicon/kinds';
import * as words from '@/utils/adapters/generic/lexicon/words';
import { isEmptyValue, nameLikeness, shapeOf } from '@/utils/adapters/generic/shapes';
import { halvesOf } from '@/utils/adapters/generic/twins';

describe('the kind of a field', () => {
  it.each([
    ['客户姓名', '王丽华', 'name'],
    ['客户名称', '杭州云栖纺织有限公司', 'company'],
    ['客户号', '6011287430', 'number'],
    ['客户经理电话', '13800571234', 'phone'],
    ['Account owner email', 'ann@bank.test', 'email'],
    ['通訊地址', '臺北市信義區松德路 171 號', 'address'],
    ['Date of birth', '14 Mar 1974', 'birthday'],
    ['下次联系时间', '2026-11-25 02:00', 'date'],
    ['管理资产', '1,513,460.55', 'money'],
    ['工作单位', '太原晋岭机械厂', 'company'],
    ['配偶', '李强', 'person'],
    ['Relationship manager', 'Nadia Rowntree', 'owner'],
    ['Lifecycle stage', 'Customer', 'stage'],
    ['客户级别', '五星', 'tier'],
    ['所属行业', '纺织业', 'other'],
    ['联络', '13800571234', 'phone'],
    ['Email opt out', 'No', 'other'],
  ] as const)('%s: %s is %s', (label, value, kind) => {
    expect(kindOf(label, value, '王丽华')).toBe(kind);
  });

  it('is told by one entry of the lexicon for each label', () => {
    const all = FIELD_KINDS.flatMap((kind) => KIND_LABELS[kind].split('|').map((word) => ({ kind, word })));
    expect(all.filter(({ word }) => word !== word.trim() || word === '')).toEqual([]);
    expect(all.length).toBeGreaterThan(500);
  });
});

describe('the lexicon', () => {
  const listsIn = (part: unknown): string[] =>
    typeof part === 'string'
      ? [part]
      : typeof part === 'object' && part !== null
        ? Object.values(part).flatMap(listsIn)
        : [];

  it('has every word as it is compared: trimmed and in small letters', () => {
    const all = listsIn([
      entities,
      german,
      kinds,
      words,
      labels.keyLabelsFor('individual'),
      labels.keyLabelsFor('company'),
    ]).flatMap((list) => list.split('|'));
    expect(all.length).toBeGreaterThan(3000);
    expect(all.filter((word) => word === '' || word !== word.trim().toLowerCase())).toEqual([]);
  });
});

describe('the shape of a text', () => {
  it.each([
    ['li@mail.test', 'email'],
    ['13800571234', 'phone'],
    ['0571-88234567', 'phone'],
    ['+44 20 7946 0831', 'phone'],
    ['305-698-7659 x81264', 'phone'],
    ['138****1234', 'phone'],
    ['https://a.test/x', 'url'],
    ['2026-11-18 07:32:10', 'date'],
    ['14 Mar 1974', 'date'],
    ['$2,000.00', 'money'],
    ['1.28 亿', 'money'],
    ['862310', 'figure'],
    ['2 days ago', 'time'],
    ['3 DAYS AGO', 'time'],
    ['Last Friday', 'time'],
    ['刚刚', 'time'],
    ['十分钟前', 'time'],
    ['Nowhere', null],
    ['Chicago', null],
    ['二〇二六年2月9日', 'date'],
    ['民國115年2月9日', 'date'],
    ['王丽华', null],
    ['A（重点客户）', null],
  ] as const)('%s: %s', (text, shape) => {
    expect(shapeOf(text)).toBe(shape);
  });

  it('tells names from other words', () => {
    for (const name of [
      '王丽华',
      '欧阳靖',
      'Jane Roe',
      'Ms. Kris Marrier (Sample)',
      'Hollis & Pryce Shipping',
      '上海悟空软件有限公司',
    ])
      expect([name, nameLikeness(name)]).toEqual([name, expect.any(Number)]);
    for (const name of ['王丽华', 'Jane Roe', '上海悟空软件有限公司', 'aldgate & CO', 'Hollis TRUST.'])
      expect([name, nameLikeness(name)]).toEqual([name, 2]);
    expect(nameLikeness('aldgate trusts')).toBe(0);
    for (const text of ['2026-11-18', 'li@mail.test', '请输入。', '']) expect(nameLikeness(text)).toBe(0);
  });

  it.each([
    ['客戶編號 CIF No.', ['客戶編號', 'CIF No.']],
    ['Jane Roe（阮曉彤）', ['Jane Roe', '阮曉彤']],
    // Rare signs are Chinese too.
    ['㐂屋 Kiya', ['㐂屋', 'Kiya']],
    ['Kiya 𠮷野', ['Kiya', '𠮷野']],
    ['客戶 CIF 編號', null],
    ['Jane Roe', null],
  ] as const)('%s in two languages', (text, halves) => {
    expect(halvesOf(text)).toEqual(halves);
  });

  it.each([
    ['No. of employees', true],
    ['Tel. (home)', true],
    ['He called. She wrote', false],
    ['Called? . a', false],
    ['Called. 2', true],
    ['已致电。', false],
  ] as const)('%s may be a label: %s', (text, may) => {
    expect(isLabelText(text)).toBe(may);
  });

  it('knows what stands for nothing', () => {
    for (const text of [
      '',
      ' ',
      '—',
      '－',
      '暂无数据',
      '未设置',
      'Not set',
      'No phone yet',
      '请选择客户',
      'Select…',
    ])
      expect([text, isEmptyValue(text)]).toEqual([text, true]);
    for (const text of ['0', '无锡', '未婚', 'None Street 4', 'A'])
      expect([text, isEmptyValue(text)]).toEqual([text, false]);
  });
});
