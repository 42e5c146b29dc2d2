/** `cx-login-page`: any user name and password are let in. */
import * as api from '../../../modern/app/api';
import { fill, h } from '../../../modern/app/dom';
import { CxElement } from '../element';
import { button } from './icon';
import { Input } from './input';

class LoginPage extends CxElement {
  readonly #user = new Input({ name: 'username', label: 'Username', value: '', required: true });
  readonly #password = new Input({
    name: 'password',
    label: 'Password',
    value: '',
    required: true,
    type: 'password',
  });
  readonly #error = h('p.login-error', { role: 'alert' });
  readonly #done: () => void;

  /** @param done called once the session stands */
  constructor(done: () => void) {
    super();
    this.#done = done;
    fill(
      this.root,
      h(
        'div.login-page',
        null,
        h(
          'form.login-box',
          {
            onSubmit: (event) => event.preventDefault(),
            onKeydown: (event) => {
              if (event instanceof KeyboardEvent && event.key === 'Enter') void this.#submit();
            },
          },
          h('img', { src: '/cloud/assets/emblem.svg', alt: '', width: 52, height: 52 }),
          h('h1', null, 'Yunlan Bank Client Cloud'),
          this.#user,
          this.#password,
          this.#error,
          button('Log In', { brand: true, onClick: () => void this.#submit() }),
          h('p.slds-text-color_weak', null, 'Demo system: any username and password will do.'),
        ),
      ),
    );
  }

  async #submit() {
    if (![this.#user, this.#password].every((each) => each.reportValidity())) return;
    try {
      await api.logIn('cloud', this.#user.value, this.#password.value);
      this.#done();
    } catch {
      fill(this.#error, 'Please check your username and password.');
    }
  }
}

customElements.define('cx-login-page', LoginPage);

export { LoginPage };
