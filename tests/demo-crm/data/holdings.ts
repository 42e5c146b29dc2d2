import { addDays } from './calendar';
import type { Day, Holding } from './model';
import type { Random } from './random';

/** The bank's shelf: all products are invented. `days` is the term; 0 means open-ended. */
interface Product {
  kind: Holding['kind'];
  name: string;
  days: number;
  risk: number | null;
}

const PERSONAL: readonly Product[] = [
  { kind: 'deposit', name: '三年期定期存款', days: 1095, risk: null },
  { kind: 'deposit', name: '一年期大额存单', days: 365, risk: null },
  { kind: 'deposit', name: '六个月定期存款', days: 182, risk: null },
  { kind: 'wealth', name: '云澜日日盈（现金管理类）', days: 0, risk: 1 },
  { kind: 'wealth', name: '云澜稳健 90 天 A 款', days: 90, risk: 2 },
  { kind: 'wealth', name: '云澜安享封闭 365 天', days: 365, risk: 2 },
  { kind: 'wealth', name: '云澜睿选固收增强 540 天', days: 540, risk: 3 },
  { kind: 'fund', name: '远山沪深 300 指数增强 A', days: 0, risk: 4 },
  { kind: 'fund', name: '星河均衡混合 A', days: 0, risk: 3 },
  { kind: 'fund', name: '青禾中短债 C', days: 0, risk: 2 },
  { kind: 'insurance', name: '安澜终身寿险（分红型）', days: 0, risk: 2 },
  { kind: 'insurance', name: '安澜年金保险', days: 3650, risk: 2 },
  { kind: 'bond', name: '储蓄国债（电子式）三年期', days: 1095, risk: 1 },
];

const CORPORATE: readonly Product[] = [
  { kind: 'deposit', name: '单位定期存款（一年）', days: 365, risk: null },
  { kind: 'deposit', name: '单位七天通知存款', days: 0, risk: null },
  { kind: 'deposit', name: '银行承兑汇票保证金', days: 182, risk: null },
  { kind: 'wealth', name: '云澜企业现金管理', days: 0, risk: 1 },
  { kind: 'wealth', name: '云澜对公稳利 180 天', days: 180, risk: 2 },
];

/** Days from today on which something comes due often, so that every prompt before a maturity has its case. */
const SOON = [-3, -1, 0, 1, 2, 5, 7, 9, 12, 14, 18, 22, 25, 28, 30];

/**
 * Splits `totalFen` into holdings; each term product is dated so that its maturity lies a little
 * before to far after today. The amounts add up to `totalFen` exactly.
 */
export function inventHoldings(
  random: Random,
  input: { recordId: string; today: Day; kind: 'individual' | 'company'; totalFen: number; lines: number },
): Holding[] {
  const shelf = random.shuffle(input.kind === 'company' ? CORPORATE : PERSONAL).slice(0, input.lines);
  let rest = input.totalFen;
  return shelf.map((product, place) => {
    const share =
      place === shelf.length - 1 ? rest : Math.round((rest * random.int(25, 60)) / 100 / 100_000) * 100_000;
    rest -= share;
    const soon = random.pick(SOON);
    const later = random.int(31, 360);
    const left = Math.min(random.chance(0.3) ? soon : later, product.days - 1);
    const maturity = product.days === 0 ? null : addDays(input.today, left);
    const since = addDays(input.today, product.days === 0 ? -random.int(40, 900) : left - product.days);
    return {
      id: `${input.recordId}-H${place + 1}`,
      kind: product.kind,
      name: product.name,
      amountFen: share,
      since,
      maturity,
      risk: product.risk,
    };
  });
}

/** A mortgage or a working-capital loan; the amount is what is still owed. */
export function inventLoan(
  random: Random,
  input: { recordId: string; today: Day; kind: 'individual' | 'company'; amountFen: number },
): Holding {
  const company = input.kind === 'company';
  const [term, name] = company ? [365, '流动资金贷款'] : [7300, '个人住房按揭贷款'];
  const left = company ? random.pick([6, 15, 28, 60, 90, 150, 260]) : random.int(2000, 6500);
  return {
    id: `${input.recordId}-L1`,
    kind: 'loan',
    name,
    amountFen: input.amountFen,
    since: addDays(input.today, left - term),
    maturity: addDays(input.today, left),
    risk: null,
  };
}
