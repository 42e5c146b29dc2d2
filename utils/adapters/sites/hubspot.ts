import type { Adapter, AdapterLocate, AdapterPage } from '../schema';
import { choice, day, GENDER, MARITAL, money, number, phone, text } from './fields';

/*
 * HubSpot. Classes are hashed; what lasts are the marks for HubSpot's own tests, with the property's
 * internal name in them. Everything about the record itself stands in the left sidebar.
 */

const property = (name: string): AdapterLocate => ({
  selector: `[data-selenium-test="property-input-${name}"]`,
});

/** Records have had two addresses; tabs of one add to either. */
const page = (type: string, name: string) =>
  ({
    id: name,
    url: [
      { pathname: `/contacts/:portal/record/${type}/:id/*` },
      { pathname: `/contacts/:portal/${name}/:id/*` },
    ],
    entity: name,
    root: ['[data-test-id="left-sidebar"]'],
    identity: { id: { url: 'id' }, shape: 'digits' },
    name: { find: { selector: '[data-selenium-test="highlightTitle"]' } },
  }) satisfies Partial<AdapterPage>;

const SHARED: AdapterPage['fields'] = [
  phone('crm.电话', property('phone')),
  text('address', property('address')),
  text('crm.城市', property('city')),
  text('crm.生命周期阶段', property('lifecyclestage')),
  text('crm.线索状态', property('hs_lead_status')),
  text('crm.负责人', property('hubspot_owner_id')),
];

/** HubSpot: contacts and companies. */
export const hubspot: Adapter = {
  format: 1,
  id: 'hubspot',
  crmId: 'hubspot',
  title: 'HubSpot',
  version: '1',
  author: 'Zhibi',
  hosts: ['*.hubspot.com'],
  pages: [
    {
      ...page('0-1', 'contact'),
      kind: 'individual',
      fields: [
        phone('mobile', property('mobilephone')),
        text('email', property('email')),
        text('occupation', property('jobtitle')),
        text('employer', property('company')),
        day('birthday', property('date_of_birth')),
        choice('gender', property('gender'), GENDER),
        choice('maritalStatus', property('marital_status'), MARITAL),
        ...SHARED,
      ],
    },
    {
      ...page('0-2', 'company'),
      kind: 'company',
      fields: [
        text('industry', property('industry')),
        number('staff', property('numberofemployees')),
        money('revenue', property('annualrevenue')),
        text('crm.简介', property('description')),
        text('crm.域名', property('domain')),
        text('crm.客户类型', property('type')),
        ...SHARED,
      ],
    },
  ],
};
