/** `cx-input`: label over control, the control inside the shadow root. */
import { fill, h } from '../../../modern/app/dom';
import { CxElement } from '../element';

export interface InputSpec {
  /** The field's name in the API; empty for what cannot be changed here. */
  name: string;
  label: string;
  value: string;
  required?: boolean;
  readonly?: boolean;
  type?: 'text' | 'password' | 'tel' | 'email' | 'number' | 'textarea';
  choices?: readonly (readonly [value: string, label: string])[];
  placeholder?: string;
}

let labels = 0;

class Input extends CxElement {
  readonly spec: InputSpec;
  readonly #control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

  constructor(spec: InputSpec) {
    super();
    this.spec = spec;
    const id = `input-${++labels}`;
    this.#control = this.#build(id);
    this.#control.value = spec.value;
    this.setAttribute('field-label', spec.label);
    fill(
      this.root,
      h(
        'div.slds-form-element',
        null,
        h(
          'label.slds-form-element__label',
          { for: id },
          spec.required ? h('abbr.slds-required', { title: 'required' }, '*') : null,
          spec.label,
        ),
        h('div.slds-form-element__control', null, this.#control),
      ),
    );
  }

  #build(id: string) {
    const { name, required = false, readonly = false, type = 'text', choices, placeholder } = this.spec;
    const attributes = { id, name, required, placeholder: placeholder ?? null };
    if (choices) {
      return h(
        'select.slds-select',
        attributes,
        choices.map(([value, label]) => h('option', { value }, label)),
      );
    }
    if (type === 'textarea') return h('textarea.slds-textarea', attributes);
    const autocomplete = type === 'password' ? 'current-password' : 'off';
    return h('input.slds-input', { ...attributes, type, readonly, autocomplete });
  }

  get value(): string {
    return this.#control.value.trim();
  }

  /** Shows the browser's own message if something is wrong; true if all is well. */
  reportValidity(): boolean {
    return this.#control.reportValidity();
  }
}

customElements.define('cx-input', Input);

export { Input };
