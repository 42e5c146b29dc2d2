import { addDays, onWorkday } from './calendar';
import type { Channel, Day, Holding, PastContact } from './model';

/**
 * The client every picture shows: 王丽华, who owns a clothing company, is known well enough to have
 * a history and was last spoken to about forty days ago.
 */
export const FIRST_CLIENT = {
  recordId: '10000001',
  name: '王丽华',
  latinName: 'Lihua Wang',
  phone: '13800006621',
  occupation: '服装企业主',
  address: '临澜市滨江区望江路 88 号 3 幢 1202 室',
} as const;

const YUAN = 100;

export function firstClientHoldings(today: Day): Holding[] {
  const holding = (
    place: number,
    kind: Holding['kind'],
    name: string,
    yuan: number,
    [since, maturity]: readonly [number, number | null],
    risk: number | null,
  ): Holding => ({
    id: `${FIRST_CLIENT.recordId}-H${place}`,
    kind,
    name,
    amountFen: yuan * YUAN,
    since: addDays(today, since),
    maturity: maturity === null ? null : addDays(today, maturity),
    risk,
  });
  return [
    holding(1, 'deposit', '一年期大额存单', 1_200_000, [-347, 18], null),
    holding(2, 'wealth', '云澜安享封闭 365 天', 1_500_000, [-290, 75], 2),
    holding(3, 'fund', '星河均衡混合 A', 680_000, [-412, null], 3),
    holding(4, 'wealth', '云澜日日盈（现金管理类）', 460_000, [-120, null], 1),
    holding(5, 'insurance', '安澜年金保险', 800_000, [-1460, 2190], 2),
    holding(6, 'loan', '个人住房按揭贷款', 1_960_000, [-2200, 5100], null),
  ];
}

const HISTORY: readonly (readonly [number, number | null, Channel, string])[] = [
  [40, 10 * 60 + 20, 'phone', '回访：大额存单收益到账后有无安排，客户称旺季备货占款，存单到期后再议。'],
  [68, null, 'wechat', '发送云澜安享季度运作报告，客户回复收到。'],
  [
    89,
    14 * 60 + 30,
    'meeting',
    '资产回顾：到客户公司当面梳理持仓，客户希望降低权益比例，关注孩子明年出国用款。',
  ],
  [117, 9 * 60 + 45, 'phone', '风险测评：提醒测评有效期，客户已在手机银行完成，结果 C3。'],
  [146, null, 'branch', '客户到店为公司办理结汇，顺带咨询外币存款。'],
  [175, 16 * 60, 'phone', '权益通知：贵宾体检名额，客户请代约本月周末，与母亲同去。'],
  [203, null, 'wechat', '节日问候，客户回复感谢并发来新店开业照片。'],
  [231, 15 * 60 + 10, 'meeting', '洽谈：企业旺季流动资金需求约 300 万元，转对公团队跟进。'],
  [262, null, 'phone', '活动邀约：邀请参加女企业家沙龙，客户出差未能参加。'],
  [290, 10 * 60, 'branch', '签约：认购云澜安享封闭 365 天 150 万元，双录已做。'],
  [347, 11 * 60 + 5, 'phone', '到期承接：上期大额存单到期，续做一年期 120 万元。'],
  [361, null, 'sms', '短信提醒存单到期，请客户方便时回电。'],
  [362, null, 'phone', '未接通，稍后改发短信。'],
  [412, 14 * 60, 'branch', '签约：认购星河均衡混合 A，已做风险揭示。'],
  [440, null, 'phone', '关怀：换季问候，客户心情很好，提到儿子学习成绩进步。'],
  [466, null, 'email', '发送资产配置建议书（PDF）。'],
  [521, 9 * 60 + 30, 'meeting', '接手客户后首次正式拜访，介绍贵宾服务与后续联系安排。'],
];

export function firstClientContacts(today: Day, by: string): PastContact[] {
  return HISTORY.map(([ago, minute, channel, text], place) => ({
    id: `${FIRST_CLIENT.recordId}-${String(HISTORY.length - place).padStart(3, '0')}`,
    day: channel === 'wechat' || channel === 'sms' ? addDays(today, -ago) : onWorkday(addDays(today, -ago)),
    minute,
    channel,
    by,
    text,
  }));
}
