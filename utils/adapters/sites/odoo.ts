import type { Adapter, AdapterLocate } from '../schema';
import { phone, text } from './fields';

/*
 * Odoo, contacts (`res.partner`), versions 16 to 18. The form is one to be typed into; where a user may
 * only read it, the same widgets hold links and plain text instead of inputs.
 */

/** A widget of the form's own groups: those of a company's people, in cards and lists below, are others'. */
const widget = (name: string, inside = '.o_inner_group'): AdapterLocate => ({
  selector: ['input', 'textarea', '.o_form_uri', 'span']
    .map((tag) => `${inside} [name="${name}"] ${tag}`)
    .join(', '),
});

const plain = (name: string, inside = '.o_inner_group'): AdapterLocate => ({
  selector: `${inside} .o_field_widget[name="${name}"]`,
});

/** Odoo contacts; wherever a bank runs it. */
export const odoo: Adapter = {
  format: 1,
  id: 'odoo',
  crmId: 'odoo',
  title: 'Odoo',
  version: '1',
  author: 'Zhibi',
  perHost: true,
  pages: [
    {
      id: 'partner',
      url: [
        { pathname: '/odoo/contacts/:id' },
        { pathname: '/odoo/customers/:id' },
        { pathname: '/odoo/res.partner/:id' },
        { pathname: '/web', hashSearch: { id: ':id', model: 'res.partner', view_type: 'form' } },
      ],
      entity: 'partner',
      kind: {
        find: { selector: '.o_field_widget[name="company_type"] input:checked', attribute: 'data-value' },
        kinds: { person: 'individual', company: 'company' },
      },
      // Shown while something is typed and not saved: it is not the client's yet.
      ready: { absent: ['.o_form_status_indicator_buttons'] },
      root: ['.o_action_manager .o_form_view:has([name="company_type"])'],
      identity: { id: { url: 'id' }, shape: 'digits' },
      name: { find: plain('name', '.oe_title h1') },
      fields: [
        { ...phone('mobile', widget('mobile')), only: 'individual' },
        { ...phone('crm.手机', widget('mobile')), only: 'company' },
        phone('crm.电话', widget('phone')),
        { ...text('email', widget('email')), only: 'individual' },
        { ...text('crm.邮箱', widget('email')), only: 'company' },
        { ...text('occupation', plain('function')), only: 'individual' },
        { ...text('employer', widget('parent_id', '.oe_title')), only: 'individual' },
        text('crm.网址', widget('website')),
        text('crm.税号', plain('vat')),
        text('address', plain('street')),
        text('crm.城市', plain('city')),
      ],
    },
  ],
};
