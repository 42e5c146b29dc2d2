import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passesLuhn } from '@/utils/domain/refuse/cards';
import { type RefusedKind, refusedIn } from '@/utils/domain/refuse/refuse';

/** What must not be kept: the text, what it holds, and the words that hold it. */
const REFUSED: readonly [text: string, what: RefusedKind, words: string][] = [
  // Numbers of cards, in whatever writing.
  ['卡号6222021234567890128', 'card', '6222021234567890128'],
  ['4111111111111111', 'card', '4111111111111111'],
  ['他的卡 4111 1111 1111 1111，下周换', 'card', '4111 1111 1111 1111'],
  ['4111-1111-1111-1111', 'card', '4111-1111-1111-1111'],
  ['4111–1111—1111−1111', 'card', '4111–1111—1111−1111'],
  ['4111.1111.1111.1111', 'card', '4111.1111.1111.1111'],
  ['卡號４１１１　１１１１　１１１１　１１１１', 'card', '４１１１　１１１１　１１１１　１１１１'],
  ['４１１１－１１１１－１１１１－１１１１', 'card', '４１１１－１１１１－１１１１－１１１１'],
  ['4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', 'card', '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1'],
  ['Amex 3782 822463 10005 ends 08/29', 'card', '3782 822463 10005'],
  ['card:5555555555554444.', 'card', '5555555555554444'],
  ['622202 1234567890128 尾号', 'card', '622202 1234567890128'],
  ['Visa 4222222222222', 'card', '4222222222222'],
  ['卡4111111111111111 2029年到期', 'card', '4111111111111111'],
  ['13800138000 的卡 4111111111111111', 'card', '4111111111111111'],
  // Passwords.
  ['网银密码：abc12345', 'password', 'abc12345'],
  ['密码是 Wang1980!', 'password', 'Wang1980!'],
  ['visa4111111111111111', 'card', '4111111111111111'],
  ['取款密码123456，让我帮她记着', 'password', '123456'],
  ['密碼 8642', 'password', '8642'],
  ['口令为“zhima77”', 'password', 'zhima77'],
  ['密码改成了吗？密码改为 887766', 'password', '887766'],
  ['Password: sunshine', 'password', 'sunshine'],
  ['his password is Hunter22', 'password', 'Hunter22'],
  ['pwd=qwerty1', 'password', 'qwerty1'],
  ['PIN 4321', 'password', '4321'],
  ['ＰＩＮ码：４３２１', 'password', '４３２１'],
  // Check numbers of cards.
  ['CVV 123', 'cvv', '123'],
  ['cvv2：9876', 'cvv', '9876'],
  ['安全码是 456', 'cvv', '456'],
  ['卡背后三位 456', 'cvv', '456'],
  ['後三碼：789', 'cvv', '789'],
  ['security code is 321', 'cvv', '321'],
  // One-time codes.
  ['验证码 482913', 'oneTimeCode', '482913'],
  ['驗證碼：4829', 'oneTimeCode', '4829'],
  ['客户报的动态口令是991024', 'oneTimeCode', '991024'],
  ['OTP: 123456', 'oneTimeCode', '123456'],
  ['verification code is 88231', 'oneTimeCode', '88231'],
  ['482913（验证码）', 'oneTimeCode', '482913'],
  ['482913 is your verification code', 'oneTimeCode', '482913'],
];

/** What may be kept, near as it comes. */
const KEPT: readonly string[] = [
  '客户忘记密码，约好周三来网点重置',
  '提醒客户改密码',
  '密码锁坏了，换了 2000 元的',
  '密码：已重置',
  '密码 2026-11-22 改过',
  '密码输错3次',
  'Password reset done at the branch',
  'password: forgotten',
  'the password is working again',
  '密码 2000元的礼品',
  'the password was changed on 2026-11-22',
  'pinned the note 2026',
  'opinion 1234 shares',
  '验证码收不到，尾号1234',
  '短信验证码 3 次都没到',
  '没有收到验证码，10分钟后再试',
  'OTP does not arrive on his phone',
  '安全码在哪里，客户不知道',
  'cvv 的用途已说明',
  '尾号 1111',
  '卡尾号6789，2029年到期',
  '账号末四位 4111，另一张 1111',
  '手机 13800138000',
  '138 0013 8000 / 139-1234-5678',
  '13800138000 13912345678',
  '138 0013 8000 139 1234 5678',
  '+86 138 0013 8000',
  '008613800138000',
  '座机 021-62281234-8888',
  '010 6228 1234 0755 2600 1234',
  '+852 2522 1234, +886 2 2311 1234',
  '400-820-8888 400-820-8888',
  '身份证 110105194912310021',
  '11010519491231002X',
  '统一社会信用代码 91350100M000100Y43',
  '2026-11-22 2026-12-01',
  '20261122 20261201',
  '合同 2026112200012345',
  '1763800000000',
  '存 5,000,000,000,000.00 元',
  '人民币 4111111111111111 元',
  '¥4111111111111111',
  '订单 a4111111111111111b',
  '0000000000000000',
  '4111111111111112',
];

