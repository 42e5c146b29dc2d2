import type { Adapter, AdapterPage } from '../schema';
import { day, phone, text, within } from './fields';

/*
 * 悟空 CRM 11, Vue. A record slides in over its list and the address stays the list's: nothing on the page
 * says which record it is, unless the bank has given its customers a field for their number. Without one
 * nobody is shown; with one, as soon as 详细资料 has been opened.
 */

const SHEET = '.b-cont';

const page = (list: string) =>
  ({
    url: { hash: `/crm/${list}` },
    root: ['.detail-main .d-container'],
    ready: { absent: ['.detail-main .el-loading-mask'] },
    name: { find: { selector: '.t-section__bd .type-content .name' } },
  }) satisfies Partial<AdapterPage>;

/** What slides in says of what sort it is: over the list of customers it may be one of their contacts. */
const SORT = { selector: '.t-section__bd .type-name' };

const SHARED: AdapterPage['fields'] = [
  text('crm.网址', '网址'),
  text('crm.客户来源', '客户来源'),
  day('crm.下次联系时间', '下次联系时间'),
  day('crm.最后跟进时间', ['最后跟进时间', '最近跟进时间']),
  text('crm.负责人', '负责人'),
  text('crm.备注', '备注'),
];

/** 悟空 CRM: customers and contacts; wherever a bank runs it. */
export const wukong: Adapter = {
  format: 1,
  id: 'wukong-crm',
  crmId: 'wukong-crm',
  title: '悟空CRM',
  version: '1',
  author: 'Zhibi',
  perHost: true,
  region: 'CN',
  pages: [
    {
      ...page('customer'),
      id: 'customer',
      entity: 'customer',
      kind: { find: SORT, kinds: { 客户: 'company' } },
      identity: {
        id: { label: ['客户编号', '客户号', '客户编码', '核心客户号'], within: SHEET },
        shape: 'code',
      },
      fields: within(SHEET, [
        phone('crm.手机', '手机'),
        phone('crm.电话', '电话'),
        text('crm.邮箱', '邮箱'),
        text('industry', '客户行业'),
        text('serviceLevel', '客户级别'),
        text('address', '详细地址'),
        text('crm.成交状态', '成交状态'),
        ...SHARED,
      ]),
    },
    {
      ...page('contacts'),
      id: 'contact',
      entity: 'contact',
      kind: { find: SORT, kinds: { 联系人: 'individual' } },
      // Never its customer's number: all contacts of a company would be one.
      identity: { id: { label: '联系人编号', within: SHEET }, shape: 'code' },
      fields: within(SHEET, [
        phone('mobile', '手机'),
        phone('crm.电话', '电话'),
        text('email', ['邮箱', '电子邮箱']),
        text('employer', '客户名称'),
        text('occupation', '职务'),
        text('address', '详细地址'),
        ...SHARED,
      ]),
    },
  ],
};
