/** `cx-record-page`: one account. The attribute `record-id` says which; changing it shows another. */
import type { Holding, PastContact, Relation } from '../../../data/model';
import * as api from '../../../modern/app/api';
import type { AppConfig } from '../../../modern/app/config';
import { fill, h } from '../../../modern/app/dom';
import { CxElement } from '../element';
import { date, holdingLabel, money, phone, recordType, roleLabel } from '../format';
import { go, hashOf } from '../router';
import { createComposer } from './composer';
import { field, section } from './field';
import { formatted } from './formatted';
import { button } from './icon';
import {
  highlightsOf,
  pendingHighlights,
  pendingSections,
  type SectionSpec,
  sectionsOf,
} from './recordFields';
import { RecordHeader } from './recordHeader';
import { RelatedList } from './relatedList';
import { tabset } from './tabset';
import { ActivityTimeline } from './timeline';

interface RecordPageOptions {
  config: AppConfig;
  today: string;
  /** Names seen in lists, by record number. */
  names: Map<string, string>;
  /** Called when the account's name is known. */
  named(recordId: string, name: string): void;
}

const HOLDING_COLUMNS = [
  { label: 'Product' },
  { label: 'Type' },
  { label: 'Amount', right: true },
  { label: 'Risk' },
  { label: 'Start Date' },
  { label: 'Maturity Date' },
];
const RELATION_COLUMNS = [{ label: 'Name' }, { label: 'Role' }, { label: 'Phone' }];

class RecordPage extends CxElement {
  static readonly observedAttributes = ['record-id'];
  readonly #options: RecordPageOptions;
  readonly #header = new RecordHeader();
  readonly #details = h('div.record-details');
  readonly #timeline = new ActivityTimeline();
  readonly #holdings = new RelatedList();
  readonly #relations = new RelatedList();
  #controller = new AbortController();
  #shown: string | undefined;

  constructor(options: RecordPageOptions) {
    super();
    this.#options = options;
    this.#holdings.setAttribute('heading', 'Holdings');
    this.#holdings.setAttribute('icon', 'holding');
    this.#relations.setAttribute('heading', 'Relationships');
    this.#relations.setAttribute('icon', 'relation');
    fill(
      this.root,
      h(
        'div.record-home',
        null,
        this.#header,
        h(
          'div.record-columns',
          null,
          h(
            'div.region-main',
            { role: 'region', 'aria-label': 'Details' },
            h(
              'article.slds-card',
              null,
              tabset([
                ['Details', this.#details],
                ['Related', this.#holdings, this.#relations],
              ]),
            ),
          ),
          h('div.region-sidebar', { role: 'region', 'aria-label': 'Activity' }, this.#timeline),
        ),
      ),
    );
  }

  attributeChangedCallback(_name: string, _before: string | null, recordId: string | null) {
    if (recordId !== null && recordId !== this.#shown) this.#show(recordId);
  }

  /** Drops what is still on its way. */
  dispose() {
    this.#controller.abort();
  }

  #show(recordId: string) {
    const former = this.#shown;
    this.#shown = recordId;
    if (this.#options.config.raceBug && former !== undefined) {
      // The real-life fault: the heading follows the address, the fields wait, and a late answer of
      // the record before is drawn all the same.
      const name = this.#options.names.get(recordId);
      if (name !== undefined) {
        this.#drawName(name);
        this.#options.named(recordId, name);
      }
      this.#load(recordId, new AbortController().signal);
      return;
    }
    this.#controller.abort();
    this.#controller = new AbortController();
    this.#drawPending(recordId);
    this.#load(recordId, this.#controller.signal);
  }

  #drawName(name: string) {
    this.#header.querySelector('[slot="primaryField"]')?.remove();
    const title = formatted('text', name);
    title.slot = 'primaryField';
    this.#header.prepend(title);
  }

  #drawHighlights(fields: readonly HTMLElement[]) {
    for (const old of this.#header.querySelectorAll('cx-field')) old.remove();
    for (const each of fields) each.slot = 'secondaryFields';
    this.#header.append(...fields);
  }

  #drawSections(sections: readonly SectionSpec[]) {
    fill(
      this.#details,
      sections.map(({ heading, fields }) => section(heading, fields)),
    );
  }

  #drawPending(recordId: string) {
    this.#header.setAttribute('record-type', '');
    fill(this.#header, h('cx-stencil', { slot: 'primaryField' }));
    this.#header.setActions();
    this.#drawHighlights(pendingHighlights(recordId).map((spec) => field(spec)));
    this.#drawSections(pendingSections(recordId));
    for (const part of [this.#timeline, this.#holdings, this.#relations]) part.pending();
  }

  #drawClient(client: api.ClientCore) {
    const { recordId } = client;
    if (recordId === this.#shown) {
      this.#drawName(client.latinName);
      this.#options.names.set(recordId, client.latinName);
      this.#options.named(recordId, client.latinName);
    }
    this.#header.setAttribute('record-type', recordType[client.kind]);
    this.#header.setActions(
      button('Edit', { onClick: () => go({ name: 'edit', recordId }) }),
      button('Change Owner', { disabled: true }),
      button('Delete', { disabled: true }),
    );
    this.#drawHighlights(highlightsOf(client).map((spec) => field(spec)));
    this.#drawSections(sectionsOf(client));
  }

  #drawContacts(recordId: string, contacts: readonly PastContact[]) {
    const composer = createComposer(recordId, this.#options.today, () => {
      if (this.#shown !== recordId) return;
      this.#shown = undefined;
      this.#show(recordId);
    });
    composer.hidden = true;
    const log = button('Log Activity', {
      onClick: () => {
        composer.hidden = !composer.hidden;
      },
    });
    this.#timeline.show(contacts, log, composer);
  }

  #drawHoldings(holdings: readonly Holding[]) {
    this.#holdings.show(
      HOLDING_COLUMNS,
      holdings.map((each) => [
        each.name,
        holdingLabel[each.kind],
        money(each.amountFen),
        each.risk === null ? '' : `R${each.risk}`,
        date(each.since),
        each.maturity === null ? '' : date(each.maturity),
      ]),
    );
  }

  #drawRelations(relations: readonly Relation[]) {
    this.#relations.show(
      RELATION_COLUMNS,
      relations.map(({ recordId, name, role, phone: number }) => [
        recordId === null ? name : h('a', { href: hashOf({ name: 'view', recordId }) }, name),
        roleLabel[role],
        number === null ? '' : phone(number),
      ]),
    );
  }

  #load(recordId: string, signal: AbortSignal) {
    const part = async <T>(request: Promise<T>, draw: (value: T) => void, failed: () => void) => {
      try {
        const value = await request;
        if (!signal.aborted) draw(value);
      } catch {
        if (!signal.aborted) failed();
      }
    };
    void part(
      api.client(recordId, signal),
      (client) => this.#drawClient(client),
      () =>
        fill(this.#details, h('p.slds-card__empty', { role: 'alert' }, 'This record could not be loaded.')),
    );
    void part(
      api.contacts(recordId, signal),
      (items) => this.#drawContacts(recordId, items),
      () => this.#timeline.failed(),
    );
    void part(
      api.holdings(recordId, signal),
      (items) => this.#drawHoldings(items),
      () => this.#holdings.failed(),
    );
    void part(
      api.relations(recordId, signal),
      (items) => this.#drawRelations(items),
      () => this.#relations.failed(),
    );
  }
}

customElements.define('cx-record-page', RecordPage);

export { RecordPage };
