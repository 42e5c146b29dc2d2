import { CHOICE_WORDS, keyLabelsFor } from '@/utils/adapters/generic/lexicon/keys';
import { catalogueFor } from '@/utils/domain/clarity/catalogue/catalogue';
import type { CatalogueField } from '@/utils/domain/clarity/catalogue/field';
import type { SheetKind } from './sheetKind';
import {
  CHANNEL_WORDS,
  CLASS_WORDS,
  CLIENT_KIND_WORDS,
  type CodeWords,
  HOLDING_KIND_WORDS,
  MORE_CHOICE_WORDS,
  POLICY_KIND_WORDS,
  PURPOSE_WORDS,
  RESULT_WORDS,
  ROLE_WORDS,
  STAGE_WORDS,
  TIER_WORDS,
  YES_NO_WORDS,
} from './words';

/*
 * What a column may be, as data. Every kind of sheet says whose a row is.
 */

/** How the cells of a column are read. */
export type Reads =
  | { type: 'text'; most: number }
  | { type: 'day' | 'birthday' | 'time' | 'phone' | 'money' | 'number' }
  | { type: 'choice'; codes: CodeWords; several?: true };

/** One thing a column may hold. `words` are headings, as in `words.ts`. */
export interface ImportField {
  /** `who.name`, `fact.mobile`, `holding.amount`: what it belongs to, and which part of that. */
  key: string;
  reads: Reads;
  words: string;
}

const text = (most: number): Reads => ({ type: 'text', most });
const choice = (codes: CodeWords): Reads => ({ type: 'choice', codes });

const NUMBER_WORDS =
  '客户号|客户编号|客户号码|客户代码|客户编码|客户id|核心客户号|cif|cif号|会员号|会员编号|客戶號|客戶編號|客戶號碼|客戶代號|客戶id|會員編號|client no|client no.|client number|client id|customer no|customer no.|customer number|customer id|cif no|cif number';
const NAME_WORDS =
  '姓名|客户|客户姓名|客户名称|客户名|户名|中文姓名|全名|企业名称|公司名称|单位名称|机构名称|企业全称|公司全称|客戶|客戶姓名|客戶名稱|客戶名|戶名|企業名稱|公司名稱|機構名稱|name|full name|client|client name|customer|customer name|account name|company name|company';

const NUMBER: ImportField = { key: 'who.number', reads: text(60), words: NUMBER_WORDS };
const NAME: ImportField = { key: 'who.name', reads: text(200), words: NAME_WORDS };
const KIND: ImportField = {
  key: 'who.kind',
  reads: choice(CLIENT_KIND_WORDS),
  words: '客户类型|客户类别|客户性质|对公对私|客戶類型|客戶類別|client type|customer type|client kind',
};
const PHONE_WORDS =
  '手机|手机号|手机号码|移动电话|联系电话|联系手机|客户手机|电话|电话号码|联系方式|手機|手機號碼|行動電話|聯絡電話|電話|mobile|mobile phone|mobile number|phone|phone number|cell phone|tel|telephone';
const PHONE: ImportField = { key: 'who.phone', reads: { type: 'phone' }, words: PHONE_WORDS };
const BIRTHDAY: ImportField = {
  key: 'who.birthday',
  reads: { type: 'birthday' },
  words:
    '生日|出生日期|出生年月日|出生年月|客户生日|农历生日|阳历生日|農曆生日|國曆生日|birthday|birth date|birthdate|date of birth|dob',
};
const WHO = [NUMBER, NAME, PHONE, BIRTHDAY, KIND];

/** Of a choice, where there are words for its codes; a consent is given to somebody, not to a spreadsheet (§11.7). */
function readsOf({ key, type, choices }: CatalogueField): Reads | null {
  if (key === 'marketingConsent') return null;
  switch (type) {
    case 'text':
      return text(2000);
    case 'lunarDay':
      return null;
    case 'choice': {
      const codes = CHOICE_WORDS[key] ?? MORE_CHOICE_WORDS[key];
      return codes && choices ? choice(codes) : null;
    }
    default:
      return { type };
  }
}

/** Name, mobile and birthday tell who it is. */
const TOLD_BY_WHO: ReadonlySet<string> = new Set(['name', 'mobile', 'birthday']);