describe('what must not be kept', () => {
  it.each(REFUSED)('“%s” holds a %s', (text, what, words) => {
    const found = refusedIn(text);
    expect(found.map((each) => each.what)).toEqual([what]);
    expect(found.map(({ at, end }) => text.slice(at, end))).toEqual([words]);
  });

  it.each(KEPT)('“%s” may be kept', (text) => {
    expect(refusedIn(text)).toEqual([]);
  });

  it('finds every one of several, in the order of the text', () => {
    const text = '密码 123456，卡 4111 1111 1111 1111，CVV 123，验证码 998877';
    expect(refusedIn(text).map(({ what }) => what)).toEqual(['password', 'card', 'cvv', 'oneTimeCode']);
  });

  it('takes its time on no text', () => {
    const long = ['1 '.repeat(2500), '密码'.repeat(2500), '密码是 '.repeat(1200), '1'.repeat(5000)];
    const from = performance.now();
    for (const text of long) refusedIn(text);
    expect(performance.now() - from).toBeLessThan(2000);
  });
});

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

/** A number with the digit that makes it pass. */
const withCheck = (body: string): string => {
  for (let check = 0; check < 10; check += 1) if (passesLuhn(`${body}${check}`)) return `${body}${check}`;
  throw new Error('one of ten digits passes');
};

describe('of random numbers', () => {
  it('every card of the great schemes is refused, however it is set apart', () => {
    const lengths = {
      '4': [13, 16, 19],
      '51': [16],
      '55': [16],
      '62': [16, 17, 18, 19],
      '35': [16, 19],
      '37': [15],
      '9558': [19],
    };
    const kinds = Object.entries(lengths).flatMap(([head, all]) => all.map((length) => ({ head, length })));
    const body = fc
      .constantFrom(...kinds)
      .chain(({ head, length }) => digits(length - 1 - head.length).map((rest) => `${head}${rest}`))
      // A resident's number is none of a card's, though it may pass for one.
      .filter((some) => some.length !== 17 || !/^\d{6}(?:18|19|20)/.test(some));
    const sign = fc.constantFrom('', ' ', '-', '　', '－', '–', '\u00a0');
    fc.assert(
      fc.property(body, sign, fc.constantFrom('卡号', 'card ', ''), (some, between, before) => {
        const number = withCheck(some);
        const written = number.replace(/(\d{4})(?=\d)/g, `$1${between}`);
        expect(refusedIn(`${before}${written}。`).map(({ what }) => what)).toEqual(['card']);
      }),
    );
  });

  it('no telephone is', () => {
    const mobile = fc
      .tuple(fc.integer({ min: 30, max: 99 }), digits(8))
      .map(([head, rest]) => `1${head}${rest}`);
    const written = fc
      .tuple(mobile, fc.constantFrom('', '+86', '+86 ', '0086', '86-'), fc.constantFrom('', ' ', '-'))
      .map(([number, land, sign]) => land + number.replace(/^(\d{3})(\d{4})/, `$1${sign}$2${sign}`));
    fc.assert(
      fc.property(
        fc.array(written, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(' ', '、', '/', '\n', ', '),
        (all, between) => {
          expect(refusedIn(`电话 ${all.join(between)}`)).toEqual([]);
        },
      ),
    );
  });

  it('no amount is', () => {
    const amount = fc.tuple(fc.bigInt({ min: 0n, max: 999_999_999_999n }), fc.constantFrom(0, 2));
    const write = ([whole, places]: [bigint, number], grouped: boolean): string =>
      `${grouped ? whole.toLocaleString('en-US') : whole}${places === 2 ? '.37' : ''}`;
    fc.assert(
      fc.property(amount, fc.boolean(), fc.constantFrom('', '元', '万元', ' CNY'), (some, grouped, unit) => {
        expect(refusedIn(`余额 ${write(some, grouped)}${unit}，比上月多`)).toEqual([]);
      }),
    );
  });

  it('no day and no tail of an account is', () => {
    const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2079-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, digits(4), fc.constantFrom('-', '/', '.', ''), (when, tail, sign) => {
        const written = when.toISOString().slice(0, 10).replaceAll('-', sign);
        expect(refusedIn(`${written} 开户，尾号 ${tail} ${written}`)).toEqual([]);
      }),
    );
  });
});
