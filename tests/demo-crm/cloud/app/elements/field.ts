/** `cx-field`: label over value; the value comes through the slot. `cx-record-section`: a titled grid of them. */
import { type Child, fill, h } from '../../../modern/app/dom';
import { CxElement } from '../element';
import { type FormattedKind, formatted } from './formatted';

class Field extends CxElement {
  static readonly observedAttributes = ['field-label'];

  connectedCallback() {
    fill(
      this.root,
      h(
        'div.slds-form-element.slds-form-element_readonly.slds-form-element_stacked',
        null,
        h('span.slds-form-element__label', null, this.getAttribute('field-label') ?? ''),
        h('div.slds-form-element__control', null, h('span.slds-form-element__static', null, h('slot', null))),
      ),
    );
  }

  attributeChangedCallback() {
    if (this.isConnected) this.connectedCallback();
  }
}

class RecordSection extends CxElement {
  connectedCallback() {
    const heading = this.getAttribute('heading') ?? '';
    fill(
      this.root,
      h(
        'section.slds-section.slds-is-open',
        { 'aria-label': heading },
        h('h3.slds-section__title', null, h('span.slds-section__title-text', null, heading)),
        h('div.slds-section__content.slds-form', null, h('slot', null)),
      ),
    );
  }
}

customElements.define('cx-field', Field);
customElements.define('cx-record-section', RecordSection);

/** One field of a record: its label, and its value, or undefined while it is on its way. */
export interface FieldSpec {
  label: string;
  kind?: FormattedKind;
  value?: string | null;
}

/** Builds a `cx-field` with its value in the slot; `extra` stands after the value. */
export function field({ label, kind = 'text', value }: FieldSpec, ...extra: Child[]): HTMLElement {
  return h(
    'cx-field',
    { 'field-label': label },
    value === undefined ? h('cx-stencil') : value === null || value === '' ? null : formatted(kind, value),
    extra,
  );
}

/** Builds a `cx-record-section`. */
export function section(heading: string, fields: readonly HTMLElement[]): HTMLElement {
  return h('cx-record-section', { heading }, fields);
}
