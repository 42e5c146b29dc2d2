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
const HOLDINGS = {
  Deposit: 'deposit',
  'Wealth Product': 'wealth',
  Fund: 'fund',
  Bond: 'bond',
  Insurance: 'insuranceSaving',
} as const;

const ROLES = {
  Spouse: 'spouse',
  Child: 'child',
  Parent: 'parent',
  Controller: 'controller',
  'General Manager': 'generalManager',
  'Head of Finance': 'financeHead',
  'Authorized Handler': 'handler',
} as const;

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
        // In the heading: the details say it too, but only while their tab is open.
        find: { selector: '.entityNameTitle' },
        kinds: { 'Person Account': 'individual', 'Business Account': 'company' },
      },
      root: ['cx-app', 'cx-record-page'],
      // Not before header and details are filled; lists may still be on their way.
      ready: { absent: ['cx-field cx-stencil', 'cx-record-header cx-stencil'] },
      // The name follows the address at once, the number only with the answer; it stands in two places.
      identity: { id: { url: 'id' }, shape: 'digits', confirm: [{ label: 'Account Number' }] },
      name: { find: { selector: 'cx-record-header [slot="primaryField"]' } },
      // The heading repeats some, and stays when the details' tab is left.
      fields: within('cx-record-section, cx-record-header', [
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
      // Behind a tab of their own, under the heading that says whose they are.
      lists: {
        holdings: {
          row: 'article[aria-label="Holdings"] tbody tr',
          kind: { column: 'Type' },
          kinds: HOLDINGS,
          name: { column: 'Product' },
          amount: { column: 'Amount' },
          currency: 'CNY',
          since: { column: 'Start Date' },
          maturity: { column: 'Maturity Date' },
          order: 'mdy',
          risk: { column: 'Risk' },
        },
        people: {
          row: 'article[aria-label="Relationships"] tbody tr',
          role: { column: 'Role' },
          roles: ROLES,
          name: { column: 'Name' },
          phone: { column: 'Phone' },
          // A name that leads to a record of its own.
          client: { selector: 'a' },
        },
      },
    },
  ],
};
