import type { Adapter, AdapterPage } from '../schema';
import { CHANNELS_ZH, DEMO, DEMO_ENTITY, HOLDINGS_ZH, MARITAL_ZH, phone, ROLES_ZH } from './demo';
import { choice, day, money, number, text, within } from './fields';

const RISK = {
  'C1-保守型': 'C1',
  'C2-稳健型': 'C2',
  'C3-平衡型': 'C3',
  'C4-成长型': 'C4',
  'C5-进取型': 'C5',
};

const SIZE = { 大型企业: 'large', 中型企业: 'medium', 小型企业: 'small', 微型企业: 'micro' };

/** The head line stays while another inner tab covers the tables; a list's column is no label. */
const WHO = '.headLine, .infoTable';

/** The number without the link that reveals the rest of it. */
const PHONE = { selector: '#mobile .masked' };

const FIELDS: AdapterPage['fields'] = [
  text('serviceLevel', '服务等级'),
  choice('gender', '性别', { 男: 'male', 女: 'female' }, 'individual'),
  day('birthday', '出生日期', 'individual'),
  day('idExpiry', '证件到期日', 'individual'),
  choice('maritalStatus', '婚姻状况', MARITAL_ZH, 'individual'),
  text('occupation', '职业', 'individual'),
  text('employer', '工作单位', 'individual'),
  phone('mobile', '联系电话', PHONE, 'individual'),
  phone('crm.联系电话', '联系电话', PHONE, 'company'),
  text('email', '电子邮箱', 'individual'),
  text('crm.电子邮箱', '电子邮箱', 'company'),
  text('address', ['联系地址', '注册地址']),
  choice('riskLevel', '风险等级', RISK, 'individual'),
  day('riskTestedOn', '测评日期', 'individual'),
  text('creditCode', '统一社会信用代码', 'company'),
  text('legalRepresentative', '法定代表人', 'company'),
  text('industry', '所属行业', 'company'),
  choice('sizeClass', '企业规模', SIZE, 'company'),
  day('founded', '成立日期', 'company'),
  number('staff', '员工人数', 'company'),
  number('payrollStaff', '代发工资人数', 'company'),
  money('revenue', '年营业收入（万元）', 10_000, 'company'),
  money('creditLine', '授信额度（万元）', 10_000, 'company'),
  day('creditLineUntil', '授信到期日', 'company'),
  money('aum', '管理资产（元）'),
  money('crm.余额', ['活期余额（元）', '结算余额（元）']),
  day('bankSince', '开户日期'),
];

const PAGE: Omit<AdapterPage, 'id' | 'url' | 'root'> = {
  entity: DEMO_ENTITY,
  kind: { find: { label: '客户类型', within: WHO }, kinds: { 个人客户: 'individual', 对公客户: 'company' } },
  ready: { absent: ['body.waiting'] },
  identity: { id: { url: 'id' }, shape: 'digits', confirm: [{ label: '客户编号', within: WHO }] },
  name: { find: { label: ['客户姓名', '企业名称'], within: WHO } },
  fields: within('.infoTable', FIELDS),
  contacts: {
    row: '#tblRecentContact tbody tr',
    day: { column: '日期' },
    channel: { column: '方式' },
    channels: CHANNELS_ZH,
    text: { column: '内容' },
    by: { column: '经办人' },
  },
  lists: {
    holdings: {
      row: '#tblHolding tbody tr',
      kind: { column: '类别' },
      // A bond is a government's here; the account on call has its balance among the fields.
      kinds: { ...HOLDINGS_ZH, 国债: 'bond' },
      name: { column: '产品名称' },
      amount: { column: '余额（元）' },
      currency: 'CNY',
      since: { column: '起息日' },
      maturity: { column: '到期日' },
      risk: { column: '产品风险' },
    },
    people: {
      row: '#tblRelation tbody tr',
      role: { column: '关系' },
      roles: ROLES_ZH,
      name: { column: '姓名/名称' },
      // Without the link that reveals the rest of it.
      phone: { selector: 'td:last-child .masked' },
      // A name that leads to a record of its own.
      client: { selector: 'a.tabLink' },
    },
  },
};

/**
 * The demo bank's classic front end: a client's page is a frame in a frame, former clients' frames stay
 * hidden beside it, and the tab's own address never changes; the frame's names the record.
 */
export const demoClassic: Adapter = {
  ...DEMO,
  id: 'demo-classic',
  title: '演示银行 · 经典版',
  pages: [
    {
      ...PAGE,
      id: 'tab',
      url: [{ pathname: '/classic/' }, { pathname: '/classic/index.do' }],
      frameUrl: { pathname: '/classic/detail.do', search: { custNo: ':id' } },
      root: ['iframe#mainFrame', '#tabPanes > iframe', '.custPanel'],
      container: '#mainBar',
    },
    {
      ...PAGE,
      id: 'popup',
      url: { pathname: '/classic/detail.do', search: { custNo: ':id' } },
      root: ['.custPanel'],
    },
  ],
};
