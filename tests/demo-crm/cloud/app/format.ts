/** How the English front end words what the API gives it. */
import type { Channel, Day, DemoClient, Holding, Relation, RiskLevel, ServiceLevel } from '../../data/model';
import type { IconName } from '../../modern/app/icons';

/** `2026-10-09` → `10/09/2026`. */
export function date(day: Day): string {
  const [year, month, dayOfMonth] = day.split('-');
  return `${month}/${dayOfMonth}/${year}`;
}

/** `10/09/2026` → `2026-10-09`; undefined if it is not written so. */
export function dayOf(text: string): Day | undefined {
  const parts = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text.trim());
  return parts === null ? undefined : `${parts[3]}-${parts[1]}-${parts[2]}`;
}

/** `620` minutes → `10:20 AM`; an unknown minute is empty. */
export function clock(minute: number | null): string {
  if (minute === null) return '';
  const hour = Math.floor(minute / 60);
  const two = String(minute % 60).padStart(2, '0');
  return `${hour % 12 === 0 ? 12 : hour % 12}:${two} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `486000000` fen → `CNY 4,860,000.00`. */
export function money(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const digits = String(Math.abs(Math.round(fen))).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}CNY ${whole}.${digits.slice(-2)}`;
}

/** `13800006621` → `+86 138 0000 6621`, `0571-55501000` → `+86 571 5550 1000`; anything else stays. */
export function phone(raw: string): string {
  const mobile = /^(1\d{2})(\d{4})(\d{4})$/.exec(raw);
  if (mobile) return `+86 ${mobile.slice(1).join(' ')}`;
  const fixed = /^0(\d{2,3})-(\d{4})(\d{4})$/.exec(raw);
  return fixed ? `+86 ${fixed.slice(1).join(' ')}` : raw;
}

/** What a telephone link dials. */
export function dialled(raw: string): string {
  return phone(raw).replaceAll(/[^\d+]/g, '');
}

export const recordType = {
  individual: 'Person Account',
  company: 'Business Account',
} satisfies Record<DemoClient['kind'], string>;

export const tier = {
  私行: 'Private Banking',
  财富: 'Wealth',
  金卡: 'Gold',
  普卡: 'Standard',
} satisfies Record<ServiceLevel, string>;

export const riskName = {
  C1: 'Conservative',
  C2: 'Cautious',
  C3: 'Balanced',
  C4: 'Growth',
  C5: 'Aggressive',
} satisfies Record<RiskLevel, string>;

export const channelLabel = {
  phone: 'Call',
  email: 'Email',
  meeting: 'Meeting',
  wechat: 'WeChat',
  sms: 'SMS',
  video: 'Video Call',
  branch: 'Branch Visit',
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
  deposit: 'Deposit',
  wealth: 'Wealth Product',
  fund: 'Fund',
  insurance: 'Insurance',
  bond: 'Bond',
  loan: 'Loan',
} satisfies Record<Holding['kind'], string>;

export const roleLabel = {
  spouse: 'Spouse',
  child: 'Child',
  parent: 'Parent',
  controller: 'Controller',
  generalManager: 'General Manager',
  financeHead: 'Head of Finance',
  handler: 'Authorized Handler',
  subsidiary: 'Subsidiary',
  parentCompany: 'Parent Company',
} satisfies Record<Relation['role'], string>;

export const genderLabel = { male: 'Male', female: 'Female' };
export const maritalLabel = {
  single: 'Single',
  married: 'Married',
  divorced: 'Divorced',
  widowed: 'Widowed',
};
export const sizeLabel = { large: 'Large', medium: 'Medium', small: 'Small', micro: 'Micro' };

/** Picklist values the bank keeps in Chinese; what is not listed is shown as it is kept. */
const picklist: Record<string, string> = {
  滨江支行: 'Binjiang Branch',
  湖滨支行: 'Hubin Branch',
  新城支行: 'Xincheng Branch',
  高新支行: 'Gaoxin Branch',
  陈思远: 'Siyuan Chen',
  周敏: 'Min Zhou',
  林晓琳: 'Xiaolin Lin',
  教师: 'Teacher',
  医生: 'Physician',
  公务员: 'Civil Servant',
  软件工程师: 'Software Engineer',
  财务人员: 'Accountant',
  销售经理: 'Sales Manager',
  个体工商户: 'Self-Employed',
  企业高管: 'Executive',
  企业主: 'Business Owner',
  服装企业主: 'Garment Business Owner',
  律师: 'Lawyer',
  会计师: 'Chartered Accountant',
  护士: 'Nurse',
  建筑工程师: 'Structural Engineer',
  自由职业: 'Freelancer',
  退休: 'Retired',
};

/** The English of a picklist value, or the value itself. */
export function english(value: string): string {
  return picklist[value] ?? value;
}
