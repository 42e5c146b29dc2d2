import type { Adapter, AdapterPage } from '../schema';
import { day, money, number, phone, text, within } from './fields';

/*
 * Zoho CRM. The heading's ids are made of the field's column; the fields themselves are read beside their
 * labels, which stand in an element of one class, in English or in simplified Chinese.
 */

/** One record's page; its form has `edit` behind the number and is none. */
const page = (module: string, entity: string) =>
  ({
    id: entity,
    url: [
      { pathname: `/crm/:org/tab/${module}/:id` },
      { pathname: `/crm/tab/${module}/:id` },
      { pathname: '/crm/EntityInfo.do', search: { module, id: ':id' } },
    ],
    entity,
    root: ['body:has([id^="mouseArea__"])'],
    identity: { id: { url: 'id' }, shape: 'digits' },
  }) satisfies Partial<AdapterPage>;

/** The column was LASTNAME before it became FULLNAME; older pages have it in a heading of their own. */
const PERSON: AdapterPage['name'] = {
  find: { selector: '#titlecard_FULLNAME, #titlecard_LASTNAME, #headervalue_LASTNAME' },
};

const ROW = '[id^="mouseArea__"]';

/** Zoho CRM: contacts, accounts, leads. */
export const zoho: Adapter = {
  format: 1,
  id: 'zoho-crm',
  crmId: 'zoho-crm',
  title: 'Zoho CRM',
  version: '1',
  author: 'Zhibi',
  hosts: [
    'crm.zoho.com',
    'crm.zoho.com.cn',
    'crm.zoho.eu',
    'crm.zoho.in',
    'crm.zoho.com.au',
    'crm.zoho.jp',
    'crm.zohocloud.ca',
  ],
  pages: [
    {
      ...page('Contacts', 'contact'),
      kind: 'individual',
      name: PERSON,
      fields: within(ROW, [
        phone('mobile', ['Mobile', '手机']),
        phone('crm.电话', ['Phone', '电话']),
        text('email', ['Email', '电子邮件', '邮箱']),
        day('birthday', ['Date of Birth', '出生日期', '生日']),
        text('employer', ['Account Name', '客户名称']),
        text('occupation', ['Title', '职务', '职位']),
        text('crm.部门', ['Department', '部门']),
        text('address', ['Mailing Address', 'Mailing Street', '邮寄地址', '邮寄街道']),
        text('crm.城市', ['Mailing City', '邮寄城市']),
        text('cameBy', ['Lead Source', '线索来源']),
        text('crm.负责人', ['Contact Owner', '联系人所有者']),
        text('crm.备注', ['Description', '描述']),
      ]),
    },
    {
      ...page('Accounts', 'account'),
      kind: 'company',
      name: { find: { selector: '#titlecard_ACCOUNTNAME, #headervalue_ACCOUNTNAME' } },
      fields: within(ROW, [
        phone('crm.电话', ['Phone', '电话']),
        text('crm.网址', ['Website', '网站', '网址']),
        text('industry', ['Industry', '行业']),
        number('staff', ['Employees', '员工', '员工数']),
        money('revenue', ['Annual Revenue', '年收入', '年营业额']),
        text('address', ['Billing Address', 'Billing Street', '开单地址', '账单地址', '账单街道']),
        text('crm.城市', ['Billing City', '账单城市']),
        text('groupParent', ['Parent Account', '上级客户', '父客户']),
        text('crm.客户编号', ['Account Number', '客户编号']),
        text('crm.客户类型', ['Account Type', '客户类型']),
        text('crm.评级', ['Rating', '评级']),
        text('crm.负责人', ['Account Owner', '客户所有者']),
        text('crm.备注', ['Description', '描述']),
      ]),
    },
    {
      ...page('Leads', 'lead'),
      kind: 'individual',
      name: PERSON,
      fields: within(ROW, [
        phone('mobile', ['Mobile', '手机']),
        phone('crm.电话', ['Phone', '电话']),
        text('email', ['Email', '电子邮件', '邮箱']),
        text('employer', ['Company', '公司']),
        text('occupation', ['Title', '职务', '职位']),
        text('crm.行业', ['Industry', '行业']),
        text('cameBy', ['Lead Source', '线索来源']),
        text('crm.线索状态', ['Lead Status', '线索状态']),
        text('crm.城市', ['City', '城市']),
        text('crm.负责人', ['Lead Owner', '线索所有者']),
        text('crm.备注', ['Description', '描述']),
      ]),
    },
  ],
};
