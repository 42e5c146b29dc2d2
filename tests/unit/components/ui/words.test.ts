import { describe, expect, it } from 'vitest';
import { exactDay, monthHeading, sayDay, sayMinutes } from '@/components/ui/dayWords';
import { exactMoney, parseMoney, sayMoney } from '@/components/ui/moneyWords';
import { tell } from '@/components/ui/Say';
import { phrase, t } from '@/components/ui/words';
import { civilDay } from '@/utils/domain/schema/time';
import { say } from '@/utils/domain/words';
import { speak } from '../setup';

const day = (text: string) => civilDay.parse(text);
const today = day('2026-11-20');
const yuan = (minor: string) => ({ minor, currency: 'CNY' });

describe('days as people say them', () => {
  it.each([
    ['2026-11-20', '今天'],
    ['2026-11-19', '昨天'],
    ['2026-11-21', '明天'],
    ['2026-11-22', '后天'],
    ['2026-11-18', '11月18日'],
    ['2026-10-05', '10月5日'],
    ['2025-12-31', '2025年12月31日'],
  ])('%s is %s', (text, said) => {
    expect(sayDay(day(text), today)).toBe(said);
  });

  it('are exact where asked for', () => {
    expect(exactDay(day('2026-10-05'))).toBe('2026年10月5日 周一');
    expect(monthHeading('2026-10')).toBe('2026年10月');
  });

  it('are English in English', () => {
    speak('en');
    expect(sayDay(day('2026-11-19'), today)).toBe('yesterday');
    expect(sayDay(day('2026-10-05'), today)).toMatch(/^(5 Oct|Oct 5)$/);
    expect(exactDay(day('2026-10-05'))).toContain('Mon');
  });

  it('are Taiwan’s in Taiwan’s words', () => {
    speak('zh_TW');
    expect(sayDay(day('2026-11-22'), today)).toBe('後天');
    expect(sayDay(day('2026-10-05'), today)).toBe('10月5日');
    expect(exactDay(day('2026-10-05'))).toBe('2026年10月5日 週一');
    expect(monthHeading('2026-10')).toBe('2026年10月');
    expect(sayMinutes(80)).toBe('1小時20分');
  });

  it('give lengths in hours and minutes', () => {
    expect(sayMinutes(6)).toBe('6分钟');
    expect(sayMinutes(80)).toBe('1小时20分');
    expect(sayMinutes(120)).toBe('2小时');
  });
});

describe('money', () => {
  it.each([
    ['486000000', '486.0 万'],
    ['871955', '8,719.55 元'],
    ['999999', '9,999.99 元'],
    ['1000000', '1.0 万'],
    ['9999949999', '9,999.9 万'],
    ['9999950000', '1.00 亿'],
    ['-328000000', '-328.0 万'],
    ['0', '0 元'],
  ])('%s fen is %s', (minor, said) => {
    expect(sayMoney(yuan(minor))).toBe(said);
  });

  it('is K and M in English, and names other currencies', () => {
    speak('en');
    expect(sayMoney(yuan('486000000'))).toBe('¥4.9M');
    expect(sayMoney(yuan('-486000000'))).toBe('−¥4.9M');
    expect(sayMoney({ minor: '1250000', currency: 'USD' })).toBe('USD 12.5K');
    expect(sayMoney({ minor: '12500', currency: 'JPY' })).toBe('JPY 12.5K');
  });

  it('leaves New Taiwan dollars unnamed in Taiwan’s words, where a bare 元 is one', () => {
    speak('zh_TW');
    expect(sayMoney({ minor: '486000000', currency: 'TWD' })).toBe('486.0 萬');
    expect(sayMoney({ minor: '9999950000', currency: 'TWD' })).toBe('1.00 億');
    expect(sayMoney({ minor: '871955', currency: 'TWD' })).toBe('8,719.55 元');
    expect(sayMoney(yuan('486000000'))).toBe('¥486.0 萬');
    expect(sayMoney(yuan('-328000000'))).toBe('-¥328.0 萬');
    expect(sayMoney(yuan('871955'))).toBe('¥8,719.55');
    expect(sayMoney({ minor: '1250000', currency: 'USD' })).toBe('USD 1.3 萬');
  });

  it('is exact to the last digit, however large', () => {
    expect(exactMoney(yuan('12345678901234567890'))).toBe('CNY 123,456,789,012,345,678.90');
    expect(exactMoney(yuan('-5'))).toBe('CNY −0.05');
  });

  it.each([
    ['486万', '486000000'],
    ['4.86万', '4860000'],
    ['１.２亿', '12000000000'],
    ['486萬', '486000000'],
    ['1.2億', '12000000000'],
    ['35,000', '3500000'],
    ['1.5m', '150000000'],
    ['0', '0'],
    ['-3万', '-3000000'],
    ['0.07', '7'],
  ])('%s is read as %s fen', (text, minor) => {
    expect(parseMoney(text, 'CNY')).toEqual(yuan(minor));
  });

  it.each(['', '万', 'abc', '1.234', '1e5', '--5', '五十万'])('%s is not an amount', (text) => {
    expect(parseMoney(text, 'CNY')).toBeNull();
  });
});

describe('words', () => {
  it('choose the plural by the first number', () => {
    speak('en');
    expect(t('when.daysAgo', 1)).toBe('1 day ago');
    expect(t('when.daysAgo', 47)).toBe('47 days ago');
  });

  it('take a bar or a dollar sign in a name as they are', () => {
    expect(t('log.saveTo', 'A | B | C | D $1')).toBe('保存到 A | B | C | D $1');
  });

  it('show the key where an entry is missing, never an empty place', () => {
    expect(phrase('rule.nonesuch.title')).toBe('rule.nonesuch.title');
  });

  it('fill a domain message with days, money and messages', () => {
    const name = say('channel.phone');
    expect(tell(say('log.notSavedLeft', { message: name }, { day: today }), today)).toBe(
      '电话 的一笔没有保存，草稿留在 电话 名下。今天',
    );
  });
});
