import type { Channel } from './model';

/**
 * What an RM writes into the bank's CRM after a contact: short, purposeful, in the bank's own words.
 * `{holding}` is a product the client holds, `{termed}` one with a maturity, `{netValue}` a wealth
 * product or fund, `{contact}` the person met at a company. Each channel has texts without any.
 */
type Texts = Record<Channel, readonly string[]>;

export const PERSONAL_TEXTS: Texts = {
  phone: [
    '到期承接：{termed}即将到期，介绍续作方案，客户表示考虑两天，约定回电。',
    '回访：询问{holding}持有体验，客户满意，暂无追加打算。',
    '风险测评：提醒测评即将满 12 个月，客户答应本周在手机银行完成。',
    '关怀：天气转凉致电问候，客户近期在外地，月底回来。',
    '资产回顾：电话简要回顾本季持仓，客户希望收到书面对账单。',
    '活动邀约：邀请参加养老规划沙龙，客户确认携配偶出席。',
    '洽谈：客户咨询大额存单额度，已登记预约。',
    '售后回访：确认{netValue}已起息，提醒产品净值会波动。',
    '未接通，稍后改发短信。',
    '权益通知：贵宾体检名额年底到期，客户请代为预约。',
    '转介绍：客户推荐同事了解代发工资客户专属存款，留了姓氏与时间。',
    '收集资料：提醒更换有效身份证件，客户本周到网点办理。',
  ],
  meeting: [
    '资产回顾：当面梳理持仓，客户关注流动性，建议保留半年生活开支。',
    '洽谈：拜访客户单位，沟通子女教育金安排，下次带测算表。',
    '签约：{holding}完成签约，双录已做。',
    '上门拜访，客户介绍了家庭近况，暂不考虑权益类产品。',
    '投诉处理：就短信提醒延迟一事当面致歉，客户认可处理结果。',
  ],
  branch: [
    '客户到店办理转账，顺带了解国债发行日期。',
    '到店更换证件，同步更新联系地址。',
    '到店打印流水，简短问候，约下周细谈{holding}。',
    '到店投诉排队时间长，已解释并引导至贵宾窗口。',
  ],
  wechat: [
    '发送{netValue}季度运作报告，客户回复收到。',
    '节日问候，客户回复感谢。',
    '客户询问汇率走势，已转发公开研究摘要，未作预测。',
    '约定下周三下午来网点。',
    '客户发来孩子录取喜讯，回复祝贺。',
  ],
  sms: ['发送{termed}到期提醒。', '生日祝福短信。', '通知网点元旦营业时间。'],
  email: [
    '发送资产配置建议书（PDF），请客户三日内反馈。',
    '发送对账单与费用明细。',
    '回复客户关于境外汇款材料的询问。',
  ],
  video: ['视频连线做资产回顾，客户身在外地，共看持仓表。', '视频见证风险承受能力重评。'],
};

export const ENGLISH_TEXTS: Texts = {
  phone: [
    'Follow-up: asked about {holding}; client content, no top-up for now.',
    'Maturity: {termed} comes due soon, explained the options, will call back on Thursday.',
    'Risk questionnaire expires next month; client will redo it online.',
    'No answer; sent a short e-mail instead.',
    'Client asked about remitting school fees abroad; sent the list of documents.',
  ],
  meeting: [
    'Asset review in person: client prefers liquidity, keep six months of expenses in cash.',
    'Lunch meeting: client may relocate within two years, wants flexible products.',
  ],
  branch: ['Came in to renew the residence permit on file.', 'Walk-in: changed the mailing address.'],
  wechat: ['Sent the quarterly report of {netValue}; read and acknowledged.', 'Season greetings, replied.'],
  sms: ['Reminder: {termed} matures soon.', 'Confirmed the appointment on Tuesday.'],
  email: ['Sent portfolio summary with fees.', 'Answered questions on tax residency self-certification.'],
  video: ['Video call: walked through the holdings, client abroad until month end.'],
};

export const CORPORATE_TEXTS: Texts = {
  phone: [
    '贷后检查：与{contact}核对上月回款与库存，经营正常。',
    '收集资料：请{contact}提供最近一期财务报表，答应周五前发来。',
    '授信到期提醒：额度将到期，{contact}表示有续授信需求。',
    '代发工资：{contact}反映本月人数增加，需要补录名单。',
    '未接通，留言给前台。',
    '回访：结汇业务办理顺利，{contact}询问手续费优惠。',
    '流失预警：近两月结算量下降，向{contact}了解资金安排，称淡季所致。',
  ],
  meeting: [
    '贷后检查：实地查看厂房与存货，开工率约八成，拍照存档。',
    '洽谈：与{contact}讨论旺季备货融资，需求集中在三季度。',
    '拜访{contact}，了解新生产线投产时间，预计用款在年中。',
    '签约：银行承兑汇票额度协议签署完成。',
    '营销：向{contact}介绍薪酬代发与员工专属服务，安排下次入企宣讲。',
    '陌拜园区，与{contact}交换名片，约定正式拜访。',
  ],
  branch: ['{contact}到店办理预留印鉴变更。', '{contact}到店提交保函申请资料。'],
  wechat: ['向{contact}发送保函到期清单。', '{contact}发来采购合同扫描件。', '节日问候{contact}。'],
  sms: ['发送贷款还本付息提醒。'],
  email: ['发送授信续作资料清单。', '收到{contact}发来的半年度报表。', '发送结算账户服务费说明。'],
  video: ['与{contact}及总行产品经理视频会议，沟通现金管理方案。'],
};
