import type { Adapter, AdapterLocate, AdapterPage } from '../schema';
import { choice, day, GENDER, MARITAL, money, number, phone, text } from './fields';

/*
 * Dynamics 365, model-driven apps. A form is always one to be typed into: its controls carry the column's
 * logical name, and what is typed and not yet saved is read as it stands there.
 */

/** What a control holds; the name before `.fieldControl` begins the attribute, so no quick view's does. */
const input = (column: string): AdapterLocate => ({
  selector: `input[data-id^="${column}.fieldControl-"], textarea[data-id^="${column}.fieldControl-"]`,
});

const option = (column: string): AdapterLocate => ({
  selector: `[data-id="${column}.fieldControl-option-set-select"]`,
});

const record = (column: string): AdapterLocate => ({
  selector: `[data-id="${column}.fieldControl-LookupResultsDropdown_${column}_selected_tag_text"]`,
});

/** The owner stands in the form's header. */
const OWNER = text('crm.负责人', {
  selector: '[data-id="header_ownerid.fieldControl-LookupResultsDropdown_ownerid_selected_tag_text"]',
});

/** Behind the name stands whether it is saved: `Li Fang- Saved`, `李芳- 已保存`. */
const HEADING: AdapterPage['name'] = { find: { selector: '[data-id="header_title"]', before: '- ' } };

const page = (table: string) =>
  ({
    id: table,
    url: { pathname: '/main.aspx', search: { pagetype: 'entityrecord', etn: table, id: ':id' } },
    entity: table,
    root: ['[data-id="editFormRoot"]'],
    ready: { visible: ['[data-id="header_title"]'] },
    identity: { id: { url: 'id' }, shape: 'word' },
  }) satisfies Partial<AdapterPage>;

/** Dynamics 365 Sales: contacts, accounts, leads. */
export const dynamics365: Adapter = {
  format: 1,
  id: 'dynamics-365',
  crmId: 'dynamics-365',
  title: 'Dynamics 365 Sales',
  version: '1',
  author: 'Zhibi',
  hosts: ['*.dynamics.com', '*.dynamics.cn'],
  pages: [
    {
      ...page('contact'),
      kind: 'individual',
      name: HEADING,
      fields: [
        phone('mobile', input('mobilephone')),
        phone('crm.电话', input('telephone1')),
        text('email', input('emailaddress1')),
        day('birthday', input('birthdate')),
        choice('gender', option('gendercode'), GENDER),
        choice('maritalStatus', option('familystatuscode'), MARITAL),
        text('occupation', input('jobtitle')),
        text('employer', record('parentcustomerid')),
        text('crm.部门', input('department')),
        text('address', input('address1_composite')),
        text('crm.城市', input('address1_city')),
        text('spouse', input('spousesname')),
        text('crm.备注', input('description')),
        OWNER,
      ],
    },
    {
      ...page('account'),
      kind: 'company',
      name: { find: { selector: 'input[data-id="name.fieldControl-text-box-text"]' } },
      fields: [
        phone('crm.电话', input('telephone1')),
        text('crm.邮箱', input('emailaddress1')),
        text('crm.网址', input('websiteurl')),
        text('industry', option('industrycode')),
        number('staff', input('numberofemployees')),
        money('revenue', input('revenue')),
        text('address', input('address1_composite')),
        text('crm.城市', input('address1_city')),
        text('groupParent', record('parentaccountid')),
        text('crm.主要联系人', record('primarycontactid')),
        text('crm.客户编号', input('accountnumber')),
        text('crm.备注', input('description')),
        OWNER,
      ],
    },
    {
      ...page('lead'),
      kind: 'individual',
      name: HEADING,
      fields: [
        phone('mobile', input('mobilephone')),
        phone('crm.电话', input('telephone1')),
        text('email', input('emailaddress1')),
        text('occupation', input('jobtitle')),
        text('employer', input('companyname')),
        text('cameBy', option('leadsourcecode')),
        text('crm.主题', input('subject')),
        text('crm.城市', input('address1_city')),
        text('crm.备注', input('description')),
        OWNER,
      ],
    },
  ],
};
