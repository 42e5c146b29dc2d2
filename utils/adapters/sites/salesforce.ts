import type { Adapter, AdapterLocate, AdapterPage } from '../schema';
import { choice, day, GENDER, MARITAL, money, number, phone, text } from './fields';

/*
 * Salesforce Lightning Experience, with the fields of Financial Services Cloud. Every field of a record is
 * marked with its API name, whatever the language, the layout and the label an administrator gave it.
 */

type Page = Omit<AdapterPage, 'id' | 'kind' | 'root' | 'name' | 'fields'>;

const of =
  (object: string) =>
  (...names: string[]): AdapterLocate => ({
    selector: names
      .map(
        (name) => `[data-target-selection-name="sfdc:RecordField.${object}.${name}"] .test-id__field-value`,
      )
      .join(', '),
  });

/** Views that were left stay in the document, hidden; of those that show there must be one. */
const VIEW = 'one-record-home-flexipage2';

/** People's names are made of several fields and have an element of their own. */
const PERSON_NAME = 'records-highlights2 lightning-formatted-name';
const OTHER_NAME = 'records-highlights2 [slot="primaryField"]';

const page = (object: string, entity: string): Page => ({
  url: { pathname: `/lightning/r/${object}/:id/view` },
  entity,
  ready: { absent: ['records-highlights2 .slds-spinner_container'] },
  identity: { id: { url: 'id' }, shape: 'code' },
});

const account = of('Account');
const contact = of('Contact');
const lead = of('Lead');

const SHARED: AdapterPage['fields'] = [
  text('serviceLevel', account('FinServ__ServiceModel__c')),
  text('crm.客户状态', account('FinServ__Status__c')),
  text('crm.客户类别', account('FinServ__ClientCategory__c')),
  text('crm.负责人', account('OwnerId')),
  money('aum', account('FinServ__AUM__c'), 1, 'individual'),
  money('crm.管理资产', account('FinServ__AUM__c'), 1, 'company'),
  money('crm.存款总额', account('FinServ__TotalBankDeposits__c')),
  money('crm.投资总额', account('FinServ__TotalInvestments__c')),
  money('crm.负债总额', account('FinServ__TotalLiabilities__c')),
  day('crm.上次互动', account('FinServ__LastInteraction__c')),
  day('crm.上次检视', account('FinServ__LastReview__c')),
  day('crm.下次检视', account('FinServ__NextReview__c')),
  text('crm.备注', account('Description')),
];

const PERSON: AdapterPage['fields'] = [
  phone('mobile', account('PersonMobilePhone')),
  phone('crm.电话', account('Phone')),
  text('email', account('PersonEmail')),
  day('birthday', account('PersonBirthdate')),
  choice('gender', account('FinServ__Gender__pc', 'PersonGenderIdentity'), GENDER),
  choice('maritalStatus', account('FinServ__MaritalStatus__pc'), MARITAL),
  text('occupation', account('FinServ__Occupation__pc')),
  text('crm.职务', account('PersonTitle')),
  text('employer', account('FinServ__CurrentEmployer__pc')),
  text('address', account('PersonMailingAddress')),
  text('cameBy', account('PersonLeadSource')),
  money('crm.年收入', account('FinServ__AnnualIncome__pc')),
  // The product's own three or four grades, not the five of a Chinese risk test: never a `riskLevel`.
  text('crm.风险承受能力', account('FinServ__RiskTolerance__c')),
];

const COMPANY: AdapterPage['fields'] = [
  phone('crm.电话', account('Phone')),
  text('crm.网址', account('Website')),
  text('industry', account('Industry')),
  number('staff', account('NumberOfEmployees')),
  money('revenue', account('AnnualRevenue')),
  text('address', account('BillingAddress')),
  text('groupParent', account('ParentId')),
  text('crm.客户编号', account('AccountNumber')),
  text('crm.客户类型', account('Type')),
  text('crm.评级', account('Rating')),
];

const CONTACT: AdapterPage['fields'] = [
  phone('mobile', contact('MobilePhone')),
  phone('crm.电话', contact('Phone')),
  text('email', contact('Email')),
  day('birthday', contact('Birthdate')),
  text('employer', contact('AccountId')),
  text('occupation', contact('Title')),
  text('crm.部门', contact('Department')),
  text('address', contact('MailingAddress')),
  text('cameBy', contact('LeadSource')),
  text('crm.负责人', contact('OwnerId')),
  text('crm.备注', contact('Description')),
];

const LEAD: AdapterPage['fields'] = [
  phone('mobile', lead('MobilePhone')),
  phone('crm.电话', lead('Phone')),
  text('email', lead('Email')),
  text('employer', lead('Company')),
  text('occupation', lead('Title')),
  text('crm.行业', lead('Industry')),
  text('address', lead('Address')),
  text('cameBy', lead('LeadSource')),
  text('crm.线索状态', lead('Status')),
  text('crm.评级', lead('Rating')),
  text('crm.负责人', lead('OwnerId')),
  text('crm.备注', lead('Description')),
];

/** Salesforce Lightning, person accounts and business accounts, contacts, leads. */
export const salesforce: Adapter = {
  format: 1,
  id: 'salesforce-lightning',
  crmId: 'salesforce',
  title: 'Salesforce Lightning (FSC)',
  version: '1',
  author: 'Zhibi',
  hosts: ['*.lightning.force.com', '*.lightning.sfcrmapps.cn'],
  pages: [
    {
      ...page('Account', 'account'),
      id: 'person-account',
      kind: 'individual',
      root: [`${VIEW}:has(${PERSON_NAME})`],
      name: { find: { selector: PERSON_NAME } },
      fields: [...PERSON, ...SHARED],
    },
    {
      ...page('Account', 'account'),
      id: 'account',
      kind: 'company',
      root: [`${VIEW}:not(:has(${PERSON_NAME}))`],
      name: { find: { selector: OTHER_NAME } },
      fields: [...COMPANY, ...SHARED],
    },
    {
      ...page('Contact', 'contact'),
      id: 'contact',
      kind: 'individual',
      root: [VIEW],
      name: { find: { selector: PERSON_NAME } },
      fields: CONTACT,
    },
    {
      ...page('Lead', 'lead'),
      id: 'lead',
      kind: 'individual',
      root: [VIEW],
      name: { find: { selector: PERSON_NAME } },
      fields: LEAD,
    },
  ],
};
