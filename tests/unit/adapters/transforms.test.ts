import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toE164 } from '@/utils/adapters/interpret';
import { cleanText, foldFigures, isMasked, isNothing } from '@/utils/adapters/text';
import { parseDay } from '@/utils/adapters/transforms/date';
import { transform } from '@/utils/adapters/transforms/transform';
import { fieldValue } from '@/utils/domain/schema/fieldValue';
import { civilDay } from '@/utils/domain/schema/time';

describe('a date on a page', () => {
  it.each([
    ['2026-02-09', '2026-02-09'],
    ['2026/2/9', '2026-02-09'],
    ['2026.2.9', '2026-02-09'],
    ['2026. 2. 9', '2026-02-09'],
    ['2026年2月9日', '2026-02-09'],
    ['2026 年 2 月 9 日', '2026-02-09'],
    ['２０２６年２月９日', '2026-02-09'],
    ['二〇二六年二月九日', '2026-02-09'],
    ['二零二六年十二月三十一日', '2026-12-31'],
    ['20260209', '2026-02-09'],
    ['2026-02-09 14:30', '2026-02-09'],
    ['2026-02-09T14:30:05.123', '2026-02-09'],
    ['2026-02-09 下午 2:30', '2026-02-09'],
    ['2026-02-09 星期一', '2026-02-09'],
    ['2026年2月9日（周一）', '2026-02-09'],
    ['1962-09-12（63 岁）', '1962-09-12'],
    ['民国115年2月9日', '2026-02-09'],
    ['中華民國 115.2.9', '2026-02-09'],
    ['9 Feb 2026', '2026-02-09'],
    ['09-Feb-2026', '2026-02-09'],
    ['Feb 9, 2026', '2026-02-09'],
    ['Mon, February 9th, 2026', '2026-02-09'],
    ['Sept. 9, 2026', '2026-09-09'],
    ['2026‑02‑09', '2026-02-09'],
    ['٢٠٢٦-٠٢-٠٩', '2026-02-09'],
    ['2024-02-29', '2024-02-29'],
    ['13/02/2026', '2026-02-13'],
    ['02/13/2026', '2026-02-13'],
  ])('%s', (text, day) => {
    expect(parseDay(text, 'ymd')?.day).toBe(day);
  });

  it('reads 02/09/2026 only in the order the adapter declares', () => {
    expect(parseDay('02/09/2026', 'mdy')?.day).toBe('2026-02-09');
    expect(parseDay('02/09/2026', 'dmy')?.day).toBe('2026-09-02');
    expect(parseDay('02/09/2026', 'ymd')).toBeNull();
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '0000-01-01',
    '9999-12-31',
    '1899-12-31',
    '2月30日',
    '26-02-09',
    '2026-02-09T16:30:00Z',
    '2026-02-09 16:30+08:00',
    '2026-02-09 25:00',
    '2026-02-09 至 2027-02-09',
    '长期',
    '昨天',
    '13/13/2026',
    'Foo 9, 2026',
    '202602091',
    '',
  ])('refuses %s', (text) => {
    expect(parseDay(text, 'ymd')).toBeNull();
  });

  it.each([
    ['2026-02-09 00:00', 0],
    ['2026-02-09 14:30', 870],
    ['2026-02-09 下午 2:30', 870],
    ['2026-02-09 12:05 am', 5],
    ['2026-02-09 12:05 PM', 725],
    ['2026-02-09', null],
  ])('reads the minute of %s', (text, minute) => {
    expect(parseDay(text, 'ymd')?.minute).toBe(minute);
  });

  it('never gives a day that does not exist, whatever the text', () => {
    const figures = fc.stringMatching(/^[0-9年月日./\- 民国:apm]{0,24}$/);
    fc.assert(
      fc.property(figures, fc.constantFrom('ymd', 'dmy', 'mdy'), (text, order) => {
        const shown = parseDay(text, order);
        return shown === null || civilDay.safeParse(shown.day).success;
      }),
    );
  });

  it.each([
    ['农历八月十五', { year: null, month: 8, day: 15, leap: false }],
    ['农历1962年闰四月初三', { year: 1962, month: 4, day: 3, leap: true }],
    ['農曆一九六二年正月廿三', { year: 1962, month: 1, day: 23, leap: false }],
    ['阴历：腊月三十', { year: null, month: 12, day: 30, leap: false }],
    ['农历 2月30日', { year: null, month: 2, day: 30, leap: false }],
  ])('knows the lunar day %s', (text, lunar) => {
    expect(transform(text, { type: 'date', order: 'ymd' })).toEqual({ type: 'lunarDay', ...lunar });
  });

  it.each(['农历十三月初一', '农历二月三十一', '农历'])('refuses the lunar day %s', (text) => {
    expect(transform(text, { type: 'date', order: 'ymd' })).toBeNull();
  });
});

