/** `cx-related-list`: a card with a table of records that belong to this one. */
import { type Child, fill, h } from '../../../modern/app/dom';
import type { IconName } from '../../../modern/app/icons';
import { CxElement } from '../element';
import { objectIcon } from './icon';

export interface Column {
  label: string;
  right?: boolean;
}

/** A table as `slds-table` draws it; cells are nodes or text. */
export function table(columns: readonly Column[], rows: readonly (readonly Child[])[]): HTMLElement {
  const side = (place: number) => (columns[place]?.right ? 'slds-text-align_right' : null);
  return h(
    'div.slds-table_container',
    null,
    h(
      'table.slds-table.slds-table_bordered',
      { role: 'grid' },
      h(
        'thead',
        null,
        h(
          'tr.slds-line-height_reset',
          null,
          columns.map(({ label }, place) => h('th', { scope: 'col', class: side(place) }, label)),
        ),
      ),
      h(
        'tbody',
        null,
        rows.map((cells) =>
          h(
            'tr.slds-hint-parent',
            null,
            cells.map((cell, place) => h('td', { class: side(place) }, h('div.slds-truncate', null, cell))),
          ),
        ),
      ),
    ),
  );
}

class RelatedList extends CxElement {
  readonly #count = h('span.slds-card__header-count');
  readonly #body = h('div.slds-card__body');

  connectedCallback() {
    const heading = this.getAttribute('heading') ?? '';
    fill(
      this.root,
      h(
        'article.slds-card',
        { 'aria-label': heading },
        h(
          'div.slds-card__header',
          null,
          this.#icon(),
          h('h2.slds-card__header-title', null, heading, ' ', this.#count),
        ),
        this.#body,
      ),
    );
  }

  #icon() {
    const kind = this.getAttribute('icon') ?? 'holding';
    const names: Record<string, IconName> = { holding: 'wallet', relation: 'users' };
    return objectIcon(names[kind] ?? 'list', kind);
  }

  /** Grey bars until the rows come. */
  pending() {
    fill(this.#count);
    fill(this.#body, h('div.slds-card__pending', null, h('cx-stencil'), h('cx-stencil'), h('cx-stencil')));
  }

  show(columns: readonly Column[], rows: readonly (readonly Child[])[]) {
    fill(this.#count, `(${rows.length})`);
    fill(
      this.#body,
      rows.length > 0 ? table(columns, rows) : h('p.slds-card__empty', null, 'No items to display.'),
    );
  }

  failed() {
    fill(this.#body, h('p.slds-card__empty', { role: 'alert' }, 'This list could not be loaded.'));
  }
}

customElements.define('cx-related-list', RelatedList);

export { RelatedList };
