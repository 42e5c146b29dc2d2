import { SAMPLE_COMPANIES } from './companies';
import { wangLihua } from './rows';
import { guess, type SampleClient, said } from './sampleClient';

/**
 * The sample book: what an RM of the demo bank would have noted of some of its clients. Days count
 * back from today, so that the book never ages. People and companies are invented.
 */

const WANG_LIHUA: SampleClient = {
  keeps: wangLihua,
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

/** The whole book, the client of every picture first. */
export const SAMPLE_BOOK: readonly SampleClient[] = [
  WANG_LIHUA,
  {
    recordId: '10000002',
    kind: 'individual',
    name: '万俟云',
    tier: 'A',
    facts: {
      address: said('临澜市高新区启明街 332 号 24 幢 177 室'),
      hobbies: said('马拉松', 19),
      preferredHours: said('工作日晚七点后', 19),
    },
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
    facts: {
      address: said('临澜市高新区启明街 248 号 11 幢 1415 室'),
      hobbies: said('茶、书法', 20),
      cameBy: guess('老行长介绍', 300),
    },
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
        recording: { by: 'number', number: 'SL-2026-0431' },
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
    facts: {
      address: said('临澜市滨江区望江路 391 号 15 幢 1175 室'),
      temper: guess('谨慎，凡事要看书面材料', 62),
    },
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
    facts: { address: said('临澜市滨江区望江路 325 号 19 幢 1112 室') },
    contacts: [{ daysAgo: 72, channel: 'wechat', purpose: 'care', note: '节日问候。' }],
  },
  {
    recordId: '10000007',
    kind: 'individual',
    name: '王旭',
    tier: 'B',
    facts: {
      address: said('临澜市高新区启明街 193 号 18 幢 2072 室'),
      preferredHours: said('中午十二点到一点', 167),
    },
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
    facts: { address: said('临澜市新城区民生路 368 号 17 幢 247 室') },
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
    facts: { address: said('临澜市湖滨区柳浪街 386 号 2 幢 1033 室'), hobbies: said('高尔夫', 6) },
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
    facts: { address: said('临澜市新城区民生路 304 号 1 幢 1517 室'), wechat: said('已加企业微信', 11) },
    contacts: [{ daysAgo: 11, channel: 'wechat', purpose: 'riskTest', note: '提醒风险测评。' }],
  },
  {
    recordId: '10000020',
    kind: 'individual',
    name: '张红梅',
    tier: 'A',
    facts: { address: said('临澜市新城区民生路 304 号 7 幢 1814 室'), temper: said('直接，要结论', 14) },
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
      address: said('临澜市湖滨区柳浪街 251 号 15 幢 1416 室'),
      mobile: {
        value: { type: 'phone', raw: '13800000022', e164: '+8613800000022' },
        source: 'client',
        daysAgo: 79,
      },
    },
    contacts: [{ daysAgo: 79, channel: 'branch', purpose: 'followUp', note: '女儿陪同来办国债。' }],
  },
  ...SAMPLE_COMPANIES,
];