describe('an amount on a page', () => {
  const money = (text: string, home = 'CNY', unit = 1) =>
    transform(text, { type: 'money', currency: home, unit });
  const cny = (minor: string, currency = 'CNY') => ({ type: 'money', money: { minor, currency } });

  it.each([
    ['1,234.50', '123450'],
    ['¥1,234.50', '123450'],
    ['￥ 1234', '123400'],
    ['CNY 1,234.5', '123450'],
    ['RMB1,234.50元', '123450'],
    ['人民币 12.5万元', '12500000'],
    ['1.2亿', '12000000000'],
    ['0.012345万元', '12345'],
    ['３，０００元', '300000'],
    ['-1,234.50', '-123450'],
    ['¥-1,234.50', '-123450'],
    ['(1,234.50)', '-123450'],
    ['（1,234.50）', '-123450'],
    ['-0.00', '0'],
    ['3.4M', '340000000'],
    ['1.5 million', '150000000'],
    ['123456789012345678901.23', '12345678901234567890123'],
  ])('%s', (text, minor) => {
    expect(money(text)).toEqual(cny(minor));
  });

  it('keeps the currency that is written before that of the bank', () => {
    expect(money('USD 5')).toEqual(cny('500', 'USD'));
    expect(money('$5')).toEqual(cny('500', 'USD'));
    expect(money('$5', 'HKD')).toEqual(cny('500', 'HKD'));
    expect(money('HK$5.10')).toEqual(cny('510', 'HKD'));
    expect(money('500日元')).toEqual(cny('500', 'JPY'));
    expect(money('USD 12万元')).toEqual(cny('12000000', 'USD'));
  });

  it('counts in the unit of its column', () => {
    expect(money('12.5', 'CNY', 10_000)).toEqual(cny('12500000'));
  });

  it.each([
    '1.234,50',
    '12,34',
    '1,2345',
    '1.234',
    '1 到 2',
    'abc 5',
    'USD 5 HKD',
    '****',
    '',
    '5 apples',
    '--5',
    'NaN',
    `${'9'.repeat(26)}`,
  ])('refuses %s', (text) => {
    expect(money(text)).toBeNull();
  });

  it('loses no fen, whatever the amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (fen) => {
        const whole = (fen < 0n ? -fen : fen) / 100n;
        const rest = String((fen < 0n ? -fen : fen) % 100n).padStart(2, '0');
        const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
        const text = `${fen < 0n ? '-' : ''}¥${grouped}.${rest}`;
        expect(money(text)).toEqual(cny(String(fen)));
      }),
    );
  });
});

describe('a number on a page', () => {
  it.each([
    ['12', 12],
    ['12.5%', 12.5],
    ['1,200人', 1200],
    ['3万', 30_000],
    ['-7', -7],
    ['１２３', 123],
  ])('%s', (text, number) => {
    expect(transform(text, { type: 'number' })).toEqual({ type: 'number', number });
  });

  it.each(['R3', '12 或 13', '1234567890123456', '无'])('refuses %s', (text) => {
    expect(transform(text, { type: 'number' })).toBeNull();
  });
});

