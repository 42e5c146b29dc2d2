import { describe, expect, it } from 'vitest';
import { compileAdapter } from '@/utils/adapters/compile';
import { findAgain, type LostField, nextVersion } from '@/utils/adapters/generic/findAgain';
import type { FieldKind } from '@/utils/adapters/generic/lexicon/kinds';
import type { AdapterLocate, AdapterPage } from '@/utils/adapters/schema';
import { demoModern } from '@/utils/adapters/sites/demoModern';

type AdapterField = AdapterPage['fields'][number];

const place = (label: string, value: string, kind: FieldKind = 'other', find?: AdapterLocate | null) => ({
  label,
  value,
  kind,
  find: find === undefined ? { label } : find,
});

/** A lost field; the client was last seen to have these texts in it. */
function lost(field: AdapterField, lastSeen: readonly string[] = []): LostField {
  const [page] = demoModern.pages;
  if (!page) throw new Error('no page');
  const compiled = compileAdapter({ ...demoModern, pages: [{ ...page, fields: [field] }] });
  const as = compiled.ok ? compiled.value.compiled.pages[0]?.fields[0]?.as : undefined;
  if (!as) throw new Error('does not compile');
  return { field, as, isLastSeen: (text) => lastSeen.includes(text) };
}

const MOBILE = {
  key: 'mobile',
  find: { label: '手机号码', within: '.grid' },
  as: { type: 'phone' },
} as const;
const AUM = { key: 'aum', find: { label: '管理资产' }, as: { type: 'money', currency: 'CNY' } } as const;
const MANAGER = { key: 'crm.客户经理', find: { label: '客户经理' }, as: { type: 'text' } } as const;
const NONE: ReadonlySet<string> = new Set();

const keysAndPlaces = (found: ReturnType<typeof findAgain>) => found.map(({ key, label }) => [key, label]);

describe('a lost field is found again', () => {
  it('under its own label in another part of the page', () => {
    const page = [place('手机号码', '138 0000 6621', 'phone'), place('职业', '教师')];
    expect(findAgain([lost(MOBILE)], page, 'individual', NONE)).toEqual([
      {
        key: 'mobile',
        label: '手机号码',
        text: '138 0000 6621',
        find: { label: '手机号码' },
        as: { type: 'phone' },
      },
    ]);
  });

  it('under another word for the same', () => {
    const page = [place('联系手机', '138 0000 6621', 'phone'), place('传真', '021-5550 1234', 'phone')];
    expect(keysAndPlaces(findAgain([lost(MOBILE)], page, 'individual', NONE))).toEqual([
      ['mobile', '联系手机'],
    ]);
  });

  it('under a word nobody knows, by what this client was last seen to have there', () => {
    const page = [place('维护责任人', '上海分行徐家汇支行 陈卓', 'owner'), place('负责人', '李敏', 'owner')];
    const manager = lost(MANAGER, ['上海分行徐家汇支行 陈卓']);
    expect(keysAndPlaces(findAgain([manager], page, 'individual', NONE))).toEqual([
      ['crm.客户经理', '维护责任人'],
    ]);
    expect(findAgain([lost(MANAGER)], page, 'individual', NONE)).toEqual([]);
  });

  it('with the unit and currency that the new label tells', () => {
    const page = [place('管理资产规模（万元）', '486.00', 'money')];
    const [found] = findAgain([lost(AUM, ['486.00'])], page, 'individual', NONE);
    expect(found?.as).toEqual({ type: 'money', currency: 'CNY', unit: 10_000 });
  });

  it('and reads otherwise where its text is no longer what it was', () => {
    const day = { key: 'birthday', find: { label: '出生日期' }, as: { type: 'date' } } as const;
    const [found] = findAgain(
      [lost(day)],
      [place('出生日期', '三月初二前后', 'birthday')],
      'individual',
      NONE,
    );
    expect(found?.as).toEqual({ type: 'text' });
  });
});

describe('nothing is proposed', () => {
  it('where two places are as likely', () => {
    const page = [place('联系手机', '138 0000 6621', 'phone'), place('移动电话', '139 0000 1111', 'phone')];
    expect(findAgain([lost(MOBILE)], page, 'individual', NONE)).toEqual([]);
  });

  it('unless one of them has the value last seen', () => {
    const page = [place('联系手机', '138 0000 6621', 'phone'), place('移动电话', '139 0000 1111', 'phone')];
    const found = findAgain([lost(MOBILE, ['139 0000 1111'])], page, 'individual', NONE);
    expect(keysAndPlaces(found)).toEqual([['mobile', '移动电话']]);
  });

  it('for a place that another field of the adapter still has', () => {
    const page = [place('联系手机', '138 0000 6621', 'phone')];
    expect(findAgain([lost(MOBILE)], page, 'individual', new Set(['联系手机']))).toEqual([]);
  });

  it('for a place that could be that of two lost fields', () => {
    const second = { ...MOBILE, key: 'crm.备用手机' } as const;
    const page = [place('手机号码', '138 0000 6621', 'phone')];
    const found = findAgain([lost(second), lost(second)], page, 'individual', NONE);
    expect(found).toEqual([]);
  });

  it('for a place that no adapter finds again, or by a word too short to tell', () => {
    expect(
      findAgain([lost(MOBILE)], [place('手机号码', '138 0000 6621', 'phone', null)], 'individual', NONE),
    ).toEqual([]);
    const page = [place('是否代发', '是')];
    expect(findAgain([lost(MANAGER, ['是'])], page, 'individual', NONE)).toEqual([]);
  });
});

it.each([
  ['1', '1.1'],
  ['1.2', '1.2.1'],
  ['1.2.3', '1.2.4'],
  ['2026.11.22', '2026.11.23'],
  ['1.2.9999', '1.3.0'],
])('version %s is followed by %s', (version, next) => {
  expect(nextVersion(version)).toBe(next);
});
