/** `cx-record-header`: the highlights panel. Name and fields come through slots, actions by method. */
import { type Child, fill, h } from '../../../modern/app/dom';
import { CxElement } from '../element';
import { objectIcon } from './icon';

class RecordHeader extends CxElement {
  static readonly observedAttributes = ['record-type'];
  readonly #entity = h('div.entityNameTitle', { part: 'entity' });
  readonly #icon = h('div.slds-media__figure');
  readonly #actions = h('div.slds-button-group', { role: 'group', 'aria-label': 'Record actions' });

  connectedCallback() {
    this.attributeChangedCallback();
    fill(
      this.root,
      h(
        'div.slds-page-header.slds-page-header_record-home',
        { role: 'group', 'aria-label': 'Highlights' },
        h(
          'div.slds-page-header__row',
          null,
          h(
            'div.slds-media',
            null,
            this.#icon,
            h(
              'div.slds-media__body',
              null,
              h(
                'h1',
                null,
                this.#entity,
                h('span.slds-page-header__title', null, h('slot', { name: 'primaryField' })),
              ),
            ),
          ),
          this.#actions,
        ),
        h('div.slds-page-header__detail-row', null, h('slot', { name: 'secondaryFields' })),
      ),
    );
  }

  attributeChangedCallback() {
    const type = this.getAttribute('record-type') ?? '';
    const business = type === 'Business Account';
    fill(this.#entity, type === '' ? 'Account' : type);
    fill(this.#icon, objectIcon(business ? 'building' : 'user', business ? 'business' : 'person', 'large'));
  }

  /** The buttons at the right. */
  setActions(...actions: Child[]) {
    fill(this.#actions, actions);
  }
}

customElements.define('cx-record-header', RecordHeader);

export { RecordHeader };
