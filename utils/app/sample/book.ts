import type { ClassTag, ClientKind, Tier } from '@/utils/domain/schema/client';
import type { ContactDetails } from '@/utils/domain/schema/contact';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';

/**
 * The sample book: what an RM of the demo bank would have noted of some of its clients. Days count
 * back from today, so that the book never ages. People and companies are invented.
 */

/** One logged or planned contact; `daysAgo` is negative for a plan. */
export interface SampleContact extends Partial<Omit<ContactDetails, 'day' | 'nextStep' | 'zone'>> {
  daysAgo: number;
  channel: ContactDetails['channel'];
  next?: { text: string; inDays: number };
}

export interface SampleFact {
  value: FieldValue;
  source: 'client' | 'guess';
  daysAgo: number;
}

export interface SampleClient {
  recordId: string;
  kind: ClientKind;
  name: string;
  tier: Tier;
  classes?: readonly ClassTag[];
  prospect?: true;
  facts: Readonly<Record<string, SampleFact>>;
  contacts: readonly SampleContact[];
  notes?: readonly { text: string; pinned: boolean }[];
}

const said = (text: string, daysAgo = 40): SampleFact => ({
  value: { type: 'text', text },
  source: 'client',
  daysAgo,
});
const guess = (text: string, daysAgo = 90): SampleFact => ({
  value: { type: 'text', text },
  source: 'guess',
  daysAgo,
});

const WANG_LIHUA: SampleClient = {
  recordId: '10000001',
  kind: 'individual',
  name: '王丽华',
  tier: 'A',
  classes: ['vip', 'channel'],
  facts: {
    hobbies: said('瑜伽、旅行'),
    temper: said('爽快，不喜欢绕弯'),
    taboos: guess('不谈前合伙人'),
    familyDecider: { value: { type: 'choice', code: 'self' }, source: 'client', daysAgo: 88 },
    cameBy: said('2020年由邓慧介绍', 240),
    productPreference: said('大额存单、固收增强，想稳一点', 89),
  },
  contacts: [
    {
      daysAgo: 40,
      channel: 'phone',
      purpose: 'followUp',
      minute: 10 * 60 + 20,
      minutesLong: 6,
      goal: '了解存单到期后的打算',
      goalReached: 'partly',
      note: '旺季备货占款，存单到期再议；“想稳一点”。答应整理三季度持仓明细。',
      clientWords: true,
      next: { text: '发送三季度持仓明细', inDays: 9 },
    },
    {
      daysAgo: 68,
      channel: 'wechat',
      purpose: 'care',
      note: '中秋礼盒已送达，客户回复致谢。',
    },
    {
      daysAgo: 89,
      channel: 'meeting',
      purpose: 'assetReview',
      place: '客户公司',
      goal: '把权益比例降到两成',
      goalReached: 'yes',
      marker: '签调仓预约单',
      minutesLong: 50,
      newBusiness: true,
      note: '调 40 万到固收；孩子明年要出国用款，十二月再回顾一次。',
    },
    {
      daysAgo: 117,
      channel: 'phone',
      purpose: 'riskTest',
      note: '提醒风险测评到期，客户已自行完成。',
      goalReached: 'yes',
      goal: '风险测评更新',
    },
    { daysAgo: 200, channel: 'branch', purpose: 'followUp', note: '为公司办结汇，顺带问外币存款。' },
  ],
  notes: [
    { text: '周一、周三上午在工厂，不接电话；发微信最快。', pinned: true },
    { text: '母亲李素琴由她陪同办业务，但两人资产互不告知。', pinned: false },
  ],
};

const GARMENTS: SampleClient = {
  recordId: '60000001',
  kind: 'company',
  name: '临澜丽华服饰有限公司',
  tier: 'A',
  classes: ['growth'],
  facts: {
    mainBusiness: said('女装生产与外贸出口', 55),
    fundingNeed: said('每年八至十月备货，约 300 万元', 55),
    upstream: said('面料商在绍兴', 55),
    downstream: said('客户多在日韩', 55),
  },
  contacts: [
    {
      daysAgo: 55,
      channel: 'meeting',
      purpose: 'negotiation',
      metWith: '秦婷（财务负责人）',
      companions: '对公产品经理',
      goal: '签授信预约单',
      goalReached: 'no',
      note: '财务要等三季报出来再定，担心抵押物估值。',
      next: { text: '带上同业抵押率对照再谈', inDays: 30 },
    },
    {
      daysAgo: 120,
      channel: 'phone',
      purpose: 'followUp',
      metWith: '邓可馨（经办人）',
      note: '对账单已签收。',
    },
  ],
};

