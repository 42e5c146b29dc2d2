import type { Adapter, AdapterPage } from '../schema';
import { choice, day, GENDER, phone, text, within } from './fields';

/*
 * yudao (芋道, ruoyi-vue-pro) CRM, the admin front end in Vue 3 and Element Plus. The title is the same for
 * every client and the page names no number, so only the address says who it is.
 */

const GRID = '.el-descriptions';

const page = (path: string, entity: string) =>
  ({
    id: entity,
    url: { pathname: `/crm/${path}/detail/:id` },
    entity,
    root: ['section[class*="--app-content-"]:has(.el-descriptions)'],
    ready: { absent: ['.el-loading-mask'] },
    identity: { id: { url: 'id' }, shape: 'digits' },
    name: { find: { selector: '.flex > div:first-child .el-row > .text-xl' } },
    contacts: {
      // The heads of the columns stand in a table of their own; the pane of the follow-ups is the first.
      row: '#pane-0 .el-table__body .el-table__row',
      day: { selector: 'td:nth-child(1)' },
      by: { selector: 'td:nth-child(2)' },
      channel: { selector: 'td:nth-child(3)' },
      text: { selector: 'td:nth-child(4)' },
      channels: {
        电话: 'phone',
        打电话: 'phone',
        短信: 'sms',
        发短信: 'sms',
        邮件: 'email',
        发邮件: 'email',
        微信: 'wechat',
        微信沟通: 'wechat',
        上门: 'meeting',
        上门拜访: 'meeting',
        见面拜访: 'meeting',
        到访: 'branch',
        视频: 'video',
      },
    },
  }) satisfies Partial<AdapterPage>;

const SHARED: AdapterPage['fields'] = [
  text('crm.QQ', 'QQ'),
  day('crm.下次联系时间', '下次联系时间'),
  day('crm.最后跟进时间', '最后跟进时间'),
  text('crm.最后跟进记录', '最后跟进记录'),
  text('crm.负责人', '负责人'),
  text('crm.备注', '备注'),
  day('crm.创建时间', '创建时间'),
];

const ADDRESS = text('address', ['地址', '详细地址']);

/** yudao CRM: customers (companies) and contacts; wherever a bank runs it. */
export const yudao: Adapter = {
  format: 1,
  id: 'yudao-crm',
  crmId: 'yudao-crm',
  title: '芋道CRM（ruoyi）',
  version: '1',
  author: 'Zhibi',
  perHost: true,
  region: 'CN',
  pages: [
    {
      ...page('customer', 'customer'),
      kind: 'company',
      fields: within(GRID, [
        phone('crm.手机', '手机'),
        phone('crm.电话', ['电话', '座机']),
        text('crm.邮箱', '邮箱'),
        text('crm.微信', '微信'),
        text('crm.网址', '网址'),
        text('industry', ['客户行业', '所属行业']),
        text('serviceLevel', '客户级别'),
        text('crm.客户来源', '客户来源'),
        text('crm.成交状态', '成交状态'),
        text('crm.所在地', '所在地'),
        text('crm.客户描述', '客户描述'),
        ADDRESS,
        ...SHARED,
      ]),
    },
    {
      ...page('contact', 'contact'),
      kind: 'individual',
      fields: within(GRID, [
        phone('mobile', '手机'),
        phone('crm.电话', ['电话', '座机']),
        text('email', '邮箱'),
        text('wechat', '微信'),
        choice('gender', '性别', GENDER),
        text('employer', ['客户名称', '客户']),
        text('occupation', '职务'),
        text('crm.直属上级', '直属上级'),
        text('crm.关键决策人', '关键决策人'),
        ADDRESS,
        ...SHARED,
      ]),
    },
  ],
};
