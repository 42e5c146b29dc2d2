import { describe, expect, it } from 'vitest';
import { compileAdapter } from '@/utils/adapters/compile';
import { assemble, type Learnt, type LearntField } from '@/utils/adapters/generic/assemble';
import { keyFor } from '@/utils/adapters/generic/keys';
import { CHOICE_WORDS, keyLabelsFor } from '@/utils/adapters/generic/lexicon/keys';
import type { FieldKind } from '@/utils/adapters/generic/lexicon/kinds';
import { transformFor } from '@/utils/adapters/generic/transformFor';
import { catalogueField } from '@/utils/domain/clarity/catalogue/catalogue';

const field = (label: string, value: string, kind: FieldKind = 'other'): LearntField => ({
  label,
  value,
  kind,
  find: label === '' ? { selector: '.client-mark' } : { label },
});

const LEARNT: Learnt = {
  proposal: {
    url: { pathname: '/customer/:id' },
    entity: 'customer',
    root: ['main'],
    identity: { id: { url: 'id' }, shape: 'digits' },
    name: { find: { selector: 'h1' } },
    recordId: '10231',
  },
  name: null,
  fields: [],
  kind: 'individual',
  title: 'ACME CRM',
  author: 'ACME Bank IT',
  host: 'crm.acme.example:8443',
  today: '2026-11-22',
};

const withFields = (...fields: Learnt['fields']): Learnt => ({ ...LEARNT, fields });

describe('an adapter is assembled', () => {
  it('that the format takes as it is', () => {
    const adapter = assemble(
      withFields({ field: field('手机', '13800571234', 'phone'), key: 'mobile', as: { type: 'phone' } }),
    );
    expect(adapter).toEqual({
      format: 1,
      id: 'own-crm-acme-example',
      crmId: 'crm-acme-example',
      title: 'ACME CRM',
      version: '2026.11.22',
      author: 'ACME Bank IT',
      hosts: ['crm.acme.example'],
      pages: [
        {
          id: 'client',
          url: { pathname: '/customer/:id' },
          entity: 'customer',
          kind: 'individual',
          root: ['main'],
          identity: { id: { url: 'id' }, shape: 'digits' },
          name: { find: { selector: 'h1' } },
          fields: [{ key: 'mobile', find: { label: '手机' }, as: { type: 'phone' } }],
        },
      ],
      unaided: {},
    });
    expect(compileAdapter(adapter).ok).toBe(true);
  });

  it.each(['localhost:3000', '10.0.0.7', '[::1]:8080', 'CRM.Bank.Example', 'x'.repeat(120)])(
    'for a CRM at %s',
    (host) => {
      const result = compileAdapter(assemble({ ...LEARNT, host }));
      expect(result).toMatchObject({ ok: true });
    },
  );

  it('with the name where the user has pointed', () => {
    const name = { ...field('', '王丽华', 'name'), find: { selector: '.client-name' } };
    expect(assemble({ ...LEARNT, name }).pages[0]?.name).toEqual({ find: { selector: '.client-name' } });
  });

  it('in which each key stands once, the second under its own label', () => {
    const phone = { key: 'mobile', as: { type: 'phone' } } as const;
    const adapter = assemble(
      withFields(
        { ...phone, field: field('手机', '13800571234', 'phone') },
        { ...phone, field: field('备用手机', '13800571235', 'phone') },
        { ...phone, field: field('备用手机', '13800571236', 'phone') },
        { ...phone, field: field('', '13800571237', 'phone') },
      ),
    );
    expect(adapter.pages[0]?.fields.map(({ key }) => key)).toEqual([
      'mobile',
      'crm.备用手机',
      'crm.备用手机 2',
      'crm.phone',
    ]);
    expect(compileAdapter(adapter).ok).toBe(true);
  });

  it('without what is not found again', () => {
    const lost = { ...field('手机', '13800571234', 'phone'), find: null };
    expect(
      assemble(withFields({ field: lost, key: 'mobile', as: { type: 'phone' } })).pages[0]?.fields,
    ).toEqual([]);
  });
});

