import { HOLDING_KIND_WORDS } from '../words';
import { choice, DAY, type ImportField, text } from './field';
import { KIND, NAME, NUMBER, PHONE } from './who';

export const HOLDINGS: readonly ImportField[] = [
  NUMBER,
  NAME,
  PHONE,
  KIND,
  {
    key: 'holding.name',
    reads: text(200),
    words: '产品|产品名称|资产名称|品名|持仓|產品|產品名稱|商品名稱|product|product name|holding|asset',
  },
  {
    key: 'holding.kind',
    reads: choice(HOLDING_KIND_WORDS),
    words:
      '类型|产品类型|资产类型|类别|种类|產品類型|資產類別|類別|type|product type|asset type|kind|category',
  },
  {
    key: 'holding.amount',
    reads: { type: 'money' },
    words:
      '金额|余额|持有金额|市值|持仓市值|本金|当前市值|份额市值|金額|餘額|市值|本金|amount|balance|value|market value|principal',
  },
  { key: 'holding.currency', reads: text(20), words: '币种|幣別|幣種|currency' },
  {
    key: 'holding.place',
    reads: text(100),
    words: '银行|机构|所在银行|持有机构|开户行|行内外|銀行|機構|往來銀行|bank|institution|held at|where',
  },
  {
    key: 'holding.since',
    reads: DAY,
    words:
      '起息日|购买日|购买日期|买入日期|起始日|起始日期|成立日|起息日期|購買日|申購日|起息日|since|start date|bought on|purchase date|value date',
  },
  {
    key: 'holding.maturity',
    reads: DAY,
    words: '到期日|到期日期|到期|到期时间|到期日|maturity|maturity date|matures on|matures',
  },
  {
    key: 'holding.riskLevel',
    reads: choice({
      R1: 'r1|r1低|低风险|低風險|rr1',
      R2: 'r2|r2中低|中低风险|中低風險|rr2',
      R3: 'r3|r3中|中风险|中風險|rr3',
      R4: 'r4|r4中高|中高风险|中高風險|rr4',
      R5: 'r5|r5高|高风险|高風險|rr5',
    }),
    words: '风险等级|产品风险等级|风险|風險等級|產品風險|risk|risk level|risk rating',
  },
  {
    key: 'holding.productCode',
    reads: text(60),
    words: '产品代码|基金代码|代码|產品代碼|基金代碼|product code|code|fund code',
  },
];
