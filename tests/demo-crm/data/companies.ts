import { addDays } from './calendar';
import { creditCode } from './checkDigits';
import type { Company, Day, Relation, ServiceLevel } from './model';
import { fullName, inventName } from './names';
import type { Random } from './random';

/** What a company is before it has holdings, contacts and people. */
export type CompanyCore = Omit<
  Company,
  'holdings' | 'contacts' | 'relations' | 'aumFen' | 'manager' | 'branch' | 'phone'
>;

interface CompanyName {
  name: string;
  latinName: string;
  industry: string;
  sizeClass?: Company['sizeClass'];
}

/** Written by hand: brackets, a name too long for any column, a foreign name, groups of companies. */
const SPECIAL: readonly CompanyName[] = [
  {
    name: '临澜丽华服饰有限公司',
    latinName: 'Linlan Lihua Garments Co., Ltd.',
    industry: '纺织服装、服饰业',
    sizeClass: 'small',
  },
  {
    name: '云帆国际物流（临澜）有限公司',
    latinName: 'Yunfan International Logistics (Linlan) Co., Ltd.',
    industry: '多式联运和运输代理业',
  },
  {
    name: '华东精密零部件(临澜)股份有限公司',
    latinName: 'East China Precision Components (Linlan) Corp.',
    industry: '通用设备制造业',
  },
  {
    name: '临澜市滨江新区绿色低碳循环经济产业园综合开发建设投资运营管理集团股份有限公司',
    latinName:
      'Linlan Binjiang New Area Green Circular Economy Industrial Park Development and Operation Group Co., Ltd.',
    industry: '商务服务业',
    sizeClass: 'large',
  },
  {
    name: 'Northwind Precision Tools (China) Co., Ltd.',
    latinName: 'Northwind Precision Tools (China) Co., Ltd.',
    industry: '金属制品业',
  },
  {
    name: '临澜远山控股集团有限公司',
    latinName: 'Linlan Yuanshan Holding Group Co., Ltd.',
    industry: '商务服务业',
    sizeClass: 'large',
  },
  {
    name: '临澜远山建材有限公司',
    latinName: 'Linlan Yuanshan Building Materials Co., Ltd.',
    industry: '非金属矿物制品业',
  },
  {
    name: '临澜远山物业服务有限公司',
    latinName: 'Linlan Yuanshan Property Services Co., Ltd.',
    industry: '房地产业',
  },
  {
    name: '临澜重明照明科技有限公司',
    latinName: 'Linlan Chongming Lighting Technology Co., Ltd.',
    industry: '电气机械和器材制造业',
  },
];

/** 远山's holding company and its two members, by place in {@link SPECIAL}. */
export const GROUP = { parent: 5, members: [6, 7] } as const;

const STEMS = [
  ['锦程', 'Jincheng'],
  ['启明', 'Qiming'],
  ['瑞丰', 'Ruifeng'],
  ['恒泰', 'Hengtai'],
  ['蓝海', 'Lanhai'],
  ['博远', 'Boyuan'],
  ['青禾', 'Qinghe'],
  ['鼎新', 'Dingxin'],
  ['安达', 'Anda'],
  ['宏图', 'Hongtu'],
  ['晨曦', 'Chenxi'],
  ['百川', 'Baichuan'],
  ['智联', 'Zhilian'],
  ['天工', 'Tiangong'],
  ['绿源', 'Lyuyuan'],
  ['和光', 'Heguang'],
  ['聚力', 'Juli'],
  ['海纳', 'Haina'],
] as const;

const TRADES = [
  ['食品', 'Foods', '食品制造业'],
  ['机械制造', 'Machinery', '专用设备制造业'],
  ['电子科技', 'Electronics', '计算机、通信和其他电子设备制造业'],
  ['医疗器械', 'Medical Devices', '专用设备制造业'],
  ['进出口贸易', 'Import & Export', '批发业'],
  ['建筑工程', 'Construction', '房屋建筑业'],
  ['餐饮管理', 'Catering', '餐饮业'],
  ['纺织', 'Textiles', '纺织业'],
  ['环保工程', 'Environmental Engineering', '生态保护和环境治理业'],
  ['软件', 'Software', '软件和信息技术服务业'],
  ['汽车零部件', 'Auto Parts', '汽车制造业'],
  ['农业发展', 'Agriculture', '农业'],
] as const;