/** The whole book, the client of every picture first. */
export const SAMPLE_BOOK: readonly SampleClient[] = [
  WANG_LIHUA,
  {
    recordId: '10000002',
    kind: 'individual',
    name: '万俟云',
    tier: 'A',
    facts: { hobbies: said('马拉松', 19), preferredHours: said('工作日晚七点后', 19) },
    contacts: [
      {
        daysAgo: 19,
        channel: 'phone',
        purpose: 'maturity',
        goal: '约十二月初面谈到期安排',
        goalReached: 'yes',
        marker: '定下面谈时间',
        note: '三年期定存十二月上旬到期，愿意来网点看方案。',
        next: { text: '准备两套到期承接方案', inDays: 20 },
      },
      {
        daysAgo: 50,
        channel: 'meeting',
        purpose: 'assetReview',
        goal: '完成资产回顾',
        goalReached: 'yes',
        note: '家庭资产表已更新。',
      },
    ],
  },
  {
    recordId: '10000003',
    kind: 'individual',
    name: '邓慧',
    tier: 'A',
    classes: ['vip', 'channel'],
    facts: { hobbies: said('茶、书法', 20), cameBy: guess('老行长介绍', 300) },
    contacts: [
      {
        daysAgo: 12,
        channel: 'meeting',
        purpose: 'followUp',
        goal: '请她参加沙龙',
        goalReached: 'yes',
        marker: '报名两人',
        note: '会带闺蜜一起来。',
      },
      {
        daysAgo: 20,
        channel: 'branch',
        purpose: 'signing',
        goal: '签约',
        goalReached: 'yes',
        marker: '签署申购单',
        note: '到店签约。',
      },
      { daysAgo: 26, channel: 'phone', purpose: 'care', note: '聊女儿升学。' },
    ],
  },
  {
    recordId: '10000004',
    kind: 'individual',
    name: '熊俊',
    tier: 'B',
    facts: { temper: guess('谨慎，凡事要看书面材料', 62) },
    contacts: [
      {
        daysAgo: 62,
        channel: 'phone',
        purpose: 'acquisition',
        goal: '约面谈',
        goalReached: 'no',
        note: '说最近忙，没有约成。',
      },
    ],
  },
  {
    recordId: '10000005',
    kind: 'individual',
    name: '任艳秋',
    tier: 'C',
    facts: {},
    contacts: [{ daysAgo: 72, channel: 'wechat', purpose: 'care', note: '节日问候。' }],
  },
  {
    recordId: '10000007',
    kind: 'individual',
    name: '王旭',
    tier: 'B',
    facts: { preferredHours: said('中午十二点到一点', 167) },
    contacts: [
      {
        daysAgo: 5,
        channel: 'phone',
        result: 'noAnswer',
        purpose: 'maturity',
        note: '封闭理财到期提醒，未接通。',
      },
      { daysAgo: 9, channel: 'phone', result: 'noAnswer', purpose: 'maturity' },
      { daysAgo: 167, channel: 'phone', purpose: 'followUp', note: '值班，只能中午通话。' },
    ],
  },
  {
    recordId: '10000008',
    kind: 'individual',
    name: '薛丽娟',
    tier: 'A',
    classes: ['atRisk'],
    facts: {},
    contacts: [
      {
        daysAgo: 31,
        channel: 'phone',
        purpose: 'complaint',
        goal: '说明手续费争议',
        goalReached: 'partly',
        note: '对转账手续费不满，答应月底前给书面答复。',
        next: { text: '手续费书面答复', inDays: 26 },
      },
    ],
    notes: [{ text: '先把手续费的事办好，再谈别的。', pinned: true }],
  },
  {
    recordId: '10000012',
    kind: 'individual',
    name: '邹启航',
    tier: 'B',
    facts: { hobbies: said('高尔夫', 6) },
    contacts: [
      { daysAgo: 6, channel: 'meeting', purpose: 'care', note: '一起喝茶。' },
      { daysAgo: 11, channel: 'meeting', purpose: 'care', note: '球场碰面。' },
      { daysAgo: 18, channel: 'phone', purpose: 'followUp', note: '聊行情。' },
    ],
  },
  {
    recordId: '10000014',
    kind: 'individual',
    name: '丁思琪',
    tier: 'B',
    facts: { wechat: said('已加企业微信', 11) },
    contacts: [{ daysAgo: 11, channel: 'wechat', purpose: 'riskTest', note: '提醒风险测评。' }],
  },
  {
    recordId: '10000020',
    kind: 'individual',
    name: '张红梅',
    tier: 'A',
    facts: { temper: said('直接，要结论', 14) },
    contacts: [
      {
        daysAgo: -3,
        channel: 'meeting',
        purpose: 'assetReview',
        minute: 14 * 60 + 30,
        goal: '确认明年配置',
        place: '网点贵宾室',
      },
      {
        daysAgo: 14,
        channel: 'phone',
        purpose: 'invitation',
        goal: '约资产回顾',
        goalReached: 'yes',
        marker: '定下时间',
        note: '周三下午有空。',
      },
    ],
  },
  {
    recordId: '10000022',
    kind: 'individual',
    name: '白桂兰',
    tier: 'B',
    facts: {
      mobile: {
        value: { type: 'phone', raw: '13800000022', e164: '+8613800000022' },
        source: 'client',
        daysAgo: 79,
      },
    },
    contacts: [{ daysAgo: 79, channel: 'branch', purpose: 'followUp', note: '女儿陪同来办国债。' }],
  },
  GARMENTS,
  {
    recordId: '60000003',
    kind: 'company',
    name: '华东精密零部件(临澜)股份有限公司',
    tier: 'B',
    facts: { mainBusiness: said('汽车精密结构件', 51) },
    contacts: [
      {
        daysAgo: 51,
        channel: 'meeting',
        purpose: 'riskCheck',
        metWith: '单晓琳（财务负责人）',
        companions: '风险经理',
        goal: '核实订单与回款',
        goalReached: 'yes',
        marker: '取得对账单',
        note: '订单正常，回款周期拉长十天。',
        next: { text: '收三季度报表', inDays: 28 },
      },
    ],
  },
  {
    recordId: '60000006',
    kind: 'company',
    name: '临澜远山控股集团有限公司',
    tier: 'A',
    classes: ['vip'],
    facts: { groupMembers: said('建材、物业两家', 16) },
    contacts: [
      {
        daysAgo: 16,
        channel: 'meeting',
        purpose: 'negotiation',
        metWith: '任俊（实际控制人）',
        goal: '确定集团授信切分',
        goalReached: 'partly',
        note: '物业公司的额度还要再议。',
        next: { text: '集团授信切分方案', inDays: 21 },
      },
    ],
  },
];