/** Headings that the reader of CRM pages does not know. */
const MORE_FACT_WORDS: Readonly<Record<string, string>> = {
  children: '子女|子女情况|孩子|家庭子女|children|kids',
  parents: '父母|父母情况|parents',
  property: '房产|房產|不动产|property|real estate',
  mortgage: '按揭|房贷|房貸|mortgage',
  assetsElsewhere: '他行资产|行外资产|他行資產|assets elsewhere',
  insuranceCover: '保险|保障情况|保险情况|保險狀況|insurance cover',
  temper: '性格|脾气|个性|個性|character|temper',
  taboos: '忌讳|禁忌|忌諱|taboos',
  career: '职业经历|工作经历|經歷|career',
  familyDecider: '家庭决策人|decision maker',
  preferredChannel: '偏好渠道|联系方式偏好|首选联系方式|preferred channel',
  lifeEvents: '人生大事|重要事件|life events',
  fundingNeed: '资金需求|融资需求|資金需求|funding need',
  upstream: '上游|供应商|供應商|upstream|suppliers',
  downstream: '下游|主要客户|downstream|customers',
  settlementShare: '结算占比|結算占比|settlement share',
};

const LEVEL_WORDS = keyLabelsFor('individual')['serviceLevel'] ?? '';

function factField(field: CatalogueField): ImportField[] {
  const reads = readsOf(field);
  if (!reads || field.minor || TOLD_BY_WHO.has(field.key)) return [];
  const labels = [
    keyLabelsFor('individual')[field.key],
    keyLabelsFor('company')[field.key],
    MORE_FACT_WORDS[field.key],
  ];
  return [{ key: `fact.${field.key}`, reads, words: labels.filter(Boolean).join('|') }];
}

const FACTS: readonly ImportField[] = [
  ...new Map(
    [...catalogueFor('individual'), ...catalogueFor('company')]
      .flatMap(factField)
      .map((field) => [field.key, field]),
  ).values(),
];

const NOTE_WORDS = '备注|備註|备忘|说明|說明|附注|note|notes|remark|remarks|comment|comments';

const CLIENTS: readonly ImportField[] = [
  ...WHO,
  {
    key: 'edit.tier',
    reads: choice(TIER_WORDS),
    words: '分层|客户分层|abcd|abc分类|abc分類|维护等级|我的分层|分類等級|經營等級|tier|my tier|abc',
  },
  {
    key: 'edit.classes',
    reads: { type: 'choice', codes: CLASS_WORDS, several: true },
    words: '客户分类|标签|客户标签|客戶標籤|分类|class|classes|tags',
  },
  { key: 'edit.ownLevel', reads: text(40), words: `${LEVEL_WORDS}|等级|等級|级别|客群` },
  {
    key: 'edit.prospect',
    reads: choice(YES_NO_WORDS),
    words: '潜客|是否潜客|潜在客户|潛在客戶|prospect',
  },
  ...FACTS,
  { key: 'note.text', reads: text(5000), words: NOTE_WORDS },
];

const DAY: Reads = { type: 'day' };

/** 联系方式 over a list of contacts says how, not where to. */
const PHONE_BESIDE_CHANNEL: ImportField = {
  ...PHONE,
  words: PHONE_WORDS.replace('联系方式|', ''),
};

const CONTACTS: readonly ImportField[] = [
  NUMBER,
  NAME,
  PHONE_BESIDE_CHANNEL,
  BIRTHDAY,
  KIND,
  {
    key: 'contact.day',
    reads: DAY,
    words:
      '日期|联系日期|联系时间|拜访日期|拜访时间|跟进日期|跟进时间|时间|聯繫日期|聯絡日期|拜訪日期|日期時間|date|contact date|contacted on|visit date|when',
  },
  { key: 'contact.minute', reads: { type: 'time' }, words: '时刻|几点|時刻|time' },
  {
    key: 'contact.channel',
    reads: choice(CHANNEL_WORDS),
    words:
      '方式|联系方式|联系渠道|渠道|跟进方式|拜访方式|类型|聯繫方式|聯絡方式|管道|拜訪方式|channel|contact type|type|method',
  },
  {
    key: 'contact.result',
    reads: choice(RESULT_WORDS),
    words: '结果|联系结果|接通情况|結果|聯繫結果|result|outcome',
  },
  {
    key: 'contact.purpose',
    reads: choice(PURPOSE_WORDS),
    words: '目的|联系目的|拜访目的|事由|聯繫目的|拜訪目的|purpose|reason',
  },
  {
    key: 'contact.note',
    reads: text(5000),
    words: `内容|联系内容|沟通内容|跟进内容|拜访内容|跟进记录|联系记录|纪要|內容|聯繫內容|拜訪內容|紀要|content|details|summary|${NOTE_WORDS}`,
  },
  { key: 'contact.metWith', reads: text(500), words: '见面人|拜访对象|受访人|拜訪對象|met with|met' },
  { key: 'contact.place', reads: text(500), words: '地点|拜访地点|地點|拜訪地點|place|location|where' },
  {
    key: 'contact.next',
    reads: text(500),
    words: '下一步|后续|后续安排|下次计划|後續|後續安排|next step|next steps|follow-up|follow up',
  },
  {
    key: 'contact.nextDue',
    reads: DAY,
    words: '下次联系日期|下次联系时间|下次跟进时间|下次日期|下次聯絡日期|next date|next contact|due',
  },
];

