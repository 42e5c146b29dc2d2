import type { Adapter, AdapterPage } from '../schema';
import { CHANNELS_ZH, DEMO, DEMO_ENTITY, HOLDINGS_ZH, MARITAL_ZH, phone, ROLES_ZH } from './demo';
import { choice, day, money, number, text, within } from './fields';

const RISK = {
  'C1 保守型': 'C1',
  'C2 稳健型': 'C2',
  'C3 平衡型': 'C3',
  'C4 成长型': 'C4',
  'C5 进取型': 'C5',
};

const SIZE = { 大型: 'large', 中型: 'medium', 小型: 'small', 微型: 'micro' };

const FIELDS: AdapterPage['fields'] = [
  text('serviceLevel', '服务等级'),
  choice('gender', '性别', { 男: 'male', 女: 'female' }, 'individual'),
  day('birthday', '出生日期', 'individual'),
  phone('mobile', '手机号码', { label: '手机号码' }, 'individual'),
  phone('crm.联系电话', '联系电话', { label: '联系电话' }, 'company'),
  text('email', '电子邮箱', 'individual'),
  text('crm.电子邮箱', '电子邮箱', 'company'),
  text('occupation', '职业', 'individual'),
  text('employer', '工作单位', 'individual'),
  day('idExpiry', '证件有效期', 'individual'),
  choice('maritalStatus', '婚姻状况', MARITAL_ZH, 'individual'),
  text('crm.英文名', '英文名', 'individual'),
  text('address', ['联系地址', '注册地址']),
  choice('riskLevel', '风险等级', RISK, 'individual'),
  day('riskTestedOn', '测评日期', 'individual'),
  text('creditCode', '信用代码', 'company'),
  text('legalRepresentative', '法定代表人', 'company'),
  text('industry', '所属行业', 'company'),
  choice('sizeClass', '企业规模', SIZE, 'company'),
  day('founded', '成立日期', 'company'),
  number('staff', '员工人数', 'company'),
  number('payrollStaff', '代发人数', 'company'),
  money('revenue', '年营业收入', 1, 'company'),
  money('creditLine', '授信额度', 1, 'company'),
  day('creditLineUntil', '授信到期日', 'company'),
  money('aum', '管理资产'),
  money('crm.余额', '活期余额'),
  day('bankSince', '开户日期'),
];

const PAGE: Omit<AdapterPage, 'id' | 'url' | 'root'> = {
  entity: DEMO_ENTITY,
  kind: {
    find: { selector: '.client-header__tags .el-tag:first-child' },
    kinds: { 个人客户: 'individual', 企业客户: 'company' },
  },
  // Not before the grids are filled; lists may still be on their way.
  ready: { absent: ['.client-header .el-skeleton__item', '.el-descriptions .el-skeleton__item'] },
  identity: {
    id: { url: 'id' },
    shape: 'digits',
    // The heading follows the address at once, the grid only with the answer: both have to agree.
    confirm: [{ selector: '.client-header__no' }, { label: '客户编号', within: '.basic-card' }],
  },
  name: { find: { label: ['客户姓名', '企业名称'], within: '.basic-card' } },
  // The figures in the heading are rounded to 万元; the grids have them to the fen.
  fields: within('.el-descriptions', FIELDS),
  contacts: {
    row: '.contact-card .el-timeline-item',
    day: { selector: '.el-timeline-item__timestamp' },
    channel: { selector: '.el-timeline-item__type' },
    channels: CHANNELS_ZH,
    text: { selector: '.el-timeline-item__content' },
    by: { selector: '.el-timeline-item__by' },
  },
  lists: {
    holdings: {
      row: '.holding-card tbody tr',
      kind: { column: '类别' },
      kinds: HOLDINGS_ZH,
      name: { column: '产品名称' },
      amount: { column: '金额' },
      currency: 'CNY',
      unit: 10_000,
      since: { column: '起始日' },
      maturity: { column: '到期日' },
      risk: { column: '风险' },
    },
    people: {
      row: '.relation-card .relation-item',
      role: { selector: '.relation-item__role' },
      roles: ROLES_ZH,
      name: { selector: '.relation-item__name' },
      phone: { selector: '.relation-item__phone' },
      client: { selector: '.el-tag' },
    },
  },
};

const CLIENT = 'article.client-detail';

/** The demo bank's modern front end: a single-page app with a client on a page, beside the list, or in a drawer. */
export const demoModern: Adapter = {
  ...DEMO,
  id: 'demo-modern',
  title: '演示银行 · 客户经营平台',
  pages: [
    {
      ...PAGE,
      id: 'page',
      url: { pathname: '/modern/clients/:id' },
      root: ['.client-page', CLIENT],
      container: '#app',
    },
    {
      ...PAGE,
      id: 'split',
      url: { pathname: '/modern/clients/:id/split' },
      root: ['.split-detail', CLIENT],
      container: '#app',
    },
    {
      ...PAGE,
      id: 'drawer',
      url: { pathname: '/modern/clients', search: { drawer: ':id' } },
      root: ['.el-drawer', CLIENT],
    },
  ],
};
