/** `cx-record-form`: edits an account, in a dialog over the app as Lightning does. */
import * as api from '../../../modern/app/api';
import { fill, h } from '../../../modern/app/dom';
import { CxElement } from '../element';
import { date, dayOf, english, genderLabel, maritalLabel, money, tier } from '../format';
import { go } from '../router';
import { button, iconButton } from './icon';
import { Input, type InputSpec } from './input';
import { toast } from './toast';

const fixed = (label: string, value: string): InputSpec => ({ name: '', label, value, readonly: true });

function specsOf(client: api.ClientCore): InputSpec[] {
  const person = client.kind === 'individual';
  const own: InputSpec[] =
    client.kind === 'individual'
      ? [
          fixed('Gender', genderLabel[client.gender]),
          fixed('Birthdate', date(client.birthday)),
          {
            name: 'marital',
            label: 'Marital Status',
            value: client.marital,
            choices: Object.entries(maritalLabel),
          },
          { name: 'idExpiry', label: 'ID Expiration', value: date(client.idExpiry), required: true },
          { name: 'occupation', label: 'Occupation', value: client.occupation },
          { name: 'employer', label: 'Employer', value: client.employer ?? '' },
        ]
      : [
          fixed('Unified Social Credit Code', client.creditCode),
          { name: 'legalRepresentative', label: 'Legal Representative', value: client.legalRepresentative },
          { name: 'industry', label: 'Industry', value: client.industry },
          { name: 'staff', label: 'Employees', value: String(client.staff), type: 'number' },
          {
            name: 'payrollStaff',
            label: 'Payroll Headcount',
            value: String(client.payrollStaff),
            type: 'number',
          },
        ];
  return [
    fixed('Account Name', client.latinName),
    fixed('Account Number', client.recordId),
    { name: 'name', label: 'Local Name', value: client.name, required: true },
    {
      name: 'serviceLevel',
      label: 'Service Tier',
      value: client.serviceLevel,
      choices: Object.entries(tier),
    },
    { name: 'phone', label: person ? 'Mobile' : 'Phone', value: client.phone, required: true, type: 'tel' },
    { name: 'email', label: 'Email', value: client.email ?? '', type: 'email' },
    ...own,
    fixed('Assets Under Management', money(client.aumFen)),
    fixed('Branch', english(client.branch)),
    { name: 'address', label: person ? 'Mailing Address' : 'Registered Address', value: client.address },
  ];
}

/** What the API accepts, or the label of the first field it would refuse. */
function changesOf(inputs: readonly Input[]): { ok: true; changes: object } | { ok: false; label: string } {
  const changes: Record<string, string | number | null> = {};
  for (const { spec, value } of inputs) {
    if (spec.name === '') continue;
    if (spec.name === 'idExpiry') {
      const day = dayOf(value);
      if (day === undefined) return { ok: false, label: spec.label };
      changes[spec.name] = day;
    } else if (spec.type === 'number') changes[spec.name] = Number(value);
    else
      changes[spec.name] = value === '' && (spec.name === 'email' || spec.name === 'employer') ? null : value;
  }
  return { ok: true, changes };
}

class RecordForm extends CxElement {
  readonly #body = h('div.slds-modal__content');
  readonly #title = h('h1.slds-modal__title', { id: 'title' }, 'Edit Account');
  readonly #foot = h('footer.slds-modal__footer');
  readonly #controller = new AbortController();
  readonly #recordId: string;

  constructor(recordId: string) {
    super();
    this.#recordId = recordId;
    const back = () => go({ name: 'view', recordId });
    fill(
      this.root,
      h(
        'div.slds-modal__backdrop',
        null,
        h(
          'section.slds-modal__container',
          { role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'title' },
          h('header.slds-modal__header', null, this.#title, iconButton('close', 'Close', back)),
          this.#body,
          this.#foot,
        ),
      ),
    );
    fill(
      this.#body,
      Array.from({ length: 8 }, () => h('cx-stencil')),
    );
    fill(this.#foot, button('Cancel', { onClick: back }));
    void this.#load();
  }

  dispose() {
    this.#controller.abort();
  }

  async #load() {
    const { signal } = this.#controller;
    try {
      const client = await api.client(this.#recordId, signal);
      if (!signal.aborted) this.#draw(client);
    } catch {
      if (!signal.aborted)
        fill(this.#body, h('p.slds-card__empty', { role: 'alert' }, 'The record could not be loaded.'));
    }
  }

  #draw(client: api.ClientCore) {
    const inputs = specsOf(client).map((spec) => new Input(spec));
    this.#title.textContent = `Edit ${client.latinName}`;
    fill(this.#body, h('form.record-form', { onSubmit: (event) => event.preventDefault() }, inputs));
    this.#foot.append(button('Save', { brand: true, onClick: () => void this.#save(inputs) }));
  }

  async #save(inputs: readonly Input[]) {
    if (!inputs.every((each) => each.reportValidity())) return;
    const result = changesOf(inputs);
    if (!result.ok) {
      toast(`${result.label}: enter the date as MM/DD/YYYY.`, 'warning');
      return;
    }
    try {
      const saved = await api.saveClient(this.#recordId, result.changes);
      toast(`Account "${saved.latinName}" was saved.`);
      this.dispatchEvent(new CustomEvent('recordsaved'));
      go({ name: 'view', recordId: this.#recordId });
    } catch {
      toast('The record could not be saved.', 'warning');
    }
  }
}

customElements.define('cx-record-form', RecordForm);

export { RecordForm };