describe('a key', () => {
  it.each([
    ['手机号码', 'phone', 'mobile', 'crm.手机号码'],
    ['手機', 'phone', 'mobile', 'crm.手機'],
    ['Mobile phone', 'phone', 'mobile', 'crm.Mobile phone'],
    ['传真', 'phone', 'crm.传真', 'crm.传真'],
    ['', 'phone', 'mobile', 'crm.phone'],
    ['Date of Birth', 'birthday', 'birthday', 'crm.Date of Birth'],
    ['统一社会信用代码', 'number', 'crm.统一社会信用代码', 'creditCode'],
    ['年营业收入（万元）', 'money', 'crm.年营业收入（万元）', 'revenue'],
    ['Assets Under Management', 'money', 'aum', 'aum'],
    ['所属机构', 'other', 'crm.所属机构', 'crm.所属机构'],
  ] as const)('of %s (%s)', (label, kind, individual, company) => {
    expect([keyFor({ label, kind }, 'individual'), keyFor({ label, kind }, 'company')]).toEqual([
      individual,
      company,
    ]);
  });

  it('is one of the catalogue, or the service level, for every label of the lexicon', () => {
    for (const kind of ['individual', 'company'] as const)
      for (const key of Object.keys(keyLabelsFor(kind)))
        if (!['serviceLevel', 'aum', 'bankSince', 'industry'].includes(key))
          expect(catalogueField(kind, key), key).not.toBeNull();
  });

  it('has words for codes that the catalogue knows', () => {
    for (const [key, words] of Object.entries(CHOICE_WORDS)) {
      const known = catalogueField('individual', key) ?? catalogueField('company', key);
      expect(
        Object.keys(words).every((code) => known?.choices?.includes(code)),
        key,
      ).toBe(true);
    }
  });
});

describe('a transform', () => {
  const as = (shown: LearntField, key = 'crm.x', others: LearntField[] = []) =>
    transformFor(shown, key, 'individual', [shown, ...others]);

  it.each([
    [field('手机', '138 0057 1234', 'phone'), { type: 'phone' }],
    [field('手机', '138****1234', 'phone'), { type: 'phone' }],
    [field('创建时间', '2026-11-18 09:30', 'date'), { type: 'date' }],
    [field('开户日期', '02/09/2026', 'date'), { type: 'text' }],
    [field('开户日期', '25/09/2026', 'date'), { type: 'date', order: 'dmy' }],
    [field('客户编号', '10231', 'number'), { type: 'digits' }],
    [field('证件号', '3301**********1234', 'number'), { type: 'text' }],
    [field('信用代码', '91330106MA2B', 'number'), { type: 'text' }],
    [field('年收入（万元）', '52.5', 'money'), { type: 'money', currency: 'CNY', unit: 10_000 }],
    [field('年收入（万元）', '52.5万', 'money'), { type: 'money', currency: 'CNY' }],
    [field('Balance', 'HK$ 1,200.50', 'money'), { type: 'money', currency: 'HKD' }],
    [field('Balance', '1,200.50', 'money'), { type: 'number' }],
    [field('行业', '纺织', 'other'), { type: 'text' }],
  ] as const)('of $label $value', (shown, expected) => {
    expect(as(shown)).toEqual(expected);
  });

  it('of a day is told by the days beside it, unless they differ', () => {
    const day = field('Since', '02/09/2026', 'date');
    expect(as(day, 'crm.x', [field('Review', '02/28/2026', 'date')])).toEqual({ type: 'date', order: 'mdy' });
    expect(as(day, 'crm.x', [field('a', '02/28/2026', 'date'), field('b', '28/02/2026', 'date')])).toEqual({
      type: 'text',
    });
  });

  it('of an amount without a sign takes the currency of the others', () => {
    const balance = field('Balance', '1,200.50', 'money');
    expect(as(balance, 'crm.x', [field('Income', '€ 52,000', 'money')])).toEqual({
      type: 'money',
      currency: 'EUR',
    });
  });

  it('of a choice is by words where they are known, in the page’s own way to write them', () => {
    expect(as(field('性别', '女'), 'gender')).toMatchObject({ type: 'choice', codes: { 女: 'female' } });
    expect(as(field('风险等级', 'C3 - Balanced'), 'riskLevel')).toMatchObject({
      type: 'choice',
      codes: { 'C3 - Balanced': 'C3', 'c4 - growth': 'C4' },
    });
    expect(as(field('风险等级', '橙色'), 'riskLevel')).toEqual({ type: 'text' });
  });
});
