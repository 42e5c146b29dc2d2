/** `cx-global-header` and `cx-nav-bar`: the two bars over every page. */
import type { SessionReply } from '../../../modern/app/api';
import { fill, h } from '../../../modern/app/dom';
import { CxElement } from '../element';
import { english } from '../format';
import { go, hashOf, type Route } from '../router';
import { iconButton } from './icon';

class GlobalHeader extends CxElement {
  constructor({ bank, user }: SessionReply) {
    super();
    const search = h('input.slds-input', {
      type: 'search',
      placeholder: 'Search accounts…',
      'aria-label': 'Search',
    });
    fill(
      this.root,
      h(
        'header.slds-global-header',
        { role: 'banner' },
        h(
          'div.slds-global-header__logo',
          null,
          h('img', { src: '/cloud/assets/emblem.svg', alt: '', width: 28, height: 28 }),
          h('span', null, bank.en),
        ),
        h(
          'form.slds-global-header__search',
          {
            role: 'search',
            onSubmit: (event) => {
              event.preventDefault();
              go({ name: 'list', page: 1, search: search.value.trim() });
            },
          },
          search,
        ),
        h(
          'div.slds-global-actions',
          null,
          iconButton('bell', 'Notifications'),
          iconButton('settings', 'Setup', () => go({ name: 'settings' })),
          h(
            'span.slds-global-header__user',
            null,
            h('span.slds-avatar', { 'aria-hidden': 'true' }, 'SC'),
            h('span.slds-global-header__name', null, user.latinName, h('small', null, english(user.branch))),
          ),
        ),
      ),
    );
  }
}

const ITEMS = [
  ['Home', { name: 'home' }],
  ['Accounts', { name: 'list', page: 1, search: '' }],
  ['Settings', { name: 'settings' }],
] as const satisfies readonly (readonly [string, Route])[];

class NavBar extends CxElement {
  connectedCallback() {
    this.show({ name: 'home' }, '');
  }

  /** Marks the section; a record is an item of its own, with its name. */
  show(route: Route, title: string) {
    const record = route.name === 'view' || route.name === 'edit';
    const item = (label: string, href: string, active: boolean) =>
      h(
        'li',
        { class: `slds-context-bar__item${active ? ' slds-is-active' : ''}` },
        h(
          'a.slds-context-bar__label-action',
          { href, 'aria-current': active ? 'page' : null },
          h('span.slds-truncate', null, label),
        ),
      );
    fill(
      this.root,
      h(
        'div.slds-context-bar',
        null,
        h(
          'span.slds-icon-waffle',
          { 'aria-hidden': 'true' },
          Array.from({ length: 9 }, () => h('i', null)),
        ),
        h('span.slds-context-bar__app-name', null, 'Client Cloud'),
        h(
          'nav',
          { role: 'navigation', 'aria-label': 'Global' },
          h(
            'ul',
            null,
            ITEMS.map(([label, to]) => item(label, hashOf(to), to.name === route.name)),
            record ? item(title, hashOf({ name: 'view', recordId: route.recordId }), true) : null,
          ),
        ),
      ),
    );
  }
}

customElements.define('cx-global-header', GlobalHeader);
customElements.define('cx-nav-bar', NavBar);

export { GlobalHeader, NavBar };
