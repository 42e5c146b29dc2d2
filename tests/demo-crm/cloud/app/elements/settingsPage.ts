/** `cx-settings-page`: the user's own data and preferences; no account here. */
import type { SessionReply } from '../../../modern/app/api';
import { fill, h } from '../../../modern/app/dom';
import { CxElement } from '../element';
import { english } from '../format';
import { field, section } from './field';
import { button, objectIcon } from './icon';
import { toast } from './toast';

const PREFERENCES = [
  ['Maturity reminders', 'Show maturing products on the home page 30 days ahead', true],
  ['Birthday reminders', 'Show birthdays on the home page a week ahead', true],
  ['Desktop notifications', 'Notify me when a task is assigned to me', false],
] as const;

class SettingsPage extends CxElement {
  constructor({ user }: SessionReply, logOut: () => void) {
    super();
    fill(
      this.root,
      h(
        'div.settings-page',
        null,
        h(
          'div.slds-page-header',
          null,
          h(
            'div.slds-media',
            null,
            h('div.slds-media__figure', null, objectIcon('settings', 'settings', 'large')),
            h(
              'div.slds-media__body',
              null,
              h(
                'h1',
                null,
                h('div.entityNameTitle', null, 'My Settings'),
                h('span.slds-page-header__title', null, 'Personal Information'),
              ),
            ),
          ),
        ),
        h(
          'article.slds-card.settings-card',
          null,
          section('User', [
            field({ label: 'Name', value: user.latinName }),
            field({ label: 'Local Name', value: user.name }),
            field({ label: 'Employee Number', value: 'B0200317' }),
            field({ label: 'Role', value: 'Wealth Relationship Manager' }),
            field({ label: 'Branch', value: english(user.branch) }),
            field({ label: 'Office Phone', kind: 'phone', value: '0571-55500310' }),
          ]),
          h(
            'div.settings-list',
            null,
            PREFERENCES.map(([title, note, on]) => preference(title, note, on)),
          ),
          h(
            'div.settings-foot',
            null,
            button('Log Out', { onClick: logOut }),
            button('Save', { brand: true, onClick: () => toast('Settings were saved.') }),
          ),
        ),
      ),
    );
  }
}

function preference(title: string, note: string, on: boolean): HTMLElement {
  const toggle = h('button.slds-toggle', {
    type: 'button',
    role: 'switch',
    'aria-checked': String(on),
    'aria-label': title,
    onClick: () =>
      toggle.setAttribute('aria-checked', String(toggle.getAttribute('aria-checked') !== 'true')),
  });
  return h(
    'div.settings-row',
    null,
    h('div', null, h('p', null, title), h('p.slds-text-color_weak', null, note)),
    toggle,
  );
}

customElements.define('cx-settings-page', SettingsPage);

export { SettingsPage };
