import type { Adapter, AdapterLocate, AdapterPage } from '../schema';
import { money, number, phone, text } from './fields';

/*
 * Twenty. Classes are hashed and labels can be renamed; a field's label carries the id of its record and
 * the name of its field, and so says in which record it stands.
 */

const value = (name: string): AdapterLocate => ({ selector: `[id^="label-"][id$="-${name}"] + div` });

/** Two records on one page, one of them in the side panel, name two. */
const page = (object: string, witness: string) =>
  ({
    url: { pathname: `/object/${object}/:id` },
    entity: object,
    identity: {
      id: { url: 'id' },
      shape: 'word',
      confirm: [
        {
          selector: `[id^="label-"][id$="-${witness}"]`,
          attribute: 'id',
          after: 'label-',
          before: `-${witness}`,
        },
      ],
    },
  }) satisfies Partial<AdapterPage>;

/** Where the name stands: over the day it was added, or since 2026 in a bar with it. */
const PLACES = [
  { id: 'card', root: ['body:has([id^="date-id-"])'], name: 'div:has(+ [id^="date-id-"])' },
  {
    id: 'bar',
    root: ['body:has([id^="record-identifier-bar-created-at"])'],
    name: 'div:has(> [id^="record-identifier-bar-created-at"]) h3',
  },
] as const;

const PERSON: Omit<AdapterPage, 'id' | 'root' | 'name'> = {
  ...page('person', 'emails'),
  kind: 'individual',
  fields: [
    phone('mobile', value('phones')),
    text('email', value('emails')),
    text('occupation', value('jobTitle')),
    text('crm.城市', value('city')),
    text('crm.领英', value('linkedinLink')),
  ],
};

const COMPANY: Omit<AdapterPage, 'id' | 'root' | 'name'> = {
  ...page('company', 'domainName'),
  kind: 'company',
  fields: [
    text('crm.域名', value('domainName')),
    number('staff', value('employees')),
    text('address', value('address')),
    money('crm.年度经常性收入', value('annualRecurringRevenue')),
    text('crm.领英', value('linkedinLink')),
  ],
};

/** Twenty: people and companies; wherever a bank runs it. */
export const twenty: Adapter = {
  format: 1,
  id: 'twenty',
  crmId: 'twenty',
  title: 'Twenty',
  version: '1',
  author: 'Zhibi',
  perHost: true,
  pages: PLACES.flatMap(({ id, root, name }) => {
    const place = { root: [...root], name: { find: { selector: name } } };
    return [
      { ...PERSON, ...place, id: `person-${id}` },
      { ...COMPANY, ...place, id: `company-${id}` },
    ];
  }),
};
