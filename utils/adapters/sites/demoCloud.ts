import type { Adapter } from '../schema';
import { DEMO, DEMO_ENTITY, phone } from './demo';
import { choice, day, money, number, text, within } from './fields';

const RISK = {
  'C1 - Conservative': 'C1',
  'C2 - Cautious': 'C2',
  'C3 - Balanced': 'C3',
  'C4 - Growth': 'C4',
  'C5 - Aggressive': 'C5',
};

const MARITAL = { Single: 'single', Married: 'married', Divorced: 'divorced', Widowed: 'widowed' };
const SIZE = { Large: 'large', Medium: 'medium', Small: 'small', Micro: 'micro' };

/** The demo bank's English front end: addresses behind the hash, web components with open shadow roots. */
export const demoCloud: Adapter = {
  ...DEMO,
  id: 'demo-cloud',
  title: 'Demo bank · Client Cloud',
  pages: [
    {
      id: 'record',
      url: { pathname: '/cloud/', hash: '/accounts/:id/view' },
      entity: DEMO_ENTITY,
      kind: {
        find: { label: 'Record Type' },
        kinds: { 'Person Account': 'individual', 'Business Account': 'company' },
      },
      root: ['cx-app', 'cx-record-page'],
      // Not before header and details are filled; lists may still be on their way.
      ready: { absent: ['cx-field cx-stencil', 'cx-record-header cx-stencil'] },
      // The name follows the address at once, the number only with the answer; it stands in two places.
      identity: { id: { url: 'id' }, shape: 'digits', confirm: [{ label: 'Account Number' }] },
      name: { find: { selector: 'cx-record-header [slot="primaryField"]' } },
      fields: within('cx-record-section', [
        text('serviceLevel', 'Service Tier'),
        text('crm.Local Name', 'Local Name'),
        choice('gender', 'Gender', { Male: 'male', Female: 'female' }, 'individual'),
        day('birthday', 'Birthdate', 'individual', 'mdy'),
        choice('maritalStatus', 'Marital Status', MARITAL, 'individual'),
        text('occupation', 'Occupation', 'individual'),
        text('employer', 'Employer', 'individual'),
        day('idExpiry', 'ID Expiration', 'individual', 'mdy'),
        phone('mobile', 'Mobile', { label: 'Mobile' }, 'individual'),
        phone('crm.Phone', 'Phone', { label: 'Phone' }, 'company'),
        text('email', 'Email', 'individual'),
        text('crm.Email', 'Email', 'company'),
        text('address', ['Mailing Address', 'Registered Address']),
        choice('riskLevel', 'Risk Profile', RISK, 'individual'),
        day('riskTestedOn', 'Risk Assessed On', 'individual', 'mdy'),
        text('creditCode', 'Unified Social Credit Code', 'company'),
        text('legalRepresentative', 'Legal Representative', 'company'),
        text('industry', 'Industry', 'company'),
        choice('sizeClass', 'Company Size', SIZE, 'company'),
        day('founded', 'Founded', 'company', 'mdy'),
        money('revenue', 'Annual Revenue', 1, 'company'),
        number('staff', 'Employees', 'company'),
        number('payrollStaff', 'Payroll Headcount', 'company'),
        money('creditLine', 'Credit Line', 1, 'company'),
        day('creditLineUntil', 'Credit Line Expiration', 'company', 'mdy'),
        money('aum', 'Assets Under Management'),
        money('crm.Balance', 'Current Balance'),
        day('bankSince', 'Customer Since', undefined, 'mdy'),
      ]),
      contacts: {
        row: 'cx-timeline-item',
        day: { selector: '.slds-timeline__date' },
        order: 'mdy',
        channel: { selector: '.slds-timeline__title' },
        channels: {
          Call: 'phone',
          Email: 'email',
          Meeting: 'meeting',
          WeChat: 'wechat',
          SMS: 'sms',
          'Video Call': 'video',
          'Branch Visit': 'branch',
        },
        text: { selector: '.slds-timeline__item_details' },
        by: { selector: '.slds-timeline__user' },
      },
    },
  ],
};
