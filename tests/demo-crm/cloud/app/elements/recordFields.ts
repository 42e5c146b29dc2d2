/** Which fields an account shows, section by section. */
import type { ClientCore } from '../../../modern/app/api';
import { h } from '../../../modern/app/dom';
import { english, genderLabel, maritalLabel, recordType, riskName, sizeLabel, tier } from '../format';
import { type FieldSpec, field } from './field';

export interface SectionSpec {
  heading: string;
  fields: HTMLElement[];
}

/** `990000********1234`, and a button that shows the rest. */
function maskedField(label: string, full: string): HTMLElement {
  const masked = `${full.slice(0, 6)}${'*'.repeat(Math.max(0, full.length - 10))}${full.slice(-4)}`;
  const value = h('cx-formatted-text', { value: masked });
  const toggle = h(
    'button.slds-button',
    {
      type: 'button',
      onClick: () => {
        const shown = value.getAttribute('value') === full;
        value.setAttribute('value', shown ? masked : full);
        toggle.textContent = shown ? 'Show' : 'Hide';
      },
    },
    'Show',
  );
  return h('cx-field', { 'field-label': label }, value, ' ', toggle);
}

const fields = (...specs: FieldSpec[]) => specs.map((spec) => field(spec));

function identity(client: ClientCore): SectionSpec {
  const common = fields(
    { label: 'Account Name', value: client.latinName },
    { label: 'Account Number', value: client.recordId },
    { label: 'Local Name', value: client.name },
    { label: 'Record Type', value: recordType[client.kind] },
  );
  if (client.kind === 'company') {
    return {
      heading: 'Company Information',
      fields: [
        ...common,
        ...fields(
          { label: 'Unified Social Credit Code', value: client.creditCode },
          { label: 'Legal Representative', value: client.legalRepresentative },
          { label: 'Industry', value: client.industry },
          { label: 'Company Size', value: sizeLabel[client.sizeClass] },
          { label: 'Founded', kind: 'date', value: client.founded },
          { label: 'Annual Revenue', kind: 'number', value: String(client.revenueFen) },
          { label: 'Employees', value: String(client.staff) },
          { label: 'Payroll Headcount', value: String(client.payrollStaff) },
        ),
      ],
    };
  }
  return {
    heading: 'Personal Information',
    fields: [
      ...common,
      ...fields(
        { label: 'Gender', value: genderLabel[client.gender] },
        { label: 'Birthdate', kind: 'date', value: client.birthday },
        { label: 'Marital Status', value: maritalLabel[client.marital] },
        { label: 'Occupation', value: english(client.occupation) },
        { label: 'Employer', value: client.employer },
      ),
      maskedField('ID Number', client.idNumber),
      ...fields({ label: 'ID Expiration', kind: 'date', value: client.idExpiry }),
    ],
  };
}

function relationship(client: ClientCore): SectionSpec {
  const own: FieldSpec[] =
    client.kind === 'individual'
      ? [
          { label: 'Risk Profile', value: `${client.risk.level} - ${riskName[client.risk.level]}` },
          { label: 'Risk Assessed On', kind: 'date', value: client.risk.tested },
        ]
      : [
          { label: 'Credit Line', kind: 'number', value: String(client.creditLineFen) },
          { label: 'Credit Line Expiration', kind: 'date', value: client.creditLineUntil },
        ];
  return {
    heading: 'Bank Relationship',
    fields: fields(
      { label: 'Assets Under Management', kind: 'number', value: String(client.aumFen) },
      { label: 'Current Balance', kind: 'number', value: String(client.balanceFen) },
      { label: 'Service Tier', value: tier[client.serviceLevel] },
      { label: 'Customer Since', kind: 'date', value: client.opened },
      ...own,
      { label: 'Branch', value: english(client.branch) },
      { label: 'Relationship Manager', value: english(client.manager) },
    ),
  };
}

/** All sections of the details tab. */
export function sectionsOf(client: ClientCore): SectionSpec[] {
  return [
    identity(client),
    {
      heading: 'Contact Information',
      fields: fields(
        { label: client.kind === 'individual' ? 'Mobile' : 'Phone', kind: 'phone', value: client.phone },
        { label: 'Email', kind: 'email', value: client.email },
        {
          label: client.kind === 'individual' ? 'Mailing Address' : 'Registered Address',
          value: client.address,
        },
      ),
    },
    relationship(client),
  ];
}

/** The fields under the heading. */
export function highlightsOf(client: ClientCore): FieldSpec[] {
  return [
    { label: 'Account Number', value: client.recordId },
    { label: client.kind === 'individual' ? 'Mobile' : 'Phone', kind: 'phone', value: client.phone },
    { label: 'Service Tier', value: tier[client.serviceLevel] },
    { label: 'Assets Under Management', kind: 'number', value: String(client.aumFen) },
    client.kind === 'individual'
      ? { label: 'Risk Profile', value: `${client.risk.level} - ${riskName[client.risk.level]}` }
      : { label: 'Credit Line', kind: 'number', value: String(client.creditLineFen) },
  ];
}

/** The same before anything is known. */
export function pendingHighlights(recordId: string): FieldSpec[] {
  const company = recordId.startsWith('6');
  return [
    'Account Number',
    company ? 'Phone' : 'Mobile',
    'Service Tier',
    'Assets Under Management',
    company ? 'Credit Line' : 'Risk Profile',
  ].map((label) => ({ label }));
}

export function pendingSections(recordId: string): SectionSpec[] {
  const company = recordId.startsWith('6');
  const empty = (...labels: string[]) => fields(...labels.map((label) => ({ label })));
  return [
    {
      heading: company ? 'Company Information' : 'Personal Information',
      fields: empty('Account Name', 'Account Number', 'Local Name', 'Record Type'),
    },
    { heading: 'Contact Information', fields: empty(company ? 'Phone' : 'Mobile', 'Email') },
    { heading: 'Bank Relationship', fields: empty('Assets Under Management', 'Current Balance') },
  ];
}
