/** `cx-list-view`: all accounts, page by page, with a search. */
import * as api from '../../../modern/app/api';
import { fill, h } from '../../../modern/app/dom';
import { CxElement } from '../element';
import { date, english, money, phone, recordType, tier } from '../format';
import { go, hashOf, type Route } from '../router';
import { button, objectIcon } from './icon';
import { table } from './relatedList';

const PAGE_SIZE = 14;
const COLUMNS = [
  { label: 'Account Name' },
  { label: 'Account Number' },
  { label: 'Local Name' },
  { label: 'Record Type' },
  { label: 'Service Tier' },
  { label: 'Phone' },
  { label: 'Assets Under Management', right: true },
  { label: 'Branch' },
  { label: 'Last Activity' },
];

type ListRoute = Extract<Route, { name: 'list' }>;

class ListView extends CxElement {
  readonly #names: Map<string, string>;
  readonly #info = h('p.slds-page-header__info');
  readonly #body = h('div.list-body');
  readonly #search = h('input.slds-input', {
    type: 'search',
    placeholder: 'Search this list…',
    'aria-label': 'Search this list',
  });
  #controller = new AbortController();

  constructor(names: Map<string, string>) {
    super();
    this.#names = names;
    fill(
      this.root,
      h(
        'div.list-view',
        null,
        h(
          'div.slds-page-header',
          null,
          h(
            'div.slds-page-header__row',
            null,
            h(
              'div.slds-media',
              null,
              h('div.slds-media__figure', null, objectIcon('users', 'business', 'large')),
              h(
                'div.slds-media__body',
                null,
                h(
                  'h1',
                  null,
                  h('div.entityNameTitle', null, 'Accounts'),
                  h('span.slds-page-header__title', null, 'My Accounts'),
                ),
              ),
            ),
            h(
              'div.slds-button-group',
              null,
              button('New', { disabled: true }),
              button('Import', { disabled: true }),
            ),
          ),
          h(
            'div.slds-page-header__row.list-tools',
            null,
            this.#info,
            h(
              'form',
              {
                role: 'search',
                onSubmit: (event) => {
                  event.preventDefault();
                  go({ name: 'list', page: 1, search: this.#search.value.trim() });
                },
              },
              this.#search,
            ),
          ),
        ),
        this.#body,
      ),
    );
  }

  /** Shows one page of the list. */
  show(route: ListRoute) {
    this.#search.value = route.search;
    this.dispose();
    this.#controller = new AbortController();
    fill(
      this.#body,
      h(
        'div.slds-card__pending',
        null,
        Array.from({ length: 10 }, () => h('cx-stencil')),
      ),
    );
    void this.#load(route, this.#controller.signal);
  }

  dispose() {
    this.#controller.abort();
  }

  async #load(route: ListRoute, signal: AbortSignal) {
    try {
      const reply = await api.clients(
        { page: route.page, size: PAGE_SIZE, search: route.search, kind: '' },
        signal,
      );
      if (!signal.aborted) this.#draw(route, reply);
    } catch {
      if (!signal.aborted)
        fill(this.#body, h('p.slds-card__empty', { role: 'alert' }, 'The list could not be loaded.'));
    }
  }

  #draw(route: ListRoute, { items, total, page, size }: api.ClientListReply) {
    for (const { recordId, latinName } of items) this.#names.set(recordId, latinName);
    const first = total === 0 ? 0 : (page - 1) * size + 1;
    const last = Math.min(page * size, total);
    this.#info.textContent = `${first}-${last} of ${total} items • Sorted by Account Number`;
    const rows = items.map((each) => [
      h('a', { href: hashOf({ name: 'view', recordId: each.recordId }) }, each.latinName),
      each.recordId,
      each.name,
      recordType[each.kind],
      tier[each.serviceLevel],
      phone(each.phone),
      money(each.aumFen),
      english(each.branch),
      each.lastContact === null ? '' : date(each.lastContact),
    ]);
    fill(
      this.#body,
      rows.length > 0 ? table(COLUMNS, rows) : h('p.slds-card__empty', null, 'No items to display.'),
      h(
        'div.list-pages',
        { role: 'navigation', 'aria-label': 'Pages' },
        button('Previous', { disabled: page <= 1, onClick: () => go({ ...route, page: page - 1 }) }),
        h('span', null, `Page ${page} of ${Math.max(1, Math.ceil(total / size))}`),
        button('Next', { disabled: last >= total, onClick: () => go({ ...route, page: page + 1 }) }),
      ),
    );
  }
}

customElements.define('cx-list-view', ListView);

export { ListView };
