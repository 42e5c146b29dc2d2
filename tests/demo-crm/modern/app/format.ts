/** How the Chinese front end words what the API gives it. */
import type { Channel, Day, DemoClient, Holding, Relation } from '../../data/model';
import type { IconName } from './icons';

/** `486000000` fen → `4,860,000.00`. */
export function yuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const digits = String(Math.abs(Math.round(fen))).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${whole}.${digits.slice(-2)}`;
}

/** `486000000` fen → `486.00`, in ten thousand yuan as bank lists print it. */
export function wan(fen: number): string {
  return yuan(Math.round(fen / 10_000));
}

/** A mainland mobile number in groups, `138 0000 6621`; anything else stays as it is. */
export function phone(raw: string): string {
  const mobile = /^(1\d{2})(\d{4})(\d{4})$/.exec(raw);
  return mobile === null ? raw : mobile.slice(1).join(' ');
}

/** `990000198103121234` → `990000********1234`. */
export function maskedId(id: string): string {
  return `${id.slice(0, 6)}${'*'.repeat(Math.max(0, id.length - 10))}${id.slice(-4)}`;
}

/** Whole years between two days. */
export function yearsBetween(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** `585` minutes → `09:45`; an unknown minute is empty. */
export function clock(minute: number | null): string {
  if (minute === null) return '';
  return [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, '0')).join(':');
}

export const kindLabel = {
  individual: '个人客户',
  company: '企业客户',
} satisfies Record<DemoClient['kind'], string>;

export const channelLabel = {
  phone: '电话',
  email: '邮件',
  meeting: '面谈',
  wechat: '企业微信',
  sms: '短信',
  video: '视频',
  branch: '到店',
} satisfies Record<Channel, string>;

export const channelIcon = {
  phone: 'phone',
  email: 'mail',
  meeting: 'meeting',
  wechat: 'wechat',
  sms: 'sms',
  video: 'video',
  branch: 'branch',
} satisfies Record<Channel, IconName>;

export const holdingLabel = {
  deposit: '存款',
  wealth: '理财',
  fund: '基金',
  insurance: '保险',
  bond: '债券',
  loan: '贷款',
} satisfies Record<Holding['kind'], string>;

export const roleLabel = {
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  controller: '实际控制人',
  generalManager: '总经理',
  financeHead: '财务负责人',
  handler: '经办人',
  subsidiary: '子公司',
  parentCompany: '母公司',
} satisfies Record<Relation['role'], string>;

export const genderLabel = { male: '男', female: '女' };
export const maritalLabel = { single: '未婚', married: '已婚', divorced: '离异', widowed: '丧偶' };
export const sizeLabel = { large: '大型', medium: '中型', small: '小型', micro: '微型' };
