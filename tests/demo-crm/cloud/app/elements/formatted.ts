/** `cx-formatted-*`: a value and how it is written, each in a shadow root of its own. */
import { fill, h } from '../../../modern/app/dom';
import { CxElement } from '../element';
import { date, dialled, money, phone } from '../format';

abstract class Formatted extends CxElement {
  static readonly observedAttributes = ['value'];

  connectedCallback() {
    this.draw(this.getAttribute('value') ?? '');
  }

  attributeChangedCallback() {
    if (this.isConnected) this.connectedCallback();
  }

  protected abstract draw(value: string): void;
}

class FormattedText extends Formatted {
  protected draw(value: string) {
    fill(this.root, value);
  }
}

class FormattedDate extends Formatted {
  protected draw(value: string) {
    fill(this.root, value === '' ? '' : date(value));
  }
}

/** The value is in fen. */
class FormattedNumber extends Formatted {
  protected draw(value: string) {
    fill(this.root, value === '' ? '' : money(Number(value)));
  }
}

class FormattedPhone extends Formatted {
  protected draw(value: string) {
    fill(this.root, value === '' ? null : h('a', { href: `tel:${dialled(value)}` }, phone(value)));
  }
}

class FormattedEmail extends Formatted {
  protected draw(value: string) {
    fill(this.root, value === '' ? null : h('a', { href: `mailto:${value}` }, value));
  }
}

/** The grey bar of a value that is still on its way. */
class Stencil extends CxElement {
  connectedCallback() {
    fill(this.root, h('span.slds-stencil', { 'aria-hidden': 'true' }));
  }
}

customElements.define('cx-formatted-text', FormattedText);
customElements.define('cx-formatted-date', FormattedDate);
customElements.define('cx-formatted-number', FormattedNumber);
customElements.define('cx-formatted-phone', FormattedPhone);
customElements.define('cx-formatted-email', FormattedEmail);
customElements.define('cx-stencil', Stencil);

export type FormattedKind = 'text' | 'date' | 'number' | 'phone' | 'email';

/** `<cx-formatted-phone value="…">`. */
export function formatted(kind: FormattedKind, value: string): HTMLElement {
  return h(`cx-formatted-${kind}`, { value });
}