const CALENDAR: readonly ImportField[] = WHO;

const HOLDINGS: readonly ImportField[] = [
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

const POLICIES: readonly ImportField[] = [
  NUMBER,
  { ...NAME, words: `投保人|投保人姓名|要保人|policyholder|policy holder|${NAME_WORDS}` },
  PHONE,
  KIND,
  {
    key: 'policy.insured',
    reads: text(100),
    words: '被保人|被保险人|被保人姓名|被保險人|受保人|insured|insured person',
  },
  {
    key: 'policy.kind',
    reads: choice(POLICY_KIND_WORDS),
    words: '险种|保险类型|保险种类|险别|类型|險種|保險類型|險別|policy type|insurance type|type|kind',
  },
  {
    key: 'policy.name',
    reads: text(200),
    words: '保险名称|产品名称|产品|保险产品|保單名稱|保險名稱|商品名稱|policy|policy name|product|plan',
  },
  {
    key: 'policy.insurer',
    reads: text(200),
    words: '保险公司|承保公司|公司|保險公司|insurer|insurance company|company|carrier',
  },
  {
    key: 'policy.cover',
    reads: { type: 'money' },
    words: '保额|保险金额|基本保额|保額|保險金額|cover|sum insured|coverage|sum assured',
  },
  {
    key: 'policy.premium',
    reads: { type: 'money' },
    words: '保费|年缴保费|年保费|年交保费|保費|年繳保費|premium|annual premium',
  },
  {
    key: 'policy.from',
    reads: DAY,
    words: '生效日|生效日期|投保日期|起保日期|生效日|保單生效日|effective date|start date|from|inception',
  },
  {
    key: 'policy.until',
    reads: DAY,
    words:
      '到期日|保障期至|满期日|终止日期|期满日|到期日|滿期日|保障終止日|until|end date|expiry|expiry date',
  },
  {
    key: 'policy.nextDue',
    reads: DAY,
    words:
      '下次缴费日|缴费日|下期缴费日|续期日|应缴日|下次繳費日|繳費日|應繳日|next due|premium due|next premium',
  },
  {
    key: 'policy.criticalIllness',
    reads: choice(YES_NO_WORDS),
    words: '含重疾|是否含重疾|重疾|是否重疾|含重大疾病|critical illness',
  },
];

const RELATIONS: readonly ImportField[] = [
  NUMBER,
  {
    ...NAME,
    words:
      '客户|客户姓名|客户名称|企业名称|公司名称|客戶|客戶姓名|客戶名稱|公司名稱|client|client name|customer|customer name|company',
  },
  {
    key: 'relation.role',
    reads: choice(ROLE_WORDS),
    words: '关系|与客户关系|称谓|职务|角色|關係|與客戶關係|稱謂|職務|relation|relationship|role',
  },
  {
    key: 'relation.name',
    reads: text(200),
    words:
      '姓名|关系人|关系人姓名|家属|家属姓名|联系人|關係人|關係人姓名|家屬|聯絡人|name|person|related person|contact',
  },
  { key: 'relation.phone', reads: { type: 'phone' }, words: PHONE_WORDS },
  {
    key: 'relation.stage',
    reads: choice(STAGE_WORDS),
    words: '学段|阶段|就读|學段|就學階段|stage|school',
  },
  { key: 'relation.note', reads: text(500), words: NOTE_WORDS },
];

const FIELDS: Readonly<Record<SheetKind, readonly ImportField[]>> = {
  clients: CLIENTS,
  contacts: CONTACTS,
  calendar: CALENDAR,
  holdings: HOLDINGS,
  policies: POLICIES,
  relations: RELATIONS,
};

/** What a column of a sheet of this kind may be, in the order in which a list offers it. */
export const fieldsOf = (kind: SheetKind): readonly ImportField[] => FIELDS[kind];