function inventCompanyNames(random: Random, count: number): CompanyName[] {
  const pairs = random.shuffle(STEMS.flatMap((stem) => TRADES.map((trade) => [stem, trade] as const)));
  const invented = pairs.map(
    ([stem, trade]): CompanyName => ({
      name: `临澜${stem[0]}${trade[0]}有限公司`,
      latinName: `Linlan ${stem[1]} ${trade[1]} Co., Ltd.`,
      industry: trade[2],
    }),
  );
  return [...SPECIAL, ...invented].slice(0, count);
}

const YUAN = 100;
const STAFF = {
  micro: { from: 3, to: 9, level: '普卡' },
  small: { from: 12, to: 90, level: '金卡' },
  medium: { from: 110, to: 600, level: '财富' },
  large: { from: 900, to: 4200, level: '私行' },
} as const satisfies Record<Company['sizeClass'], { from: number; to: number; level: ServiceLevel }>;

/** Every sixteenth company opened its account this week and has no history yet. */
export const isNewCompany = (place: number): boolean => place % 16 === 9;

/** `count` companies in record order, 临澜丽华服饰 (of the first individual) in front. */
export function inventCompanies(random: Random, count: number, today: Day): CompanyCore[] {
  return inventCompanyNames(random, count).map((name, place) => {
    const drawn = random.weighted([
      ['micro', 22],
      ['small', 44],
      ['medium', 26],
      ['large', 8],
    ] as const);
    const sizeClass = name.sizeClass ?? drawn;
    const size = STAFF[sizeClass];
    const staff = random.int(size.from, size.to);
    const revenueYuan = staff * random.int(40, 160) * 10_000;
    const usualLine = random.chance(0.6)
      ? Math.round((revenueYuan * random.int(5, 18)) / 100 / 500_000) * 500_000
      : 0;
    const creditLine = place === 0 ? 5_000_000 : usualLine;
    const legal = inventName(random, 'male', 'middle');
    const lineDays = random.pick([12, 27, 55, 85, 140, 230, 320]);
    return {
      kind: 'company',
      recordId: String(60_000_001 + place),
      name: name.name,
      latinName: name.latinName,
      serviceLevel: size.level,
      email: random.chance(0.7) ? `finance@company${String(place + 1).padStart(2, '0')}.example` : null,
      address: `临澜市${random.pick(['滨江区科创路', '高新区创业大道', '湖滨区商贸街', '新城区工业园二路'])} ${random.int(1, 299)} 号`,
      opened: addDays(today, isNewCompany(place) ? -random.int(1, 6) : -random.int(60, 5200)),
      balanceFen: random.int(3, 900) * 10_000 * YUAN + random.int(0, 999_999),
      creditCode: creditCode(place),
      industry: name.industry,
      sizeClass,
      founded: addDays(today, -random.int(5300, 11_000)),
      legalRepresentative: fullName(legal),
      staff,
      payrollStaff: random.chance(0.55) || place === 0 ? Math.round((staff * random.int(40, 98)) / 100) : 0,
      revenueFen: revenueYuan * YUAN,
      creditLineFen: creditLine * YUAN,
      creditLineUntil: creditLine > 0 ? addDays(today, lineDays) : null,
    };
  });
}

/** Key people of a company who are no clients themselves. */
export function inventKeyPeople(
  random: Random,
  roles: readonly Relation['role'][],
  phone: () => string,
): Relation[] {
  return roles.map((role) => {
    const gender = role === 'financeHead' || role === 'handler' ? 'female' : 'male';
    const name = inventName(random, gender, role === 'handler' ? 'young' : 'middle');
    return { recordId: null, name: fullName(name), role, phone: phone() };
  });
}
