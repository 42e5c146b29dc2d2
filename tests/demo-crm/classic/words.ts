import type {
  Channel,
  Company,
  Day,
  DemoClient,
  Holding,
  Individual,
  Relation,
  ServiceLevel,
} from '../data/model';

/** How the classic front end words the data: old code tables, masks and three ways to write a date. */

export const SERVICE_LEVEL: Record<ServiceLevel, string> = {
  私行: '私人银行客户',
  财富: '财富客户',
  金卡: '金卡客户',
  普卡: '普通客户',
};

export const CHANNEL: Record<Channel, string> = {
  phone: '电话',
  email: '邮件',
  meeting: '面谈',
  wechat: '企业微信',
  sms: '短信',
  video: '视频',
  branch: '到店',
};

export const HOLDING: Record<Holding['kind'], string> = {
  deposit: '存款',
  wealth: '理财',
  fund: '基金',
  insurance: '保险',
  bond: '国债',
  loan: '贷款',
};

export const ROLE: Record<Relation['role'], string> = {
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  controller: '实际控制人',
  generalManager: '总经理',
  financeHead: '财务负责人',
  handler: '经办人',
  subsidiary: '子公司',
  parentCompany: '母公司',
};

export const MARITAL: Record<Individual['marital'], string> = {
  single: '未婚',
  married: '已婚',
  divorced: '离异',
  widowed: '丧偶',
};

export const SIZE_CLASS: Record<Company['sizeClass'], string> = {
  large: '大型企业',
  medium: '中型企业',
  small: '小型企业',
  micro: '微型企业',
};

export const RISK: Record<Individual['risk']['level'], string> = {
  C1: 'C1-保守型',
  C2: 'C2-稳健型',
  C3: 'C3-平衡型',
  C4: 'C4-成长型',
  C5: 'C5-进取型',
};

export const KIND: Record<DemoClient['kind'], string> = { individual: '个人客户', company: '对公客户' };

const grouped = (whole: string) => whole.replace(/\B(?=(\d{3})+$)/g, ',');

/** Fen as yuan with separators, `4,861,864.37`. */
export function yuan(fen: number): string {
  const digits = String(fen).padStart(3, '0');
  return `${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`;
}

/** Fen as ten thousand yuan, `486.19`. */
export const wan = (fen: number): string => yuan(Math.round(fen / 10_000));

/** `138****6621`, `0571-****1037`; the reader clicks 查看 for the rest. */
export function maskedPhone(phone: string): string {
  const landline = /^(\d{3,4}-)\d{4}(\d+)$/.exec(phone);
  if (landline) return `${landline[1]}****${landline[2]}`;
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** `9900**********0072`. */
export const maskedId = (id: string): string => `${id.slice(0, 4)}${'*'.repeat(10)}${id.slice(-4)}`;

/** `2026/07/29`. */
export const slashed = (day: Day): string => day.replaceAll('-', '/');

/** `2026年7月29日`. */
export function written(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** `10:20`, empty if unknown. */
export function clock(minute: number | null): string {
  if (minute === null) return '';
  return [Math.floor(minute / 60), minute % 60].map((value) => String(value).padStart(2, '0')).join(':');
}

const WEEKDAYS = '日一二三四五六';

/** `星期一`. */
export const weekday = (day: Day): string =>
  `星期${WEEKDAYS.charAt(new Date(`${day}T00:00:00Z`).getUTCDay())}`;
