/** `cx-tabset`: tabs over its light children, each a `cx-tab` with a label; all stay in the document. */
import { fill, h } from '../../../modern/app/dom';
import { CxElement } from '../element';

class Tab extends CxElement {
  connectedCallback() {
    this.setAttribute('role', 'tabpanel');
    this.setAttribute('aria-label', this.getAttribute('label') ?? '');
    fill(this.root, h('slot', null));
  }
}

class Tabset extends CxElement {
  #active = 0;

  connectedCallback() {
    const tabs = [...this.children].filter((child) => child instanceof Tab);
    const choose = (place: number) => {
      this.#active = place;
      this.connectedCallback();
      this.root.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
    };
    for (const [place, tab] of tabs.entries()) {
      tab.toggleAttribute('hidden', place !== this.#active);
    }
    fill(
      this.root,
      h(
        'div.slds-tabs_default',
        null,
        h(
          'ul.slds-tabs_default__nav',
          { role: 'tablist' },
          tabs.map((tab, place) => {
            const active = place === this.#active;
            return h(
              'li',
              { class: `slds-tabs_default__item${active ? ' slds-is-active' : ''}`, role: 'presentation' },
              h(
                'a.slds-tabs_default__link',
                {
                  role: 'tab',
                  tabindex: active ? 0 : -1,
                  'aria-selected': String(active),
                  onClick: () => choose(place),
                  onKeydown: (event) => {
                    if (!(event instanceof KeyboardEvent)) return;
                    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
                    if (step !== 0) choose((place + step + tabs.length) % tabs.length);
                  },
                },
                tab.getAttribute('label') ?? '',
              ),
            );
          }),
        ),
        h('div.slds-tabs_default__content', null, h('slot', null)),
      ),
    );
  }
}

customElements.define('cx-tab', Tab);
customElements.define('cx-tabset', Tabset);

/** Builds a `cx-tabset` of labelled panels; the first is open. */
export function tabset(tabs: readonly (readonly [label: string, ...content: HTMLElement[]])[]): HTMLElement {
  return h(
    'cx-tabset',
    null,
    tabs.map(([label, ...content]) => h('cx-tab', { label }, content)),
  );
}
