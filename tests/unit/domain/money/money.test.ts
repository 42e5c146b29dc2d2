import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMoney,
  compareMoney,
  decimalOf,
  moneyFromDecimal,
  percentChange,
  shortMoney,
  subtractMoney,
} from '@/utils/domain/money';
import { type Money, money } from '@/utils/domain/schema/money';

const cny = (minor: string | bigint | number): Money =>
  money.parse({ minor: minor.toString(), currency: 'CNY' });
const yuan = (amount: number) => cny(BigInt(Math.round(amount * 100)));
const usd = (minor: string): Money => money.parse({ minor, currency: 'USD' });
const large = 10n ** 24n;
const amounts = fc.bigInt({ min: -large, max: large }).map(cny);

const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(`no value: ${String(result.error)}`);
  return result.value;
};

describe('adding and comparing', () => {
  it('is exact where floating point is not', () => {
    expect(value(addMoney(cny('10'), cny('20')))).toEqual(cny('30'));
    expect(value(addMoney(cny('900719925474099267'), cny('1')))).toEqual(cny('900719925474099268'));
    expect(value(subtractMoney(cny('100'), cny('250')))).toEqual(cny('-150'));
  });

  it('refuses two currencies, whatever the amounts', () => {
    const mixed = { ok: false, error: 'mixedCurrencies' };
    expect(addMoney(cny('0'), usd('0'))).toEqual(mixed);
    expect(subtractMoney(cny('5'), usd('5'))).toEqual(mixed);
    expect(compareMoney(cny('5'), usd('5'))).toEqual(mixed);
    expect(percentChange(cny('5'), usd('6'))).toEqual(mixed);
  });

  it('refuses a sum too large to keep', () => {
    const most = cny('9'.repeat(25));
    expect(addMoney(most, cny('1'))).toEqual({ ok: false, error: 'tooLarge' });
  });

  it('subtracting takes back what adding gave; comparing agrees with both', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(value(subtractMoney(value(addMoney(a, b)), b))).toEqual(a);
        expect(value(addMoney(a, b))).toEqual(value(addMoney(b, a)));
        expect(value(compareMoney(a, b))).toBe(-value(compareMoney(b, a)) + 0);
        const difference = BigInt(value(subtractMoney(a, b)).minor);
        expect(value(compareMoney(a, b))).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
      }),
    );
  });
});

describe('change in per cent', () => {
  it.each([
    [200, 150, -25],
    [150, 200, 33.3],
    [300, 200, -33.3],
    [1000, 1000.5, 0.1],
    [1000, 999.5, -0.1],
    [1000, 1000.4, 0],
    [-100, -50, 50],
    [-100, 100, 200],
  ])('from %d to %d is %d', (from, to, percent) => {
    expect(value(percentChange(yuan(from), yuan(to)))).toBeCloseTo(percent, 10);
  });

  it('has no answer from nothing', () => {
    expect(percentChange(cny('0'), cny('5'))).toEqual({ ok: false, error: 'fromZero' });
  });

  it('tells at the boundary on which side of −20 % a balance fell', () => {
    expect(value(percentChange(yuan(100_000), yuan(80_000)))).toBe(-20);
    expect(value(percentChange(yuan(100_000), yuan(79_900)))).toBe(-20.1);
    expect(value(percentChange(yuan(100_000), yuan(80_100)))).toBe(-19.9);
  });
});

describe('decimal text', () => {
  it.each([
    ['1234.5', 'CNY', '123450'],
    ['-0.05', 'CNY', '-5'],
    ['0', 'CNY', '0'],
    ['-0.00', 'CNY', '0'],
    ['1200', 'JPY', '1200'],
    ['1.234', 'KWD', '1234'],
    ['007', 'CNY', '700'],
  ])('%s %s', (text, currency, minor) => {
    expect(value(moneyFromDecimal(text, currency))).toEqual({ minor, currency });
  });

  it.each([
    ['1,234.50', 'CNY'],
    ['1.234', 'CNY'],
    ['1.5', 'JPY'],
    ['１２３', 'CNY'],
    ['1e5', 'CNY'],
    ['', 'CNY'],
    ['.5', 'CNY'],
    ['5.', 'CNY'],
    ['+5', 'CNY'],
    ['5', 'cny'],
    ['9'.repeat(26), 'CNY'],
  ])('refuses %s %s', (text, currency) => {
    expect(moneyFromDecimal(text, currency)).toEqual({ ok: false, error: 'notAnAmount' });
  });

  it('refuses an amount with too many digits', () => {
    expect(moneyFromDecimal('9'.repeat(25), 'CNY')).toEqual({ ok: false, error: 'tooLarge' });
  });

  it('is read back as the same amount', () => {
    const currencies = fc.constantFrom('CNY', 'USD', 'JPY', 'KWD');
    fc.assert(
      fc.property(amounts, currencies, ({ minor }, currency) => {
        const amount = { minor, currency };
        expect(value(moneyFromDecimal(decimalOf(amount), currency))).toEqual(amount);
      }),
    );
    expect(decimalOf(cny('-5'))).toBe('-0.05');
    expect(decimalOf({ minor: '1200', currency: 'JPY' })).toBe('1200');
  });
});

describe('the short form', () => {
  it.each([
    [0, 0, 'one'],
    [9999.99, 9999.99, 'one'],
    [10_000, 1, 'tenThousand'],
    [1_234_567, 123.5, 'tenThousand'],
    [-1_234_567, -123.5, 'tenThousand'],
    [99_999_499, 9999.9, 'tenThousand'],
    [99_999_500, 1, 'hundredMillion'],
    [123_456_789, 1.23, 'hundredMillion'],
    [-250_000_000, -2.5, 'hundredMillion'],
  ] as const)('%d yuan', (amount, number, unit) => {
    expect(shortMoney(yuan(amount))).toEqual({ number, unit });
  });

  it('counts yen without fen', () => {
    expect(shortMoney({ minor: '50000', currency: 'JPY' })).toEqual({ number: 5, unit: 'tenThousand' });
  });

  it('stays within half of its last digit', () => {
    const factor = { one: 1, tenThousand: 1e4, hundredMillion: 1e8 };
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), (minor) => {
        const { number, unit } = shortMoney(cny(minor));
        const off = Math.abs(number * factor[unit] - Number(minor) / 100);
        expect(off).toBeLessThanOrEqual({ one: 0, tenThousand: 500, hundredMillion: 500_000 }[unit] + 0.01);
      }),
    );
  });
});
