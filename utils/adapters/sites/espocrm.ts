import type { Adapter, AdapterLocate, AdapterPage } from '../schema';
import { money, phone, text } from './fields';

/*
 * EspoCRM. Every field stands in an element that names it, in the record and beside it; in lists and in
 * dialogs too, which are outside of `#main` or have cells of another kind.
 */

/** A field; one without a value says so in a word of the user's language, in an element of its own. */
const named = (name: string, inner = ''): AdapterLocate => ({
  selector: inner
    ? `.field[data-name="${name}"] ${inner}`
    : `.field[data-name="${name}"]:not(:has(.none-value))`,
});

/** The name as it stands; while it is being typed in its place there is none. */
const nameOf = (scope: string): AdapterLocate => ({
  selector: `.detail[data-scope="${scope}"] .cell[data-name="name"] .field:not(:has(input))`,
});

const page = (scope: string, entity: string) =>
  ({
    id: entity,
    url: { hash: `${scope}/view/:id` },
    entity,
    root: [`#main:has(.detail[data-scope="${scope}"])`],
    identity: { id: { url: 'id' }, shape: 'word' },
    name: { find: nameOf(scope) },
  }) satisfies Partial<AdapterPage>;

const SHARED: AdapterPage['fields'] = [
  text('crm.负责人', named('assignedUser', 'a')),
  text('crm.备注', named('description')),
];

/** Behind an address may stand a link to a map. */
const address = (name: string) => text('address', { ...named(name), before: 'View on Map' });

/** EspoCRM: contacts, accounts, leads; wherever a bank runs it. */
export const espocrm: Adapter = {
  format: 1,
  id: 'espocrm',
  crmId: 'espocrm',
  title: 'EspoCRM',
  version: '1',
  author: 'Zhibi',
  perHost: true,
  pages: [
    {
      ...page('Contact', 'contact'),
      kind: 'individual',
      fields: [
        phone('mobile', named('phoneNumber', 'a[data-phone-number]')),
        text('email', named('emailAddress', 'a[data-email-address]')),
        text('employer', { selector: '.field[data-name="accounts"] a, .field[data-name="account"] a' }),
        text('occupation', named('title')),
        address('address'),
        ...SHARED,
      ],
    },
    {
      ...page('Account', 'account'),
      kind: 'company',
      fields: [
        phone('crm.电话', named('phoneNumber', 'a[data-phone-number]')),
        text('crm.邮箱', named('emailAddress', 'a[data-email-address]')),
        text('crm.网址', named('website', 'a')),
        text('industry', named('industry')),
        text('crm.客户类型', named('type')),
        text('crm.行业代码', named('sicCode')),
        address('billingAddress'),
        ...SHARED,
      ],
    },
    {
      ...page('Lead', 'lead'),
      kind: 'individual',
      fields: [
        phone('mobile', named('phoneNumber', 'a[data-phone-number]')),
        text('email', named('emailAddress', 'a[data-email-address]')),
        text('employer', named('accountName')),
        text('occupation', named('title')),
        text('cameBy', named('source')),
        text('crm.线索状态', named('status')),
        money('crm.商机金额', named('opportunityAmount')),
        address('address'),
        ...SHARED,
      ],
    },
  ],
};