describe('a phone number on a page', () => {
  const phone = (text: string) => transform(text, { type: 'phone' });

  it('keeps what stands there and marks stars as stars', () => {
    expect(phone(' 138 0013 8000 ')).toEqual({ type: 'phone', raw: '138 0013 8000', e164: null });
    expect(phone('138****1234')).toEqual({ type: 'phone', raw: '138****1234', e164: null, masked: true });
    expect(phone('13800138000')).toEqual({ type: 'phone', raw: '13800138000', e164: null });
    expect(phone('请电秘书')).toBeNull();
    expect(phone('—')).toBeNull();
  });

  it.each([
    ['13800138000', 'CN', '+8613800138000'],
    ['138 0013 8000', 'CN', '+8613800138000'],
    ['１３８００１３８０００', 'CN', '+8613800138000'],
    ['+86 138-0013-8000', 'CN', '+8613800138000'],
    ['0086 13800138000', 'CN', '+8613800138000'],
    ['(010) 8888 6666', 'CN', '+861088886666'],
    ['021-68881234转5021', 'CN', '+862168881234'],
    ['021-68881234 分机 5021', 'CN', '+862168881234'],
    ['9123 4567', 'HK', '+85291234567'],
    ['+852 9123 4567', 'CN', '+85291234567'],
    ['0912-345-678', 'TW', '+886912345678'],
    ['+1 415 555 2671', 'CN', '+14155552671'],
    ['+8613800138000', 'XX', '+8613800138000'],
  ])('%s in %s is %s', (raw, region, e164) => {
    expect(toE164(raw, region)).toBe(e164);
  });

  it.each(['12345', '138001380001234', '13800138000 / 13900139000', '138****1234', '电话 13800138000', ''])(
    'is not sure of %s',
    (raw) => {
      expect(toE164(raw, 'CN')).toBeNull();
    },
  );
});

describe('text on a page', () => {
  it('loses what only tricks the eye', () => {
    expect(cleanText('  王\u202e丽\u200b华\n\t女士 ', 200)).toBe('王丽华 女士');
    expect(cleanText('a\u0000b\u0007c', 200)).toBe('abc');
    expect(cleanText('x\ud800y', 200)).toBe('x\ufffdy');
  });

  it('keeps joined emoji and characters beyond the first plane', () => {
    expect(cleanText('𠮷野 👩‍👩‍👧', 200)).toBe('𠮷野 👩‍👩‍👧');
    expect(cleanText('𠮷'.repeat(5), 3)).toBe('𠮷');
  });

  it('is the same whether a text is common or not', () => {
    // One sign from beyond makes a text uncommon; what is around it must come out as it does alone.
    const common = fc.stringMatching(/^[!-~\u3001-\u3015\u4e00-\u9fff\uff01-\uff5e 　\t]{0,40}$/);
    fc.assert(
      fc.property(common, (text) => {
        expect(`${cleanText(`${text}|`, 400)}é`).toBe(cleanText(`${text}|é`, 400));
        expect(`${foldFigures(`${text}|`)}é`).toBe(foldFigures(`${text}|é`));
      }),
    );
  });

  it('is cut at the cap, however long it is', () => {
    expect(cleanText('名'.repeat(100_000), 200)).toBe('名'.repeat(200));
  });

  it.each(['', '-', '—', '--', '/', 'N/A', '暂无', '暂无数据', '未填写'])(
    'takes “%s” for nothing',
    (text) => {
      expect(isNothing(text)).toBe(true);
    },
  );

  it('does not take 无 for nothing: it can be an answer', () => {
    expect(isNothing('无')).toBe(false);
  });

  it('knows stars that hide from stars that adorn', () => {
    expect(isMasked('张*')).toBe(true);
    expect(isMasked('6222 **** **** 1234')).toBe(true);
    expect(isMasked('理财 * 稳健')).toBe(false);
  });

  it('folds figures of other scripts', () => {
    expect(foldFigures('１２３４５ ٦٧٨')).toBe('12345 678');
  });

  it('makes values that the schema takes, or none', () => {
    const transforms = [
      { type: 'text' },
      { type: 'digits' },
      { type: 'phone' },
      { type: 'date', order: 'ymd' },
      { type: 'money', currency: 'CNY', unit: 1 },
      { type: 'number' },
    ] as const;
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.stringMatching(/^[0-9０-９,.¥()（）万亿*+年月\- ]{0,30}$/),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...transforms), (text, as) => {
        const value = transform(text, as);
        return value === null || fieldValue.safeParse(value).success;
      }),
      { numRuns: 2000 },
    );
  });

  it('maps words to codes as labels are compared, and unknown words to nothing', () => {
    const as = { type: 'choice', codes: [['男', 'male'] as const] } as const;
    expect(transform(' 男： ', as)).toEqual({ type: 'choice', code: 'male' });
    expect(transform('保密', as)).toBeNull();
  });
});
